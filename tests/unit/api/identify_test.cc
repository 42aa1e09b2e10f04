// Identification on the command line: pictures and gaiji in, numbers, texts and a sheet out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <png.h>

#include <cstdlib>
#include <fstream>

#include "api/characters/alike.h"
#include "api/places.h"
#include "cli_fixture.h"
#include "fonts/whole_file.h"
#include "fonts/gaiji/draw_outline.h"
#include "fonts/gaiji/font_builder.h"
#include "fonts/gaiji/svg_path.h"
#include "fonts/installed_fonts.h"

namespace madoguchi::api::cli {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

const fonts::Face& ipamj() {
    static const auto library = fonts::open_installed_fonts().value();
    return *mj_face(library).value();
}

/// The numbers around 辻 and 詰, so that no test waits for the index of all.
Bytes small_index() {
    std::vector<fonts::IndexedGlyph> glyphs;
    for (const fonts::MjNumber first : {24400U, 25700U}) {
        for (fonts::MjNumber number = first; number < first + 200; ++number) {
            if (const auto glyph = ipamj().glyph_by_name(fonts::mj_name(number)))
                glyphs.push_back({number, *glyph});
        }
    }
    return fonts::ShapeIndex::make(ipamj(), glyphs);
}

std::string png_of(unsigned width, unsigned height, unsigned format, const Bytes& pixels) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = width;
    image.height = height;
    image.format = format;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string bytes(size, '\0');
    EXPECT_TRUE(
        png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.data(), 0, nullptr));
    bytes.resize(size);
    return bytes;
}

/// Black on white, 80 × 80.
std::string picture_of(const fonts::Outline& outline, double units_per_em) {
    constexpr std::size_t side = 80;
    Bytes pixels(side * side);
    fonts::draw_outline(outline, {60 / units_per_em, {10, 16}}, side, side, pixels);
    for (std::uint8_t& pixel : pixels)
        pixel = static_cast<std::uint8_t>(255 - pixel);
    return png_of(side, side, PNG_FORMAT_GRAY, pixels);
}

std::string picture_of(const char* name) {
    return picture_of(fonts::outline(ipamj(), *ipamj().glyph_by_name(name)), 2048);
}

/// MADOGUCHI_ROOT is the test's folder, with the table and a small index.
class Identification : public CommandLine {
  protected:
    void SetUp() override {
        CommandLine::SetUp();
        fs::create_directories(directory / "build");
        fs::create_symlink(source_dir / "build/characters.table",
                           directory / "build/characters.table");
        static const Bytes index = small_index();
        write("build/shapes.index", std::string(index.begin(), index.end()));
        ::setenv("MADOGUCHI_ROOT", directory.c_str(), 1);
    }
    void TearDown() override {
        ::unsetenv("MADOGUCHI_ROOT");
        CommandLine::TearDown();
    }
    Outcome identify(std::vector<std::string> words) const {
        words.insert(words.begin(), {"characters", "identify"});
        return madoguchi(words);
    }
};

TEST_F(Identification, APictureIsAnsweredWithNumberTextAndDistance) {
    const std::string picture = write("a.png", picture_of("mj025760"));
    const Outcome outcome = identify({"--picture", picture, "--count", "3"});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_THAT(outcome.out, StartsWith("MJ025760\t辻\U000E0102\tU+8FBB U+E0102\t"));
    EXPECT_EQ(std::count(outcome.out.begin(), outcome.out.end(), '\n'), 3);
    EXPECT_THAT(identify({"--picture", write("b.png", picture_of("mj024461"))}).out,
                StartsWith("MJ024461\t詰\tU+8A70\t"));
}

TEST_F(Identification, ColourAndTransparencyAreInkAndPaper) {
    // A red stroke across transparent nothing is a stroke.
    Bytes pixels(20 * 20 * 4);
    for (std::size_t x = 2; x < 18; ++x) {
        pixels[(10 * 20 + x) * 4] = 255;
        pixels[(10 * 20 + x) * 4 + 3] = 255;
    }
    const Outcome outcome =
        identify({"--picture", write("a.png", png_of(20, 20, PNG_FORMAT_RGBA, pixels))});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
}

TEST_F(Identification, AGaijiOfTheTenantIsAnswered) {
    const std::string tenant = (source_dir / "api/tenants/demonstration").string();
    const Outcome outcome =
        identify({"--gaiji", "U+E000", "--tenant", tenant, "--svg", place("sheet.svg")});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(std::count(outcome.out.begin(), outcome.out.end(), '\n'), 10);
    for (const char* wrong : {"U+E00F", "E000", "U+8FBB", "U+", "U+110000"}) {
        EXPECT_THAT(identify({"--gaiji", wrong, "--tenant", tenant}).err,
                    HasSubstr("identify.no-gaiji"))
            << wrong;
    }
}

TEST_F(Identification, TheSheetShowsTheSubjectAndEachExactOutline) {
    const std::string picture = write("a.png", picture_of("mj025760"));
    ASSERT_EQ(identify({"--picture", picture, "--count", "7", "--svg", place("s.svg")}).exit_code,
              0);
    const std::string sheet = read(place("s.svg"));
    EXPECT_THAT(sheet, AllOf(HasSubstr("href=\"data:image/png;base64,"), HasSubstr(">MJ025760<"),
                             HasSubstr(">U+8FBB U+E0102<")));
    std::size_t paths = 0;
    for (std::size_t at = sheet.find("<path"); at != std::string::npos;
         at = sheet.find("<path", at + 1))
        ++paths;
    EXPECT_EQ(paths, 7U);
    // A browser has no business to draw the characters with fonts of its own.
    EXPECT_EQ(sheet.find("辻"), std::string::npos);
}

