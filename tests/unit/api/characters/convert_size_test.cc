// Ten million characters in bounded memory.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>

#include "base/utf8.h"
#include "tests/unit/api/characters/characters_fixture.h"

namespace madoguchi::api {
namespace {

std::size_t peak_bytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

/// The same thousand kanji again and again, on one line that does not end.
class Endless {
  public:
    explicit Endless(std::size_t times) : left_(times) {
        for (char32_t c = 0; block_.size() < 3'000; ++c) {
            const std::string text = to_utf8(std::u32string(1, 0x4e00 + c));
            if (fonts::encode(text, fonts::CharsetName::Cp932).whole()) block_ += text;
        }
    }
    Result<std::size_t> read(std::span<char> into) {
        std::size_t filled = 0;
        while (filled < into.size() && left_ > 0) {
            const std::size_t count = std::min(into.size() - filled, block_.size() - at_);
            std::copy_n(block_.begin() + static_cast<std::ptrdiff_t>(at_), count,
                        into.begin() + static_cast<std::ptrdiff_t>(filled));
            filled += count;
            at_ += count;
            if (at_ < block_.size()) continue;
            at_ = 0;
            --left_;
        }
        return filled;
    }

  private:
    std::string block_;
    std::size_t left_, at_ = 0;
};

TEST(ConvertSize, TenMillionCharactersTakeLittleMemory) {
    ConversionSettings settings{.from = fonts::FileCode(fonts::CharsetName::Utf8)};
    settings.rules.to = fonts::FileCode(fonts::CharsetName::Cp932);
    Endless text(10'000);
    std::size_t written = 0;
    const std::size_t before = peak_bytes();
    const auto report = convert(
        settings, [&](std::span<char> into) { return text.read(into); },
        [&](std::string_view bytes) {
            written += bytes.size();
            return Result<Done>(Done{});
        });
    ASSERT_TRUE(report.ok());
    EXPECT_TRUE(report->whole());
    EXPECT_EQ(report->characters, 10'000'000U);
    EXPECT_EQ(written, 20'000'000U);
    EXPECT_LT(peak_bytes() - before, std::size_t{200} << 20);
}

TEST(ConvertSize, MillionsOfFaultsTakeLittleMemory) {
    ConversionSettings settings{.from = fonts::FileCode(fonts::CharsetName::EucJp)};
    std::size_t left = 10'000'000;
    const std::size_t before = peak_bytes();
    const auto report = convert(
        settings,
        [&](std::span<char> into) -> Result<std::size_t> {
            const std::size_t count = std::min(left, into.size());
            std::fill_n(into.begin(), count, '\xff');
            left -= count;
            return count;
        },
        [](std::string_view) { return Result<Done>(Done{}); });
    ASSERT_TRUE(report.ok());
    EXPECT_EQ(report->faults, 10'000'000U);
    EXPECT_EQ(report->findings.size(), ConversionReport::most_errors + 1);
    EXPECT_LT(peak_bytes() - before, std::size_t{200} << 20);
}

}  // namespace
}  // namespace madoguchi::api
