// The short way of a text to its glyphs makes what the long one makes, whatever the text, the style
// and the frame.
#include "render/layout/plain_line.h"

#include <gtest/gtest.h>

#include <random>

#include "base/utf8.h"
#include "render/layout/text_block.h"
#include "tests/support/layout_fixture.h"

namespace madoguchi::render {
namespace {

void expect_equal(const GlyphRun& a, const GlyphRun& b) {
    ASSERT_EQ(a.face, b.face);
    ASSERT_EQ(a.size, b.size);
    ASSERT_EQ(a.condense, b.condense);
    ASSERT_EQ(a.direction, b.direction);
    ASSERT_EQ(a.colour, b.colour);
    ASSERT_EQ(a.text, b.text);
    ASSERT_EQ(a.glyphs.size(), b.glyphs.size());
    for (std::size_t i = 0; i < a.glyphs.size(); ++i) {
        ASSERT_EQ(a.glyphs[i].glyph, b.glyphs[i].glyph) << a.text;
        ASSERT_EQ(a.glyphs[i].at, b.glyphs[i].at) << a.text << " glyph " << i;
        ASSERT_EQ(a.glyphs[i].text_offset, b.glyphs[i].text_offset) << a.text;
        ASSERT_EQ(a.glyphs[i].text_size, b.glyphs[i].text_size) << a.text;
        ASSERT_EQ(a.glyphs[i].space_behind, b.glyphs[i].space_behind) << a.text << " glyph " << i;
    }
}

void expect_equal(const std::vector<Item>& a, const std::vector<Item>& b) {
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        ASSERT_EQ(a[i].element, b[i].element);
        ASSERT_EQ(a[i].content.index(), b[i].content.index());
        if (const auto* run = std::get_if<GlyphRun>(&a[i].content)) {
            expect_equal(*run, std::get<GlyphRun>(b[i].content));
        } else {
            const Group &x = std::get<Group>(a[i].content), &y = std::get<Group>(b[i].content);
            ASSERT_EQ(x.actual_text, y.actual_text);
            ASSERT_EQ(x.origin, y.origin);
            expect_equal(x.items, y.items);
        }
    }
}

/// Whether the text is a plain line; both ways are walked and held against each other.
bool agree(const std::string& text, const Rect& frame, const templates::Style& style) {
    const LayoutContext context{installed_fonts(), templates::MissingCharacterPolicy::Stop,
                                nullptr};
    templates::Element element;
    element.kind = templates::Text{"{{値}}", style};
    const templates::FilledElement filled{.element = &element, .text = text};
    std::vector<Item> items, slowly;
    Diagnostics findings, slow_findings;
    const auto box = set_text({context, filled, 0, items, findings}, text, frame, style);
    const auto slow_box =
        set_paragraphs({context, filled, 0, slowly, slow_findings}, text, frame, style);
    EXPECT_EQ(box, slow_box) << text;
    EXPECT_EQ(findings.size(), slow_findings.size()) << text;
    expect_equal(items, slowly);
    PlainLine line;
    return read_plain_line(*installed_fonts().mincho, text, style, line);
}

std::string random_text(std::mt19937& random) {
    static const std::u32string letters =
        U"山田花子渡邊龍一かがアイーA9-z 　、（）12丁目番号〒～：・\U00020BB7＆Ａ１";
    std::u32string text;
    const std::size_t size = 1 + random() % 14;
    for (std::size_t i = 0; i < size; ++i)
        text += letters[random() % (random() % 3 == 0 ? letters.size() : 12)];
    return to_utf8(text);
}

templates::Style random_style(std::mt19937& random) {
    using namespace templates;
    Style style;
    style.align = static_cast<Align>(random() % 5);
    style.block_align = static_cast<BlockAlign>(random() % 3);
    style.size = Length::pt(8 + static_cast<double>(random() % 8) * 0.9);
    if (random() % 4 == 0)
        style.letter_spacing = Length::pt(static_cast<double>(random() % 30) / 10);
    style.western_space = random() % 4 != 0;
    if (random() % 2 == 0) style.fit.steps = {FitStep::Condense, FitStep::Shrink, FitStep::Wrap};
    return style;
}

TEST(PlainLine, IsWhatTheLongWayMakes) {
    std::mt19937 random(11);
    std::size_t plain = 0;
    for (int round = 0; round < 4000; ++round) {
        const std::string text = random_text(random);
        const Rect frame = rect_mm(10, 10, 10 + static_cast<double>(random() % 60),
                                   2 + static_cast<double>(random() % 8));
        plain += agree(text, frame, random_style(random));
        if (testing::Test::HasFatalFailure()) return;
    }
    EXPECT_GT(plain, 800U);
}

TEST(PlainLine, IsNotWhatNeedsMore) {
    const fonts::FaceSet& faces = *installed_fonts().mincho;
    templates::Style style;
    for (const char* text :
         {"", "山田\n花子", "（山田）", "辻\U000E0102", "山田、", "&MJ003719;", "\u0378"}) {
        PlainLine line;
        EXPECT_FALSE(read_plain_line(faces, text, style, line)) << text;
    }
    std::string longest;
    for (std::size_t i = 0; i < PlainLine::most; ++i)
        longest += "国";
    PlainLine line, longer;
    EXPECT_TRUE(read_plain_line(faces, longest, style, line));
    EXPECT_FALSE(read_plain_line(faces, longest + "国", style, longer));
    style.direction = templates::Direction::Vertical;
    PlainLine vertical;
    EXPECT_FALSE(read_plain_line(faces, "山田", style, vertical));
}

}  // namespace
}  // namespace madoguchi::render
