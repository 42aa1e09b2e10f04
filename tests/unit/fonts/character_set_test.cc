// Installed character sets: list and font must be the same characters, names are theirs alone, and
// a private code of plane 16 means one of them only where text comes in or goes out.
#include "fonts/sets/character_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "fixtures.h"
#include "fonts/gaiji/svg_path.h"
#include "fonts/sets/set_border.h"
#include "fonts/sets/set_list.h"
#include "fonts/woff.h"

namespace madoguchi::fonts {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string heading = "名前\t符号位置\t読み\t部首\t画数\t代替\n";

SetDescription invented(std::size_t count = 3) {
    return {.name = "gj",
            .title = "見本",
            .version = "1",
            .licence = "CC0",
            .prefix = "GJ",
            .first_code = 0x10de92,
            .last_code = 0x10dfff,
            .count = count};
}

DrawnGlyph drawn(const std::string& name, char32_t code, std::string_view path) {
    return {code, name, 1000, read_svg_path(path).value()};
}

/// Three invented shapes: a triangle, a square, a hook.
DrawnFont invented_font() {
    DrawnFont font{.family = "Test Set"};
    font.glyphs.push_back(drawn("gj000001", 0x10de92, "M100 0L500 800L900 0Z"));
    font.glyphs.push_back(drawn("gj000002", 0x10de93, "M100 0V700H800V0Z"));
    font.glyphs.push_back(drawn("GJ000007", 0x10de94, "M100 0V800H300V200H800V0Z"));
    return font;
}

std::shared_ptr<const Face> face_of(const DrawnFont& font) {
    return Face::from_bytes(build_font(font).value(), "set.ttf").value();
}

std::vector<SetCharacter> listed() {
    return {{.number = 7, .code = 0x10de94},
            {.number = 1, .code = 0x10de92},
            {.number = 2, .code = 0x10de93}};
}

std::shared_ptr<const CharacterSet> invented_set() {
    static const auto set =
        CharacterSet::make(invented(), listed(), face_of(invented_font()), "set.ttf").value();
    return set;
}

template <typename T>
std::vector<std::string> codes(const Result<T>& result) {
    std::vector<std::string> found;
    if (result.ok()) return found;
    for (const Diagnostic& finding : result.findings()) {
        const std::string line = finding.origin.source && finding.origin.source->line != 0
                                     ? std::to_string(finding.origin.source->line) + " "
                                     : "";
        found.push_back(line + finding.code.substr(finding.code.find('.') + 1));
    }
    return found;
}

std::string utf8(char32_t code) {
    std::string text;
    append_utf8(text, code);
    return text;
}

TEST(SetList, EveryFieldIsRead) {
    const auto read =
        read_set_list("\xef\xbb\xbf" + heading +
                          "GJ000012\tU+10DE92\tまど,グチ\t116\t16\tMJ019482,MJ025760\r\n"
                          "GJ000002\tU+10DE93\t\t\t\t",
                      "gj.tsv", invented());
    ASSERT_TRUE(read.ok());
    EXPECT_THAT(*read,
                ElementsAre(SetCharacter{12, 0x10de92, {"まど", "グチ"}, 116, 16, {19482, 25760}},
                            SetCharacter{2, 0x10de93, {}, {}, {}, {}}));
}

TEST(SetList, EveryBadLineIsSaidWithItsNumber) {
    const std::string bad = heading +
                            "GJ000001\tU+10DE92\t\t\t\t\n"
                            "GJ000001\tU+10DE93\t\t\t\t\n"       // 3 the name again
                            "GJ000002\tU+10DE92\t\t\t\t\n"       // 4 the code again
                            "GJ1\tU+10DE94\t\t\t\t\n"            // 5
                            "gj000003\tU+10DE95\t\t\t\t\n"       // 6
                            "GJ000000\tU+10DE96\t\t\t\t\n"       // 7
                            "GJ000004\tU+F0001\t\t\t\t\n"        // 8 plane 15
                            "GJ000005\tU+10FFFE\t\t\t\t\n"       // 9 no character at all
                            "GJ000006\tU+10E001\t\t\t\t\n"       // 10 beyond the range
                            "GJ000007\tU+10DE97\tmado\t\t\t\n"   // 11
                            "GJ000008\tU+10DE98\tまど,\t\t\t\n"  // 12
                            "GJ000009\tU+10DE99\t\t215\t\t\n"    // 13
                            "GJ000010\tU+10DE9A\t\t\t0\t\n"      // 14
                            "GJ000011\tU+10DE9B\t\t\t\tMJ1\n"    // 15
                            "GJ000012\tU+10DE9C\n"               // 16
                            "GJ000013\tU+10DE9D\t\t\t\t\t\n"     // 17
                            "GJ000014\tU+10DE9E\t\xff\t\t\t\n"   // 18
                            "\n"                                 // 19
                            "GJ000015\t10DE9F\t\t+1\t9 \tMJ025760,,MJ025761\n";  // 20
    EXPECT_THAT(
        codes(read_set_list(bad, "gj.tsv", invented())),
        ElementsAre("3 duplicate-name", "4 duplicate-code", "5 name", "6 name", "7 name", "8 code",
                    "9 code", "10 code-range", "11 reading", "12 reading", "13 number", "14 number",
                    "15 substitute", "16 fields", "17 fields", "18 not-utf8", "19 fields",
                    "20 code", "20 number", "20 number", "20 substitute"));
}

TEST(SetList, ASubstituteBeyondTheListIsSaidWithItsLineAndName) {
    const std::string list = heading +
                             "GJ000001\tU+10DE92\t\t\t\tMJ025760\n"
                             "GJ000002\tU+10DE93\t\t\t\tMJ025760,MJ999999\n";
    const auto read = read_set_list(list, "gj.tsv", invented(), &table());
    EXPECT_THAT(codes(read), ElementsAre("3 substitute"));
    EXPECT_THAT(read.findings().front().message.ja, HasSubstr("MJ999999"));
}

TEST(SetList, AnotherHeadingOrNoneIsRefused) {
    EXPECT_THAT(codes(read_set_list("", "gj.tsv", invented())), ElementsAre("heading"));
    EXPECT_THAT(codes(read_set_list("name\tcode\n", "gj.tsv", invented())),
                ElementsAre("1 heading"));
}

TEST(SetList, AThousandFindingsAreEnough) {
    std::string bad = heading;
    for (int i = 0; i < 5000; ++i)
        bad += "x\n";
    const auto read = read_set_list(bad, "gj.tsv", invented());
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.findings().size(), 1001U);
    EXPECT_THAT(read.findings().back().message.en, HasSubstr("4000"));
}

