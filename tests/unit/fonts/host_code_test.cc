// Mapping files of host codes: what they say, what is refused, and texts in the codes they
// describe.
#include "fonts/charset/host_code.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/utf8.h"

namespace madoguchi::fonts {
namespace {

using testing::HasSubstr;

std::string case_file(const std::string& name) {
    const auto file = std::filesystem::path(MADOGUCHI_SOURCE_DIR) / "tests/cases/host-codes" / name;
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

HostCode shipped(const std::string& name) {
    auto code = HostCode::read(case_file(name), name);
    EXPECT_TRUE(code.ok()) << name << (code.ok() ? "" : to_line(code.findings()[0]));
    return std::move(code).value();
}

/// The least file that is right, with lines of a case behind it.
std::string file_with(const std::string& lines) {
    return "name\t見本\nsource\t試験\nlicence\t窓口と同じ\nto-double\t28\nto-single\t29\n" + lines;
}

struct Coded {
    std::string table, text, bytes;
};

TEST(HostCode, WritesAndReadsItsShiftsAndPairs) {
    const std::vector<Coded> cases = {
        // A is C1 in EBCDIC; JEF's shifts are one byte, KEIS' and JIPS' two.
        {"jef-like.tsv", "A渡あA", "\xc1\x28\xc5\xcf\xa4\xa2\x29\xc1"},
        {"jef-like.tsv", "渡\u3000亜", "\x28\xc5\xcf\x40\x40\xb0\xa1\x29"},
        {"keis-like.tsv", "A渡A", "\xc1\x0a\x42\xc5\xcf\x0a\x41\xc1"},
        {"jips-j-like.tsv", "A渡ｱ", "A\x1a\x70\x45\x4f\x1a\x71\xb1"},
        {"double-only.tsv", "渡亜", "\xc5\xcf\xb0\xa1"},
        {"jef-like.tsv", "", ""},
    };
    for (const Coded& c : cases) {
        const HostCode code = shipped(c.table);
        const Recoded coded = encode(c.text, code);
        EXPECT_TRUE(coded.whole()) << c.table;
        EXPECT_EQ(coded.text, c.bytes) << c.table;
        const Recoded back = decode(c.bytes, code);
        EXPECT_TRUE(back.whole()) << c.table;
        EXPECT_EQ(back.text, c.text) << c.table;
    }
}

TEST(HostCode, CarriesSequencesNamesAndMarks) {
    const HostCode code = shipped("jef-like.tsv");
    const std::string text = "辻\U000e0102辻&MJ025760;か\u309aか&GJ000001;";
    const Recoded coded = encode(text, code);
    EXPECT_EQ(coded.text, "\x28\x53\xf1\xc4\xd4\x7a\xa1\xa4\xf7\xa4\xab\x7a\xa2\x29");
    EXPECT_EQ(decode(coded.text, code).text, text);
}

TEST(HostCode, NeverDropsASelectorOrSpellsAName) {
    const HostCode code = shipped("jef-like.tsv");
    for (const std::string text : {"辻\U000e0103", "渡\ufe00", "&MJ000001;"}) {
        const Recoded coded = encode("亜" + text + "亜", code);
        ASSERT_EQ(coded.fault_count, 1U) << text;
        EXPECT_EQ(coded.faults[0].fault, CodeFault::NotInCode);
        EXPECT_EQ(coded.faults[0].piece, text);
        EXPECT_EQ(coded.faults[0].offset, 3U);
        EXPECT_EQ(decode(coded.text, code).text, "亜亜");
    }
}

TEST(HostCode, WritesTheCodeThatIsNotMarked) {
    const HostCode code = shipped("jef-like.tsv");
    EXPECT_EQ(decode("\x28\x41\xa1\x72\xc1\x29", code).text, "\u9ad9\u9ad9");
    EXPECT_EQ(encode("\u9ad9", code).text, "\x28\x41\xa1\x29");
    EXPECT_EQ(decode("\x38\xb0\xa1\x29", code).text, "亜");  // K1, which is read only
}

struct Area {
    std::string table;
    char32_t first, last;
    std::string first_code, last_code;
};

TEST(HostCode, CountsUserAreasAsTheVendorsDo) {
    const std::vector<Area> cases = {
        {"jef-like.tsv", 0xe000, 0xec1d, "\x80\xa1", "\xa0\xfe"},     // 3,102
        {"keis-like.tsv", 0xe000, 0xebbf, "\x81\xa1", "\xa0\xfe"},    // 3,008
        {"jips-j-like.tsv", 0xe000, 0xe409, "\x74\x21", "\x7e\x7e"},  // G0, 1,034
        {"jips-j-like.tsv", 0xe40a, 0xef6b, "\xe0\xa1", "\xfe\xfe"},  // G1, 2,914
    };
    for (const Area& area : cases) {
        const HostCode code = shipped(area.table);
        const auto shifted = [&](const std::string& pair) {
            return code.shift_to(HostCode::State::Double)->bytes + pair +
                   code.shift_to(HostCode::State::Single)->bytes;
        };
        const auto text = [](char32_t c) { return to_utf8(std::u32string(1, c)); };
        EXPECT_EQ(decode(shifted(area.first_code), code).text, text(area.first)) << area.table;
        EXPECT_EQ(decode(shifted(area.last_code), code).text, text(area.last)) << area.table;
        for (char32_t c = area.first; c <= area.last; ++c)
            ASSERT_EQ(decode(encode(text(c), code).text, code).text, text(c)) << area.table;
    }
}

struct Broken {
    std::string table, bytes, text;
    CodeFault fault;
    std::size_t offset;
};

TEST(HostCode, SaysWhereBytesStandForNothing) {
    using enum CodeFault;
    const std::vector<Broken> cases = {
        {"jef-like.tsv", "\x28\xb0\xa1", "亜", OpenShift, 3},
        {"jef-like.tsv", "\x28\xb0\xa1\xb0", "亜", Truncated, 3},
        {"jef-like.tsv", "\x28\xb0\xa1\x7f\x7f\xc5\xcf\x29", "亜渡", Unmapped, 3},
        {"keis-like.tsv", "\xc1\x0a", "A", Unmapped, 1},
        {"keis-like.tsv", "\x0a\x42\xb0\xa1\x0a", "亜", Truncated, 4},
        {"jips-j-like.tsv", "A\x1a\x70\x30", "A", Truncated, 3},
        {"double-only.tsv", "\xb0\xa1\xb0", "亜", Truncated, 2},
    };
    for (const Broken& c : cases) {
        const Recoded decoded = decode(c.bytes, shipped(c.table));
        ASSERT_FALSE(decoded.whole()) << c.table;
        EXPECT_EQ(decoded.text, c.text) << c.table;
        EXPECT_EQ(decoded.faults[0].fault, c.fault) << c.table << c.text;
        EXPECT_EQ(decoded.faults[0].offset, c.offset) << c.table << c.text;
    }
}

struct Wrong {
    std::string lines, code, says;
    std::size_t line;
};

TEST(HostCode, RefusesEveryWrongLineWithItsPlace) {
    const std::string clash = "host-code.clash", malformed = "host-code.malformed";
    const std::vector<Wrong> cases = {
        {"B0A1\tU+4E9C\nB0A1\tU+4E9D\n", clash, "line 6", 7},
        {"B0A1\tU+4E9C\nB0A2\tU+4E9C\n", clash, "decode-only", 7},
        {"80A1\tU+4E9C\nuser\t80A1-80FE\tU+E000\n", clash, "80A1", 7},
        {"user\t80A1-80FE\tU+E000\nuser\t81A1-81FE\tU+E010\n", clash, "81A1", 7},
        {"user\t80A1-81FE\tU+E000\nuser\t81A1-81FE\tU+E100\n", clash, "81A1", 7},
        {"28A1\tU+4E9C\n", clash, "shift", 6},
        {"29\tU+0041\n", clash, "shift", 6},
        {"to-double\t2829\nB0A1\tU+4E9C\n", clash, "begins with", 6},
        {"to-single\t28\nB0A1\tU+4E9C\n", clash, "begins with", 6},
        {"start\tsingle\nstart\tdouble\nB0A1\tU+4E9C\n", clash, "twice", 7},
        {"name\t二つ目\nB0A1\tU+4E9C\n", clash, "twice", 6},
        {"B0A1\tU+D800\n", malformed, "U+8FBB", 6},
        {"B0A1\tU+110000\n", malformed, "U+8FBB", 6},
        {"B0A1\tU+0000041\n", malformed, "U+8FBB", 6},
        {"B0A1\tU+E0102\n", malformed, "U+8FBB", 6},
        {"B0A1\tU+4E9C+4E9D\n", malformed, "U+8FBB", 6},
        {"B0A1\t亜\n", malformed, "U+8FBB", 6},
        {"B0A1\tMJ02576\n", malformed, "U+8FBB", 6},
        {"B0A1\tU+4E9C\tread\n", malformed, "decode-only", 6},
        {"B0A1\n", malformed, "tab", 6},
        {"B0A\tU+4E9C\n", malformed, "four hexadecimal", 6},
        {"B0G1\tU+4E9C\n", malformed, "four hexadecimal", 6},
        {"B0A1\tU+4E9C\xff\n", malformed, "UTF-8", 6},
        {"user\tA0FE-80A1\tU+E000\n", malformed, "user area", 6},
        {"user\t80A1-A0FE\tU+4E00\n", malformed, "private-use", 6},
        {"user\t80A1-FEFE\tU+F000\n", malformed, "private-use", 6},
        {"space\t40\n", malformed, "four hexadecimal", 6},
        {"to-double\t1122334455\n", malformed, "four bytes", 6},
        {"single-base\tebcdic\n", malformed, "ebcdic-kana", 6},
        {"# " + std::string(5'000, 'x') + "\n", malformed, "4096", 6},
    };
    for (const Wrong& c : cases) {
        const auto read = HostCode::read(file_with(c.lines), "code.tsv");
        ASSERT_FALSE(read.ok()) << c.lines;
        const Diagnostic& finding = read.findings()[0];
        EXPECT_EQ(finding.code, c.code) << c.lines;
        EXPECT_THAT(finding.message.en, HasSubstr(c.says)) << c.lines;
        EXPECT_EQ(finding.origin.source->line, c.line) << c.lines;
        EXPECT_EQ(finding.origin.source->file, "code.tsv");
    }
}

TEST(HostCode, RefusesAFileThatIsNotWhole) {
    const std::vector<std::string> cases = {
        "",
        file_with(""),
        "source\t試験\nlicence\t窓口\n41\tU+0041\n",
        "name\t見本\nlicence\t窓口\n41\tU+0041\n",
        "name\t見本\nsource\t試験\n41\tU+0041\n",
        "name\t見本\nsource\t試験\nlicence\t窓口\nB0A1\tU+4E9C\n",
        "name\t見本\nsource\t試験\nlicence\t窓口\nto-double\t28\nB0A1\tU+4E9C\n",
        "name\t見本\nsource\t試験\nlicence\t窓口\nto-double\t28\n41\tU+0041\n",
        std::string(HostCode::source_limit + 1, '#'),
    };
    for (const std::string& source : cases) {
        const auto read = HostCode::read(source, "code.tsv");
        ASSERT_FALSE(read.ok()) << source.substr(0, 200);
        EXPECT_EQ(read.findings()[0].code, "host-code.incomplete") << source.substr(0, 200);
    }
}

TEST(HostCode, KeepsFindingsFew) {
    std::string lines;
    for (int i = 0; i < 5'000; ++i)
        lines += "x\ty\n";
    const auto read = HostCode::read(file_with(lines), "code.tsv");
    ASSERT_FALSE(read.ok());
    EXPECT_LE(read.findings().size(), HostCode::most_findings + 5);
}

TEST(HostCode, ReadsWhatWindowsEditorsWrite) {
    const auto read = HostCode::read("\xef\xbb\xbf" + file_with("B0A1\tU+4E9C\t\r\n\r\n"), "t");
    ASSERT_TRUE(read.ok()) << to_line(read.findings()[0]);
    EXPECT_EQ(read->size(), 1U);
}

}  // namespace
}  // namespace madoguchi::fonts
