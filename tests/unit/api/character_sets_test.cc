// Character-set packages on the command line: installed whole or not at all, listed, and printed.
#include <ft2build.h>
#include FT_FREETYPE_H
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <memory>
#include <sstream>

#include "api/characters/character_sets.h"
#include "cli_fixture.h"
#include "fonts/gaiji/font_builder.h"
#include "fonts/gaiji/svg_path.h"

namespace madoguchi::api::cli {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct Invented {
    std::string number, path;
};

/// A hook, a ring and an arrow: nothing that a real set holds.
const std::vector<Invented> three = {
    {"000001", "M100 -50V800H300V150H850V-50Z"},
    {"000002", "M100 0V800H900V0ZM250 150H750V650H250Z"},
    {"000003", "M100 300H600V500L900 200L600 -100V100H100Z"},
};
const Invented fourth = {"000004", "M100 0H900L500 800Z"};

std::string font_of(const std::vector<Invented>& characters) {
    fonts::DrawnFont font{.family = "Invented Set"};
    char32_t code = 0x10de92;
    for (const Invented& one : characters) {
        font.glyphs.push_back(
            {code++, "gj" + one.number, 1000, fonts::read_svg_path(one.path).value()});
    }
    const Bytes bytes = fonts::build_font(font).value();
    return {bytes.begin(), bytes.end()};
}

std::string list_of(const std::vector<Invented>& characters) {
    std::ostringstream list;
    list << "名前\t符号位置\t読み\t部首\t画数\t代替\n" << std::hex << std::uppercase;
    int code = 0x10de92;
    for (const Invented& one : characters)
        list << "GJ" << one.number << "\tU+" << code++ << "\tみほん\t1\t9\tMJ025760\n";
    return list.str();
}

class CharacterSetsTest : public CommandLine {
  protected:
    std::string description(const std::string& version, std::size_t count) const {
        return R"({"formatVersion": 1, "name": "gj", "title": "見本の追加文字", "version": ")" +
               version +
               R"(", "licence": "CC0", "font": "gj.ttf", "list": "gj.tsv", "prefix": "GJ",
  "count": )" + std::to_string(count) +
               R"(, "codes": {"first": "U+10DE92", "last": "U+10DEFF"}})";
    }
    std::string package(const std::string& version, const std::vector<Invented>& characters) const {
        const fs::path folder = directory / ("package-" + version);
        fs::create_directories(folder);
        write(folder / "package.json", description(version, characters.size()));
        write(folder / "gj.tsv", list_of(characters));
        write(folder / "gj.ttf", font_of(characters));
        return folder.string();
    }
    static void write(const fs::path& file, const std::string& content) {
        std::ofstream(file, std::ios::binary) << content;
    }
    Outcome install(const std::string& package) const {
        return madoguchi({"character-sets", "install", package, "--into", place("sets")});
    }
    std::string list() const {
        return madoguchi({"character-sets", "list", "--character-sets", place("sets")}).out;
    }
    Outcome render(const std::string& name, const std::string& output) const {
        write(directory / "one.form.json", one_field_form("stop"));
        write(directory / "data.json", "{\"氏名\": \"" + name + "\"}");
        return madoguchi({"render", "--form", place("one.form.json"), "--data", place("data.json"),
                          "--output", place(output), "--character-sets", place("sets")});
    }
    std::vector<std::string> in_sets() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(place("sets")))
            names.push_back(entry.path().filename().string());
        return names;
    }
    std::string output_of(const std::string& command) const {
        FILE* pipe = popen(command.c_str(), "r");
        std::string output;
        for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe))
            output += static_cast<char>(c);
        EXPECT_EQ(pclose(pipe), 0);
        return output;
    }
};

TEST_F(CharacterSetsTest, ASetIsInstalledAndListed) {
    const Outcome outcome = install(package("1", three));
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_THAT(outcome.err, IsEmpty());
    EXPECT_EQ(list(), "gj\t1\t3\t見本の追加文字\tCC0\n");
    EXPECT_THAT(in_sets(), ElementsAre("gj"));
    EXPECT_EQ(read(directory / "sets/gj/gj.ttf"), read(directory / "package-1/gj.ttf"));
}

TEST_F(CharacterSetsTest, TheTextOfAPdfNamesTheCharacter) {
    install(package("1", three));
    const Outcome outcome = render("田&GJ000001;中", "out.pdf");
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_THAT(output_of("pdftotext -enc UTF-8 '" + place("out.pdf") + "' -"),
                HasSubstr("田&GJ000001;中"));
}

