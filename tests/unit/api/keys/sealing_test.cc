#include "api/keys/sealing.h"

#include <gtest/gtest.h>

#include <set>

#include "api/keys/sodium.h"

namespace madoguchi::api {
namespace {

constexpr SealedPlace place = {"minato", "person", "17"};

TEST(Sealing, OpensWithItsKeyInItsPlace) {
    const SecretKey key = SecretKey::random();
    for (const std::string& text : {std::string(), std::string("辻\U000E0102　太郎"),
                                    std::string("a\0b", 3), std::string(100000, 'x')}) {
        const std::string sealed = seal(text, key, 3, place);
        EXPECT_EQ(open_sealed(sealed, key, place), text);
        EXPECT_EQ(sealed_with(sealed), 3);
        if (text.size() > 3) {
            EXPECT_EQ(sealed.find(text), sealed.npos);
        }
    }
}

TEST(Sealing, IsAnotherTextEachTime) {
    const SecretKey key = SecretKey::random();
    EXPECT_NE(seal("見本", key, 1, place), seal("見本", key, 1, place));
}

TEST(Sealing, DoesNotOpenAnywhereElse) {
    const SecretKey key = SecretKey::random();
    const std::string sealed = seal("見本", key, 1, place);
    EXPECT_FALSE(open_sealed(sealed, SecretKey::random(), place));
    for (const SealedPlace& other :
         {SealedPlace{"tokyo", "person", "17"}, SealedPlace{"minato", "persons", "17"},
          SealedPlace{"minato", "person", "18"}, SealedPlace{"minat", "operson", "17"},
          SealedPlace{"minatoperson", "", "17"}, SealedPlace{"", "", ""}})
        EXPECT_FALSE(open_sealed(sealed, key, other)) << other.tenant << other.table;
}

TEST(Sealing, NoticesEveryChangedBit) {
    const SecretKey key = SecretKey::random();
    const std::string sealed = seal("見本　太郎", key, 12, place);
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string other = sealed;
            other[at] = static_cast<char>(other[at] ^ (1 << bit));
            EXPECT_FALSE(open_sealed(other, key, place)) << at << ' ' << bit;
        }
        EXPECT_FALSE(open_sealed(sealed.substr(0, at), key, place)) << at;
    }
    EXPECT_FALSE(open_sealed(sealed + "A", key, place));
}

TEST(Sealing, TellsWhatWasNotSealed) {
    for (const char* text : {"", "1.", "1..", "1.0.AAAA", "1.-1.AAAA", "1.x.AAAA", "2.1.AAAA",
                             "1.99999999999.AAAA", "見本　太郎"})
        EXPECT_FALSE(sealed_with(text)) << text;
}

TEST(BlindToken, IsEqualForEqualValuesOfOneKindAndKeyOnly) {
    const SecretKey key = SecretKey::random();
    const std::string token = blind_token("氏名_フリガナ", "ミホン", key);
    EXPECT_EQ(token, blind_token("氏名_フリガナ", "ミホン", key));
    EXPECT_NE(token, blind_token("氏名_フリガナ", "ミホンタ", key));
    EXPECT_NE(token, blind_token("旧氏_フリガナ", "ミホン", key));
    EXPECT_NE(token, blind_token("氏名_フリガナ", "ミホン", SecretKey::random()));
    EXPECT_NE(blind_token("ab", "c", key), blind_token("a", "bc", key));
    EXPECT_EQ(token.size(), 22u);
}

TEST(Base64, IsExact) {
    for (std::size_t size = 0; size < 40; ++size) {
        std::string bytes;
        for (std::size_t i = 0; i < size; ++i)
            bytes += static_cast<char>(i * 37 + size);
        const std::string text = to_base64(bytes);
        EXPECT_EQ(from_base64(text), bytes);
        EXPECT_FALSE(from_base64(text + "="));
        EXPECT_FALSE(from_base64(text + "\n"));
        EXPECT_FALSE(from_base64(" " + text));
    }
    const std::string text = to_base64("見本");
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (int byte = 0; byte < 256; ++byte) {
            std::string other = text;
            other[at] = static_cast<char>(byte);
            const auto bytes = from_base64(other);
            EXPECT_TRUE(!bytes || to_base64(*bytes) == other) << at << ' ' << byte;
        }
    }
    EXPECT_FALSE(from_base64("+/"));
    EXPECT_FALSE(from_base64("AB"));  // bits that no byte has
}

}  // namespace
}  // namespace madoguchi::api
