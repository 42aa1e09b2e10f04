// Items stand in the order of the template, which is the order in which they cover each other
// (ISO 32000-1 §8.2: later marks over earlier ones).

#include "render/layout/document.h"

#include <utility>

#include "render/layout/covering.h"
#include "render/layout/reading.h"
#include "render/layout/watermark.h"

namespace madoguchi::render {

namespace {

using templates::FilledElement;
using templates::Part;

ElementIndex add_element(Elements& elements, const FilledElement& filled) {
    const templates::Element& element = *filled.element;
    return elements.add(
        {element.id, element.label, element.pointer, filled.data_pointer, filled.row});
}

Document empty_document(const PreparedLayout& prepared, const templates::FilledForm& filled) {
    const templates::Template& form = prepared.form->form();
    Document document{form.title, form.language, form.id, form.version, prepared.static_elements,
                      {}};
    std::size_t data_elements = 0;
    for (const templates::FilledPage& page : filled.pages)
        data_elements += page.elements.size();
    document.elements.reserve_own(data_elements);
    document.sheets.reserve(filled.pages.size());
    return document;
}

/// Elements of static layers stand by template page, those of a sheet's data from `first_data` on.
std::vector<PlacedPart> parts_of(const PreparedLayout& prepared, const templates::FilledPage& page,
                                 ElementIndex first_data) {
    ElementIndex next = 0;
    for (std::size_t i = 0; i < page.page_index; ++i)
        next += static_cast<ElementIndex>(prepared.form->static_elements(i).size());
    std::vector<PlacedPart> parts;
    for (const FilledElement& filled : prepared.form->static_elements(page.page_index))
        parts.push_back({&filled, next++});
    next = first_data;
    for (const FilledElement& filled : page.elements)
        parts.push_back({&filled, next++});
    return parts;
}

}  // namespace

std::vector<Item> LayerBuilder::static_items(const std::vector<FilledElement>& filled,
                                             ChoiceTable& choices) {
    std::vector<Item> items;
    items.reserve(filled.size());
    for (const FilledElement& element : filled)
        lay_out_static({context, element, add_element(elements, element), items, findings,
                        place_on_letter(element, items)},
                       choices);
    return items;
}

std::optional<Rect> LayerBuilder::place_on_letter(const FilledElement& filled,
                                                  std::vector<Item>& items) {
    const auto* image = std::get_if<templates::Image>(&filled.element->kind);
    if (image == nullptr || image->covers.empty()) return std::nullopt;
    auto letter = find_last_letter(items, elements, image->covers);
    if (!letter) letter = find_last_letter(below, elements, image->covers);
    if (!letter) return std::nullopt;
    const Rect frame = covering(filled.element->frame, *letter);
    if (page && !Rect{{}, {}, page->width, page->height}.contains(frame)) {
        report({context, filled, no_element, items, findings}, "layout.off-page",
               {"文字に重ねる画像が用紙からはみ出します。",
                "The picture over the last letter does not stay on the page."},
               {{"文字の枠を縮めるか、右寄せをやめて、画像の場所を空けてください。",
                 "Leave room for the picture behind the text."}});
    }
    return frame;
}

std::vector<Item> LayerBuilder::data_items(const std::vector<FilledElement>& filled,
                                           const ChoiceTable& choices) {
    std::vector<Item> items;
    items.reserve(filled.size());
    ChoiceTable conditional;  // words that are printed on a condition stand before their marks
    for (const FilledElement& element : filled) {
        const Surface surface{context, element,  add_element(elements, element),
                              items,   findings, place_on_letter(element, items)};
        if (element.part == Part::Static) {
            lay_out_static(surface, conditional);
        } else {
            const bool just_set = conditional.count(element.element) != 0;
            lay_out_data(surface, just_set ? conditional : choices);
        }
    }
    return items;
}

Result<std::shared_ptr<const PreparedLayout>> prepare_layout(
    std::shared_ptr<const templates::CompiledForm> form, fonts::FontLibrary fonts) {
    auto prepared = std::make_shared<PreparedLayout>();
    prepared->context = {std::move(fonts), form->form().missing_character, form};
    prepared->form = form;
    const std::vector<templates::Page>& pages = form->form().pages;
    Elements elements;
    LayerBuilder builder{prepared->context, elements, prepared->warnings};
    for (std::size_t i = 0; i < pages.size(); ++i) {
        auto frame = std::make_shared<Frame>();
        frame->size = pages[i].size;
        builder.page = frame->size;
        frame->items = builder.static_items(form->static_elements(i), prepared->choices);
        prepared->static_layers.push_back(std::move(frame));
        prepared->blank_layers.push_back(std::make_shared<Frame>(Frame{pages[i].size, {}}));
    }
    prepared->static_elements = std::move(elements).shared();
    if (has_errors(prepared->warnings)) return std::move(prepared->warnings);
    return std::shared_ptr<const PreparedLayout>(std::move(prepared));
}

Result<LaidOut> lay_out(const PreparedLayout& prepared, const templates::FilledForm& filled,
                        const LayoutOptions& options) {
    LaidOut laid_out{empty_document(prepared, filled), prepared.warnings};
    append(laid_out.warnings, filled.warnings);
    Document& document = laid_out.document;
    LayerBuilder builder{prepared.context, document.elements, laid_out.warnings};
    for (const templates::FilledPage& page : filled.pages) {
        const auto& layers = options.data_only ? prepared.blank_layers : prepared.static_layers;
        Sheet sheet{page.page->size, layers[page.page_index], {}, {}};
        sheet.data_layer.size = sheet.size;
        builder.page = sheet.size;
        builder.below = prepared.static_layers[page.page_index]->items;
        const auto first_data = static_cast<ElementIndex>(document.elements.size());
        sheet.data_layer.items = builder.data_items(page.elements, prepared.choices);
        if (!options.watermark.empty())
            add_watermark(prepared.context, options.watermark, sheet, laid_out.warnings);
        if (options.reading == Reading::ByEar)
            sheet.structure = read_sheet(*page.page, parts_of(prepared, page, first_data));
        document.sheets.push_back(std::move(sheet));
    }
    if (has_errors(laid_out.warnings)) return std::move(laid_out.warnings);
    return laid_out;
}

}  // namespace madoguchi::render
