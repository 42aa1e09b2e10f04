#include <array>
#include <ostream>
#include <utility>

#include "api/cli/commands.h"
#include "api/cli/report.h"
#include "api/files/output_file.h"
#include "api/files/output_place.h"
#include "api/tenants/tenant.h"
#include "fonts/gaiji/svg_path.h"
#include "render/glyph_sheet.h"

namespace madoguchi::api::cli {

namespace {

using Changes = std::vector<fonts::GaijiChange>;

Changes asked_for(const fonts::GaijiRegistry& registry, std::optional<char32_t> code) {
    Changes changes = registry.history();
    std::erase_if(changes, [&](const fonts::GaijiChange& change) {
        return code && change.code_point != *code;
    });
    return changes;
}

std::string_view word(fonts::GaijiChange::Action action) {
    constexpr std::array<std::string_view, 4> words = {"登録", "差し替え", "変更", "削除"};
    return words.at(static_cast<std::size_t>(action));
}

/// One line, columns parted by tabs; the last is the former shape as path data of SVG.
std::string line(const fonts::GaijiChange& change) {
    return fonts::write_day(change.day) + '\t' + fonts::write_gaiji_code(change.code_point) + '\t' +
           std::string(word(change.action)) + '\t' + change.note + '\t' +
           (change.former ? fonts::write_svg_path(change.former->outline) : std::string());
}

render::SheetCell cell(const fonts::GaijiDrawing& drawing, std::vector<std::string> lines) {
    return {render::SheetGlyph{
                fonts::to_font_units(drawing.outline, {}, fonts::gaiji_em, fonts::gaiji_baseline),
                fonts::gaiji_em, fonts::gaiji_baseline},
            std::move(lines)};
}

/// Former shapes in the order of the changes, then what stands under the codes now.
std::vector<render::SheetCell> cells(const fonts::GaijiRegistry& registry, const Changes& changes,
                                     std::optional<char32_t> code) {
    std::vector<render::SheetCell> made;
    for (const fonts::GaijiChange& change : changes) {
        if (!change.former) continue;
        made.push_back(cell(*change.former, {fonts::write_gaiji_code(change.code_point),
                                             fonts::write_day(change.day) + " まで"}));
    }
    for (const fonts::GaijiEntry& entry : registry.entries()) {
        if (code && entry.code_point != *code) continue;
        made.push_back(cell(entry.drawing, {fonts::write_gaiji_code(entry.code_point), "今の形"}));
    }
    return made;
}

Result<Done> tell_history(const GaijiHistoryCommand& command, std::ostream& out) {
    const TenantSettings settings = TRY(read_tenant_settings(command.tenant));
    const Tenant tenant = TRY(read_tenant(settings));
    const fonts::GaijiRegistry none("None");
    const fonts::GaijiRegistry& registry = tenant.registry ? *tenant.registry : none;
    const std::optional<char32_t> code = fonts::parse_gaiji_code(command.code);
    const Changes changes = asked_for(registry, code);
    if (code && changes.empty() && registry.find(*code) == nullptr) {
        return fonts::gaiji_finding(
            *code, "gaiji.unknown-code",
            {"このコードの外字が登録されたことはありません。",
             "no character was ever registered under the code."},
            {"コードを付けなければ、すべての履歴を示します。", "Without a code all are shown."});
    }
    if (!command.sheet.empty()) {
        TRY(refuse_inputs(command.sheet, {command.tenant / "tenant.json", settings.gaiji}));
        TRY(write_files(
            {{command.sheet, render::write_glyph_sheet(cells(registry, changes, code))}}));
    }
    for (const fonts::GaijiChange& change : changes)
        out << line(change) << '\n';
    return Done{};
}

}  // namespace

int run(const GaijiHistoryCommand& command, Streams streams) {
    const Result<Done> told = tell_history(command, streams.out);
    if (told.ok()) return done;
    report(told.findings(), FindingsFormat::Lines, streams);
    return stopped;
}

}  // namespace madoguchi::api::cli
