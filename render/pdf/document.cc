#include "render/pdf/document.h"

#include <algorithm>

#include "render/pdf/content_hash.h"
#include "render/pdf/file.h"
#include "render/pdf/operators.h"
#include "render/pdf/page_tree.h"
#include "render/pdf/prepared.h"
#include "render/pdf/signature_field.h"
#include "render/pdf/structure_tree.h"

namespace madoguchi::render {

using namespace pdf;

namespace {

/// What grows with the data of one chapter.
struct Chapter {
    Chapter(const PreparedPdf& form, const PdfOptions& options)
        : fonts(form.fonts),
          images(form.images, effort_of(options.compression)),
          layer_used(form.layers.size()) {}

    ObjectId resources;  ///< 0: no page yet
    FontPool fonts;
    ImagePool images;
    ShapePool shapes;
    std::vector<bool> layer_used;
    UsedResources used;  ///< by layers and data alike
};

std::vector<PageTree::Node> nodes_of(const PdfCheckpoint& from) {
    std::vector<PageTree::Node> nodes;
    for (const PdfCheckpoint::Node& open : from.open_nodes) {
        PageTree::Node& node = nodes.emplace_back();
        node.id = {open.id};
        node.pages = open.pages;
        for (const std::uint32_t kid : open.kids)
            node.kids.push_back({kid});
    }
    return nodes;
}

std::vector<PdfCheckpoint::Node> nodes_of(const PageTree& pages) {
    std::vector<PdfCheckpoint::Node> nodes;
    for (const PageTree::Node& open : pages.open_nodes()) {
        PdfCheckpoint::Node& node = nodes.emplace_back();
        node.id = open.id.number;
        node.pages = open.pages;
        for (const ObjectId kid : open.kids)
            node.kids.push_back(kid.number);
    }
    return nodes;
}

}  // namespace

struct PdfBatch::State {
    State(const PreparedPdf& form, PdfOptions wanted)
        : prepared(form),
          options(std::move(wanted)),
          file(options.form),
          catalog(file.reserve()),
          pages(file),
          chapter(form, options),
          prepared_objects(form) {
        hash.update(form.content_hash);
        if (options.tagged) structure.emplace(file);
        if (options.attachment) hash.update(options.attachment->bytes);
    }

    State(const PreparedPdf& form, PdfOptions wanted, const PdfCheckpoint& from)
        : prepared(form),
          options(std::move(wanted)),
          file(options.form, from),
          catalog{1},
          pages(file, nodes_of(from), from.pages),
          chapter(form, options),
          chapters(from.chapters),
          prepared_objects(form),
          hash(from.content_hash) {
        prepared_objects.read(from.prepared);
        const auto& [title, language, form_id, version] = from.metadata;
        metadata = {.title = title,
                    .language = language,
                    .form_id = form_id,
                    .form_version = version,
                    .issued_at = options.issued_at};
    }

