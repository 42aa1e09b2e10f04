#include "fonts/face.h"

#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "fixtures.h"
#include "freetype_judge.h"

namespace madoguchi::fonts {

namespace {

std::string code_of_failure(const Result<std::shared_ptr<const Face>>& result) {
    return result.ok() ? "" : result.findings().front().code;
}

TEST(Face, KnowsWhatItIs) {
    EXPECT_EQ(ipamj().postscript_name(), "IPAmjMincho");
    EXPECT_EQ(ipamj().outline_format(), OutlineFormat::TrueType);
    EXPECT_EQ(ipamj().embedding(), Embedding::Allowed);
    EXPECT_EQ(ipamj().metrics().units_per_em, 2048);
    EXPECT_EQ(ipamj().metrics().ascent, 1802);
    EXPECT_EQ(ipamj().metrics().descent, -246);
    EXPECT_EQ(noto_serif().postscript_name(), "NotoSerifCJKjp-Regular");
    EXPECT_EQ(noto_serif().outline_format(), OutlineFormat::CidKeyedCff);
    EXPECT_EQ(noto_serif().metrics().ascent, 880);
}

TEST(Face, GlyphsAreFreeTypes) {
    const auto judge = FreeTypeJudge::of_file("/usr/share/fonts/truetype/ipamj/ipamjm.ttf", 0);
    ASSERT_TRUE(judge.opened());
    for (char32_t c = 1; c < 0x30000; c += 31) {
        ASSERT_EQ(ipamj().glyph(c).value_or(0), judge.glyph(c)) << std::hex << std::uint32_t{c};
    }
    for (GlyphId glyph = 1; glyph < ipamj().glyph_count(); glyph += 89) {
        ASSERT_EQ(ipamj().advance(glyph), judge.advance(glyph)) << glyph;
        ASSERT_EQ(ipamj().glyph_by_name(judge.glyph_name(glyph)), glyph);
    }
}

TEST(Face, SequencesAreOnlyTheOnesItNames) {
    EXPECT_TRUE(ipamj().glyph(U'辻', 0xe0102));
    EXPECT_TRUE(ipamj().glyph(U'辻', 0xe0103));
    EXPECT_NE(ipamj().glyph(U'辻', 0xe0102), ipamj().glyph(U'辻', 0xe0103));
    EXPECT_FALSE(ipamj().glyph(U'辻', 0xe0100));
    EXPECT_FALSE(ipamj().glyph(U'邉', 0xe01ef));
    EXPECT_TRUE(ipaex_mincho().glyph(U'辻', 0xe0100));
}

TEST(Face, NamesAreFoundInAnyCase) {
    const auto glyph = ipamj().glyph_by_name("MJ003719");
    ASSERT_TRUE(glyph);
    EXPECT_EQ(ipamj().glyph_by_name("mj003719"), glyph);
    EXPECT_FALSE(ipamj().glyph_by_name("MJ999999"));
    EXPECT_FALSE(ipamj().glyph_by_name(""));
    EXPECT_FALSE(noto_serif().glyph_by_name("MJ003719"));
}

TEST(Face, ALetterOfAnotherCaseIsAnotherName) {
    const auto upper = ipamj().glyph(U'A');
    const auto lower = ipamj().glyph(U'a');
    ASSERT_TRUE(upper && lower);
    const auto judge = FreeTypeJudge::of_file("/usr/share/fonts/truetype/ipamj/ipamjm.ttf", 0);
    EXPECT_EQ(ipamj().glyph_by_name(judge.glyph_name(*upper)), upper);
    EXPECT_EQ(ipamj().glyph_by_name(judge.glyph_name(*lower)), lower);
}

TEST(Face, CidsAreFreeTypes) {
    const auto judge =
        FreeTypeJudge::of_file("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 0);
    for (GlyphId glyph = 1; glyph < noto_serif().glyph_count(); glyph += 211)
        ASSERT_EQ(noto_serif().cid(glyph), judge.cid(glyph));
}

TEST(Face, VerticalMeasuresOfAFullWidthCharacter) {
    const GlyphId glyph = *ipamj().glyph(U'国');
    EXPECT_EQ(ipamj().vertical_advance(glyph), 2048);
    EXPECT_EQ(ipamj().vertical_origin(glyph).x, 1024);
    EXPECT_EQ(ipamj().vertical_origin(glyph).y, 1802);
}

TEST(Face, VerticalMeasuresWithoutVerticalTables) {
    const GlyphId glyph = *gaiji_face()->glyph(0xe000);
    EXPECT_EQ(gaiji_face()->vertical_advance(glyph), 1000);
    EXPECT_EQ(gaiji_face()->vertical_origin(glyph).x, 500);
    EXPECT_EQ(gaiji_face()->vertical_origin(glyph).y, 880);
}

TEST(Face, NotdefIsNoAnswer) {
    EXPECT_FALSE(ipamj().glyph(U'\uffff'));
    EXPECT_FALSE(ipamj().glyph(0x10ffff));
    EXPECT_FALSE(gaiji_face()->glyph_by_name(".notdef"));
}

TEST(Face, TablesAreTheFiles) {
    EXPECT_EQ(ipamj().table("head").size(), 54U);
    EXPECT_TRUE(ipamj().table("CFF ").empty());
}

TEST(Face, OpensWithTheReasonWhyNot) {
    EXPECT_EQ(code_of_failure(Face::open("/nonexistent/font.ttf")), "font.unreadable");
    EXPECT_EQ(code_of_failure(Face::open("/usr/share/fonts")), "font.unreadable");
    EXPECT_EQ(code_of_failure(Face::from_bytes({}, "empty")), "font.not-a-font");
    EXPECT_EQ(code_of_failure(Face::open(MADOGUCHI_SOURCE_DIR "/CMakeLists.txt")),
              "font.not-a-font");
    EXPECT_EQ(
        code_of_failure(Face::open("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 99)),
        "font.not-a-font");
}

TEST(Face, AnEmptyFileIsAFinding) {
    const std::string path = testing::TempDir() + "madoguchi-empty-font.ttf";
    std::ofstream(path).close();
    const auto face = Face::open(path);
    std::filesystem::remove(path);
    ASSERT_FALSE(face.ok());
    EXPECT_EQ(face.findings().front().code, "font.not-a-font");
    EXPECT_EQ(face.findings().front().origin.source->file, "madoguchi-empty-font.ttf");
}

TEST(Face, EmbeddingFollowsFsType) {
    const auto with_type = [](std::uint8_t high, std::uint8_t low) {
        Bytes font = invented_gaiji_font();
        const auto face = Face::from_bytes(font, "gaiji").value();
        const ByteView table = face->table("OS/2");
        // The table lies in the face's copy of the font at the same offset.
        const auto at = std::search(font.begin(), font.end(), table.begin(), table.end());
        *(at + 8) = high, *(at + 9) = low;
        return Face::from_bytes(font, "gaiji").value()->embedding();
    };
    EXPECT_EQ(with_type(0, 0), Embedding::Allowed);
    EXPECT_EQ(with_type(0, 0x08), Embedding::Allowed);    // editable
    EXPECT_EQ(with_type(0, 0x04), Embedding::Allowed);    // preview and print
    EXPECT_EQ(with_type(0, 0x02), Embedding::Forbidden);  // restricted
    EXPECT_EQ(with_type(1, 0), Embedding::Forbidden);     // no subsetting
    EXPECT_EQ(with_type(2, 0), Embedding::Forbidden);     // bitmaps only
}

TEST(Face, NamesAreBuiltOnceByManyThreads) {
    const auto face = Face::open("/usr/share/fonts/truetype/ipamj/ipamjm.ttf").value();
    std::vector<std::optional<GlyphId>> found(4);
    std::vector<std::thread> threads;
    for (auto& answer : found)
        threads.emplace_back([&] { answer = face->glyph_by_name("MJ003719"); });
    for (std::thread& thread : threads)
        thread.join();
    for (const auto& answer : found)
        EXPECT_EQ(answer, ipamj().glyph_by_name("MJ003719"));
}

}  // namespace

}  // namespace madoguchi::fonts