/// 8 bits grey, 0 is ink.
struct Grey {
    int width = 0, height = 0;
    std::string pixels;
    bool ink(int x, int y) const {
        return static_cast<unsigned char>(
                   pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                          static_cast<std::size_t>(x)]) < 128;
    }
};

Grey read_pgm(const std::string& bytes) {
    std::istringstream in(bytes);
    std::string magic;
    int most = 0;
    Grey grey;
    in >> magic >> grey.width >> grey.height >> most;
    in.get();
    grey.pixels.assign(std::istreambuf_iterator<char>(in), {});
    return grey;
}

/// The part that holds all ink.
Grey cut_to_ink(const Grey& all) {
    int left = all.width, right = 0, top = all.height, bottom = 0;
    for (int y = 0; y < all.height; ++y) {
        for (int x = 0; x < all.width; ++x) {
            if (!all.ink(x, y)) continue;
            left = std::min(left, x), right = std::max(right, x + 1);
            top = std::min(top, y), bottom = std::max(bottom, y + 1);
        }
    }
    Grey cut{right - left, bottom - top, {}};
    for (int y = top; y < bottom; ++y) {
        const auto begin = static_cast<std::size_t>(y) * static_cast<std::size_t>(all.width) +
                           static_cast<std::size_t>(left);
        cut.pixels += all.pixels.substr(begin, static_cast<std::size_t>(cut.width));
    }
    return cut;
}

Grey drawn_by_freetype(const std::string& font, const std::string& glyph, unsigned height) {
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    EXPECT_EQ(FT_Init_FreeType(&library), 0);
    EXPECT_EQ(FT_New_Face(library, font.c_str(), 0, &face), 0);
    std::string name = glyph;
    FT_Set_Pixel_Sizes(face, 0, height);
    EXPECT_EQ(FT_Load_Glyph(face, FT_Get_Name_Index(face, name.data()),
                            FT_LOAD_RENDER | FT_LOAD_NO_HINTING),
              0);
    const FT_Bitmap& bitmap = face->glyph->bitmap;
    Grey grey{static_cast<int>(bitmap.width), static_cast<int>(bitmap.rows), {}};
    for (unsigned y = 0; y < bitmap.rows; ++y) {
        for (unsigned x = 0; x < bitmap.width; ++x) {
            const auto at = static_cast<std::ptrdiff_t>(y) * bitmap.pitch + x;
            grey.pixels += static_cast<char>(255 - bitmap.buffer[at]);
        }
    }
    FT_Done_Face(face);
    FT_Done_FreeType(library);
    return cut_to_ink(grey);
}

/// The share of pixels that are ink in one of the two alone.
double difference(const Grey& a, const Grey& b) {
    const int width = std::min(a.width, b.width), height = std::min(a.height, b.height);
    int differing = 0;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            differing += a.ink(x, y) != b.ink(x, y);
    }
    return static_cast<double>(differing) / (width * height);
}

TEST_F(CharacterSetsTest, ThePictureIsTheSetsGlyph) {
    install(package("1", three));
    for (const Invented& one : three) {
        ASSERT_EQ(render("&GJ" + one.number + ";", "out.pdf").exit_code, 0);
        const Grey printed = cut_to_ink(
            read_pgm(output_of("pdftoppm -gray -r 1440 -singlefile '" + place("out.pdf") + "'")));
        const fs::path font = directory / "sets/gj/gj.ttf";
        // 1440 dpi are 20 pixels to the point; the text is 10.5 points high.
        const Grey expected = drawn_by_freetype(font, "gj" + one.number, 210);
        EXPECT_NEAR(printed.width, expected.width, 1) << one.number;
        EXPECT_NEAR(printed.height, expected.height, 1) << one.number;
        EXPECT_LT(difference(printed, expected), 0.03) << one.number;
        const Invented& other = one.number == three[0].number ? three[1] : three[0];
        EXPECT_GT(difference(printed, drawn_by_freetype(font, "gj" + other.number, 210)), 0.1);
    }
}

TEST_F(CharacterSetsTest, InsideTextThePrivateCodeIsNotTheSets) {
    install(package("1", three));
    const Outcome outcome = render("\xf4\x8d\xba\x92", "out.pdf");  // U+10DE92, GJ000001's
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_THAT(outcome.err, HasSubstr("character.foreign-private-use"));
}

