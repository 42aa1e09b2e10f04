#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <fstream>

#include "fixtures.h"
#include "fonts/gaiji/svg_path.h"
#include "freetype_judge.h"

namespace madoguchi::fonts {

namespace {

std::vector<std::string> codes(const Result<Bytes>& result) {
    std::vector<std::string> found;
    if (!result.ok()) {
        for (const Diagnostic& finding : result.findings())
            found.push_back(finding.code);
    }
    return found;
}

TEST(GaijiFont, FreeTypeReadsWhatWasDrawn) {
    const auto judge = FreeTypeJudge::of_bytes(invented_gaiji_font());
    ASSERT_TRUE(judge.opened());
    EXPECT_EQ(judge.glyph_count(), 3U);
    EXPECT_EQ(judge.glyph(0xe000), 1U);
    EXPECT_EQ(judge.glyph(0xf0001), 2U);
    EXPECT_EQ(judge.glyph_name(2), "gaiji.F0001");
    EXPECT_EQ(judge.advance(1), 1000);
    const Outline square = {MoveTo{{100, 0}}, LineTo{{100, 700}}, LineTo{{800, 700}},
                            LineTo{{800, 0}}, LineTo{{100, 0}},   ClosePath{}};
    EXPECT_EQ(judge.outline(2), square);
}

TEST(GaijiFont, OpensAsAFace) {
    const Face& face = *gaiji_face();
    EXPECT_EQ(face.postscript_name(), "TestGaiji-Regular");
    EXPECT_EQ(face.embedding(), Embedding::Allowed);
    EXPECT_EQ(face.metrics().ascent, 880);
    EXPECT_EQ(face.metrics().descent, -120);
    EXPECT_EQ(face.glyph(0xe000), GlyphId{1});
    EXPECT_EQ(face.glyph_by_name("GAIJI.e000"), GlyphId{1});
    EXPECT_FALSE(face.glyph(U'A'));
}

TEST(GaijiFont, FontconfigReadsIt) {
    const std::string path = testing::TempDir() + "madoguchi-gaiji.ttf";
    const Bytes font = invented_gaiji_font();
    std::ofstream(path, std::ios::binary) << as_text(font);
    const std::string command =
        "fc-scan --format '%{family}|%{postscriptname}|%{charset}' " + path + " > " + path + ".txt";
    ASSERT_EQ(std::system(command.c_str()), 0);
    std::string answer;
    std::getline(std::ifstream(path + ".txt"), answer);
    EXPECT_EQ(answer, "Test Gaiji|TestGaiji-Regular|e000 f0001");
    std::filesystem::remove(path);
    std::filesystem::remove(path + ".txt");
}

TEST(GaijiFont, TheSameDrawingsGiveTheSameBytes) {
    EXPECT_EQ(invented_gaiji_font(), invented_gaiji_font());
}

TEST(GaijiFont, ManyCharactersInAndOutOfTheBasicPlane) {
    DrawnFont font = invented_gaiji();
    const Outline drawing = font.glyphs.front().outline;
    font.glyphs.clear();
    for (char32_t c = 0xe000; c < 0xe800; c += c % 3 == 0 ? 2U : 1U)
        font.glyphs.push_back({c, "g" + std::to_string(font.glyphs.size()), 1000, drawing});
    font.glyphs.push_back({0x10fffd, "last", 500, drawing});
    const auto face = Face::from_bytes(build_font(font).value(), "many").value();
    for (std::size_t i = 0; i < font.glyphs.size(); ++i)
        ASSERT_EQ(face->glyph(font.glyphs[i].code_point), i + 1);
    EXPECT_FALSE(face->glyph(0xe800));
    EXPECT_EQ(face->advance(*face->glyph(0x10fffd)), 500);
}

TEST(GaijiFont, CubicCurvesStayWithinAUnit) {
    DrawnFont font = invented_gaiji();
    // A quarter of a circle of radius 500 round the origin, as SVG programs write it.
    font.glyphs = {{0xe000, "arc", 1000, read_svg_path("M0 0H500C500 276 276 500 0 500Z").value()}};
    const auto face = Face::from_bytes(build_font(font).value(), "arc").value();
    std::size_t curves = 0;
    for (const auto& step : outline(*face, 1)) {
        const auto* quad = std::get_if<QuadTo>(&step);
        if (quad == nullptr) continue;
        ++curves;
        EXPECT_NEAR(std::hypot(quad->to.x, quad->to.y), 500, 1.5);
    }
    EXPECT_GT(curves, 1U);
}

TEST(GaijiFont, EveryFaultIsFound) {
    const Outline drawing = invented_gaiji().glyphs.front().outline;
    DrawnFont font = invented_gaiji();
    font.glyphs = {{U'国', "kuni", 1000, drawing},
                   {0xe000, "a", 1000, drawing},
                   {0xe000, "b", 1000, drawing},
                   {0xe001, "名", 1000, drawing},
                   {0xe002, "c", 1000, read_svg_path("M0 0H99999V5Z").value()},
                   {0xe003, "d", -1, drawing}};
    EXPECT_EQ(
        codes(build_font(font)),
        (std::vector<std::string>{"gaiji.not-private-use", "gaiji.duplicate", "gaiji.bad-name",
                                  "gaiji.drawing-does-not-fit", "gaiji.drawing-does-not-fit"}));
    font = invented_gaiji();
    font.units_per_em = 5;
    EXPECT_EQ(codes(build_font(font)), std::vector<std::string>{"gaiji.bad-measures"});
}

TEST(GaijiFont, AFontOfNothingIsAFont) {
    DrawnFont font = invented_gaiji();
    font.glyphs.clear();
    EXPECT_TRUE(Face::from_bytes(build_font(font).value(), "empty").ok());
}

}  // namespace

}  // namespace madoguchi::fonts
