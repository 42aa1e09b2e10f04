#include "render/render.h"

#include <utility>

#include "render/pdf/image.h"
#include "render/pdf/metadata.h"
#include "render/svg/export.h"
#include "templates/limits.h"

namespace madoguchi::render {

static_assert(templates::limits::image_pixels <= pdf::most_pixels,
              "a picture that a template may hold is one that can be printed");

/// The layout owns the template and the fonts to which frames, and so the writers' parts, point.
class PreparedForm {
  public:
    std::shared_ptr<const PreparedLayout> layout;
    std::shared_ptr<const PreparedPdf> pdf;
    std::shared_ptr<const PreparedSvg> svg;
};

Result<std::shared_ptr<const PreparedForm>> prepare(
    std::shared_ptr<const templates::CompiledForm> form, fonts::FontLibrary fonts) {
    auto prepared = std::make_shared<PreparedForm>();
    prepared->layout = TRY(prepare_layout(std::move(form), std::move(fonts)));
    const PreparedLayout& layout = *prepared->layout;
    prepared->pdf = TRY(prepare_pdf(layout.static_layers, layout.static_elements));
    prepared->svg = prepare_svg(layout.static_layers, layout.static_elements);
    return std::shared_ptr<const PreparedForm>(std::move(prepared));
}

const templates::CompiledForm& compiled(const PreparedForm& form) {
    return *form.layout->form;
}

Result<LaidOut> layout(const PreparedForm& form, const templates::Data& data,
                       const LayoutOptions& options) {
    const templates::FilledForm filled = TRY(form.layout->form->fill(data));
    return lay_out(*form.layout, filled, options);
}

namespace {

/// The element and its page.
const templates::Element* find_element(const templates::Template& form, const std::string& id,
                                       std::size_t& page) {
    for (page = 0; page < form.pages.size(); ++page) {
        for (const templates::Element& element : form.pages[page].elements) {
            if (element.id == id) return &element;
        }
    }
    return nullptr;
}

bool shows_page(const PreparedLayout& layout, const Document& document, std::size_t sheet,
                std::size_t page) {
    if (sheet == 0 || sheet > document.sheets.size()) return false;
    const auto& layer = document.sheets[sheet - 1].static_layer;
    return layer == layout.static_layers[page] || layer == layout.blank_layers[page];
}

/// What the sheet's items of that element belong to.
ElementIndex index_of(const Document& document, const std::string& id) {
    for (std::size_t i = 0; i < document.elements.size(); ++i) {
        if (document.elements[i].template_id == id) return static_cast<ElementIndex>(i);
    }
    return no_element;
}

}  // namespace

Result<Done> add_ink(const PreparedForm& form, Document& document, const Ink& ink) {
    std::size_t page = 0;
    const templates::Element* field = find_element(compiled(form).form(), ink.element, page);
    if (field == nullptr)
        return Diagnostic{.code = "ink.no-field",
                          .message = {"署名を入れる要素「" + ink.element + "」がありません。",
                                      "There is no element \"" + ink.element + "\" to sign in."}};
    if (!shows_page(*form.layout, document, ink.sheet, page))
        return Diagnostic{.code = "ink.other-sheet",
                          .message = {"その枚数目に署名の欄はありません。",
                                      "That sheet does not have the field of the signature."}};
    document.sheets[ink.sheet - 1].data_layer.items.push_back(
        {index_of(document, ink.element), ink_drawing(ink, field->frame)});
    return Done{};
}

Result<std::string> write_pdf(const PreparedForm& form, std::span<const Document> documents,
                              const PdfOptions& options) {
    PdfBatch file = begin_pdf(form, options);
    for (const Document& document : documents)
        TRY(file.add(document));
    return std::move(file).finish();
}

bool is_time_of_issue(std::string_view text) {
    return pdf::is_time_of_issue(text);
}

PdfBatch begin_pdf(const PreparedForm& form, PdfOptions options) {
    return PdfBatch(*form.pdf, std::move(options));
}

PdfBatch begin_pdf(const PreparedForm& form, PdfOptions options, const PdfCheckpoint& from) {
    return PdfBatch(*form.pdf, std::move(options), from);
}

Result<std::string> write_svg_sheet(const PreparedForm& form, const Document& document,
                                    std::size_t sheet) {
    return write_svg(*form.svg, document, sheet);
}

Result<std::vector<std::string>> write_svg(const PreparedForm& form, const Document& document) {
    std::vector<std::string> sheets;
    sheets.reserve(document.sheets.size());
    for (std::size_t i = 0; i < document.sheets.size(); ++i) {
        std::string sheet = TRY(write_svg_sheet(form, document, i));
        sheets.push_back(std::move(sheet));
    }
    return sheets;
}

}  // namespace madoguchi::render