TEST_F(Identification, CharactersOfInstalledSetsAreAmongTheAnswers) {
    const auto hook = fonts::read_svg_path("M100 -50V800H300V150H850V-50Z").value();
    const auto font =
        fonts::build_font({.family = "Set", .glyphs = {{0x10de92, "gj000001", 1000, hook}}})
            .value();
    fs::create_directories(place("character-sets/gj"));
    write("character-sets/gj/gj.ttf", std::string(font.begin(), font.end()));
    write("character-sets/gj/gj.tsv",
          "名前\t符号位置\t読み\t部首\t画数\t代替\nGJ000001\tU+10DE92\t\t\t\t\n");
    write("character-sets/gj/package.json",
          R"({"formatVersion": 1, "name": "gj", "title": "見本", "version": "1", "licence": "CC0",
              "font": "gj.ttf", "list": "gj.tsv", "prefix": "GJ", "count": 1,
              "codes": {"first": "U+10DE92", "last": "U+10DE92"}})");
    const Outcome outcome =
        identify({"--picture", write("a.png", picture_of(hook, 1000)), "--count", "1"});
    EXPECT_THAT(outcome.out, StartsWith("GJ000001\t&GJ000001;\t\t")) << outcome.err;
}

TEST_F(Identification, BadPicturesAreFindings) {
    const std::string good = picture_of("mj025760");
    const auto code_of = [&](const std::string& content) {
        const Outcome outcome = identify({"--picture", write("a.png", content)});
        EXPECT_EQ(outcome.exit_code, 1);
        EXPECT_THAT(outcome.out, IsEmpty());
        return outcome.err;
    };
    EXPECT_THAT(code_of(""), HasSubstr("picture.broken"));
    EXPECT_THAT(code_of("GIF89a"), HasSubstr("picture.broken"));
    EXPECT_THAT(code_of(good.substr(0, good.size() / 2)), HasSubstr("picture.broken"));
    std::string pixels_damaged = good;
    pixels_damaged[good.find("IDAT") + 6] ^= 0x55;
    EXPECT_THAT(code_of(pixels_damaged), HasSubstr("picture.broken"));
    // 40,000 × 40,000 pixels, says the header.
    std::string huge = good;
    huge.replace(16, 8, std::string("\0\0\x9c\x40\0\0\x9c\x40", 8));
    EXPECT_THAT(code_of(huge), HasSubstr("picture.too-large"));
    EXPECT_THAT(code_of(png_of(9, 9, PNG_FORMAT_GRAY, Bytes(81, 255))),
                HasSubstr("identify.nothing-drawn"));
    EXPECT_THAT(code_of(std::string(3 << 20, 'x')), HasSubstr("input.unreadable"));
}

TEST_F(Identification, AnIndexThatIsNotOfTheFontIsRefused) {
    const std::string picture = write("a.png", picture_of("mj025760"));
    constexpr std::size_t digest_place = 16, checksum_place = 28;
    Bytes index = small_index();
    index[digest_place] ^= 1;
    write("build/shapes.index", std::string(index.begin(), index.end()));
    EXPECT_THAT(identify({"--picture", picture}).err, HasSubstr("shapes.malformed"));
    fonts::write_checksum(index, checksum_place);
    write("build/shapes.index", std::string(index.begin(), index.end()));
    EXPECT_THAT(identify({"--picture", picture}).err, HasSubstr("shapes.other-font"));
    write("build/shapes.index", "MADOSHP1");
    EXPECT_THAT(identify({"--picture", picture}).err, HasSubstr("shapes.other-version"));
}

TEST_F(Identification, WrongWordsAreRefused) {
    const std::string picture = write("a.png", picture_of("mj025760"));
    EXPECT_EQ(identify({}).exit_code, 2);
    EXPECT_EQ(identify({"--picture", picture, "--gaiji", "U+E000"}).exit_code, 2);
    EXPECT_EQ(identify({"--gaiji", "U+E000"}).exit_code, 2);
    EXPECT_EQ(identify({"--picture", picture, "--count", "41"}).exit_code, 2);
    EXPECT_EQ(identify({"--picture", picture, "--svg", "a.png"}).exit_code, 2);
}

TEST_F(Identification, WithoutAnIndexOneIsMadeForTheQuestion) {
    const std::string picture = write("a.png", picture_of("mj025760"));
    fs::remove(place("build/shapes.index"));
    EXPECT_THAT(identify({"--picture", picture}).out, StartsWith("MJ025760\t"));
    EXPECT_FALSE(fs::exists(place("build/shapes.index")));
}

TEST_F(Identification, TheIndexOfAllIsMadeWhereItIsLookedFor) {
    const std::string picture = write("a.png", picture_of("mj025760"));
    EXPECT_EQ(madoguchi({"characters", "index"}).out, "15618536 バイト / bytes\n");
    EXPECT_THAT(identify({"--picture", picture}).out, StartsWith("MJ025760\t"));
}

}  // namespace
}  // namespace madoguchi::api::cli
