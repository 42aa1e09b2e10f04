#include "templates/write.h"

#include "templates/writing/model.h"
#include "templates/writing/object.h"

namespace madoguchi::templates {

namespace {

using namespace writing;

void put_size(Object& object, Size size) {
    if (const std::string_view name = word_for(size, page_size_words); !name.empty())
        return object.put("size", text(name));
    if (const std::string_view name = word_for({size.height, size.width}, page_size_words);
        !name.empty()) {
        object.put("size", text(name));
        object.put("orientation", word(Orientation::Landscape, orientation_words));
        return;
    }
    Object own;
    own.put("width", millimetres(size.width));
    own.put("height", millimetres(size.height));
    object.put("size", own.take());
}

json::Value page(const Page& value, const Styles& named) {
    Object object;
    object.put("id", text(value.id));
    put_size(object, value.size);
    object.put_unless({}, "printableMargin", value.printable_margin, millimetres);
    object.put_unless(false, "continuation", value.continuation, flag);
    object.put("elements", elements(value.elements, named));
    return object.take();
}

json::Value layers(const std::vector<Layer>& values) {
    json::Array items;
    for (const Layer& value : values) {
        Object object;
        object.put("name", text(value.name));
        object.put("when", condition(value.when));
        items.push_back(object.take());
    }
    return {std::move(items)};
}

}  // namespace

std::string write_template(const Template& form) {
    const Template plain;
    Object object;
    object.put("formatVersion", count(form.format_version));
    object.put("id", text(form.id));
    object.put("version", text(form.version));
    object.put("title", text(form.title));
    object.put_unless({}, "description", form.description, text);
    object.put_unless({}, "formNumber", form.form_number, text);
    object.put_unless(plain.language, "language", form.language, text);
    if (form.missing_character != plain.missing_character)
        object.put("missingCharacter", word(form.missing_character, missing_character_words));
    if (!form.styles.empty()) object.put("styles", styles(form.styles));
    object.put("fields", fields(form.fields));
    if (!form.layers.empty()) object.put("layers", layers(form.layers));
    json::Array pages;
    for (const Page& one : form.pages)
        pages.push_back(page(one, form.styles));
    object.put("pages", {std::move(pages)});
    return json::write(object.take(), json::Layout::Indented);
}

std::string write_element(const Element& element) {
    const json::Value written = elements({element}, {});
    return json::write(written.array()->front(), json::Layout::Compact);
}

}  // namespace madoguchi::templates
