// What is compressed under a code made beforehand comes back whole.
#include "render/pdf/deflate_code.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

#include "render/pdf/typical_page.h"

namespace madoguchi::render::pdf {
namespace {

DeflateCode code_for(std::string_view typical) {
    return DeflateCode({&typical, 1});
}

std::string random_bytes(std::size_t size, unsigned letters) {
    std::mt19937 random(static_cast<unsigned>(size) + letters);
    std::string bytes(size, '\0');
    for (char& byte : bytes)
        byte = static_cast<char>(random() % letters);
    return bytes;
}

TEST(DeflateCode, GivesBackEveryStream) {
    const std::string page = typical_page();
    for (const DeflateCode& code :
         {code_for(page), code_for("a"), DeflateCode(std::span<const std::string_view>())}) {
        for (const std::size_t size : {0U, 1U, 2U, 100U, 4096U, 65535U, 65536U, 700000U}) {
            for (const unsigned letters : {1U, 2U, 20U, 256U}) {
                const std::string raw = random_bytes(size, letters);
                const StreamData stream = code.deflate(raw);
                ASSERT_EQ(stream.raw_size, size);
                ASSERT_EQ(stream.filter, StreamFilter::Flate);
                ASSERT_EQ(inflate(stream), raw) << size << " bytes of " << letters;
            }
        }
        ASSERT_EQ(inflate(code.deflate(page)), page);
    }
}

TEST(DeflateCode, MakesPagesNearlyAsSmallAsTheBestCodeDoes) {
    const std::string page = typical_page();
    const std::size_t best = deflate(page, Effort::Record).bytes.size();
    EXPECT_LT(code_for(page).deflate(page).bytes.size(), best * 5 / 4);
}

TEST(DeflateCode, StoresWhatCannotBeMadeSmaller) {
    const std::string raw = random_bytes(200000, 256);
    EXPECT_LT(code_for(typical_page()).deflate(raw).bytes.size(), raw.size() + 1000);
}

TEST(DeflateCode, TheSameCodeGivesTheSameBytes) {
    const std::string page = typical_page();
    const DeflateCode once = code_for(page), again = code_for(page);
    EXPECT_EQ(once.deflate(page + page).bytes, again.deflate(page + page).bytes);
    EXPECT_EQ(once.deflate(page).bytes, once.deflate(page).bytes);
}

TEST(TypicalPage, IsAlwaysTheSame) {
    EXPECT_EQ(typical_page(), typical_page());
    EXPECT_GT(typical_page().size(), 1500U);
}

}  // namespace
}  // namespace madoguchi::render::pdf
