#include "fonts/subset.h"

#include <algorithm>
#include <string>

#include "fonts/subset_cff.h"
#include "fonts/subset_truetype.h"

namespace madoguchi::fonts {

namespace {

constexpr std::size_t most_codes = 65535;

Diagnostic bad_plan(const Face& face) {
    Diagnostic finding;
    finding.code = "font.subset-plan";
    finding.message = {"フォント「" + face.postscript_name() +
                           "」から取り出す字形の一覧が正しくないか、65,535 字を超えています。",
                       "The list of glyphs to take from the font \"" + face.postscript_name() +
                           "\" is wrong or longer than 65,535."};
    finding.hints = {{"文書を分けて出力してください。", "Write the document in parts."}};
    return finding;
}

bool is_valid(const SubsetPlan& plan) {
    if (plan.glyphs.empty() || plan.glyphs.size() > most_codes) return false;
    const GlyphId count = plan.face->glyph_count();
    const bool has_places = std::all_of(
        plan.blanks.begin(), plan.blanks.end(),
        [&](const SubsetPlan::Blank& blank) { return blank.code < plan.glyphs.size(); });
    if (!has_places) return false;
    return plan.glyphs.front() == 0 &&
           std::all_of(plan.glyphs.begin() + 1, plan.glyphs.end(),
                       [&](GlyphId glyph) { return glyph != 0 && glyph < count; });
}

}  // namespace

std::uint16_t code_of(const SubsetPlan& plan, std::size_t index) {
    if (plan.face->outline_format() == OutlineFormat::TrueType) {
        return static_cast<std::uint16_t>(index);
    }
    return plan.face->cid(plan.glyphs[index]);
}

Result<FontProgram> subset(const SubsetPlan& plan) {
    if (!is_valid(plan)) return bad_plan(*plan.face);
    if (plan.face->outline_format() == OutlineFormat::TrueType) {
        Bytes program = TRY(subset_truetype(plan));
        return FontProgram{ProgramFormat::TrueType, std::move(program)};
    }
    Bytes program = TRY(subset_cff(plan));
    return FontProgram{ProgramFormat::Cff, std::move(program)};
}

}  // namespace madoguchi::fonts
