#include "base/utf8.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <memory>

namespace madoguchi {

namespace {

/// Marks that always extend the cluster before them.
bool extends(char32_t c) {
    return is_variation_selector(c) || c == 0x3099 || c == 0x309a;
}

std::vector<Cluster> clusters_by_icu(std::string_view text) {
    static const std::unique_ptr<icu::BreakIterator> prototype = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::BreakIterator>(
            icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    }();
    std::vector<Cluster> clusters;
    UErrorCode status = U_ZERO_ERROR;
    UText utext = UTEXT_INITIALIZER;
    utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
    const std::unique_ptr<icu::BreakIterator> iterator(prototype->clone());
    iterator->setText(&utext, status);
    std::int32_t start = iterator->first();
    for (std::int32_t end = iterator->next(); end != icu::BreakIterator::DONE;
         start = end, end = iterator->next()) {
        clusters.push_back(
            {static_cast<std::size_t>(start), static_cast<std::size_t>(end - start)});
    }
    utext_close(&utext);
    return clusters;
}

constexpr std::size_t reference_bytes = 10;

/// ICU knows nothing of character references: their ten clusters become one.
std::vector<Cluster> join_references(std::string_view text, const std::vector<Cluster>& clusters) {
    std::vector<Cluster> joined;
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        joined.push_back(clusters[i]);
        if (character_reference(text, clusters[i].offset).empty()) continue;
        const std::size_t end = clusters[i].offset + reference_bytes;
        while (i + 1 < clusters.size() && clusters[i + 1].offset < end)
            ++i;
        joined.back().size = clusters[i].offset + clusters[i].size - joined.back().offset;
    }
    return joined;
}

/// Length of the sequence that starts with `lead` and the lowest second byte it allows; 0 for no
/// lead byte.
struct SequenceForm {
    std::size_t bytes;
    std::uint8_t second_low, second_high;
};

/// The bulk of all text at one look: eight letters of ASCII, or one character from U+1000 to
/// U+CFFF. The number of bytes, 0 for anything else.
std::size_t usual_sequence(const char* text, std::size_t size) {
    const auto byte = [text](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    if (size >= 3 && byte(0) >= 0xe1 && byte(0) <= 0xec)
        return (byte(1) & 0xc0) == 0x80 && (byte(2) & 0xc0) == 0x80 ? 3 : 0;
    if (size < 8) return 0;
    std::uint64_t eight = 0;
    std::memcpy(&eight, text, sizeof eight);
    return (eight & 0x8080808080808080u) == 0 ? 8 : 0;
}

SequenceForm sequence_form(std::uint8_t lead) {
    if (lead < 0x80) return {1, 0, 0};
    if (lead >= 0xc2 && lead <= 0xdf) return {2, 0x80, 0xbf};
    if (lead == 0xe0) return {3, 0xa0, 0xbf};
    if (lead == 0xed) return {3, 0x80, 0x9f};
    if (lead >= 0xe1 && lead <= 0xef) return {3, 0x80, 0xbf};
    if (lead == 0xf0) return {4, 0x90, 0xbf};
    if (lead >= 0xf1 && lead <= 0xf3) return {4, 0x80, 0xbf};
    if (lead == 0xf4) return {4, 0x80, 0x8f};
    return {0, 0, 0};
}

}  // namespace

DecodedCodePoint decode_utf8(std::string_view text, std::size_t offset) {
    if (offset >= text.size()) return {};
    const auto byte = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<std::uint8_t>(text[offset + i]));
    };
    const char32_t lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    if (lead < 0xe0) return {(lead & 0x1f) << 6 | (byte(1) & 0x3f), 2};
    if (lead < 0xf0) return {(lead & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f), 3};
    return {(lead & 0x07) << 18 | (byte(1) & 0x3f) << 12 | (byte(2) & 0x3f) << 6 | (byte(3) & 0x3f),
            4};
}