    const PreparedPdf& prepared;
    PdfOptions options;
    ObjectFile file;
    ObjectId catalog;
    PageTree pages;
    std::optional<SignatureField> signature;  ///< once there is a page for it
    Chapter chapter;
    std::size_t chapters = 0;  ///< that have ended
    PreparedObjects prepared_objects;
    std::optional<StructureTree> structure;  ///< of a tagged file
    Metadata metadata;                       ///< once there is a page
    ContentHash hash;
};

namespace {

struct SheetContent {
    std::string operators;
    std::vector<std::size_t> layers;
    MarkedContent marks;
};

/// The layer's number among the prepared ones.
std::optional<std::size_t> find_layer(const PreparedPdf& prepared, const Frame* frame) {
    for (std::size_t i = 0; i < prepared.layers.size(); ++i) {
        if (prepared.layers[i].frame.get() == frame) return i;
    }
    return std::nullopt;
}

/// A layer's form stands on its own bottom edge; a sheet of another height hangs it from the top.
void paint_layer(Operators& operators, std::size_t layer, Length lift) {
    const bool moved = lift != Length();
    if (moved) {
        operators.save();
        operators.transform({1, 0, 0, 1, 0, to_millipoints(lift)});
    }
    operators.paint("L", layer);
    if (moved) operators.restore();
}

SheetContent write_sheet(const Sheet& sheet, const PreparedPdf& prepared, ContentContext& context,
                         bool is_tagged) {
    SheetContent out{{}, {}, MarkedContent(sheet.structure)};
    context.marks = is_tagged ? &out.marks : nullptr;
    const Length top = sheet.size.height;
    if (const Frame* frame = sheet.static_layer.get()) {
        // Pieces of a tagged page stand in the page's own content (ISO 32000-1, 14.7.4.2).
        const auto layer = context.marks != nullptr ? std::nullopt : find_layer(prepared, frame);
        if (layer) {
            Operators operators;
            paint_layer(operators, *layer, top - frame->size.height);
            out.operators = std::move(operators).take();
            out.layers.push_back(*layer);
        } else {
            // The state it leaves behind must not meet the data layer, which expects a fresh one.
            out.operators = "q\n" + write_content(*frame, top, context) + "Q\n";
        }
    }
    out.operators += write_content(sheet.data_layer, top, context);
    context.marks = nullptr;
    return out;
}

/// What stands before a page's operators; empty when nothing is adjusted.
std::string adjust(const PrintAdjustment& adjustment, Length top) {
    if (adjustment == PrintAdjustment()) return {};
    Operators operators;
    const Length down = top - top.scaled(adjustment.scale_y) - adjustment.y;
    operators.transform({adjustment.scale_x, 0, 0, adjustment.scale_y, to_millipoints(adjustment.x),
                         to_millipoints(down)});
    return std::move(operators).take();
}

/// ISO 19005-2, 6.1.13: 3 to 14,400 units.
bool is_page_size(Size size) {
    const auto fits = [](Length edge) {
        return edge >= Length::pt(3) && edge <= Length::pt(14400);
    };
    return fits(size.width) && fits(size.height);
}

Diagnostic bad_page_size() {
    return {.code = "pdf.page-size",
            .message = {"用紙の大きさがPDF/Aの範囲(約1mm～5m)にありません。",
                        "the sheet is smaller or larger than PDF/A allows (about 1 mm to 5 m)"}};
}

/// A string that PDF/A does not allow, in the sheet's structure.
void check_structure(const std::vector<StructureNode>& structure, ContentContext& context) {
    for (const StructureNode& node : structure) {
        if (std::max(utf16_size(node.spoken), utf16_size(node.name)) > longest_text_string) {
            const ElementIndex element = node.elements.empty() ? no_element : node.elements[0];
            context.findings.push_back(
                finding_at(context, element, "pdf.text-too-long",
                           {"読み上げる文字列がPDF/Aの上限を超えています。",
                            "what is said of one element is longer than PDF/A allows"}));
        }
        check_structure(node.kids, context);
    }
}

StringForm strings_of(const PdfOptions& options) {
    return options.form == PdfOptions::Form::Proof ? StringForm::Hex : StringForm::Literal;
}

StreamData page_stream(const std::string& content, const PdfOptions& options,
                       const DeflateCode& code) {
    if (options.form == PdfOptions::Form::Proof)
        return {content, content.size(), StreamFilter::None};
    const Effort effort = effort_of(options.compression);
    return effort == Effort::Record ? code.deflate(content) : deflate(content, effort);
}

}  // namespace

PdfBatch::PdfBatch(const PreparedPdf& prepared, PdfOptions options)
    : state_(std::make_unique<State>(prepared, std::move(options))) {}
PdfBatch::PdfBatch(const PreparedPdf& prepared, PdfOptions options, const PdfCheckpoint& from)
    : state_(std::make_unique<State>(prepared, std::move(options), from)) {}
PdfBatch::~PdfBatch() = default;
PdfBatch::PdfBatch(PdfBatch&&) noexcept = default;
PdfBatch& PdfBatch::operator=(PdfBatch&&) noexcept = default;

Result<Done> PdfBatch::add(const Document& document) {
    State& state = *state_;
    Chapter& chapter = state.chapter;
    ContentContext context{chapter.fonts,   chapter.images,           document.elements, {}, {},
                           &chapter.shapes, strings_of(state.options)};
    const FontPool::Mark fonts_before = chapter.fonts.mark();
    const std::size_t images_before = chapter.images.size();
    const std::size_t shapes_before = chapter.shapes.shapes().size();
    std::vector<StreamData> pages;
    std::vector<std::size_t> layers;
    std::vector<SheetContent> contents;
    for (const Sheet& sheet : document.sheets) {
        if (!is_page_size(sheet.size)) {
            context.findings.push_back(bad_page_size());
            continue;
        }
        if (state.structure) check_structure(sheet.structure, context);
        SheetContent content =
            write_sheet(sheet, state.prepared, context, state.structure.has_value());
        content.operators.insert(0, adjust(state.options.adjustment, sheet.size.height));
        layers.insert(layers.end(), content.layers.begin(), content.layers.end());
        pages.push_back(page_stream(content.operators, state.options, state.prepared.page_code));
        contents.push_back(std::move(content));
    }
    std::optional<SignaturePlace> signed_at;
    if (state.options.signature && state.pages.size() == 0) {
        signed_at = find_signature_place(document, state.options.signature->over_element);
        if (!signed_at) context.findings.push_back(no_signature_place(*state.options.signature));
    }
    if (!context.findings.empty()) {
        chapter.fonts.rollback(fonts_before);
        chapter.images.rollback(images_before);
        chapter.shapes.rollback(shapes_before);
        return std::move(context.findings);
    }

    if (state.pages.size() == 0) {
        state.metadata = {.title = document.title,
                          .language = document.language,
                          .form_id = document.form_id,
                          .form_version = document.form_version,
                          .issued_at = state.options.issued_at,
                          .tagged = state.options.tagged,
                          .has_attachment = state.options.attachment.has_value(),
                          .archival = state.options.archival};
    }
    for (const SheetContent& content : contents)
        state.hash.update(content.operators);
    for (const std::size_t layer : layers) {
        if (chapter.layer_used[layer]) continue;
        chapter.layer_used[layer] = true;
        chapter.used.merge(state.prepared.layers[layer].used);
    }
    chapter.used.merge(context.used);
    if (chapter.resources.number == 0) chapter.resources = state.file.reserve();
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const Sheet& sheet = document.sheets[i];
        PageTree::Extras extras;
        if (signed_at && signed_at->sheet == i) extras.annotation = state.file.reserve();
        if (state.structure) extras.structure_key = state.structure->next_key();
        const ObjectId page = state.pages.add(sheet.size, pages[i], chapter.resources, extras);
        const Length top = sheet.size.height;
        if (extras.annotation)
            state.signature = {*extras.annotation, page, signed_at->frame, top, {}};
        if (!state.structure) continue;
        if (extras.annotation) state.signature->structure_key = *extras.structure_key + 1;
        state.structure->add(page, top, sheet.structure, contents[i].marks, extras.annotation);
    }
    return Done{};
}

