// A tenant's own characters: what a registry takes, what it refuses, and what it remembers.
#include "fonts/gaiji/registry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fonts/gaiji/svg_path.h"

namespace madoguchi::fonts {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

constexpr const char* square = "M100 100H900V900H100Z";
constexpr const char* triangle = "M100 100H900V900Z";
const GaijiReason today{2026y / 4 / 1, "届いた外字"};

GaijiEntry entry(char32_t code, std::string_view path) {
    GaijiEntry made{.code_point = code, .source = "EUDC.TTE"};
    made.drawing.outline = read_svg_path(path).value();
    return made;
}

GaijiRegistry registry(std::vector<GaijiEntry> entries) {
    return GaijiRegistry("Test").with(std::move(entries), OtherShape::Refused, today).value();
}

template <typename T>
std::vector<std::string> codes(const Result<T>& result) {
    std::vector<std::string> found;
    if (result.ok()) return found;
    for (const Diagnostic& finding : result.findings())
        found.push_back(finding.code + " " + finding.origin.character->code_points);
    return found;
}

TEST(GaijiRegistry, FindsWhatWasRegistered) {
    const GaijiRegistry made = registry({entry(0xf0001, square), entry(0xe000, triangle)});
    ASSERT_NE(made.find(0xe000), nullptr);
    EXPECT_EQ(write_svg_path(made.find(0xe000)->drawing.outline), "M100 100L900 100L900 900Z");
    EXPECT_EQ(made.find(0xe001), nullptr);
    EXPECT_EQ(made.entries().front().code_point, U'\ue000');
    EXPECT_THAT(
        made.history(),
        ElementsAre(
            GaijiChange{2026y / 4 / 1, 0xe000, GaijiChange::Action::Registered, "届いた外字"},
            GaijiChange{2026y / 4 / 1, 0xf0001, GaijiChange::Action::Registered, "届いた外字"}));
}

TEST(GaijiRegistry, OneCodeOfTwoTenantsIsTwoCharacters) {
    const GaijiRegistry minato = registry({entry(0xe000, square)});
    const GaijiRegistry yamabe = registry({entry(0xe000, triangle)});
    EXPECT_FALSE(are_same_shape(minato.find(0xe000)->drawing, yamabe.find(0xe000)->drawing));
}

TEST(GaijiRegistry, EveryClashIsSaidAndNothingIsApplied) {
    const GaijiRegistry made = registry({entry(0xe000, square), entry(0xe001, square)});
    EXPECT_THAT(
        codes(made.with({entry(0xe000, triangle), entry(0xe001, triangle), entry(0xe002, square)},
                        OtherShape::Refused, today)),
        ElementsAre("gaiji.other-shape U+E000", "gaiji.other-shape U+E001"));
    EXPECT_EQ(made.find(0xe002), nullptr);
    EXPECT_THAT(codes(made.with({entry(0xe003, square), entry(0xe003, triangle),
                                 entry(0xe004, square), entry(0xe004, square)},
                                OtherShape::Replaced, today)),
                ElementsAre("gaiji.duplicate U+E003", "gaiji.duplicate U+E004"));
}

TEST(GaijiRegistry, AVendorCodeIsOneCharacters) {
    const auto coded = [](char32_t code, std::string_view path, std::string vendor_code) {
        GaijiEntry made = entry(code, path);
        made.vendor_code = std::move(vendor_code);
        return made;
    };
    const GaijiRegistry made =
        registry({coded(0xe000, square, "F040"), coded(0xe001, square, "F041")});
    const auto clash = [](const auto& result) {
        EXPECT_FALSE(result.ok());
        return result.ok() ? std::string() : result.findings().at(0).message.en;
    };
    const auto imported = made.with({entry(0xe002, square), coded(0xe003, triangle, "f040")},
                                    OtherShape::Refused, today);
    EXPECT_THAT(codes(imported), ElementsAre("gaiji.duplicate-vendor-code U+E003"));
    EXPECT_EQ(clash(imported), "gaiji U+E003: the vendor code f040 belongs to U+E000.");
    EXPECT_EQ(made.find(0xe002), nullptr);
    EXPECT_THAT(codes(made.described(coded(0xe000, square, "F041"), today)),
                ElementsAre("gaiji.duplicate-vendor-code U+E001"));
    EXPECT_THAT(
        codes(GaijiRegistry::of(
            "Test",
            {coded(0xe000, square, "1"), coded(0xe001, square, "1"), coded(0xe002, square, "1"),
             entry(0xe003, square), entry(0xe004, square)},
            {})),
        ElementsAre("gaiji.duplicate-vendor-code U+E001", "gaiji.duplicate-vendor-code U+E002"));
    // The code of one that went is free, and codes may change hands in one import.
    EXPECT_TRUE(made.without(0xe000, today)
                    .value()
                    .with({coded(0xe003, triangle, "F040")}, OtherShape::Refused, today)
                    .ok());
    EXPECT_TRUE(made.with({coded(0xe000, square, "F041"), coded(0xe001, square, "F040")},
                          OtherShape::Refused, today)
                    .ok());
}

TEST(GaijiRegistry, TheSameShapeAgainChangesNothingButTexts) {
    const GaijiRegistry made = registry({entry(0xe000, square)});
    const auto again = made.with({entry(0xe000, square)}, OtherShape::Refused, today).value();
    EXPECT_EQ(again.history().size(), 1U);
    GaijiEntry read = entry(0xe000, square);
    read.reading = "しかく";
    const auto described = made.with({read}, OtherShape::Refused, today).value();
    EXPECT_EQ(described.find(0xe000)->reading, "しかく");
    EXPECT_EQ(described.history().back().action, GaijiChange::Action::Described);
}

TEST(GaijiRegistry, AReplacedShapeLosesWhatWasDecidedAboutTheOld) {
    GaijiEntry decided = entry(0xe000, square);
    decided.identity = *parse_gaiji_identity("MJ003719");
    const GaijiRegistry made = registry({decided});
    const auto replaced = made.with({entry(0xe000, triangle)}, OtherShape::Replaced, today).value();
    EXPECT_EQ(write_gaiji_identity(replaced.find(0xe000)->identity), "");
    EXPECT_EQ(replaced.history().back().action, GaijiChange::Action::Replaced);
}

TEST(GaijiRegistry, DescribingKeepsTheDrawing) {
    const GaijiRegistry made = registry({entry(0xe000, square)});
    GaijiEntry said{.code_point = 0xe000, .reading = "しかく"};
    said.substitutes[RepertoireName::JisX0213] = "口";
    const auto described = made.described(said, today).value();
    EXPECT_TRUE(are_same_shape(described.find(0xe000)->drawing, entry(0xe000, square).drawing));
    EXPECT_EQ(described.find(0xe000)->substitutes.at(RepertoireName::JisX0213), "口");
    EXPECT_THAT(codes(made.described({.code_point = 0xe001}, today)),
                ElementsAre("gaiji.unknown-code U+E001"));
}

TEST(GaijiRegistry, RemovingLeavesItsHistory) {
    const GaijiRegistry made = registry({entry(0xe000, square), entry(0xe001, square)});
    const auto left = made.without(0xe000, today).value();
    EXPECT_EQ(left.find(0xe000), nullptr);
    EXPECT_NE(left.find(0xe001), nullptr);
    EXPECT_EQ(left.history().size(), 3U);
    EXPECT_EQ(left.history().back().action, GaijiChange::Action::Removed);
    EXPECT_THAT(codes(left.without(0xe000, today)), ElementsAre("gaiji.unknown-code U+E000"));
}

TEST(GaijiRegistry, FormerShapesStayInTheHistoryAndOutOfTheFont) {
    const GaijiReason later{2026y / 5 / 1, "字形の誤り"};
    const auto replaced = registry({entry(0xe000, square)})
                              .with({entry(0xe000, triangle)}, OtherShape::Replaced, later)
                              .value();
    EXPECT_EQ(replaced.history().back(),
              (GaijiChange{2026y / 5 / 1, 0xe000, GaijiChange::Action::Replaced, "字形の誤り",
                           entry(0xe000, square).drawing}));
    ASSERT_EQ(replaced.font().glyphs.size(), 1U);
    EXPECT_EQ(replaced.font().glyphs.front().outline,
              registry({entry(0xe000, triangle)}).font().glyphs.front().outline);
    const auto removed = replaced.without(0xe000, later).value();
    ASSERT_EQ(removed.history().size(), 3U);
    EXPECT_EQ(removed.history()[1].former, entry(0xe000, square).drawing);
    EXPECT_EQ(removed.history()[2].former, entry(0xe000, triangle).drawing);
    EXPECT_TRUE(removed.font().glyphs.empty());
}

TEST(GaijiRegistry, OnlyAShapeThatEndedIsAFormerOne) {
    const auto kept = [](GaijiChange::Action action, std::string_view path) {
        return codes(GaijiRegistry::of(
            "Test", {}, {{2026y / 4 / 1, 0xe000, action, "", entry(0xe000, path).drawing}}));
    };
    EXPECT_THAT(kept(GaijiChange::Action::Removed, square), ElementsAre());
    EXPECT_THAT(kept(GaijiChange::Action::Registered, square),
                ElementsAre("gaiji.bad-history U+E000"));
    EXPECT_THAT(kept(GaijiChange::Action::Described, square),
                ElementsAre("gaiji.bad-history U+E000"));
    EXPECT_THAT(kept(GaijiChange::Action::Replaced, "M0 0H99999V5Z"),
                ElementsAre("gaiji.drawing-does-not-fit U+E000"));
}

TEST(GaijiRegistry, EveryFaultOfAnEntryIsFound) {
    GaijiEntry public_code = entry(U'国', square);
    GaijiEntry line = entry(0xe000, "M0 0H900");
    GaijiEntry far = entry(0xe001, "M0 0H99999V5Z");
    GaijiEntry backwards = entry(0xe002, square);
    backwards.valid_from = 2026y / 4 / 2;
    backwards.valid_to = 2026y / 4 / 1;
    GaijiEntry private_substitute = entry(0xe003, square);
    private_substitute.substitutes[RepertoireName::Cp932] = "\ue000";
    GaijiEntry not_held = entry(0xe005, square);
    not_held.substitutes[RepertoireName::JisX0208] = "\U00020BB7";
    GaijiEntry two_lines = entry(0xe006, square);
    two_lines.reading = "はた\nやま";
    GaijiEntry no_width = entry(0xe004, square);
    no_width.drawing.advance = 0;
    EXPECT_THAT(codes(GaijiRegistry::of("Test",
                                        {public_code, line, far, backwards, private_substitute,
                                         not_held, two_lines, no_width},
                                        {})),
                UnorderedElementsAre("gaiji.not-private-use U+56FD", "gaiji.blank U+E000",
                                     "gaiji.drawing-does-not-fit U+E001", "gaiji.bad-dates U+E002",
                                     "gaiji.bad-substitute U+E003", "gaiji.bad-substitute U+E005",
                                     "gaiji.bad-text U+E006", "gaiji.drawing-does-not-fit U+E004"));
}

TEST(GaijiIdentity, IsWrittenAsItIsRead) {
    for (const char* text : {"none", "MJ003719", "GJ000001", "U+9AD9", "U+8FBB+E0102", "U+20BB7"})
        EXPECT_EQ(write_gaiji_identity(parse_gaiji_identity(text).value()), text);
    for (const char* text :
         {"", "MJ", "MJ1", "MJ0000001", "MJ00371a", "MJ000000", "XJ003719", "U+", "U+E000",
          "U+8FBB+", "U+8FBB+0041", "U+D800", "U+110000", "U+E000+E0100", "8FBB", "None"})
        EXPECT_FALSE(parse_gaiji_identity(text)) << text;
    EXPECT_TRUE(std::holds_alternative<NotIdentified>(*parse_gaiji_identity("none")));
    EXPECT_EQ(write_gaiji_identity(NotExamined{}), "");
}

TEST(GaijiCode, IsPrivateUseAndNothingElse) {
    EXPECT_EQ(parse_gaiji_code("U+E000"), U'\ue000');
    EXPECT_EQ(parse_gaiji_code("U+10FFFD"), U'\U0010fffd');
    for (const char* text : {"", "E000", "U+", "U+E00", "U+0041", "U+E000 ", "U+-E00", "U+F900"})
        EXPECT_FALSE(parse_gaiji_code(text)) << text;
    EXPECT_EQ(write_gaiji_code(0xf0001), "U+F0001");
}

TEST(GaijiDay, IsADayOfTheCalendar) {
    EXPECT_EQ(write_day(parse_day("2028-02-29").value()), "2028-02-29");
    for (const char* text : {"", "2026-02-29", "2026-13-01", "2026-4-1", "20260401", "2026-04-0x"})
        EXPECT_FALSE(parse_day(text)) << text;
}

}  // namespace
}  // namespace madoguchi::fonts
