#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <utility>

#include "api/cli/commands.h"
#include "api/cli/printing.h"
#include "api/cli/progress_bar.h"
#include "api/cli/report.h"
#include "api/cli/validators.h"
#include "api/files/input_file.h"
#include "api/files/output_file.h"
#include "api/files/output_place.h"
#include "api/people/people.h"

namespace madoguchi::api::cli {

namespace {

Result<std::unique_ptr<render::RecordSource>> open_people(const BatchCommand& command,
                                                          const templates::Template& form,
                                                          std::string_view source) {
    if (!is_of_kind(command.data, ".csv")) return json_lines(form, source, command.data.string());
    templates::CsvEncoding encoding = templates::CsvEncoding::Detect;
    if (command.encoding == "utf-8") encoding = templates::CsvEncoding::Utf8;
    if (command.encoding == "cp932") encoding = templates::CsvEncoding::Cp932;
    return csv_people(form, source, command.data.string(), encoding);
}

Result<render::BatchOutcome> print_into_one_file(const BatchCommand& command,
                                                 const render::PreparedForm& form,
                                                 render::RecordSource& people,
                                                 const render::BatchSettings& settings) {
    TRY(refuse_inputs(command.output, inputs(command.form, command.data, command.tenant)));
    OutputFile output = TRY(OutputFile::create(command.output));
    render::BatchFile file = TRY(render::print_together(form, people, settings));
    if (file.outcome.printed > 0) {
        TRY(output.write(file.pdf));
        TRY(output.commit());
    }
    return std::move(file.outcome);
}

Result<render::BatchOutcome> print_into_directory(const BatchCommand& command,
                                                  const render::PreparedForm& form,
                                                  render::RecordSource& people,
                                                  const render::BatchSettings& settings) {
    TRY(open_directory(command.directory));
    return render::print_apart(
        form, people, settings, [&](std::size_t number, std::string_view pdf) {
            return write_files({{numbered_pdf(command.directory, number), pdf}},
                               OutputFile::Existing::Kept);
        });
}

Diagnostic nobody(const std::filesystem::path& data) {
    Diagnostic finding{
        .code = "batch.empty",
        .message = {"印字する人のデータがありません", "there is nobody's data to print"},
        .hints = {
            {"CSVなら見出しの次の行から、JSON Linesなら最初の行から、1行に1人分を書いてくださ"
             "い。",
             "Write one person on each line: in CSV behind the header, in JSON Lines from the "
             "first line on."}}};
    finding.origin.source = SourcePlace{.file = data.string()};
    return finding;
}

Result<render::BatchOutcome> print(const BatchCommand& command) {
    const std::string source = TRY(read_file(command.data));
    const fonts::FontLibrary fonts = TRY(open_fonts(command.tenant, command.character_sets));
    const auto form = TRY(open_form(command.form, fonts));
    const auto people = TRY(open_people(command, render::compiled(*form).form(), source));
    ProgressBar bar(static_cast<std::size_t>(std::count(source.begin(), source.end(), '\n')));
    const render::BatchSettings settings{
        .pdf = {.issued_at = command.issued_at},
        .threads = command.threads,
        .progress = [&](std::size_t through) { bar.advance(through); },
    };
    Result<render::BatchOutcome> outcome =
        command.directory.empty() ? print_into_one_file(command, *form, *people, settings)
                                  : print_into_directory(command, *form, *people, settings);
    bar.finish();
    if (outcome.ok() && outcome->printed + outcome->refused == 0) return nobody(command.data);
    return outcome;
}

}  // namespace

int run(const BatchCommand& command, Streams streams) {
    Result<render::BatchOutcome> outcome = print(command);
    if (!outcome.ok()) {
        report(outcome.findings(), command.findings, streams);
        return stopped;
    }
    report(outcome->findings, command.findings, streams);
    streams.err << outcome->printed << "件を印字しました";
    if (outcome->refused > 0) streams.err << "。" << outcome->refused << "件は印字していません";
    streams.err << " / " << outcome->printed << " printed, " << outcome->refused << " refused\n";
    return outcome->printed > 0 ? done : stopped;
}

}  // namespace madoguchi::api::cli
