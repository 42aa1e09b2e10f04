// A text that comes in parts, cut at every place, is the text that comes at once.
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "fonts/charset/charset.h"

namespace madoguchi::fonts {
namespace {

constexpr CharsetName all_charsets[] = {
    CharsetName::Utf8,          CharsetName::Utf16Le,    CharsetName::Utf16Be,
    CharsetName::Cp932,         CharsetName::ShiftJis,   CharsetName::ShiftJis2004,
    CharsetName::EucJp,         CharsetName::EucJis2004, CharsetName::Iso2022Jp,
    CharsetName::Iso2022Jp2004, CharsetName::Ibm930,     CharsetName::Ibm939,
    CharsetName::Ibm1390,       CharsetName::Ibm1399,
};

/// Decodes `bytes` cut at `cut`.
Recoded decode_in_two(std::string_view bytes, std::size_t cut, CharsetName from) {
    CodeState state;
    Recoded first = decode(bytes.substr(0, cut), from, state, Part::MoreFollows);
    Recoded last = decode(bytes.substr(first.used), from, state, Part::Last);
    EXPECT_EQ(first.used + last.used, bytes.size());
    for (CodeFaultPlace& place : last.faults)
        place.offset += first.used;
    first.text += last.text;
    first.fault_count += last.fault_count;
    first.faults.insert(first.faults.end(), last.faults.begin(), last.faults.end());
    return first;
}

void expect_same_in_parts(std::string_view bytes, CharsetName charset) {
    const Recoded whole = decode(bytes, charset);
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        const Recoded parts = decode_in_two(bytes, cut, charset);
        ASSERT_EQ(parts.text, whole.text) << to_string(charset) << " cut at " << cut;
        ASSERT_EQ(parts.fault_count, whole.fault_count) << to_string(charset) << cut;
        for (std::size_t i = 0; i < whole.faults.size(); ++i) {
            ASSERT_EQ(parts.faults[i].offset, whole.faults[i].offset) << to_string(charset) << cut;
            ASSERT_EQ(parts.faults[i].fault, whole.faults[i].fault) << to_string(charset) << cut;
        }
    }
}

TEST(CharsetParts, DecodesTheSameWhereverItIsCut) {
    for (const CharsetName charset : all_charsets) {
        const std::string bytes = encode("A渡辺\u3000太郎B\n亜", charset).text;
        ASSERT_FALSE(bytes.empty());
        expect_same_in_parts(bytes, charset);
    }
    expect_same_in_parts("\xef\xbb\xbf\xf0\xa0\xae\xb7山", CharsetName::Utf8);
    expect_same_in_parts(std::string("\xff\xfe\x42\xd8\xb7\xdf\x71\x5c", 8), CharsetName::Utf16Le);
    expect_same_in_parts("\x8f\xb0\xa1\x8e\xb1\xb0\xa1", CharsetName::EucJp);
}

TEST(CharsetParts, FindsTheSameFaultsWhereverItIsCut) {
    std::string bytes;
    for (int i = 0; i < 256; i += 3)
        bytes += std::string{static_cast<char>(i * 37), static_cast<char>(i), '\x1b', '$',
                             static_cast<char>(255 - i)};
    for (const CharsetName charset : all_charsets)
        expect_same_in_parts(bytes, charset);
}

TEST(CharsetParts, EncodesTheSameWhereverCharactersAreCut) {
    const std::string text = "A渡辺\u3000か\u309a太郎B\n亜";
    for (const CharsetName charset : all_charsets) {
        const Recoded whole = encode(text, charset);
        for (const Cluster& cluster : grapheme_clusters(text)) {
            CodeState state;
            Recoded parts = encode(std::string_view(text).substr(0, cluster.offset), charset, state,
                                   Part::MoreFollows);
            parts.text +=
                encode(std::string_view(text).substr(cluster.offset), charset, state, Part::Last)
                    .text;
            EXPECT_EQ(parts.text, whole.text) << to_string(charset);
        }
    }
}

TEST(CharsetParts, TakesAMarkWithinATextForACharacter) {
    CodeState state;
    decode("A", CharsetName::Utf8, state, Part::MoreFollows);
    EXPECT_EQ(decode("\ufeff", CharsetName::Utf8, state, Part::Last).text, "\ufeff");
}

}  // namespace
}  // namespace madoguchi::fonts
