#include "templates/reading/values.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "base/utf8.h"
#include "templates/reading/members.h"
#include "templates/similar.h"
#include "templates/text_check.h"

namespace madoguchi::templates::reading {

namespace {

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string range_text(limits::Range range) {
    return std::to_string(range.least) + "–" + std::to_string(range.most);
}

std::size_t count_code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<std::uint8_t>(c) & 0xc0) != 0x80;
    }));
}

/// Letters of every script, digits and "_"; ー and 々 are letters in Unicode.
bool is_name(std::string_view text) {
    if (text.empty() || count_code_points(text) > limits::name_length) return false;
    for (std::size_t i = 0; i < text.size();) {
        const DecodedCodePoint decoded = decode_utf8(text, i);
        if (decoded.code_point != '_' && !u_isalnum(static_cast<UChar32>(decoded.code_point)))
            return false;
        i += decoded.bytes;
    }
    return true;
}

bool is_path(std::string_view text) {
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('.', begin), text.size());
        if (!is_name(text.substr(begin, end - begin))) return false;
        begin = end + 1;
    }
    return true;
}

bool is_id(std::string_view text) {
    return !text.empty() && text.size() <= limits::name_length && is_ascii_letter(text[0]) &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_';
           });
}

/// The shape of RFC 5646 tags: subtags of letters and digits, the first of two or three letters.
bool is_language_tag(std::string_view text) {
    bool is_first = true;
    for (std::size_t begin = 0; begin <= text.size(); is_first = false) {
        const std::size_t end = std::min(text.find('-', begin), text.size());
        const std::string_view part = text.substr(begin, end - begin);
        if (part.size() < 2 || part.size() > (is_first ? 3 : 8)) return false;
        if (!std::all_of(part.begin(), part.end(), [&](char c) {
                return is_ascii_letter(c) || (!is_first && is_ascii_digit(c));
            }))
            return false;
        begin = end + 1;
    }
    return true;
}

std::optional<std::string> read_checked(Findings& findings, const Node& node, int rule,
                                        bool (*is_right)(std::string_view), BilingualText message) {
    std::optional<std::string> text = read_string(findings, node);
    if (!text || is_right(*text)) return text;
    findings.add(rule, node, std::move(message));
    return std::nullopt;
}

}  // namespace

void report_type(Findings& findings, const Node& node, BilingualText expected) {
    findings.add(1, node,
                 {"ここは" + expected.ja + "で書きます。", expected.en + " is expected here."});
}

std::optional<std::string> PrintableText::operator()(Findings& findings, const Node& node) const {
    std::optional<std::string> text = read_string(findings, node);
    if (!text) return text;
    if (text->empty() && range.least > 0) {
        findings.add(12, node, {"空にはできません。", "This must not be empty."});
        return std::nullopt;
    }
    const std::size_t length = count_code_points(*text);
    if (!range.contains(static_cast<std::int64_t>(length))) {
        const std::string most = std::to_string(range.most), found = std::to_string(length);
        findings.add(9, node,
                     {most + "字以内です（" + found + "字あります）。",
                      "At most " + most + " characters; there are " + found + "."});
        return std::nullopt;
    }
    const std::optional<Unprintable> bad = find_unprintable(*text);
    if (!bad) return text;
    const BilingualText found = name_of(*bad, *text);
    findings.add(9, node, {found.ja + " があります。", "It holds " + found.en + "."});
    return std::nullopt;
}

std::optional<std::string> OneLine::operator()(Findings& findings, const Node& node) const {
    std::optional<std::string> text = PrintableText{range}(findings, node);
    if (!text || text->find('\n') == std::string::npos) return text;
    findings.add(9, node,
                 {"一行で書きます。改行は使えません。", "This is one line, without line feeds."});
    return std::nullopt;
}

std::optional<bool> read_flag(Findings& findings, const Node& node) {
    if (const bool* flag = node.value.boolean()) return *flag;
    report_type(findings, node, {"true か false", "true or false"});
    return std::nullopt;
}

std::optional<std::string> read_string(Findings& findings, const Node& node) {
    if (const std::string* text = node.value.string()) return *text;
    report_type(findings, node, {"文字列（\"…\"）", "A string"});
    return std::nullopt;
}

