#include "tests/support/exercise_face.h"

#include <algorithm>

#include "fonts/outline.h"
#include "fonts/shape.h"
#include "fonts/subset.h"

namespace madoguchi::tests {

using namespace fonts;

std::string broken_promise(const std::shared_ptr<const Face>& face) {
    const FaceSet faces({{face, FaceRole::Gaiji, {}}, {face, FaceRole::Text, {}}});
    for (const auto direction : {WritingDirection::Horizontal, WritingDirection::Vertical}) {
        const ShapedText text =
            shape(faces, "\ue000か\u309aA\ue001\U000F0001、国&MJ000001;", direction);
        for (const ShapedGlyph& glyph : text.glyphs) {
            if (glyph.glyph == 0) return "shaped to .notdef";
            if (glyph.glyph >= face->glyph_count()) return "shaped to a glyph it lacks";
        }
    }
    face->glyph(U'辻', 0xe0102);
    face->glyph_by_name("gaiji.E000");
    SubsetPlan plan{face.get(), {0}};
    for (GlyphId glyph = 1; glyph < std::min<GlyphId>(face->glyph_count(), 20); ++glyph) {
        outline(*face, glyph);
        face->vertical_origin(glyph);
        plan.glyphs.push_back(glyph);
        code_of(plan, plan.glyphs.size() - 1);
    }
    const auto program = subset(plan);
    if (program.ok() || program.findings().front().code == "font.contradiction") return {};
    return "no subset because of " + program.findings().front().code;
}

}  // namespace madoguchi::tests
