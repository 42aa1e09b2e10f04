#include <algorithm>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "api/characters/convert.h"
#include "api/characters/link.h"
#include "api/cli/character_files.h"
#include "api/cli/commands.h"
#include "api/cli/report.h"
#include "api/files/input_file.h"
#include "api/files/output_file.h"
#include "api/files/output_place.h"

namespace madoguchi::api::cli {

namespace {

/// Which side of the conversion the link is on.
Result<Direction> side_of(const ConvertCommand& command, const Link& link) {
    const auto charset = link.code.charset();
    const auto is_link = [&](const std::string& side) {
        return side == "link" || (charset && side == fonts::to_string(*charset));
    };
    if (command.from == "link") return Direction::FromLink;
    if (command.to == "link") return Direction::ToLink;
    const bool from = is_link(command.from), to = is_link(command.to);
    if (from != to) return from ? Direction::FromLink : Direction::ToLink;
    Diagnostic finding{.code = "link.side",
                       .message = {"連携先の文字コードを読むのか書くのか決まりません",
                                   "it is open whether the link's code is read or written"},
                       .hints = {{"--from link か --to link と書いてください。",
                                  "Say --from link or --to link."}}};
    finding.origin.source = SourcePlace{.file = command.link.string()};
    return finding;
}

fonts::FileCode built_in(const std::string& name) {
    // The command line lets no other word pass.
    return fonts::FileCode(fonts::parse_charset_name(name).value_or(fonts::CharsetName::Utf8));
}

/// Settings of a conversion, and what they point to.
struct Prepared {
    std::unique_ptr<const Link> link;
    std::shared_ptr<const fonts::MjTable> table;
    ConversionSettings settings;
};

void apply_link(const ConvertCommand& command, Direction direction, Prepared& prepared) {
    const Link& link = *prepared.link;
    ConversionSettings& settings = prepared.settings;
    settings.rules.link = &link;
    settings.rules.direction = direction;
    const bool is_fixed = link.records.kind == RecordForm::Kind::Fixed;
    if (direction == Direction::FromLink) {
        settings.from = link.code;
        settings.rules.to = built_in(command.to);
        settings.records = link.records;
        return;
    }
    settings.from = built_in(command.from);
    settings.rules.to = link.code;
    settings.rules.target = link.target;
    settings.record_bytes = is_fixed ? link.records.bytes : 0;
    if (!is_fixed) settings.records = link.records;
}

/// The link's choices, and what the tenant's registry records for its target.
fonts::ReductionChoices choices_of(const Link& link, const Tenant& tenant) {
    fonts::ReductionChoices choices = link.choices;
    if (tenant.registry && link.target)
        choices.merge(fonts::recorded_choices(*tenant.registry, *link.target));
    return choices;
}

Result<CharacterSets> sets_of(const ConvertCommand& command, const Link& link) {
    if (link.character_sets.empty()) return CharacterSets();
    const CharacterSets installed = TRY(character_sets_in_use(command.character_sets));
    CharacterSets wanted;
    for (const std::string& name : link.character_sets) {
        const auto found = std::find_if(installed.begin(), installed.end(), [&](const auto& set) {
            return set->description().name == name;
        });
        if (found != installed.end()) {
            wanted.push_back(*found);
            continue;
        }
        Diagnostic finding{.code = "link.no-character-set",
                           .message = {"文字集合「" + name + "」が導入されていません。",
                                       "The character set \"" + name + "\" is not installed."},
                           .hints = {{"character-sets install で導入するか、--character-sets で場所"
                                      "を指定してください。",
                                      "Install it, or say where it is with --character-sets."}}};
        finding.origin.source = SourcePlace{.file = command.link.string()};
        return finding;
    }
    return wanted;
}

Result<Prepared> prepare(const ConvertCommand& command) {
    Prepared prepared;
    prepared.settings.input_name = command.input.string();
    const Tenant tenant = TRY(file_tenant(command.tenant));
    prepared.settings.rules.tenant = tenant.id;
    if (command.link.empty()) {
        prepared.settings.from = built_in(command.from);
        prepared.settings.rules.to = built_in(command.to);
        return prepared;
    }
    Link link = TRY(read_link(command.link));
    prepared.link = std::make_unique<const Link>(std::move(link));
    const Direction direction = TRY(side_of(command, *prepared.link));
    apply_link(command, direction, prepared);
    prepared.settings.rules.choices = choices_of(*prepared.link, tenant);
    prepared.settings.rules.sets = TRY(sets_of(command, *prepared.link));
    if (prepared.settings.rules.target) prepared.table = TRY(open_characters());
    prepared.settings.rules.table = prepared.table.get();
    return prepared;
}

Result<ConversionReport> convert_file(const ConvertCommand& command) {
    std::vector<std::filesystem::path> inputs{command.input};
    if (!command.link.empty()) inputs.push_back(command.link);
    TRY(refuse_inputs(command.output, inputs));
    const Prepared prepared = TRY(prepare(command));
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