TEST_F(CharacterSetsTest, AtTheBorderNamesAndPrivateCodesChangePlaces) {
    install(package("1", three));
    write(directory / "link.json",
          R"({"name": "戸籍", "charset": "utf-8", "characterSets": ["gj"]})");
    const auto convert = [&](const char* from, const char* to, const std::string& text) {
        write(directory / "in.txt", text);
        fs::remove(directory / "out.txt");
        const Outcome outcome = madoguchi({"characters", "convert", "--from", from, "--to", to,
                                           "--link", place("link.json"), "--character-sets",
                                           place("sets"), place("in.txt"), place("out.txt")});
        return outcome.exit_code == 0 ? read(directory / "out.txt") : outcome.err;
    };
    const std::string inside = "見本&GJ000002;子", outside = "見本\U0010DE93子";
    EXPECT_EQ(convert("utf-8", "link", inside), outside);
    EXPECT_EQ(convert("link", "utf-8", outside), inside);
    // A code that the set claims and has not, a name of a later edition, a tenant's own gaiji.
    EXPECT_THAT(convert("link", "utf-8", "\U0010DEA0"), HasSubstr("gaiji.no-mapping"));
    EXPECT_THAT(convert("utf-8", "link", "&GJ009999;"), HasSubstr("gaiji.no-mapping"));
    EXPECT_THAT(convert("utf-8", "link", "\U0010DE93"), HasSubstr("gaiji.no-mapping"));
    write(directory / "link.json",
          R"({"name": "戸籍", "charset": "utf-8", "characterSets": ["mj-plus"]})");
    EXPECT_THAT(convert("utf-8", "link", inside), HasSubstr("link.no-character-set"));
}

TEST_F(CharacterSetsTest, TheListSaysWhatIsKnownAndWhatMayStandForACharacter) {
    install(package("1", three));
    const Outcome shown =
        madoguchi({"characters", "show", "GJ000002", "--character-sets", place("sets"), "--json"});
    EXPECT_THAT(shown.out, AllOf(HasSubstr("\"setCode\": \"U+10DE93\""), HasSubstr("みほん")));
    const Outcome unknown =
        madoguchi({"characters", "show", "GJ000009", "--character-sets", place("sets")});
    EXPECT_EQ(unknown.exit_code, 1);
    EXPECT_THAT(unknown.err, HasSubstr("character.no-named-glyph"));
    write(directory / "in.txt", "&GJ000002;");
    const auto check = [&](std::vector<std::string> more) {
        std::vector<std::string> words{"characters", "check", place("in.txt"), "--target",
                                       "jisx0213"};
        words.insert(words.end(), more.begin(), more.end());
        return madoguchi(words);
    };
    EXPECT_EQ(check({}).exit_code, 1);
    const Outcome known = check({"--character-sets", place("sets")});
    EXPECT_EQ(known.exit_code, 0) << known.err;
    EXPECT_THAT(known.out, AllOf(HasSubstr("辻"), HasSubstr("文字集合の一覧")));
}

TEST_F(CharacterSetsTest, ANewEditionReplacesTheOld) {
    install(package("1", three));
    EXPECT_EQ(render("&GJ000004;", "out.pdf").exit_code, 1);
    std::vector<Invented> more = three;
    more.push_back(fourth);
    const Outcome outcome = install(package("2", more));
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("replaced: 1"));
    EXPECT_THAT(outcome.err, IsEmpty());
    EXPECT_EQ(list(), "gj\t2\t4\t見本の追加文字\tCC0\n");
    EXPECT_THAT(in_sets(), ElementsAre("gj"));
    EXPECT_EQ(render("&GJ000004;", "out.pdf").exit_code, 0);
}

TEST_F(CharacterSetsTest, AnEditionThatLosesCharactersSaysSo) {
    install(package("1", three));
    const Outcome outcome = install(package("2", {three[1], three[0]}));
    EXPECT_EQ(outcome.exit_code, 0);
    // One is gone, two have changed their codes.
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("character-set.characters-lost"), HasSubstr("3 字")));
}

