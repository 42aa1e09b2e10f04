#include "render/pdf/signature_field.h"

#include <algorithm>

#include "render/pdf/metadata.h"
#include "render/pdf/path.h"
#include "render/pdf/syntax.h"

namespace madoguchi::render::pdf {

namespace {

Rect united(const Rect& a, const Rect& b) {
    const Length x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

/// Of what is drawn for the element; letters have no box of their own here.
std::optional<Rect> drawn_box(const Frame& frame, const Elements& elements, std::string_view id) {
    std::optional<Rect> box;
    for (const Item& item : frame.items) {
        if (item.element == no_element || elements[item.element].template_id != id) continue;
        std::optional<Rect> drawn;
        if (const auto* picture = std::get_if<Picture>(&item.content)) drawn = picture->frame;
        if (const auto* path = std::get_if<Path>(&item.content)) drawn = painted_box(*path);
        if (drawn) box = box ? united(*box, *drawn) : *drawn;
    }
    return box;
}

std::string rectangle(const SignatureField& field) {
    std::string box = "[";
    append_point(box, to_millipoints(field.frame.x),
                 to_millipoints(field.top - field.frame.bottom()), " ");
    append_point(box, to_millipoints(field.frame.right()),
                 to_millipoints(field.top - field.frame.y), "]");
    return box;
}

/// Nothing of its own: the seal's picture is part of the page.
ObjectId write_appearance(ObjectFile& file, const SignatureField& field) {
    std::string box = "[0 0 ";
    append_point(box, to_millipoints(field.frame.width), to_millipoints(field.frame.height), "]");
    Dictionary form;
    form.name("Type", "XObject")
        .name("Subtype", "Form")
        .literal("BBox", box)
        .literal("Resources", "<<>>");
    return file.write_stream(form, {{}, 0, StreamFilter::None});
}

}  // namespace

std::optional<SignaturePlace> find_signature_place(const Document& document,
                                                   std::string_view over_element) {
    if (over_element.empty()) return SignaturePlace{};
    for (std::size_t i = 0; i < document.sheets.size(); ++i) {
        const Sheet& sheet = document.sheets[i];
        std::optional<Rect> box = drawn_box(sheet.data_layer, document.elements, over_element);
        if (!box && sheet.static_layer)
            box = drawn_box(*sheet.static_layer, document.elements, over_element);
        if (box) return SignaturePlace{i, *box};
    }
    return std::nullopt;
}

Diagnostic no_signature_place(const SignatureRoom& room) {
    Diagnostic finding{
        .code = "sign.no-element",
        .message = {
            "電子署名を重ねる画像・図形「" + room.over_element + "」が印字されていません。",
            "No picture or drawing \"" + room.over_element + "\" is printed to sign over."}};
    finding.origin.element_id = room.over_element;
    return finding;
}

ObjectId write_signature_field(ObjectFile& file, const SignatureField& field,
                               const SignatureRoom& room, const std::string& issued_at) {
    constexpr std::int64_t printed_and_locked = 132;
    const ObjectId appearance = write_appearance(file, field);
    const ObjectId signature = file.reserve();
    Dictionary widget;
    std::string normal = "<</N ";
    append_reference(normal, appearance);
    widget.name("Type", "Annot")
        .name("Subtype", "Widget")
        .name("FT", "Sig")
        .text("T", signature_field_name)
        .text("TU", signature_field_name)
        .reference("V", signature)
        .integer("F", printed_and_locked)
        .literal("Rect", rectangle(field))
        .reference("P", field.page)
        .literal("AP", normal + ">>");
    if (field.structure_key)
        widget.integer("StructParent", static_cast<std::int64_t>(*field.structure_key));
    file.write(field.widget, widget);
    Dictionary dictionary;
    dictionary.name("Type", "Sig")
        .name("Filter", "Adobe.PPKLite")
        .name("SubFilter", "ETSI.CAdES.detached");
    if (!issued_at.empty()) dictionary.literal("M", "(" + pdf_date(issued_at) + ")");
    if (!room.signer.empty()) dictionary.text("Name", room.signer);
    if (!room.reason.empty()) dictionary.text("Reason", room.reason);
    // As signature_room_mark has it.
    dictionary.literal("ByteRange", "[0 0000000000 0000000000 0000000000]")
        .literal("Contents", "<" + std::string(room.bytes * 2, '0') + ">");
    file.write(signature, dictionary);
    return field.widget;
}

}  // namespace madoguchi::render::pdf