std::optional<std::string> read_id(Findings& findings, const Node& node) {
    return read_checked(
        findings, node, 10, is_id,
        {"id は英字で始まる英数字・「-」・「_」の64字以内です。",
         "An id is a letter followed by letters, digits, \"-\" and \"_\", at most 64."});
}

std::optional<std::string> read_name(Findings& findings, const Node& node) {
    return read_checked(findings, node, 11, is_name,
                        {"名前に使えるのは文字・数字・「_」だけで、64字以内です。",
                         "A name consists of 1 to 64 letters, kana, kanji, digits and \"_\"."});
}

std::optional<std::string> read_path(Findings& findings, const Node& node) {
    return read_checked(findings, node, 11, is_path,
                        {"項目は名前を「.」でつないで書きます（例 届出人.氏名）。",
                         "A field is named by names joined by \".\", such as 届出人.氏名."});
}

std::optional<std::string> read_language(Findings& findings, const Node& node) {
    return read_checked(findings, node, 16, is_language_tag,
                        {"言語は ja のような言語タグで書きます。",
                         "A language is written as a BCP 47 tag such as ja."});
}

std::optional<Colour> read_colour(Findings& findings, const Node& node) {
    const std::optional<std::string> text = read_string(findings, node);
    if (!text) return std::nullopt;
    std::uint32_t value = 0;
    bool is_right = text->size() == 7 && text->front() == '#';
    if (is_right) {
        const char* end = text->data() + text->size();
        is_right = std::from_chars(text->data() + 1, end, value, 16).ptr == end;
    }
    if (is_right)
        return Colour{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
                      static_cast<std::uint8_t>(value)};
    findings.add(13, node,
                 {"色は #rrggbb（16進数6桁）で書きます。",
                  "A colour is written #rrggbb, six hexadecimal digits."});
    return std::nullopt;
}

std::optional<Rect> read_frame(Findings& findings, const Node& node) {
    Members members(findings, node);
    Rect frame;
    const Millimetres side{limits::coordinate};
    members.required("x", frame.x, side);
    members.required("y", frame.y, side);
    members.required("width", frame.width, side);
    members.required("height", frame.height, side);
    members.report_unknown();
    return frame;
}

std::optional<std::size_t> read_word(Findings& findings, const Node& node,
                                     std::span<const std::string_view> words) {
    const std::optional<std::string> text = read_string(findings, node);
    if (!text) return std::nullopt;
    const auto found = std::find(words.begin(), words.end(), *text);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    const std::string word = quoted(*text);
    findings.add(4, node,
                 {"「" + word + "」という語はここでは使えません。",
                  "\"" + word + "\" is none of the words that may stand here."});
    if (const auto meant = similar_name(*text, words)) {
        const std::string other(*meant);
        findings.hint({"「" + other + "」ではありませんか。", "Did you mean \"" + other + "\"?"});
        return std::nullopt;
    }
    std::string all;
    for (const std::string_view other : words)
        all += (all.empty() ? "" : ", ") + std::string(other);
    findings.hint({"使える語: " + all, "Words: " + all});
    return std::nullopt;
}

const json::Array* read_items(Findings& findings, const Node& node, limits::Range range) {
    const json::Array* items = node.value.array();
    if (items == nullptr) {
        report_type(findings, node, {"並び（[ ]）", "A list ([ ])"});
        return nullptr;
    }
    if (range.contains(static_cast<std::int64_t>(items->size()))) return items;
    const std::string found = std::to_string(items->size());
    findings.add(14, node,
                 {"件数は " + range_text(range) + " です（" + found + "件あります）。",
                  "There may be " + range_text(range) + " items; there are " + found + "."});
    return nullptr;
}

void report_repeated(Findings& findings, const Node& list) {
    const json::Array* items = list.value.array();
    std::set<std::string_view> before;
    for (std::size_t i = 0; items != nullptr && i < items->size(); ++i) {
        const std::string* text = (*items)[i].string();
        if (text == nullptr || before.insert(*text).second) continue;
        findings.add(20, Node{(*items)[i], &list, {}, i},
                     {"「" + quoted(*text) + "」が重複しています。",
                      "\"" + quoted(*text) + "\" stands here twice."});
    }
}

}  // namespace madoguchi::templates::reading