TEST_F(CharacterSetsTest, ABrokenPackageChangesNothing) {
    install(package("1", three));
    const std::string before = read(directory / "sets/gj/package.json");
    const std::string folder = package("2", three);
    const auto refused = [&](const std::string& file, const std::string& content,
                             const std::string& code) {
        const std::string good = read(fs::path(folder) / file);
        write(fs::path(folder) / file, content);
        const Outcome outcome = install(folder);
        EXPECT_EQ(outcome.exit_code, 1) << code;
        EXPECT_THAT(outcome.err, HasSubstr(code));
        EXPECT_THAT(outcome.out, IsEmpty());
        EXPECT_EQ(read(directory / "sets/gj/package.json"), before);
        EXPECT_THAT(in_sets(), ElementsAre("gj"));
        write(fs::path(folder) / file, good);
    };
    const std::string list = list_of(three), font = font_of(three);
    refused("gj.tsv", list + list.substr(list.find("GJ000003")), "gj.tsv:5");
    std::string beyond = list;
    beyond.replace(beyond.find("MJ025760"), 8, "MJ999999");
    refused("gj.tsv", beyond, "gj.tsv:2");
    refused("gj.tsv", list_of({three[0], three[1]}), "character-set.count");
    refused("gj.ttf", font_of({three[0], three[1]}), "character-set.no-glyph");
    refused("gj.ttf", font.substr(0, font.size() / 2), "font.");
    refused("gj.ttf", "", "font.not-a-font");
    refused("package.json", description("2", 4), "character-set.count");
    refused("package.json", description("2", 3) + "x", "json");
    refused("package.json", R"({"formatVersion": 2, "nmae": "gj"})", "character-set.package");
    EXPECT_EQ(install(folder).exit_code, 0);
}

TEST_F(CharacterSetsTest, EverySettingThatIsWrongIsSaid) {
    const std::string folder = package("1", three);
    write(fs::path(folder) / "package.json",
          R"({"formatVersion": 1, "name": "GJ/..", "title": "", "version": "1", "licence": "CC0",
 "font": "../gj.ttf", "list": ".gj", "prefix": "MJ", "count": 1.5, "code": {},
 "codes": {"first": "U+10DEFF", "last": "U+F0000"}})");
    const Outcome outcome = install(folder);
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("code"), HasSubstr("name は"), HasSubstr("title"),
                                   HasSubstr("フォルダーのファイル"), HasSubstr("prefix は GJ"),
                                   HasSubstr("count に"), HasSubstr("U+100000")));
    EXPECT_FALSE(fs::exists(place("sets")));
}

TEST_F(CharacterSetsTest, WhatAKilledInstallationLeftIsRemovedByTheNext) {
    fs::create_directories(place("sets/.gj.new"));
    write(place("sets/.gj.new/gj.ttf"), "half");
    EXPECT_EQ(list(), "");
    EXPECT_EQ(install(package("1", three)).exit_code, 0);
    EXPECT_THAT(in_sets(), ElementsAre("gj"));
}

TEST_F(CharacterSetsTest, TwoInstallationsDoNotRunAtOnce) {
    install(package("1", three));
    FILE* held = fopen(place("sets").c_str(), "r");
    ASSERT_NE(held, nullptr);
    ASSERT_EQ(flock(fileno(held), LOCK_EX), 0);
    EXPECT_THAT(install(package("2", three)).err, HasSubstr("character-set.busy"));
    fclose(held);
    EXPECT_THAT(list(), HasSubstr("gj\t1\t"));
}

TEST_F(CharacterSetsTest, ASetThatWasDamagedStopsPrinting) {
    install(package("1", three));
    write(place("sets/gj/gj.ttf"), font_of({three[1], three[0], three[2]}).substr(0, 500));
    EXPECT_EQ(render("山", "out.pdf").exit_code, 1);
    EXPECT_EQ(install(package("2", three)).exit_code, 0);
    EXPECT_EQ(render("&GJ000001;", "out.pdf").exit_code, 0);
}

TEST_F(CharacterSetsTest, TwoSetsGiveNoNamesTwice) {
    install(package("1", three));
    fs::copy(place("sets/gj"), place("sets/other"));
    EXPECT_THAT(madoguchi({"character-sets", "list", "--character-sets", place("sets")}).err,
                HasSubstr("character-set.misnamed"));
    std::string renamed = read(place("sets/gj/package.json"));
    renamed.replace(renamed.find("\"gj\""), 4, "\"other\"");
    write(place("sets/other/package.json"), renamed);
    EXPECT_THAT(madoguchi({"character-sets", "list", "--character-sets", place("sets")}).err,
                HasSubstr("character-set.same-prefix"));
    EXPECT_THAT(install(package("2", three)).err, HasSubstr("character-set.same-prefix"));
}

TEST_F(CharacterSetsTest, AFolderThatIsNamedMustBeThere) {
    const Outcome outcome = render("山", "out.pdf");
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_THAT(outcome.err, HasSubstr("character-set.folder"));
}

TEST_F(CharacterSetsTest, WithoutTheSetTheFindingSaysWhereItComesFrom) {
    fs::create_directories(place("sets"));
    const Outcome outcome = render("&GJ000001;", "out.pdf");
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("character.no-named-glyph"),
                                   HasSubstr("文字集合パッケージ"), Not(HasSubstr("IPAmj"))));
}

}  // namespace
}  // namespace madoguchi::api::cli
