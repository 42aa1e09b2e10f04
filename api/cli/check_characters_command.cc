#include <memory>
#include <ostream>
#include <string>
#include <utility>

#include "api/characters/convert.h"
#include "api/characters/reduction_words.h"
#include "api/cli/character_files.h"
#include "api/cli/commands.h"
#include "api/cli/report.h"
#include "api/files/input_file.h"
#include "base/utf8.h"

namespace madoguchi::api::cli {

namespace {

Result<ConversionReport> check_file(const CheckCharactersCommand& command) {
    ConversionSettings settings;
    settings.input_name = command.input.string();
    const Tenant tenant = TRY(file_tenant(command.tenant));
    settings.rules.tenant = tenant.id;
    settings.rules.target = fonts::parse_repertoire_name(command.target);
    if (tenant.registry && settings.rules.target)
        settings.rules.choices = fonts::recorded_choices(*tenant.registry, *settings.rules.target);
    if (const auto charset = fonts::parse_charset_name(command.from))
        settings.from = fonts::FileCode(*charset);
    const std::shared_ptr<const fonts::MjTable> table = TRY(open_characters());
    settings.rules.table = table.get();
    settings.rules.installed = TRY(character_sets_in_use(command.character_sets));
    InputFile input = TRY(InputFile::open(command.input));
    return check(settings, bytes_of(input));
}

std::string shown(const std::string& character) {
    if (!character_reference(character, 0).empty()) return character;
    return character + " " + describe_code_points(character);
}

bool is_visible(const std::string& character) {
    return decode_utf8(character, 0).code_point >= 0x20;
}

/// 文字, 結果, 代わり, 根拠, 回数, 最初の場所.
void write_row(const SeenCharacter& seen, std::ostream& out) {
    const Fate& fate = seen.fate;
    const bool is_replaced = fate.kind == FateKind::Replaced;
    const bool is_listed =
        is_replaced && fate.reduced->outcome == fonts::ReductionOutcome::KeptByList;
    const char* outcome = is_listed          ? "一覧の位置"
                          : is_replaced      ? "置き換え"
                          : stops(fate.kind) ? "代わりなし"
                                             : "そのまま";
    out << shown(seen.character) << '\t' << outcome << '\t' << (is_replaced ? shown(fate.text) : "")
        << '\t' << (is_replaced ? ground_in_japanese(*fate.reduced) : "") << '\t' << seen.count
        << '\t' << seen.first.record.record << "件目 " << seen.first.record.column << "文字目\n";
}

struct Counts {
    std::size_t kept = 0, replaced = 0, none = 0;
};

Counts write_rows(const CheckCharactersCommand& command, const ConversionReport& report,
                  std::ostream& out) {
    Counts different;
    for (const SeenCharacter& seen : report.seen) {
        if (!is_visible(seen.character)) continue;
        const bool is_kept = seen.fate.kind == FateKind::Kept;
        ++(is_kept ? different.kept : stops(seen.fate.kind) ? different.none : different.replaced);
        if (!is_kept || command.lists_kept) write_row(seen, out);
    }
    return different;
}

void write_report(const CheckCharactersCommand& command, const ConversionReport& report,
                  std::ostream& out) {
    const Counts different = write_rows(command, report, out);
    out << command.target << ": " << report.characters << "文字（延べ）のうち、置き換え"
        << report.replaced << "、代わりなし" << report.stopped << "。字の種類では、そのまま"
        << different.kept << "、置き換え" << different.replaced << "、代わりなし" << different.none
        << " / " << report.characters << " characters, " << report.replaced << " replaced, "
        << report.stopped << " without substitute; different ones: " << different.kept << " kept, "
        << different.replaced << " replaced, " << different.none << " without substitute\n";
}

}  // namespace

int run(const CheckCharactersCommand& command, Streams streams) {
    const Result<ConversionReport> outcome = check_file(command);
    const Diagnostics& findings = outcome.ok() ? outcome->findings : outcome.findings();
    if (!outcome.ok() || command.findings == FindingsFormat::Json || outcome->faults > 0)
        report(findings, command.findings, streams);
    if (!outcome.ok()) return stopped;
    if (command.findings == FindingsFormat::Lines) write_report(command, *outcome, streams.out);
    return outcome->whole() ? done : stopped;
}

}  // namespace madoguchi::api::cli
