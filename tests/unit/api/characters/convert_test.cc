// Conversions of files: exact where they pass, and otherwise nothing but findings with their
// places.
#include "api/characters/convert.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include "fonts/gaiji/svg_path.h"
#include "tests/unit/api/characters/characters_fixture.h"

namespace madoguchi::api {
namespace {

using fonts::CharsetName;
using fonts::FileCode;
using testing::HasSubstr;
using testing::Not;

ConversionSettings between(CharsetName from, CharsetName to) {
    ConversionSettings settings{.from = FileCode(from), .input_name = "in"};
    settings.rules.to = FileCode(to);
    return settings;
}

/// Text that no piece can be cut in without harm: marks, selectors, names, line ends.
std::string awkward_text() {
    std::string text;
    for (int i = 0; i < 4'000; ++i) {
        text += "渡辺か\u309aA\r\n";
        text += i % 7 == 0 ? "&MJ025760;" : "x";
        text += i % 5 == 0 ? "辻\U000e0102" : "﨑";
    }
    return text;
}

TEST(Convert, IsTheSameWhereverTheInputIsCut) {
    const std::string text = awkward_text();
    for (const CharsetName to : {CharsetName::Utf16Le, CharsetName::Utf16Be, CharsetName::Utf8}) {
        const Converted out = converted(between(CharsetName::Utf8, to), text);
        EXPECT_TRUE(out.report.whole());
        EXPECT_EQ(out.bytes, fonts::encode(text, to).text);
        EXPECT_EQ(converted(between(CharsetName::Utf8, to), text, 7).bytes, out.bytes);
        const Converted back = converted(between(to, CharsetName::Utf8), out.bytes, 4'097);
        EXPECT_EQ(back.bytes, text);
        EXPECT_EQ(back.report.records, 4'001U);
    }
}

TEST(Convert, CutsNoCharacterThatIsOneCode) {
    // か゚ is one code; cut in two it would be two.
    for (std::size_t before = 0; before < 6; ++before) {
        std::string text(before, 'x');
        for (int i = 0; i < 10'000; ++i)
            text += "か\u309a";
        for (const CharsetName to : {CharsetName::ShiftJis2004, CharsetName::Ibm1399}) {
            const Converted out = converted(between(CharsetName::Utf8, to), text);
            EXPECT_EQ(out.report.characters, before + 10'000);
            EXPECT_TRUE(out.bytes == fonts::encode(text, to).text) << to_string(to) << before;
        }
    }
}

TEST(Convert, KeepsTheShiftBetweenPieces) {
    std::string text;
    for (int i = 0; i < 30'000; ++i)
        text += "渡辺";
    for (const CharsetName to : {CharsetName::Ibm1399, CharsetName::Iso2022Jp}) {
        const Converted out = converted(between(CharsetName::Utf8, to), text);
        EXPECT_EQ(out.bytes, fonts::encode(text, to).text);
        EXPECT_EQ(converted(between(to, CharsetName::Utf8), out.bytes).bytes, text);
    }
}

TEST(Convert, SaysWhereEveryFaultIs) {
    // Far into the file, so that it is not the first piece.
    std::string bytes;
    for (int i = 0; i < 3'000; ++i)
        bytes += "\x93\x6e\x95\xd3,A\n";
    bytes += "\x93\x6e\n\x93\x6e\x85\x40\xff\n\x93";
    const Converted out = converted(between(CharsetName::Cp932, CharsetName::Utf8), bytes);
    EXPECT_FALSE(out.report.whole());
    ASSERT_EQ(out.codes(), "charset.unmapped charset.unmapped charset.truncated");
    const SourcePlace& unmapped = *out.report.findings[0].origin.source;
    EXPECT_EQ(unmapped.offset, 21'005U);
    EXPECT_EQ(unmapped.line, 3'002U);
    EXPECT_EQ(unmapped.column, 2U);
    EXPECT_EQ(out.report.findings[0].origin.data_pointer, "/records/3001/fields/0");
    EXPECT_THAT(out.report.findings[0].message.ja, HasSubstr("85"));
    EXPECT_EQ(out.report.findings[1].origin.source->offset, 21'007U);
    EXPECT_EQ(out.report.findings[2].origin.source->offset, bytes.size() - 1);
}

TEST(Convert, NamesWhatTheCodeLacks) {
    const Converted out = converted(between(CharsetName::Utf8, CharsetName::Cp932),
                                    "山,𠮷\n辻\U000e0102&MJ025760;\n山");
    ASSERT_EQ(out.codes(), "charset.not-in-code charset.not-in-code charset.not-in-code");
    EXPECT_EQ(out.bytes, "");
    const Origin& first = out.report.findings[0].origin;
    EXPECT_EQ(first.character->code_points, "U+20BB7");
    EXPECT_EQ(first.source->offset, 4U);
    EXPECT_EQ(out.report.findings[1].origin.character->code_points, "U+8FBB U+E0102");
    EXPECT_EQ(out.report.findings[2].origin.character->text, "&MJ025760;");
}

TEST(Convert, KeepsFindingsFewAndCountsAll) {
    std::string text;
    for (int i = 0; i < 5'000; ++i)
        text += "𠮷";
    const Converted out = converted(between(CharsetName::Utf8, CharsetName::Cp932), text);
    EXPECT_EQ(out.report.stopped, 5'000U);
    ASSERT_EQ(out.report.findings.size(), ConversionReport::most_errors + 1);
    EXPECT_EQ(out.report.findings.back().code, "convert.more-errors");
    EXPECT_THAT(out.report.findings.back().message.en, HasSubstr("4000"));
}

TEST_F(LinkFolder, ChoosesVariantsByDirection) {
    const std::string json = R"({"name": "a", "charset": "ibm1399", "variants": {
        "wave": {"read": "U+301C", "write": "U+FF5E"}, "minus": {"write": "U+2212"}}})";
    // 1399 has both of each: E9F4 and 43A1 for the waves, E9F3 and 4260 for the minus signs.
    const Converted out = converted(to_link(json), "〜～－−‖");
    EXPECT_TRUE(out.report.whole());
    EXPECT_EQ(out.bytes, fonts::encode("～～−−‖", CharsetName::Ibm1399).text);
    EXPECT_EQ(out.report.variants, 2U);
    const Converted in = converted(from_link(json), out.bytes);
    EXPECT_EQ(in.bytes, "〜〜−−‖");
    EXPECT_EQ(in.report.variants, 2U);
}

TEST_F(LinkFolder, WritesAVariantThatTheTargetHoldsUnderItsOtherCode) {
    // JIS X 0208 knows 301C, CP932 knows FF5E: without a choice it cannot leave.
    const std::string without = R"({"name": "a", "charset": "cp932", "target": "jisx0208"})";
    EXPECT_FALSE(converted(to_link(without), "〜").report.whole());
    const std::string with = R"({"name": "a", "charset": "cp932", "target": "jisx0208",
        "variants": {"wave": {"write": "U+FF5E"}}})";
    EXPECT_EQ(converted(to_link(with), "〜～").bytes, "\x81\x60\x81\x60");
}

TEST_F(LinkFolder, OrdersTheDuplicatesOfCp932) {
    // ∪ is JIS' and NEC's, Ⅰ NEC's and IBM's, ⅰ and 髙 IBM's and NEC's selection, ¬ in all but
    // row 13.
    const std::string text = "\u222a\u2160\u2170\u9ad9\uffe2";
    const auto written = [&](const std::string& order) {
        return converted(
                   to_link(R"({"name": "a", "charset": "cp932", "duplicates": )" + order + "}"),
                   text)
            .bytes;
    };
    EXPECT_EQ(written(R"(["jis", "nec-row-13", "ibm", "nec-selected"])"),
              "\x81\xbe\x87\x54\xfa\x40\xfb\xfc\x81\xca");
    EXPECT_EQ(written(R"(["nec-row-13", "nec-selected", "jis", "ibm"])"),
              "\x87\x9c\x87\x54\xee\xef\xee\xe0\xee\xf9");
    EXPECT_EQ(written(R"(["ibm", "jis", "nec-row-13", "nec-selected"])"),
              "\x81\xbe\xfa\x4a\xfa\x40\xfb\xfc\xfa\x54");
}

TEST_F(LinkFolder, MapsGaijiBothWaysAndBlocksTheRest) {
    const std::string json = R"({"name": "a", "charset": "cp932",
        "gaiji": [{"codes": "F040-F041", "codePoints": "U+E100-U+E101"}]})";
    const Converted out = converted(to_link(json), "田\ue100\ue101");
    EXPECT_EQ(out.bytes, "\x93\x63\xf0\x40\xf0\x41");
    EXPECT_EQ(converted(from_link(json), out.bytes).bytes, "田\ue100\ue101");
    // The tenant's U+E000 is not what the link calls F040.
    const Converted blocked = converted(to_link(json), "田\ue000田");
    ASSERT_EQ(blocked.codes(), "gaiji.no-mapping");
    EXPECT_EQ(blocked.bytes, "");
    EXPECT_EQ(blocked.report.findings[0].origin.source->offset, 3U);
    const Converted unknown = converted(from_link(json), "\xf0\x40,\xf0\x42");
    ASSERT_EQ(unknown.codes(), "gaiji.no-mapping");
    EXPECT_EQ(unknown.report.findings[0].origin.source->offset, 3U);
    // A selector upon it makes it another character.
    EXPECT_EQ(converted(to_link(json), "\ue100\ufe00").codes(), "gaiji.no-mapping");
}

TEST_F(LinkFolder, LetsAGaijiPassAsTheSubstituteThatItsRegistryRecords) {
    const std::string json = R"({"name": "a", "charset": "cp932", "target": "jisx0208"})";
    EXPECT_EQ(converted(to_link(json), "\ue000").codes(), "gaiji.no-mapping");
    fonts::GaijiEntry entry{.code_point = U'\ue000',
                            .substitutes = {{fonts::RepertoireName::JisX0208, "畑"}},
                            .drawing = {.outline = fonts::read_svg_path("M0 0H9V9Z").value()}};
    const auto registry = fonts::GaijiRegistry::of("Test", {entry}, {}).value();
    ConversionSettings settings = to_link(json);
    settings.rules.choices = fonts::recorded_choices(registry, fonts::RepertoireName::JisX0208);
    const Converted out = converted(settings, "\ue000");
    EXPECT_EQ(out.bytes, "\x94\xa8");
    EXPECT_EQ(out.codes(), "reduction.replaced");
    EXPECT_TRUE(fonts::recorded_choices(registry, fonts::RepertoireName::JisX0213).empty());
}

TEST_F(LinkFolder, BlocksGaijiTowardsUnicodeToo) {
    const Converted out = converted(to_link(R"({"name": "a", "charset": "utf-8"})"), "\ue000");
    EXPECT_EQ(out.codes(), "gaiji.no-mapping");
}

TEST_F(LinkFolder, ReducesToTheTargetAndSaysOnWhatGround) {
    const std::string json = R"({"name": "a", "charset": "cp932", "target": "jisx0208",
        "choices": {"\ue000": "辺", "髙": "高"}})";
    const Converted out = converted(to_link(json), "髙\ue000辻\U000e0102髙");
    EXPECT_TRUE(out.report.whole());
    EXPECT_EQ(out.bytes, fonts::encode("高辺辻高", CharsetName::Cp932).text);
    EXPECT_EQ(out.report.replaced, 4U);
    ASSERT_EQ(out.report.findings.size(), 3U);  // one for each different character
    EXPECT_THAT(out.report.findings[0].message.ja, HasSubstr("包摂規準"));
    EXPECT_THAT(out.report.findings[1].message.ja, HasSubstr("2か所"));
    EXPECT_THAT(out.report.findings[2].message.ja, HasSubstr("自治体の決定"));
}

TEST_F(LinkFolder, StopsOrMarksWhatHasNoSubstitute) {
    // A Hangul syllable is in none of the sets, and the map says nothing of it.
    const std::string json = R"({"name": "a", "charset": "cp932", "target": "jisx0208")";
    const Converted stopped = converted(to_link(json + "}"), "山가");
    EXPECT_EQ(stopped.codes(), "reduction.no-substitute");
    const Converted marked = converted(to_link(json + R"(, "noSubstitute": "mark"})"), "山가");
    EXPECT_EQ(marked.codes(), "reduction.marked");
    EXPECT_EQ(marked.bytes, fonts::encode("山〓", CharsetName::Cp932).text);
    // A gaiji that the link does not map is not let out as a mark either.
    EXPECT_EQ(converted(to_link(json + R"(, "noSubstitute": "mark"})"), "山\ue000").codes(),
              "gaiji.no-mapping");
}

TEST_F(LinkFolder, HintsAtWhatHelpsWhenAGaijiIsRead) {
    const std::string json = R"({"name": "a", "charset": "cp932"})";
    const auto hint = [](const Converted& c) { return c.report.findings.at(0).hints.at(0).ja; };
    const std::string read_hint = hint(converted(from_link(json), "\xf0\x40"));
    EXPECT_THAT(read_hint, HasSubstr("gaiji"));
    EXPECT_THAT(read_hint, Not(HasSubstr("choices")));
    EXPECT_THAT(read_hint, Not(HasSubstr("書き出して")));
    EXPECT_THAT(hint(converted(to_link(json), "\ue000")), HasSubstr("choices"));
}

TEST_F(LinkFolder, CountsFieldsAndQuotes) {
    const std::string json = R"({"name": "a", "charset": "cp932",
        "records": {"form": "lines", "delimiter": ","}})";
    const Converted out = converted(to_link(json), "a,\"b,\nc\",𠮷\nd,𠮷");
    ASSERT_EQ(out.report.findings.size(), 2U);
    EXPECT_EQ(out.report.findings[0].origin.data_pointer, "/records/0/fields/2");
    EXPECT_EQ(out.report.findings[1].origin.data_pointer, "/records/1/fields/1");
}

TEST_F(LinkFolder, CheckTellsKeptReplacedAndNone) {
    ConversionSettings settings = between(CharsetName::Utf8, CharsetName::Utf8);
    settings.rules.target = fonts::RepertoireName::JisX0213;
    settings.rules.table = table.get();
    const auto report = check(settings, source_of("山髙髙\n가\ue000"));
    ASSERT_TRUE(report.ok());
    EXPECT_FALSE(report->whole());
    EXPECT_EQ(report->replaced, 2U);
    EXPECT_EQ(report->stopped, 2U);
    ASSERT_EQ(report->seen.size(), 5U);
    EXPECT_EQ(report->seen[2].character, "髙");
    EXPECT_EQ(report->seen[2].count, 2U);
    EXPECT_EQ(report->seen[1].fate.kind, FateKind::Kept);
}

}  // namespace
}  // namespace madoguchi::api
