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
