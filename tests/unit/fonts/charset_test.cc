// The codecs against glibc's iconv over whole repertoires, and against faults of every kind.
#include "fonts/charset/charset.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iconv.h>

#include "base/utf8.h"
#include "fonts/charset/jis_x_0213.h"

namespace madoguchi::fonts {
namespace {

/// The judge: glibc's converter on the whole text at once; empty when it refuses any of it.
std::string iconv_text(std::string text, const char* from, const char* to) {
    const iconv_t converter = iconv_open(to, from);
    std::string out(text.size() * 4 + 64, '\0');
    char* in = text.data();
    char* end = out.data();
    std::size_t in_left = text.size(), out_left = out.size();
    const bool whole = iconv(converter, &in, &in_left, &end, &out_left) == 0 && in_left == 0 &&
                       iconv(converter, nullptr, nullptr, &end, &out_left) == 0;
    iconv_close(converter);
    out.resize(whole ? out.size() - out_left : 0);
    return out;
}

/// Every character of JIS X 0213, a line each.
std::string jis_x_0213_lines() {
    std::string text;
    for (int plane = 1; plane <= 2; ++plane) {
        for (int row = 1; row <= 94; ++row) {
            for (int cell = 1; cell <= 94; ++cell) {
                const auto character = jis_x_0213_text({plane, row, cell});
                if (!character.empty()) text += to_utf8(character) + "\n";
            }
        }
    }
    return text;
}

TEST(Charset, CarriesAllOfJisX0213ThereAndBack) {
    const std::string text = jis_x_0213_lines();
    ASSERT_EQ(std::count(text.begin(), text.end(), '\n'), 11'233);
    for (const auto& [name, judge] : {std::pair(CharsetName::ShiftJis2004, "SHIFT_JISX0213"),
                                      std::pair(CharsetName::EucJis2004, "EUC-JISX0213")}) {
        const Recoded coded = encode(text, name);
        EXPECT_TRUE(coded.whole());
        EXPECT_EQ(coded.text, iconv_text(text, "UTF-8", judge)) << judge;
        const Recoded back = decode(coded.text, name);
        EXPECT_TRUE(back.whole());
        EXPECT_EQ(back.text, text);
    }
    const Recoded escaped = encode(text, CharsetName::Iso2022Jp2004);
    EXPECT_TRUE(escaped.whole());
    EXPECT_EQ(decode(escaped.text, CharsetName::Iso2022Jp2004).text, text);
}

/// All codes of two bytes that the judge knows, each on a line.
std::vector<std::string> codes_known_to(const char* judge, bool shifted) {
    std::vector<std::string> codes;
    for (int lead = shifted ? 0x40 : 0x81; lead <= 0xfe; ++lead) {
        if (!shifted && lead >= 0xa0 && lead <= 0xdf) continue;  // half-width kana, a byte each
        for (int trail = 0x40; trail <= 0xfe; ++trail) {
            std::string code{static_cast<char>(lead), static_cast<char>(trail)};
            if (shifted) code = "\x0e" + code + "\x0f";
            const std::string text = iconv_text(code, judge, "UTF-8");
            if (!text.empty() && count_graphemes(text) == 1) codes.push_back(code);
        }
    }
    return codes;
}

TEST(Charset, CarriesEveryPairOfCp932ThereAndBack) {
    std::size_t pairs = 0, user_defined = 0, written_otherwise = 0;
    for (const std::string& code : codes_known_to("CP932", false)) {
        const Recoded text = decode(code, CharsetName::Cp932);
        ASSERT_EQ(text.text, iconv_text(code, "CP932", "UTF-8"));
        ++(is_private_use(decode_utf8(text.text, 0).code_point) ? user_defined : pairs);
        const Recoded back = encode(text.text, CharsetName::Cp932);
        ASSERT_TRUE(back.whole());
        ASSERT_EQ(decode(back.text, CharsetName::Cp932).text, text.text);
        ASSERT_EQ(back.text, iconv_text(text.text, "UTF-8", "CP932")) << text.text;
        written_otherwise += back.text != code;
    }
    EXPECT_EQ(pairs, 7'724U);
    EXPECT_EQ(user_defined, 1'880U);
    EXPECT_EQ(written_otherwise, 398U);  // characters that NEC, IBM and JIS each gave a code
}

TEST(Charset, CarriesEveryPairOfTheHostCodesThereAndBack) {
    for (const auto& [name, judge] :
         {std::pair(CharsetName::Ibm930, "IBM930"), std::pair(CharsetName::Ibm939, "IBM939"),
          std::pair(CharsetName::Ibm1390, "IBM1390"), std::pair(CharsetName::Ibm1399, "IBM1399")}) {
        const auto codes = codes_known_to(judge, true);
        EXPECT_GT(codes.size(), 8'000U) << judge;
        for (const std::string& code : codes) {
            const Recoded text = decode(code, name);
            ASSERT_EQ(text.text, iconv_text(code, judge, "UTF-8")) << judge;
            const Recoded back = encode(text.text, name);
            ASSERT_TRUE(back.whole()) << judge << text.text;
            ASSERT_EQ(decode(back.text, name).text, text.text) << judge;
        }
    }
}

TEST(Charset, AgreesWithTheJudgeOnOrdinaryText) {
    const std::string text = "渡辺　太郎，ﾜﾀﾅﾍﾞ 12-3号\nＡ棟";
    for (const auto& [name, judge] :
         {std::pair(CharsetName::Cp932, "CP932"), std::pair(CharsetName::EucJp, "EUC-JP"),
          std::pair(CharsetName::Utf16Le, "UTF-16LE"), std::pair(CharsetName::Utf16Be, "UTF-16BE"),
          std::pair(CharsetName::Ibm939, "IBM939"), std::pair(CharsetName::Ibm1399, "IBM1399")}) {
        EXPECT_EQ(encode(text, name).text, iconv_text(text, "UTF-8", judge)) << judge;
        EXPECT_EQ(decode(encode(text, name).text, name).text, text) << judge;
    }
    const std::string full = "渡辺　太郎\n12";
    EXPECT_EQ(encode(full, CharsetName::Iso2022Jp).text, iconv_text(full, "UTF-8", "ISO-2022-JP"));
}

struct Broken {
    CharsetName charset;
    std::string bytes, text;
    CodeFault fault;
    std::size_t offset;
};

TEST(Charset, SaysWhereBytesStandForNothing) {
    using enum CodeFault;
    const std::vector<Broken> cases = {
        {CharsetName::Utf8, "a\xc0\xafz", "az", Unmapped, 1},
        {CharsetName::Utf8, "a\xed\xa0\x80", "a", Unmapped, 1},
        {CharsetName::Utf16Le, std::string("a\0\x3d\xd8", 4), "a", Truncated, 2},
        {CharsetName::Utf16Be, std::string("\0a\xdc\0\0b", 6), "ab", Unmapped, 2},
        {CharsetName::Utf16Be, std::string("\0a\0", 3), "a", Truncated, 2},
        {CharsetName::Utf16Be, std::string("\xff\xfe\0a", 4), "a", Unmapped, 0},
        {CharsetName::Cp932, "\x88\x9f\x88", "亜", Truncated, 2},
        {CharsetName::Cp932, "\x85\x40\x88\x9f", "@亜", Unmapped, 0},
        {CharsetName::Cp932, "a\x82\n\x88\x9f", "a\n亜", Unmapped, 1},
        {CharsetName::EucJp, "\xb0\xa1\xb0", "亜", Truncated, 2},
        {CharsetName::EucJp, "\xb0\n\xb0\xa1", "\n亜", Unmapped, 0},
        {CharsetName::EucJp, "\x8e\xff", "", Unmapped, 0},
        {CharsetName::Iso2022Jp, "\x1b$B0!", "亜", OpenShift, 5},
        {CharsetName::Iso2022Jp, "\x1b$B0", "", Truncated, 3},
        {CharsetName::Ibm1399, "\x0e\x48\x67", "亜", OpenShift, 3},
        {CharsetName::Ibm1399, "\x0e\x48\x67\x0f\x0e\x45", "亜", Truncated, 5},
    };
    for (const Broken& c : cases) {
        const Recoded decoded = decode(c.bytes, c.charset);
        ASSERT_FALSE(decoded.whole()) << c.bytes;
        EXPECT_EQ(decoded.text, c.text) << c.bytes;
        EXPECT_EQ(decoded.faults[0].fault, c.fault) << c.bytes;
        EXPECT_EQ(decoded.faults[0].offset, c.offset) << c.bytes;
    }
}

TEST(Charset, NeverDropsASelector) {
    for (const auto charset :
         {CharsetName::Cp932, CharsetName::EucJis2004, CharsetName::ShiftJis2004,
          CharsetName::Ibm1399, CharsetName::Iso2022Jp2004}) {
        const Recoded coded = encode("山辻\U000E0102", charset);
        ASSERT_EQ(coded.faults.size(), 1U);
        EXPECT_EQ(coded.faults[0].fault, CodeFault::NotInCode);
        EXPECT_EQ(coded.faults[0].piece, "辻\U000E0102");
        EXPECT_EQ(coded.faults[0].offset, 3U);
        EXPECT_EQ(decode(coded.text, charset).text, "山");
    }
    EXPECT_TRUE(encode("辻\U000E0102", CharsetName::Utf16Le).whole());
}

TEST(Charset, TakesAByteOrderMarkForNone) {
    EXPECT_EQ(decode("\xef\xbb\xbf山", CharsetName::Utf8).text, "山");
    EXPECT_EQ(decode("\xff\xfe\x71\x5c", CharsetName::Utf16Le).text, "山");
}

TEST(Charset, KeepsFaultsFewAndCountsAll) {
    const Recoded decoded = decode(std::string(5'000, '\xff'), CharsetName::EucJp);
    EXPECT_EQ(decoded.fault_count, 5'000U);
    EXPECT_EQ(decoded.faults.size(), most_code_faults);
}

TEST(Charset, HasNamesThatSettingsWrite) {
    EXPECT_EQ(parse_charset_name("shift_jis-2004"), CharsetName::ShiftJis2004);
    EXPECT_EQ(parse_charset_name(to_string(CharsetName::Ibm1399)), CharsetName::Ibm1399);
    EXPECT_FALSE(parse_charset_name("SJIS"));
}

}  // namespace
}  // namespace madoguchi::fonts