TEST(CharacterSet, IsLookedUpByNumberNameAndCode) {
    const CharacterSet& set = *invented_set();
    EXPECT_EQ(set.by_number(7)->code, char32_t{0x10de94});
    EXPECT_EQ(set.by_name("GJ000002")->code, char32_t{0x10de93});
    EXPECT_EQ(set.by_code(0x10de92)->number, 1U);
    EXPECT_EQ(set.by_number(3), nullptr);
    EXPECT_EQ(set.by_name("gj000002"), nullptr);
    EXPECT_EQ(set.by_name("MJ000002"), nullptr);
    EXPECT_EQ(set.by_code(0x10de95), nullptr);
    EXPECT_TRUE(set.claims(0x10de95));
    EXPECT_FALSE(set.claims(0x10e000));
}

TEST(CharacterSet, TheFontDrawsWhatTheListNamesAndNothingElse) {
    auto made = [](std::vector<SetCharacter> characters, const DrawnFont& font) {
        const SetDescription description = invented(characters.size());
        return codes(CharacterSet::make(description, characters, face_of(font), "set.ttf"));
    };
    auto more = listed();
    more.push_back({.number = 8, .code = 0x10de95});
    EXPECT_THAT(made(more, invented_font()), ElementsAre("no-glyph"));
    auto fewer = listed();
    fewer.pop_back();
    EXPECT_THAT(made(fewer, invented_font()), ElementsAre("not-listed"));
    DrawnFont empty = invented_font();
    empty.glyphs[1].outline.clear();
    EXPECT_THAT(made(listed(), empty), ElementsAre("empty-glyph"));
    DrawnFont twice = invented_font();
    twice.glyphs.push_back(drawn("Gj000001", 0x10de95, "M0 0H9V9Z"));
    EXPECT_THAT(made(listed(), twice), ElementsAre("two-glyphs"));
    EXPECT_THAT(codes(CharacterSet::make(invented(4), listed(), face_of(invented_font()), "f")),
                ElementsAre("count"));
}

TEST(CharacterSet, AChainDrawsItsCharactersByNameAlone) {
    const auto library = open_installed_fonts({.sets = {invented_set()}}).value();
    for (const FaceSet* chain : {library.mincho.get(), library.gothic.get()}) {
        const auto found = std::get<FoundCharacter>(chain->find("&GJ000007;"));
        EXPECT_EQ(found.face, invented_set()->face().get());
        EXPECT_EQ(found.glyph, invented_set()->face()->glyph_by_name("GJ000007"));
        EXPECT_EQ(std::get<MissingReason>(chain->find("&GJ000003;")), MissingReason::NoNamedGlyph);
        // The font has a glyph under this very code; inside text it is a tenant's.
        EXPECT_EQ(std::get<MissingReason>(chain->find(utf8(0x10de92))),
                  MissingReason::ForeignPrivateUse);
    }
}

