#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>

#include "fixtures.h"
#include "fonts/outline.h"
#include "fonts/shape.h"
#include "fonts/subset.h"

namespace madoguchi::fonts {

namespace {

/// Asks an opened face for everything that printing asks for. Whatever a damaged font answers, it
/// must not read outside of its bytes (the sanitizers watch) and must name no glyph it lacks.
void exercise(const std::shared_ptr<const Face>& face) {
    const FaceSet faces({{face, FaceRole::Gaiji, {}}, {face, FaceRole::Text, {}}});
    for (const auto direction : {WritingDirection::Horizontal, WritingDirection::Vertical}) {
        const ShapedText text = shape(faces, "\ue000か\u309aA\U000F0001、国&MJ000001;", direction);
        for (const ShapedGlyph& glyph : text.glyphs)
            EXPECT_NE(glyph.glyph, 0U);
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
    if (!program.ok()) {
        EXPECT_EQ(program.findings().front().code, "font.contradiction");
    }
}

/// True when the bytes opened as a face.
bool open_and_exercise(Bytes font) {
    const auto face = Face::from_bytes(std::move(font), "hostile");
    if (face.ok()) {
        exercise(*face);
    } else {
        EXPECT_FALSE(face.findings().front().message.ja.empty());
    }
    return face.ok();
}

Bytes read_file(const char* path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Bytes first(const Bytes& font, std::size_t size) {
    return {font.begin(), font.begin() + static_cast<std::ptrdiff_t>(size)};
}

TEST(HostileFont, CutAnywhere) {
    for (const Bytes& font : {invented_gaiji_font(), name_keyed_font()}) {
        ASSERT_TRUE(open_and_exercise(font));
        for (std::size_t size = 0; size < font.size(); size += 3)
            open_and_exercise(first(font, size));
    }
}

TEST(HostileFont, ARealFontCutAnywhere) {
    const Bytes font = read_file("/usr/share/fonts/opentype/ipaexfont-mincho/ipaexm.ttf");
    ASSERT_GT(font.size(), 1000000U);
    for (std::size_t size = 0; size < 60000; size += 997)
        EXPECT_FALSE(open_and_exercise(first(font, size)));
    for (std::size_t size = 60000; size < font.size(); size += 997 * 331)
        open_and_exercise(first(font, size));
}

class FlippedBytes : public testing::TestWithParam<unsigned> {};

TEST_P(FlippedBytes, AreAFindingOrAFace) {
    for (unsigned seed = GetParam(); seed < GetParam() + 100; ++seed) {
        std::mt19937 random(seed);
        Bytes font = seed % 2 == 0 ? invented_gaiji_font() : name_keyed_font();
        for (unsigned flips = random() % 8 + 1; flips > 0; --flips)
            font[random() % font.size()] = static_cast<std::uint8_t>(random());
        open_and_exercise(std::move(font));
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, FlippedBytes, testing::Values(0U, 100U, 200U, 300U));

TEST(HostileFont, NoiseIsNoFont) {
    std::mt19937 random(1);
    for (std::size_t size = 0; size < 2000; size += 61) {
        Bytes noise(size);
        for (auto& byte : noise)
            byte = static_cast<std::uint8_t>(random());
        EXPECT_FALSE(open_and_exercise(std::move(noise)));
    }
}

}  // namespace

}  // namespace madoguchi::fonts
