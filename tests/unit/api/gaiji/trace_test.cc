// A traced picture looks like the picture.
#include "api/gaiji/trace.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "api/gaiji/upload.h"
#include "fonts/gaiji/registry.h"
#include "tests/support/glyph_picture.h"

namespace madoguchi::api {
namespace {

constexpr std::size_t side = 128;

Bytes ipamj() {
    std::ifstream file("/usr/share/fonts/truetype/ipamj/ipamjm.ttf", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The picture that the traced outline gives.
tests::GlyphPicture traced(const tests::GlyphPicture& picture) {
    const UploadPrograms programs = upload_programs();
    auto drawing = trace({picture.width, picture.height, picture.ink}, "picture", programs.tracer,
                         programs.limits);
    EXPECT_TRUE(drawing.ok());
    if (!drawing.ok()) return {};
    const auto registry = fonts::GaijiRegistry::of(
        "Traced", {{.code_point = 0xe000, .identity = {}, .drawing = *drawing}}, {});
    EXPECT_TRUE(registry.ok());
    return tests::draw_character(fonts::build_font(registry->font()).value(), 0xe000,
                                 picture.width);
}

TEST(Tracing, KeepsAGlyphAndItsHoles) {
    const Bytes font = ipamj();
    ASSERT_FALSE(font.empty());
    for (const char32_t character : U"鬱國㐂邉口ゑ") {
        if (character == 0) continue;
        const tests::GlyphPicture picture = tests::draw_character(font, character, side);
        ASSERT_GT(picture.covered(), 500U);
        EXPECT_GE(tests::agreement(picture, traced(picture)), 0.9)
            << static_cast<unsigned>(character);
    }
}

TEST(Tracing, TellsAHoleFromNone) {
    tests::GlyphPicture ring{side, side, std::vector<bool>(side * side)};
    for (std::size_t y = 20; y < 100; ++y) {
        for (std::size_t x = 20; x < 100; ++x)
            ring.ink[y * side + x] = !(x >= 40 && x < 80 && y >= 40 && y < 80);
    }
    const tests::GlyphPicture back = traced(ring);
    EXPECT_FALSE(back.at(60, 60));
    EXPECT_TRUE(back.at(30, 60));
    EXPECT_GE(tests::agreement(ring, back), 0.95);
}

TEST(Tracing, LeavesNoSpeckOut) {
    tests::GlyphPicture dots{side, side, std::vector<bool>(side * side)};
    for (std::size_t y = 30; y < 90; ++y)
        for (std::size_t x = 30; x < 60; ++x)
            dots.ink[y * side + x] = true;
    dots.ink[20 * side + 100] = dots.ink[20 * side + 101] = true;
    const tests::GlyphPicture back = traced(dots);
    EXPECT_TRUE(back.at(100, 20) || back.at(101, 20));
}

TEST(Tracing, WithoutThePackageIsAFinding) {
    const auto drawing = trace({1, 1, {true}}, "a.png", {"/no/such/potrace", {}}, {});
    ASSERT_FALSE(drawing.ok());
    EXPECT_EQ(drawing.findings().front().code, "gaiji.no-tracer");
}

TEST(Tracing, OfATracerThatFailsIsAFinding) {
    const auto drawing = trace({1, 1, {true}}, "a.png", {"/bin/false", {}}, {});
    ASSERT_FALSE(drawing.ok());
    EXPECT_EQ(drawing.findings().front().code, "gaiji.not-traced");
}

}  // namespace
}  // namespace madoguchi::api