TEST(CharacterSet, AChainAsksItForNoOthersNames) {
    DrawnFont font = invented_font();
    font.glyphs.push_back(drawn("mj999999", 0x10de95, "M0 0H9V9Z"));
    const auto set = CharacterSet::make(invented(), listed(), face_of(font), "f").value();
    const auto library = open_installed_fonts({.sets = {set}}).value();
    EXPECT_EQ(std::get<MissingReason>(library.mincho->find("&MJ999999;")),
              MissingReason::NoNamedGlyph);
}

TEST(SetBorder, CodesBecomeNamesAndNamesCodes) {
    const std::string outside = "田" + utf8(0x10de94) + "辻\U000E0102" + utf8(0x10de92);
    const std::string inside = "田&GJ000007;辻\U000E0102&GJ000001;";
    EXPECT_EQ(names_from_codes(outside, *invented_set()).value(), inside);
    EXPECT_EQ(codes_from_names(inside, *invented_set()).value(), outside);
}

TEST(SetBorder, WhatTheSetDoesNotClaimPasses) {
    const std::string text = "\ue000" + utf8(0x10e000) + "&MJ003719;&GJ12;";
    EXPECT_EQ(names_from_codes(text, *invented_set()).value(), text);
    EXPECT_EQ(codes_from_names(text, *invented_set()).value(), text);
}

TEST(SetBorder, NothingPassesHalfUnderstood) {
    const auto in = [](const std::string& text) {
        return codes(names_from_codes(text, *invented_set()));
    };
    EXPECT_THAT(in("田" + utf8(0x10de95)), ElementsAre("unknown-code"));
    EXPECT_THAT(in(utf8(0x10de92) + "\U000E0100" + utf8(0x10dfff)),
                ElementsAre("unknown-code", "unknown-code"));
    const auto out = [](const std::string& text) {
        return codes(codes_from_names(text, *invented_set()));
    };
    EXPECT_THAT(out("&GJ000003;&GJ000001;"), ElementsAre("unknown-name"));
    EXPECT_THAT(out("&GJ000001;\u0301"), ElementsAre("unknown-name"));
    // A tenant's gaiji that would arrive as GJ000001.
    EXPECT_THAT(out("&GJ000001;" + utf8(0x10de92)), ElementsAre("claimed-code"));
}

TEST(SetBorder, AFindingNamesTheCharacterAndItsPlace) {
    const auto in = names_from_codes("田&GJ000001;" + utf8(0x10de95), *invented_set());
    ASSERT_FALSE(in.ok());
    EXPECT_EQ(in.findings()[0].origin.character->index, 2U);
    EXPECT_EQ(in.findings()[0].origin.character->code_points, "U+10DE95");
}

/// WOFF 1.0, section 4 and 5, with tables stored as they are.
Bytes as_woff(ByteView font) {
    const std::uint32_t count = read_u16(font, 4);
    Bytes out;
    const auto total = static_cast<std::uint32_t>(44 + 20 * count + font.size() - 12 - 16 * count);
    append_u32(out, 0x774f4646), append_u32(out, read_u32(font, 0));
    append_u32(out, total), append_u16(out, count), append_u16(out, 0);
    append_u32(out, static_cast<std::uint32_t>(font.size()));
    append_u32(out, 0x00010000);
    out.resize(44);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::size_t entry = 12 + 16 * i;
        append_u32(out, read_u32(font, entry));
        append_u32(out, read_u32(font, entry + 8) + 32 + 4 * count);
        append_u32(out, read_u32(font, entry + 12)), append_u32(out, read_u32(font, entry + 12));
        append_u32(out, read_u32(font, entry + 4));
    }
    out.insert(out.end(), font.begin() + 12 + 16 * count, font.end());
    return out;
}

TEST(Woff, UnpacksToTheSameTables) {
    const Bytes font = build_font(invented_font()).value();
    const Bytes packed = as_woff(font);
    ASSERT_TRUE(is_woff(packed));
    EXPECT_FALSE(is_woff(font));
    const auto unpacked = unpack_woff(packed, "set.woff");
    ASSERT_TRUE(unpacked.ok());
    EXPECT_EQ(*unpacked, font);
    EXPECT_EQ(unpack_woff(font, "set.ttf").value(), font);
}

TEST(Woff, ADamagedOneIsRefused) {
    Bytes packed = as_woff(build_font(invented_font()).value());
    packed.resize(packed.size() / 2);
    EXPECT_THAT(codes(unpack_woff(packed, "set.woff")), ElementsAre("not-a-font"));
    EXPECT_THAT(codes(unpack_woff({'w', 'O', 'F', '2'}, "set.woff2")), ElementsAre("not-a-font"));
}

}  // namespace
}  // namespace madoguchi::fonts
