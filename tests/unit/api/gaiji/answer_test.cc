// What the reader says is believed as little as the file it read.
#include "api/gaiji/answer.h"

#include <gtest/gtest.h>

namespace madoguchi::api {
namespace {

using Kind = fonts::UploadFault::Kind;

const std::string first = "madoguchi-gaiji 1\n", last = "end\n";
const std::string glyph = "glyph E000 1000 M0 0L9 0L9 9Z\n";

TEST(GaijiAnswer, IsReadAsItWasWritten) {
    const std::string glyphs =
        first + glyph + "glyph F0001 500 M0 0.5L9 0L9 9Z\nblank E001\n" + last;
    EXPECT_EQ(write_answer(read_answer(glyphs).value()), glyphs);
    const std::string drawing = first + "glyph - 1000 M0 0L9 0L9 9Z\n" + last;
    EXPECT_EQ(write_answer(read_answer(drawing).value()), drawing);
    const std::string bitmap = first + "bitmap 3 2 c8\n" + last;
    EXPECT_EQ(write_answer(read_answer(bitmap).value()), bitmap);
    const std::string fault = first + "fault 1 1234\n" + last;
    EXPECT_EQ(write_answer(read_answer(fault).value()), fault);
    EXPECT_EQ(std::get<fonts::UploadFault>(*read_answer(fault)),
              (fonts::UploadFault{Kind::CutShort, 1234}));
}

TEST(GaijiAnswer, AnythingElseIsNone) {
    std::string steps = "M0 0";
    for (int i = 0; i < 1'500'000; ++i)
        steps += "L1 1";
    const std::vector<std::string> wrong = {
        "",
        "end\n",
        first,
        first + last,
        first + glyph,
        first + glyph + "end",
        first + glyph + last + "x",
        first + glyph + last + last,
        first + glyph + glyph + last,
        first + "glyph E001 1000 M0 0L9 0L9 9Z\n" + glyph + last,
        first + "glyph 0041 1000 M0 0L9 0L9 9Z\n" + last,
        first + "glyph E000 0 M0 0L9 0L9 9Z\n" + last,
        first + "glyph E000 -1 M0 0L9 0L9 9Z\n" + last,
        first + "glyph E000 16001 M0 0L9 0L9 9Z\n" + last,
        first + "glyph E000 1000 M0 0L9 0L99999 9Z\n" + last,
        first + "glyph E000 1000 M0 0Lnan 0L9 9Z\n" + last,
        first + "glyph E000 1000 M0 0\n" + last,
        first + "glyph E000 1000 \n" + last,
        first + "glyph E000 1000 " + steps + "\n" + last,
        first + "blank -\n" + last,
        first + glyph + "blank E001 E002\n" + last,
        first + glyph + "bitmap 3 2 c8\n" + last,
        first + "bitmap 3 2 c8\n" + glyph + last,
        first + "bitmap 3 2 c\n" + last,
        first + "bitmap 3 2 c80\n" + last,
        first + "bitmap 3 2 CG\n" + last,
        first + "bitmap 0 2 \n" + last,
        first + "bitmap 40000 40000 c8\n" + last,
        first + "fault 99 0\n" + last,
        first + "fault 1\n" + last,
        first + "fault 1 0\nfault 1 0\n" + last,
        first + "fault 1 99999999999999999999999\n" + last,
        first + "note E000\n" + last,
    };
    for (std::size_t i = 0; i < wrong.size(); ++i)
        EXPECT_FALSE(read_answer(wrong[i])) << i;
}

TEST(GaijiAnswer, ABitmapWithoutInkIsBlank) {
    EXPECT_EQ(std::get<fonts::UploadFault>(*read_answer(first + "bitmap 3 2 00\n" + last)).kind,
              Kind::Blank);
}

}  // namespace
}  // namespace madoguchi::api
