// Which codes of a link are a tenant's own characters.
#include <algorithm>
#include <utility>

#include "api/characters/link_reader.h"
#include "base/utf8.h"
#include "fonts/charset/host_code_words.h"

namespace madoguchi::api {

namespace {

namespace json = templates::json;

using CodePoints = std::vector<char32_t>;

/// "A-B" as A and B; A alone as both.
std::pair<std::string_view, std::string_view> ends(std::string_view range) {
    const std::size_t dash = range.find('-');
    if (dash == std::string_view::npos) return {range, range};
    return {range.substr(0, dash), range.substr(dash + 1)};
}

/// "U+E000-U+E03E", all of them private use and of one area.
std::optional<CodePoints> code_points(std::string_view range) {
    const auto [first_text, last_text] = ends(range);
    const auto first = fonts::code_point(first_text), last = fonts::code_point(last_text);
    if (!first || !last || *first > *last || *first >> 16 != *last >> 16) return std::nullopt;
    if (!is_private_use(*first) || !is_private_use(*last)) return std::nullopt;
    CodePoints points;
    for (char32_t c = *first; c <= *last; ++c)
        points.push_back(c);
    return points;
}

std::optional<char32_t> private_use_of(const fonts::FileCode& code, unsigned pair) {
    const std::string bytes{static_cast<char>(pair >> 8), static_cast<char>(pair & 0xff)};
    const std::u32string text = to_utf32(code.text_of_code(bytes));
    if (text.size() != 1 || !is_private_use(text[0])) return std::nullopt;
    return text[0];
}

/// "F040-F07E": what the code's table gives for them. The range may pass over trail bytes that no
/// code has, but not over a character of the code.
std::optional<CodePoints> coded_points(const fonts::FileCode& code, std::string_view range) {
    if (range.starts_with("U+")) return code_points(range);
    const auto [first_text, last_text] = ends(range);
    const auto first = fonts::host_code_unit(first_text), last = fonts::host_code_unit(last_text);
    if (!first || !last || !first->is_pair || !last->is_pair) return std::nullopt;
    if (first->code > last->code) return std::nullopt;
    if (!private_use_of(code, first->code) || !private_use_of(code, last->code))
        return std::nullopt;
    CodePoints points;
    for (unsigned pair = first->code; pair <= last->code; ++pair) {
        const auto point = private_use_of(code, pair);
        const std::string bytes{static_cast<char>(pair >> 8), static_cast<char>(pair & 0xff)};
        if (!point && !code.text_of_code(bytes).empty()) return std::nullopt;
        if (point) points.push_back(*point);
    }
    return points;
}

void read_range(SettingsFile& settings, const json::Value& value, Link& link) {
    settings.allow_only(value, {"codes", "codePoints"});
    const std::string codes = settings.required_text(value, "codes");
    const std::string points = settings.required_text(value, "codePoints");
    if (codes.empty() || points.empty()) return;
    const auto theirs = coded_points(link.code, codes);
    const auto ours = code_points(points);
    if (!theirs)
        return settings.report(value,
                               {"codes は、この文字コードの利用者定義領域の符号を「F040-F07E」の形"
                                "で書いてください。",
                                "codes must be user-defined codes of this code, as F040-F07E."});
    if (!ours)
        return settings.report(value, {"codePoints は、私用領域の符号位置を「U+E000-U+E03E」の形"
                                       "で書いてください。",
                                       "codePoints must be private-use code points, as "
                                       "U+E000-U+E03E."});
    const std::string counts =
        std::to_string(theirs->size()) + " ≠ " + std::to_string(ours->size());
    if (theirs->size() != ours->size())
        return settings.report(value, {"codes と codePoints の数が違います（" + counts + "）。",
                                       "codes and codePoints differ in number (" + counts + ")."});
    for (std::size_t i = 0; i < ours->size(); ++i) {
        const bool is_new = link.gaiji.to_tenant.emplace((*theirs)[i], (*ours)[i]).second;
        const bool is_only = link.gaiji.to_link.emplace((*ours)[i], (*theirs)[i]).second;
        if (is_new && is_only) continue;
        return settings.report(
            value, {"同じ符号か符号位置が二度あります。", "A code or a code point is said twice."});
    }
}

}  // namespace

void read_link_gaiji(SettingsFile& settings, const json::Value& value, Link& link) {
    const json::Array* ranges = value.array();
    if (ranges == nullptr)
        return settings.report(
            value, {"gaiji は [ ] で囲んだ並びにしてください。", "gaiji must be an array."});
    for (const json::Value& range : *ranges)
        read_range(settings, range, link);
}

}  // namespace madoguchi::api
