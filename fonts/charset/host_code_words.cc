#include "fonts/charset/host_code_words.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "fonts/charset/code_probe.h"

namespace madoguchi::fonts {

namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\r'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

std::optional<std::uint32_t> hex(std::string_view digits) {
    std::uint32_t value = 0;
    const char* end = digits.data() + digits.size();
    const auto parsed = std::from_chars(digits.data(), end, value, 16);
    if (digits.empty() || digits.size() > 6 || parsed.ec != std::errc() || parsed.ptr != end)
        return std::nullopt;
    return value;
}

/// Four to six digits, and a scalar value (Unicode 15, D76) other than NUL.
std::optional<char32_t> scalar(std::string_view digits) {
    const auto value = hex(digits);
    const bool is_surrogate = value && *value >= 0xd800 && *value < 0xe000;
    if (!value || digits.size() < 4 || *value > 0x10ffff || is_surrogate) return std::nullopt;
    return static_cast<char32_t>(*value);
}

SingleBytes single_bytes(const char* converter) {
    SingleBytes bytes;
    for (const CodedText& coded : probe_single_bytes(converter))
        bytes.emplace_back(static_cast<std::uint8_t>(coded.code[0]), to_utf8(coded.text));
    return bytes;
}

}  // namespace

std::vector<std::string_view> split_tabs(std::string_view line) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t tab = line.find('\t');
        parts.push_back(trimmed(line.substr(0, tab)));
        if (tab == std::string_view::npos) break;
        line.remove_prefix(tab + 1);
    }
    // A trailing tab is what spreadsheets leave behind an empty column.
    while (parts.size() > 1 && parts.back().empty())
        parts.pop_back();
    return parts;
}

std::optional<std::string> hex_bytes(std::string_view text) {
    std::string bytes;
    if (text.empty() || text.size() % 2 != 0) return std::nullopt;
    for (std::size_t at = 0; at < text.size(); at += 2) {
        const auto byte = hex(text.substr(at, 2));
        if (!byte) return std::nullopt;
        bytes += static_cast<char>(*byte);
    }
    return bytes;
}

std::optional<HostCodeUnit> host_code_unit(std::string_view text) {
    if (text.size() != 2 && text.size() != 4) return std::nullopt;
    const auto value = hex(text);
    if (!value) return std::nullopt;
    return HostCodeUnit{static_cast<std::uint16_t>(*value), text.size() == 4};
}

std::optional<char32_t> code_point(std::string_view text) {
    if (!text.starts_with("U+")) return std::nullopt;
    return scalar(text.substr(2));
}

std::optional<std::string> host_code_text(std::string_view text) {
    const std::string reference = "&" + std::string(text) + ";";
    if (!text.empty() && character_reference(reference, 0) == text) return reference;
    if (!text.starts_with("U+")) return std::nullopt;
    std::string out;
    std::size_t count = 0;
    for (std::string_view rest = text.substr(1); !rest.empty() && count < 5; ++count) {
        if (rest[0] != '+') return std::nullopt;
        rest.remove_prefix(1);
        const std::size_t end = std::min(rest.find('+'), rest.size());
        const auto value = scalar(rest.substr(0, end));
        // A selector alone would change whatever stood before it.
        if (!value || (count == 0 && is_variation_selector(*value))) return std::nullopt;
        append_utf8(out, *value);
        rest.remove_prefix(end);
    }
    if (count == 0 || count > 4 || count_graphemes(out) != 1) return std::nullopt;
    return out;
}

std::size_t UserArea::size() const {
    return static_cast<std::size_t>(last_lead - first_lead + 1) *
           static_cast<std::size_t>(last_trail - first_trail + 1);
}

std::optional<UserArea> user_area(std::string_view text) {
    if (text.size() != 9 || text[4] != '-') return std::nullopt;
    const auto first = hex_bytes(text.substr(0, 4)), last = hex_bytes(text.substr(5));
    if (!first || !last) return std::nullopt;
    const auto byte = [](char c) { return static_cast<std::uint8_t>(c); };
    const UserArea area{byte((*first)[0]), byte((*last)[0]), byte((*first)[1]), byte((*last)[1])};
    if (area.first_lead > area.last_lead || area.first_trail > area.last_trail) return std::nullopt;
    return area;
}

const SingleBytes& single_base(std::string_view name) {
    // glibc's converters; of IBM's mixed codes, what stands outside the shifts. They take
    // milliseconds to open, so that they are asked once.
    static const SingleBytes none, ascii = single_bytes("ASCII"), jis = single_bytes("SHIFT_JIS"),
                                   kana = single_bytes("IBM930"), latin = single_bytes("IBM939");
    if (name == "ascii") return ascii;
    if (name == "jis-x-0201") return jis;
    if (name == "ebcdic-kana") return kana;
    return name == "ebcdic-latin" ? latin : none;
}

}  // namespace madoguchi::fonts
