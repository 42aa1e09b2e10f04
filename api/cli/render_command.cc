#include <string>
#include <utility>
#include <vector>

#include "api/cli/commands.h"
#include "api/cli/print_words.h"
#include "api/cli/printing.h"
#include "api/cli/protection_words.h"
#include "api/cli/report.h"
#include "api/cli/validators.h"
#include "api/files/input_file.h"
#include "api/files/output_file.h"
#include "api/files/output_place.h"
#include "api/forms/print.h"
#include "api/places.h"
#include "api/signing/ink_file.h"
#include "templates/data.h"
#include "templates/sample.h"

namespace madoguchi::api::cli {

namespace {

/// The characters of a shipped sample belong to the tenant that the sample names.
std::filesystem::path tenant_of(const RenderCommand& command, const std::string& data) {
    if (!command.tenant.empty()) return command.tenant;
    const std::string named = templates::sample_tenant(data);
    return named == "demonstration" ? find_places().demonstration_tenant : std::filesystem::path();
}

Result<Done> write_sheets(const render::PreparedForm& form, const render::Document& document,
                          const RenderCommand& command) {
    const std::vector<std::string> sheets = TRY(render::write_svg(form, document));
    const auto names = TRY(name_sheets(command.output, sheets.size()));
    std::vector<NamedContent> files;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        TRY(refuse_inputs(names[i], inputs(command.form, command.data, command.tenant)));
        files.push_back({names[i], sheets[i]});
    }
    return write_files(files);
}

Result<Done> write_pdf(const render::PreparedForm& form, const render::Document& document,
                       const RenderCommand& command, std::string data) {
    TRY(refuse_inputs(command.output, inputs(command.form, command.data, command.tenant)));
    const ProtectionWords& secrets = command.protection;
    TRY(refuse_inputs(command.output,
                      {secrets.certificate, secrets.key, secrets.key_password, secrets.password}));
    render::PdfOptions options{.issued_at = command.issued_at, .tagged = command.tagged};
    options.adjustment = TRY(adjustment_of(command.print, command.tenant));
    options.hints = hints_of(command.print);
    if (command.attach_data) options.attachment = data_attachment(std::move(data));
    const Protection protection = TRY(Protection::open(command.protection));
    protection.prepare(options);
    std::string plain = TRY(render::write_pdf(form, {&document, 1}, options));
    const std::string pdf = TRY(protection.apply(std::move(plain)));
    return write_files({{command.output, pdf}});
}

/// What may be looked at although the document stands.
struct Warnings {
    Diagnostics findings;
};

Result<Warnings> render(const RenderCommand& command) {
    std::string source = TRY(read_file(command.data, std::size_t{64} << 20));
    const fonts::FontLibrary fonts =
        TRY(open_fonts(tenant_of(command, source), command.character_sets));
    const auto form = TRY(open_form(command.form, fonts));
    const templates::Template& declared = render::compiled(*form).form();
    const templates::Data data =
        TRY(templates::read_data_or_sample(declared, source, command.data.string()));
    const render::LayoutOptions options{
        .reading = command.tagged ? render::Reading::ByEar : render::Reading::ByEye,
        .data_only = command.print.data_only,
        .watermark = command.print.watermark};
    render::LaidOut laid_out = TRY(render::layout(*form, data, options));
    if (!command.ink.empty()) {
        const std::string captured = TRY(read_file(command.ink, std::size_t{4} << 20));
        const CapturedInk ink = TRY(read_ink(captured, command.ink.string()));
        TRY(sign_by_hand(*form, laid_out.document, ink));
    }
    TRY(is_of_kind(command.output, ".svg")
            ? write_sheets(*form, laid_out.document, command)
            : write_pdf(*form, laid_out.document, command, std::move(source)));
    return Warnings{std::move(laid_out.warnings)};
}

}  // namespace

int run(const RenderCommand& command, Streams streams) {
    Result<Warnings> outcome = render(command);
    const Diagnostics findings =
        outcome.ok() ? std::move(outcome->findings) : std::move(outcome).findings();
    report(findings, command.findings, streams);
    return outcome.ok() ? done : stopped;
}

}  // namespace madoguchi::api::cli
