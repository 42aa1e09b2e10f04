#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>

#include "fixtures.h"
#include "tests/support/exercise_face.h"

namespace madoguchi::fonts {

namespace {

/// True when the bytes opened as a face.
bool open_and_exercise(Bytes font) {
    const auto face = Face::from_bytes(std::move(font), "hostile");
    if (face.ok()) {
        EXPECT_EQ(tests::broken_promise(*face), "");
    } else {
        EXPECT_FALSE(face.findings().front().message.ja.empty());
    }
    return face.ok();
}

Bytes read_file(const char* path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Bytes first(const Bytes& font, std::size_t size) {
    return {font.begin(), font.begin() + static_cast<std::ptrdiff_t>(size)};
}

TEST(HostileFont, CutAnywhere) {
    for (const Bytes& font : {invented_gaiji_font(), name_keyed_font()}) {
        ASSERT_TRUE(open_and_exercise(font));
        for (std::size_t size = 0; size < font.size(); size += 3)
            open_and_exercise(first(font, size));
    }
}

TEST(HostileFont, ARealFontCutAnywhere) {
    const Bytes font = read_file("/usr/share/fonts/opentype/ipaexfont-mincho/ipaexm.ttf");
    ASSERT_GT(font.size(), 1000000U);
    for (std::size_t size = 0; size < 60000; size += 997)
        EXPECT_FALSE(open_and_exercise(first(font, size)));
    for (std::size_t size = 60000; size < font.size(); size += 997 * 331)
        open_and_exercise(first(font, size));
}

class FlippedBytes : public testing::TestWithParam<unsigned> {};

TEST_P(FlippedBytes, AreAFindingOrAFace) {
    for (unsigned seed = GetParam(); seed < GetParam() + 100; ++seed) {
        std::mt19937 random(seed);
        Bytes font = seed % 2 == 0 ? invented_gaiji_font() : name_keyed_font();
        for (unsigned flips = random() % 8 + 1; flips > 0; --flips)
            font[random() % font.size()] = static_cast<std::uint8_t>(random());
        open_and_exercise(std::move(font));
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, FlippedBytes, testing::Values(0U, 100U, 200U, 300U));

TEST(HostileFont, NoiseIsNoFont) {
    std::mt19937 random(1);
    for (std::size_t size = 0; size < 2000; size += 61) {
        Bytes noise(size);
        for (auto& byte : noise)
            byte = static_cast<std::uint8_t>(random());
        EXPECT_FALSE(open_and_exercise(std::move(noise)));
    }
}

}  // namespace

}  // namespace madoguchi::fonts