Result<Done> PdfBatch::end_chapter() {
    State& state = *state_;
    Chapter& chapter = state.chapter;
    if (chapter.resources.number == 0) return Done{};
    ChapterParts parts{state.prepared,
                       chapter.fonts,
                       chapter.images,
                       chapter.shapes,
                       chapter.used,
                       chapter.layer_used,
                       {}};
    const Effort effort = effort_of(state.options.compression);
    const std::size_t fonts = state.prepared.fonts.size();
    for (std::size_t i = 0; i < chapter.fonts.own().size(); ++i) {
        // Two chapters may hold the same glyphs of a face.
        const auto ordinal = static_cast<unsigned>(fonts + i + state.chapters * 1000);
        EmbeddedFont embedded =
            TRY(embed(chapter.fonts.own()[i], ordinal, chapter.used.font(fonts + i), effort,
                      &state.prepared.font_codes));
        state.hash.update(embedded.base_font);
        parts.own_fonts.push_back(std::move(embedded));
    }
    finish_chapter(state.file, parts, state.prepared_objects, chapter.resources);
    state.chapter = Chapter(state.prepared, state.options);
    ++state.chapters;
    return Done{};
}

PdfCheckpoint PdfBatch::checkpoint() {
    State& state = *state_;
    PdfCheckpoint checkpoint;
    state.file.tell(checkpoint);
    checkpoint.open_nodes = nodes_of(state.pages);
    checkpoint.pages = state.pages.size();
    checkpoint.chapters = state.chapters;
    checkpoint.prepared = state.prepared_objects.numbers();
    checkpoint.content_hash = state.hash.hex();
    const Metadata& metadata = state.metadata;
    checkpoint.metadata = {metadata.title, metadata.language, metadata.form_id,
                           metadata.form_version};
    return checkpoint;
}

std::string PdfBatch::take_bytes() {
    return state_->file.take_bytes();
}

std::size_t PdfBatch::waiting_bytes() const {
    return state_->file.waiting_bytes();
}

std::size_t PdfBatch::sheets() const {
    return state_->pages.size();
}

Result<std::string> PdfBatch::finish() && {
    State& state = *state_;
    if (state.pages.size() == 0) {
        return Diagnostic{
            .code = "pdf.no-pages",
            .message = {"印刷する用紙が一枚もありません。", "there is no sheet to print"}};
    }
    TRY(end_chapter());
    const std::string& id = state.options.document_id;
    state.metadata.document_id = id.empty() ? state.hash.hex() : id;
    TRY(check(state.metadata));
    FileParts parts{state.catalog, state.pages.finish(), {}, nullptr, state.options.hints, {}};
    if (state.signature)
        parts.signature = write_signature_field(state.file, *state.signature,
                                                *state.options.signature, state.options.issued_at);
    if (state.structure) parts.structure = state.structure->finish();
    if (state.options.attachment) parts.attachment = &*state.options.attachment;
    TRY(finish_file(state.file, state.prepared, state.metadata, parts));
    return state.file.take_bytes();
}

}  // namespace madoguchi::render
