#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <utility>

#include "api/batch/identity.h"
#include "api/batch/unfinished_directory.h"
#include "api/batch/unfinished_file.h"
#include "api/cli/commands.h"
#include "api/cli/print_words.h"
#include "api/cli/printing.h"
#include "api/cli/progress_bar.h"
#include "api/cli/protection_words.h"
#include "api/cli/report.h"
#include "api/cli/validators.h"
#include "api/files/input_file.h"
#include "api/files/output_file.h"
#include "api/files/output_place.h"
#include "api/http/findings.h"
#include "api/people/people.h"
#include "api/printing/collation.h"

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

/// What a batch is printed from, and where it says how it goes on.
struct Print {
    const BatchCommand& command;
    const render::PreparedForm& form;
    render::RecordSource& people;
    const render::BatchSettings& settings;
    const std::string& identity;
    const Protection& protection;
    std::size_t job_sheets = 0;  ///< covers and separators, which count as printed and are nobody's
    std::ostream& err;

    bool is_anybody(const render::BatchOutcome& outcome) const {
        return outcome.printed > job_sheets;
    }
};

void say_going_on(std::ostream& err, std::size_t records) {
    err << "前回の続きです。" << records << "件は済んでいます / going on behind " << records
        << " records\n";
}

Result<render::BatchOutcome> print_into_one_file(const Print& print) {
    const BatchCommand& command = print.command;
    TRY(refuse_inputs(command.output, inputs(command.form, command.data, command.tenant)));
    using Start = UnfinishedFile::Start;
    const auto output = TRY(UnfinishedFile::open(
        command.output, print.identity, command.restart ? Start::Anew : Start::WhereItStopped));
    const render::BatchCheckpoint* from = output->from();
    if (from) say_going_on(print.err, from->printed + from->refused);
    Result<render::BatchOutcome> outcome =
        render::print_together(print.form, print.people, print.settings, *output, from);
    if (outcome.ok() && print.is_anybody(*outcome)) {
        TRY(output->commit());
    } else if (outcome.ok()) {
        output->discard();
    } else if (output->is_kept()) {
        print.err << "途中までの結果を残しました。同じ指定で実行すると続きから印字します / what is "
                     "done is kept; the same command goes on behind it\n";
    }
    return outcome;
}

Result<render::BatchOutcome> print_into_directory(const Print& print) {
    const std::filesystem::path& directory = print.command.directory;
    UnfinishedDirectory run = TRY(UnfinishedDirectory::open(directory, print.identity));
    if (run.goes_on()) print.err << "前回の続きです / going on where it stopped\n";
    render::BatchOutcome outcome = render::print_apart(
        print.form, print.people, print.settings,
        [&](std::size_t number, std::string_view pdf) -> Result<Done> {
            const std::string finished = TRY(print.protection.apply(std::string(pdf)));
            return write_files({{numbered_pdf(directory, number), finished}},
                               OutputFile::Existing::Kept);
        },
        [&](std::size_t number) { return run.is_kept(number); });
    run.finish();
    return outcome;
}

/// What a collation depends on.
std::string order_of(const BatchCommand& command) {
    std::string order = command.separate_by + '\n' + command.records + '\n' + command.note;
    for (const std::string& path : command.sort_by)
        order += '\n' + path;
    return order + (command.cover ? "\ncover" : "") + (command.count_sheet ? "\ncount" : "");
}

Result<std::string> identity(const BatchCommand& command, const fonts::FontLibrary& fonts,
                             std::string_view people) {
    const std::string form = TRY(read_file(form_file(command.form)));
    std::string tenant;
    const std::filesystem::path settings = command.tenant / "tenant.json";
    if (!command.tenant.empty()) tenant = TRY(read_file(settings));
    const PrintWords& print = command.print;
    const ProtectionWords& with = command.protection;
    std::string protection = with.over_element + '\n' + with.signer + '\n' + with.reason;
    if (!with.certificate.empty()) protection += TRY(read_file(with.certificate));
    // By its name alone: what a password is must not be guessed from the batch's identity.
    protection += with.password.string();
    std::string printers;
    if (!print.printer.empty()) {
        const render::PrintAdjustment adjustment = TRY(adjustment_of(print, command.tenant));
        for (const double part :
             {adjustment.x.to_mm(), adjustment.y.to_mm(), adjustment.scale_x, adjustment.scale_y})
            printers += std::to_string(part) + ' ';
    }
    return identity_of({form,
                        people,
                        fonts,
                        {command.issued_at, command.encoding, tenant, print.watermark,
                         print.data_only ? "data-only" : "", printers, print.duplex,
                         std::to_string(print.copies), order_of(command), protection}});
}

CollationWishes wishes_of(const BatchCommand& command) {
    const RecordRange range = read_record_range(command.records);
    return {.sort_by = command.sort_by,
            .separate_by = command.separate_by,
            .cover = command.cover,
            .count_sheet = command.count_sheet,
            .from = range.from,
            .to = range.to,
            .issued_at = command.issued_at,
            .note = command.note};
}

Result<Done> write_findings(const std::filesystem::path& file, const Diagnostics& findings) {
    if (file.empty()) return Done{};
    std::string lines;
    for (const Diagnostic& finding : findings) {
        std::string array;
        http::append_findings(array, {finding});
        lines += array.substr(1, array.size() - 2) + '\n';
    }
    return write_files({{file, lines}});
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

Result<render::BatchOutcome> print(const BatchCommand& command, std::ostream& err) {
    const std::string source = TRY(read_file(command.data));
    const fonts::FontLibrary fonts = TRY(open_fonts(command.tenant, command.character_sets));
    const auto form = TRY(open_form(command.form, fonts));
    const auto people = TRY(open_people(command, render::compiled(*form).form(), source));
    const std::string made_from = TRY(identity(command, fonts, source));
    const CollationWishes wishes = wishes_of(command);
    std::unique_ptr<Collation> collation;
    if (!wishes.is_plain()) collation = TRY(Collation::make(*form, *people, wishes, fonts));
    ProgressBar bar(static_cast<std::size_t>(std::count(source.begin(), source.end(), '\n')));
    const Protection protection = TRY(Protection::open(command.protection));
    render::BatchSettings settings{
        .pdf = {.issued_at = command.issued_at,
                .adjustment = TRY(adjustment_of(command.print, command.tenant)),
                .hints = hints_of(command.print)},
        .layout = {.data_only = command.print.data_only, .watermark = command.print.watermark},
        .threads = command.threads,
        .progress = [&](std::size_t through) { bar.advance(through); },
        .closing = collation ? collation->closing() : render::Closing(),
        .first_number = std::max<std::size_t>(wishes.from, 1),
    };
    protection.prepare(settings.pdf);
    render::RecordSource& records = collation ? collation->records() : *people;
    const std::size_t job_sheets = collation ? collation->job_sheets() : 0;
    const Print print{command, *form, records, settings, made_from, protection, job_sheets, err};
    Result<render::BatchOutcome> outcome =
        command.directory.empty() ? print_into_one_file(print) : print_into_directory(print);
    bar.finish();
    if (outcome.ok()) outcome->printed -= std::min(outcome->printed, job_sheets);
    if (outcome.ok() && outcome->printed + outcome->refused == 0) return nobody(command.data);
    if (outcome.ok()) TRY(write_findings(command.findings_file, outcome->findings));
    return outcome;
}

}  // namespace

int run(const BatchCommand& command, Streams streams) {
    Result<render::BatchOutcome> outcome = print(command, streams.err);
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