void append_utf8(std::string& out, char32_t c) {
    const auto add = [&](char32_t byte) { out += static_cast<char>(byte); };
    if (c < 0x80) {
        add(c);
    } else if (c < 0x800) {
        add(0xc0 | c >> 6), add(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        add(0xe0 | c >> 12), add(0x80 | (c >> 6 & 0x3f)), add(0x80 | (c & 0x3f));
    } else {
        add(0xf0 | c >> 18), add(0x80 | (c >> 12 & 0x3f)), add(0x80 | (c >> 6 & 0x3f)),
            add(0x80 | (c & 0x3f));
    }
}

std::string to_utf8(std::u32string_view text) {
    std::string out;
    for (const char32_t c : text)
        append_utf8(out, c);
    return out;
}

std::u32string to_utf32(std::string_view text) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        const DecodedCodePoint decoded = decode_utf8(text, i);
        out += decoded.code_point;
        i += decoded.bytes;
    }
    return out;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
        if (const std::size_t bytes = usual_sequence(text.data() + i, text.size() - i)) {
            i += bytes;
            continue;
        }
        const SequenceForm form = sequence_form(static_cast<std::uint8_t>(text[i]));
        if (form.bytes == 0 || i + form.bytes > text.size()) return i;
        for (std::size_t k = 1; k < form.bytes; ++k) {
            const auto byte = static_cast<std::uint8_t>(text[i + k]);
            const bool second = k == 1;
            if (byte < (second ? form.second_low : 0x80) ||
                byte > (second ? form.second_high : 0xbf))
                return i;
        }
        i += form.bytes;
    }
    return std::nullopt;
}

bool stands_alone(char32_t c) {
    return (c >= 0x20 && c < 0x7f) || (c >= 0x3000 && c <= 0x3029) ||
           (c >= 0x3031 && c <= 0x3098) || (c >= 0x309b && c <= 0x30ff) ||
           (c >= 0x3400 && c <= 0x9fff) || (c >= 0xe000 && c <= 0xfaff) ||
           (c >= 0xff01 && c <= 0xff9d) || (c >= 0x20000 && c <= 0x3ffff);
}

std::vector<Cluster> grapheme_clusters(std::string_view text) {
    std::vector<Cluster> clusters;
    clusters.reserve(text.size() / 3 + 1);
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '&' && !character_reference(text, i).empty()) {
            clusters.push_back({i, reference_bytes});
            i += reference_bytes;
            continue;
        }
        const DecodedCodePoint decoded = decode_utf8(text, i);
        if (stands_alone(decoded.code_point)) {
            clusters.push_back({i, decoded.bytes});
        } else if (extends(decoded.code_point) && !clusters.empty()) {
            clusters.back().size += decoded.bytes;
        } else {
            return join_references(text, clusters_by_icu(text));
        }
        i += decoded.bytes;
    }
    return clusters;
}

std::size_t count_graphemes(std::string_view text) {
    return grapheme_clusters(text).size();
}

std::string_view character_reference(std::string_view text, std::size_t offset) {
    const std::string_view found = text.substr(offset, reference_bytes);
    const bool shaped = found.size() == reference_bytes && found[0] == '&' && found[2] == 'J' &&
                        (found[1] == 'M' || found[1] == 'G') && found.back() == ';';
    if (!shaped) return {};
    for (const char digit : found.substr(3, 6)) {
        if (digit < '0' || digit > '9') return {};
    }
    return found.substr(1, 8);
}

bool is_variation_selector(char32_t c) {
    return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
}

bool is_private_use(char32_t c) {
    return (c >= 0xe000 && c <= 0xf8ff) || (c >= 0xf0000 && c <= 0xffffd) ||
           (c >= 0x100000 && c <= 0x10fffd);
}

/// More are no character but an attack; whoever reads a finding has seen enough of it.
constexpr std::size_t most_described = 32;

std::string describe_code_points(std::string_view text) {
    std::string out;
    std::size_t described = 0;
    for (const char32_t c : to_utf32(text)) {
        if (described++ == most_described) return out + " …";
        std::array<char, 8> digits;
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(),
                                       static_cast<std::uint32_t>(c), 16);
        const auto count = static_cast<std::size_t>(end.ptr - digits.data());
        if (!out.empty()) out += ' ';
        out += "U+" + std::string(count < 4 ? 4 - count : 0, '0');
        for (std::size_t i = 0; i < count; ++i) {
            out += static_cast<char>(digits[i] >= 'a' ? digits[i] - 'a' + 'A' : digits[i]);
        }
    }
    return out;
}

}  // namespace madoguchi
