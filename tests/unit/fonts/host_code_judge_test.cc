// IBM's host codes against ICU's tables (charset_test.cc has glibc's, from which ours are made):
// every byte and every pair, read and written.
#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include <array>
#include <optional>

#include "base/utf8.h"
#include "fonts/charset/charset.h"

namespace madoguchi::fonts {
namespace {

class IcuConverter {
  public:
    explicit IcuConverter(const char* name) {
        UErrorCode status = U_ZERO_ERROR;
        converter_ = ucnv_open(name, &status);
        EXPECT_TRUE(U_SUCCESS(status)) << name;
        ucnv_setToUCallBack(converter_, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                            &status);
        ucnv_setFromUCallBack(converter_, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                              &status);
        ucnv_setFallback(converter_, 0);
        EXPECT_TRUE(U_SUCCESS(status)) << name;
    }
    ~IcuConverter() { ucnv_close(converter_); }
    IcuConverter(const IcuConverter&) = delete;
    IcuConverter& operator=(const IcuConverter&) = delete;

    /// Empty for what stands for nothing.
    std::string decode(const std::string& code) const {
        std::array<UChar, 8> units{};
        UErrorCode status = U_ZERO_ERROR;
        const int32_t count =
            ucnv_toUChars(converter_, units.data(), static_cast<int32_t>(units.size()), code.data(),
                          static_cast<int32_t>(code.size()), &status);
        if (U_FAILURE(status)) return {};
        std::string bytes;
        for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
            bytes += static_cast<char>(units.at(i) & 0xff);
            bytes += static_cast<char>(units.at(i) >> 8);
        }
        return fonts::decode(bytes, CharsetName::Utf16Le).text;
    }
    std::string encode(const std::string& text) const {
        const std::string units = fonts::encode(text, CharsetName::Utf16Le).text;
        std::array<UChar, 8> buffer{};
        for (std::size_t i = 0; i + 1 < units.size(); i += 2)
            buffer.at(i / 2) = static_cast<UChar>(static_cast<unsigned char>(units[i]) |
                                                  static_cast<unsigned char>(units[i + 1]) << 8);
        std::array<char, 32> code{};
        UErrorCode status = U_ZERO_ERROR;
        const int32_t count =
            ucnv_fromUChars(converter_, code.data(), static_cast<int32_t>(code.size()),
                            buffer.data(), static_cast<int32_t>(units.size() / 2), &status);
        if (U_FAILURE(status)) return {};
        return {code.data(), static_cast<std::size_t>(count)};
    }

  private:
    UConverter* converter_ = nullptr;
};

struct Judged {
    CharsetName charset;
    const char* judge;
    int bytes, pairs;  ///< how many stand for something
};

/// How many of the codes stand for something; each is read and written as the judge does.
int count_agreed(const std::vector<std::string>& codes, CharsetName charset,
                 const IcuConverter& judge) {
    int count = 0;
    for (const std::string& code : codes) {
        const Recoded text = decode(code, charset);
        const std::string said = text.whole() ? text.text : std::string();
        EXPECT_EQ(said, judge.decode(code)) << to_string(charset) << describe_code_points(said);
        if (said.empty()) continue;
        EXPECT_EQ(encode(said, charset).text, judge.encode(said)) << describe_code_points(said);
        ++count;
    }
    return count;
}

TEST(HostCodeJudge, AgreesWithIcuOnEveryByteAndPair) {
    std::vector<std::string> bytes, pairs;
    for (int byte = 0; byte <= 0xff; ++byte) {
        if (byte != 0x0e && byte != 0x0f) bytes.emplace_back(1, static_cast<char>(byte));
    }
    for (int lead = 0x40; lead <= 0xfe; ++lead) {
        for (int trail = 0x40; trail <= 0xfe; ++trail)
            pairs.push_back({'\x0e', static_cast<char>(lead), static_cast<char>(trail), '\x0f'});
    }
    const std::vector<Judged> cases = {
        {CharsetName::Ibm930, "ibm-930_P120-1999", 226, 11'635},
        {CharsetName::Ibm939, "ibm-939_P120-1999", 226, 11'635},
        {CharsetName::Ibm1390, "ibm-1390_P110-2003", 227, 22'102},
        {CharsetName::Ibm1399, "ibm-1399_P110-2003", 227, 22'102},
    };
    for (const Judged& c : cases) {
        const IcuConverter judge(c.judge);
        EXPECT_EQ(count_agreed(bytes, c.charset, judge), c.bytes) << c.judge;
        EXPECT_EQ(count_agreed(pairs, c.charset, judge), c.pairs) << c.judge;
    }
}

TEST(HostCodeJudge, ReadsNoUnassignedByteAsSubstitute) {
    // glibc does for 27 bytes of each, in silence.
    for (const CharsetName charset : {CharsetName::Ibm1390, CharsetName::Ibm1399}) {
        const Recoded text = decode("\xc1\xfe\x3f", charset);
        ASSERT_EQ(text.fault_count, 1U);
        EXPECT_EQ(text.faults[0].offset, 1U);
        EXPECT_EQ(text.text, "A\x1a");
    }
}

}  // namespace
}  // namespace madoguchi::fonts
