#include "api/forms/print.h"

#include <utility>

#include "api/people/people.h"
#include "templates/data.h"

namespace madoguchi::api {

namespace {

Result<render::LaidOut> lay_out_body(const render::PreparedForm& form, std::string_view data,
                                     const render::LayoutOptions& options = {}) {
    const templates::Template& declared = render::compiled(form).form();
    const templates::Data read =
        TRY(templates::read_data(declared, data, std::string(request_body_name)));
    return render::layout(form, read, options);
}

Diagnostic no_such_sheet(std::size_t sheets) {
    const std::string count = std::to_string(sheets);
    return {.code = "document.no-such-sheet",
            .message = {"その枚数目はありません（全" + count + "枚）",
                        "there is no such sheet (the document has " + count + ")"}};
}

Diagnostic nobody() {
    return {
        .code = "batch.empty",
        .message = {"印字する人のデータがありません", "there is nobody's data to print"},
        .hints = {{"1行に1人分のJSONを書いてください。", "Write one person's JSON on each line."}}};
}

}  // namespace

render::PdfAttachment data_attachment(std::string json) {
    return {"data.json", "application/json", std::move(json)};
}

Result<PrintedPdf> print_pdf(const render::PreparedForm& form, std::string_view data,
                             PdfWishes wishes) {
    const render::LayoutOptions layout{
        .reading = wishes.tagged ? render::Reading::ByEar : render::Reading::ByEye,
        .data_only = wishes.data_only,
        .watermark = wishes.watermark};
    render::LaidOut laid_out = TRY(lay_out_body(form, data, layout));
    render::PdfOptions options{.tagged = wishes.tagged};
    if (wishes.attach_data) options.attachment = data_attachment(std::string(data));
    std::string pdf = TRY(render::write_pdf(form, {&laid_out.document, 1}, options));
    return PrintedPdf{std::move(pdf), std::move(laid_out.warnings)};
}

// It prints, for a PDF can be refused where its sheets could be laid out.
Diagnostics check_data(const render::PreparedForm& form, std::string_view data) {
    Result<PrintedPdf> printed = print_pdf(form, data);
    return printed.ok() ? std::move(printed->warnings) : std::move(printed).findings();
}

Result<DrawnSheet> draw_sheet(const render::PreparedForm& form, std::string_view data,
                              std::size_t sheet) {
    const render::LaidOut laid_out = TRY(lay_out_body(form, data));
    const std::size_t sheets = laid_out.document.sheets.size();
    if (sheet < 1 || sheet > sheets) return no_such_sheet(sheets);
    std::string svg = TRY(render::write_svg_sheet(form, laid_out.document, sheet - 1));
    return DrawnSheet{std::move(svg), sheets, laid_out.warnings.size()};
}

Result<PrintedPdf> print_batch(const render::PreparedForm& form, std::string_view people) {
    const auto source =
        json_lines(render::compiled(form).form(), people, std::string(request_body_name));
    render::BatchFile file = TRY(render::print_together(form, *source, {}));
    if (file.outcome.refused > 0) return std::move(file.outcome.findings);
    if (file.outcome.printed == 0) return nobody();
    return PrintedPdf{std::move(file.pdf), std::move(file.outcome.findings)};
}

}  // namespace madoguchi::api
