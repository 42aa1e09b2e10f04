#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "api/cli/commands.h"
#include "api/cli/printing.h"
#include "api/cli/report.h"
#include "api/files/input_file.h"
#include "api/files/output_file.h"
#include "api/places.h"
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

/// "out.svg" for one sheet; "out-1.svg", "out-2.svg" … for several.
std::filesystem::path sheet_name(const std::filesystem::path& output, std::size_t sheet,
                                 std::size_t sheets) {
    if (sheets == 1) return output;
    std::filesystem::path name = output;
    name.replace_filename(output.stem().string() + "-" + std::to_string(sheet + 1) +
                          output.extension().string());
    return name;
}

Result<Done> write_sheets(const render::PreparedForm& form, const render::Document& document,
                          const std::filesystem::path& output) {
    const std::vector<std::string> sheets = TRY(render::write_svg(form, document));
    std::vector<NamedContent> files;
    for (std::size_t i = 0; i < sheets.size(); ++i)
        files.push_back({sheet_name(output, i, sheets.size()), sheets[i]});
    return write_files(files);
}

/// What may be looked at although the document stands.
struct Warnings {
    Diagnostics findings;
};

Result<Warnings> render(const RenderCommand& command) {
    const std::string source = TRY(read_file(command.data, std::size_t{64} << 20));
    const fonts::FontLibrary fonts = TRY(open_fonts(tenant_of(command, source)));
    const auto form = TRY(open_form(command.form, fonts));
    const templates::Template& declared = render::compiled(*form).form();
    const templates::Data data =
        TRY(templates::read_data_or_sample(declared, source, command.data.string()));
    render::LaidOut laid_out = TRY(render::layout(*form, data));
    if (command.output.extension() == ".svg") {
        TRY(write_sheets(*form, laid_out.document, command.output));
    } else {
        const std::string pdf = TRY(
            render::write_pdf(*form, {&laid_out.document, 1}, {.issued_at = command.issued_at}));
        TRY(write_files({{command.output, pdf}}));
    }
    return Warnings{std::move(laid_out.warnings)};
}

}  // namespace

int run(const RenderCommand& command, Streams streams) {
    const std::filesystem::path kind = command.output.extension();
    if (kind != ".pdf" && kind != ".svg") {
        streams.err << "出力先は .pdf か .svg で終わる名前にしてください / the output must end in "
                       ".pdf or .svg\n";
        return wrong_use;
    }
    Result<Warnings> outcome = render(command);
    const Diagnostics findings =
        outcome.ok() ? std::move(outcome->findings) : std::move(outcome).findings();
    report(findings, command.findings, streams);
    return outcome.ok() ? done : stopped;
}

}  // namespace madoguchi::api::cli
