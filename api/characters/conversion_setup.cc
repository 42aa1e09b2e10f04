#include "api/characters/conversion_setup.h"

#include <algorithm>
#include <utility>

#include "fonts/charset/charset.h"

namespace madoguchi::api {

namespace {

/// Which side of the conversion the link is on.
Result<Direction> side_of(const ConversionQuestion& question, const Link& link) {
    const auto charset = link.code.charset();
    const auto is_link = [&](const std::string& side) {
        return side == "link" || (charset && side == fonts::to_string(*charset));
    };
    if (question.from == "link") return Direction::FromLink;
    if (question.to == "link") return Direction::ToLink;
    const bool from = is_link(question.from), to = is_link(question.to);
    if (from != to) return from ? Direction::FromLink : Direction::ToLink;
    Diagnostic finding{.code = "link.side",
                       .message = {"連携先の文字コードを読むのか書くのか決まりません",
                                   "it is open whether the link's code is read or written"},
                       .hints = {{"--from link か --to link と書いてください。",
                                  "Say --from link or --to link."}}};
    finding.origin.source = SourcePlace{.file = question.link.string()};
    return finding;
}

Result<fonts::FileCode> built_in(const std::string& name) {
    if (const auto charset = fonts::parse_charset_name(name)) return fonts::FileCode(*charset);
    return Diagnostic{
        .code = "charset.unknown",
        .message = {"文字コード「" + name + "」はありません。",
                    "There is no code \"" + name + "\"."},
        .hints = {
            {"utf-8、utf-16le、utf-16be、cp932、shift_jis、shift_jis-2004、euc-jp、"
             "euc-jis-2004、iso-2022-jp、iso-2022-jp-2004、ibm930、ibm939、ibm1390、ibm1399 の"
             "どれか、または link と書いてください。",
             "Name one of the built-in codes, or link."}}};
}

Result<Done> apply_link(const ConversionQuestion& question, Direction direction,
                        PreparedConversion& prepared) {
    const Link& link = *prepared.link;
    ConversionSettings& settings = prepared.settings;
    settings.rules.link = &link;
    settings.rules.direction = direction;
    if (direction == Direction::FromLink) {
        settings.from = link.code;
        settings.rules.to = TRY(built_in(question.to));
        settings.records = link.records;
        return Done{};
    }
    settings.from = TRY(built_in(question.from));
    settings.rules.to = link.code;
    settings.rules.target = link.target;
    const bool is_fixed = link.records.kind == RecordForm::Kind::Fixed;
    settings.records = is_fixed ? lines_of(link.records) : link.records;
    if (is_fixed) settings.written = link.records;
    return Done{};
}

/// The link's choices, and what the tenant's registry records for its target.
fonts::ReductionChoices choices_of(const Link& link, const Tenant& tenant) {
    fonts::ReductionChoices choices = link.choices;
    if (tenant.registry && link.target)
        choices.merge(fonts::recorded_choices(*tenant.registry, *link.target));
    return choices;
}

Result<CharacterSets> sets_of(const ConversionQuestion& question, const Link& link,
                              const ConversionMeans& means) {
    if (link.character_sets.empty()) return CharacterSets();
    const CharacterSets installed = TRY(means.sets());
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
        finding.origin.source = SourcePlace{.file = question.link.string()};
        return finding;
    }
    return wanted;
}

}  // namespace

Result<PreparedConversion> prepare_conversion(const ConversionQuestion& question,
                                              const ConversionMeans& means) {
    PreparedConversion prepared;
    ConversionSettings& settings = prepared.settings;
    settings.input_name = question.input_name;
    settings.rules.tenant = means.tenant.id;
    if (question.link.empty()) {
        settings.from = TRY(built_in(question.from));
        settings.rules.to = TRY(built_in(question.to));
        return prepared;
    }
    Link link = TRY(read_link(question.link));
    prepared.link = std::make_unique<const Link>(std::move(link));
    const Direction direction = TRY(side_of(question, *prepared.link));
    TRY(apply_link(question, direction, prepared));
    settings.rules.choices = choices_of(*prepared.link, means.tenant);
    settings.rules.sets = TRY(sets_of(question, *prepared.link, means));
    if (settings.rules.target) {
        prepared.table = TRY(means.table());
        settings.rules.installed = TRY(means.sets());
    }
    settings.rules.table = prepared.table.get();
    return prepared;
}

std::filesystem::path link_file(const std::string& named, const std::filesystem::path& tenant) {
    const bool is_path = named.find('/') != std::string::npos || named.ends_with(".json");
    if (named.empty() || is_path) return named;
    return tenant / "links" / (named + ".json");
}

}  // namespace madoguchi::api
