#include <algorithm>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "api/characters/conversion_setup.h"
#include "api/cli/character_files.h"
#include "api/cli/commands.h"
#include "api/cli/report.h"
#include "api/files/input_file.h"
#include "api/files/output_file.h"
#include "api/files/output_place.h"

namespace madoguchi::api::cli {

namespace {

Result<PreparedConversion> prepare(const ConvertCommand& command) {
    const ConversionMeans means{
        .tenant = TRY(file_tenant(command.tenant)),
        .table = open_characters,
        .sets = [&] { return character_sets_in_use(command.character_sets); },
    };
    return prepare_conversion({.from = command.from,
                               .to = command.to,
                               .link = link_file(command.link, command.tenant),
                               .input_name = command.input.string()},
                              means);
}

Result<ConversionReport> convert_file(const ConvertCommand& command) {
    std::vector<std::filesystem::path> inputs{command.input};
    if (!command.link.empty()) inputs.push_back(link_file(command.link, command.tenant));
    TRY(refuse_inputs(command.output, inputs));
    const PreparedConversion prepared = TRY(prepare(command));
    InputFile input = TRY(InputFile::open(command.input));
    OutputFile output = TRY(OutputFile::create(command.output));
    ConversionReport report =
        TRY(convert(prepared.settings, bytes_of(input),
                    [&](std::string_view bytes) { return output.write(bytes); }));
    if (report.whole()) TRY(output.commit());
    return report;
}

void say(const ConversionReport& report, std::ostream& err) {
    if (!report.whole()) {
        const std::size_t errors = report.faults + report.stopped;
        err << "変換していません（" << errors << "か所）/ not converted (" << errors
            << " errors)\n";
        return;
    }
    err << report.records << "件、" << report.characters << "文字を変換しました。記号の選択"
        << report.variants << "、外字" << report.gaiji + report.own_codes << "、置き換え"
        << report.replaced << "、〓" << report.marked << " / " << report.records << " records, "
        << report.characters << " characters, " << report.variants << " variants, "
        << report.gaiji + report.own_codes << " gaiji, " << report.replaced << " replaced, "
        << report.marked << " marked\n";
}

}  // namespace

int run(const ConvertCommand& command, Streams streams) {
    const Result<ConversionReport> outcome = convert_file(command);
    report(outcome.ok() ? outcome->findings : outcome.findings(), command.findings, streams);
    if (!outcome.ok()) return stopped;
    say(*outcome, streams.err);
    return outcome->whole() ? done : stopped;
}

}  // namespace madoguchi::api::cli
