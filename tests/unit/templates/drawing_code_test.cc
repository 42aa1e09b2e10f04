#include "templates/drawing_code.h"

#include <gtest/gtest.h>

#include <random>

namespace madoguchi::templates {
namespace {

Point at(double x, double y) {
    return {Length::mm(x), Length::mm(y)};
}

Drawing whole_drawing() {
    Drawing drawing{{Length::mm(210), Length::mm(297)}, {}, {}};
    const std::vector<PathStep> curve = {PathMove{at(1, 2)}, PathLine{at(30, 2)},
                                         PathCurve{at(40, 2), at(40, 22), at(30, 22)}, PathClose{}};
    drawing.clips.push_back({-1, {curve, FillRule::NonZero}});
    drawing.clips.push_back({0, {curve, FillRule::EvenOdd}});
    drawing.marks.push_back(
        {1, Path{.steps = curve, .fill = Colour{1, 2, 3}, .rule = FillRule::EvenOdd}});
    const StrokeStyle dashed{.width = Length::mm(0.3),
                             .colour = {255, 0, 0},
                             .dashes = {Length::mm(2), Length::mm(1)},
                             .dash_phase = Length::mm(0.5),
                             .cap = LineCap::Round,
                             .join = LineJoin::Bevel,
                             .miter_limit = 4};
    drawing.marks.push_back({-1, Path{.steps = curve, .stroke = dashed}});
    drawing.marks.push_back(
        {0, DrawnPicture{DrawnPicture::Format::Jpeg, std::make_shared<const Bytes>(Bytes{1, 2, 3}),
                         at(5, 5), at(10, 1), at(-1, 10)}});
    return drawing;
}

TEST(DrawingCode, GivesBackWhatWasDrawn) {
    const Drawing drawing = whole_drawing();
    const Bytes bytes = encode_drawing(drawing);
    const std::optional<Drawing> again = decode_drawing(bytes);
    ASSERT_TRUE(again);
    EXPECT_EQ(encode_drawing(*again), bytes);
    EXPECT_EQ(again->size, drawing.size);
    ASSERT_EQ(again->clips.size(), 2u);
    EXPECT_EQ(again->clips[1].outside, 0);
    EXPECT_EQ(again->clips[1].path, drawing.clips[1].path);
    ASSERT_EQ(again->marks.size(), 3u);
    EXPECT_EQ(std::get<Path>(again->marks[0].content), std::get<Path>(drawing.marks[0].content));
    EXPECT_EQ(std::get<Path>(again->marks[1].content), std::get<Path>(drawing.marks[1].content));
    const auto& picture = std::get<DrawnPicture>(again->marks[2].content);
    EXPECT_EQ(*picture.bytes, (Bytes{1, 2, 3}));
    EXPECT_EQ(picture.across, at(10, 1));
}

TEST(DrawingCode, RefusesWhatIsNoWholeDrawing) {
    const Bytes whole = encode_drawing(whole_drawing());
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_FALSE(decode_drawing(ByteView(whole).first(size))) << size;
    // Another size than the text has, and one that nobody has room for.
    for (const Bytes& start : {Bytes{0, 0, 0, 9}, Bytes{255, 255, 255, 255}}) {
        Bytes changed = whole;
        std::copy(start.begin(), start.end(), changed.begin());
        EXPECT_FALSE(decode_drawing(changed));
    }
}

TEST(DrawingCode, SurvivesEveryChangedByte) {
    const Bytes whole = encode_drawing(whole_drawing());
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        Bytes changed = whole;
        const std::size_t header = 6;  // of ours and of zlib, where some bits mean nothing
        changed[header + random() % (whole.size() - header)] ^=
            static_cast<std::uint8_t>(1 + random() % 255);
        const std::optional<Drawing> read = decode_drawing(changed);
        if (read) {  // a bit that means nothing
            EXPECT_EQ(encode_drawing(*read), whole);
        }
    }
}

}  // namespace
}  // namespace madoguchi::templates
