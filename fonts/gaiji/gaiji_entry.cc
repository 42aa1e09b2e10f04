#include "fonts/gaiji/gaiji_entry.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/utf8.h"
#include "fonts/gaiji/glyf_writer.h"
#include "fonts/gaiji/svg_path.h"

namespace madoguchi::fonts {

namespace {

std::optional<std::uint32_t> read_digits(std::string_view digits, int base) {
    std::uint32_t value = 0;
    const char* end = digits.data() + digits.size();
    const auto parsed = std::from_chars(digits.data(), end, value, base);
    if (digits.empty() || parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
    return value;
}

std::optional<char32_t> read_code_point(std::string_view digits) {
    if (digits.size() < 4 || digits.size() > 6) return std::nullopt;
    const std::optional<std::uint32_t> value = read_digits(digits, 16);
    if (!value || *value > 0x10ffff || (*value >= 0xd800 && *value < 0xe000)) return std::nullopt;
    return static_cast<char32_t>(*value);
}

std::string hexadecimal(char32_t code_point) {
    std::string digits;
    for (int shift = code_point > 0xfffff  ? 20
                     : code_point > 0xffff ? 16
                                           : 12;
         shift >= 0; shift -= 4)
        digits += "0123456789ABCDEF"[code_point >> shift & 0xf];
    return digits;
}

/// "U+8FBB" or "U+8FBB+E0102"
std::optional<GaijiIdentity> parse_coded(std::string_view text) {
    text.remove_prefix(2);
    const std::size_t plus = text.find('+');
    const std::optional<char32_t> base = read_code_point(text.substr(0, plus));
    if (!base || *base < U' ' || is_private_use(*base)) return std::nullopt;
    if (plus == std::string_view::npos) return CodedCharacter{{*base}};
    const std::optional<char32_t> selector = read_code_point(text.substr(plus + 1));
    if (!selector || !is_variation_selector(*selector)) return std::nullopt;
    return SequencedCharacter{{*base, *selector}, std::nullopt};
}

bool holds_private_use(std::string_view text) {
    const std::u32string code_points = to_utf32(text);
    return std::any_of(code_points.begin(), code_points.end(), is_private_use);
}

void check_drawing(const GaijiEntry& entry, Diagnostics& findings) {
    const auto written =
        write_glyph(to_font_units(entry.drawing.outline, {}, gaiji_em, gaiji_baseline));
    if (!written || entry.drawing.advance < 1 || entry.drawing.advance > 16 * gaiji_em) {
        findings.push_back(gaiji_finding(
            entry.code_point, "gaiji.drawing-does-not-fit",
            {"図形がフォントの形式に収まりません。", "the drawing does not fit the font format."},
            {"座標を ±16,383 以内、点の数を 65,535 以内にしてください。",
             "Keep coordinates within ±16,383 and at most 65,535 points."}));
    } else if (written->contours == 0) {
        findings.push_back(
            gaiji_finding(entry.code_point, "gaiji.blank",
                          {"外字の形が描かれていません。", "The drawing shows no shape."},
                          {"線だけでなく、塗りつぶした形で描いてください。",
                           "Draw filled shapes, not lines alone."}));
    }
}

bool is_held(const Repertoire& repertoire, std::string_view text) {
    const std::vector<Cluster> clusters = grapheme_clusters(text);
    return std::all_of(clusters.begin(), clusters.end(), [&](const Cluster& cluster) {
        return repertoire.contains(to_utf32(text.substr(cluster.offset, cluster.size)));
    });
}

void check_substitutes(const GaijiEntry& entry, Diagnostics& findings) {
    for (const auto& [repertoire, text] : entry.substitutes) {
        const bool readable = !text.empty() && !find_invalid_utf8(text) && !holds_private_use(text);
        if (readable && is_held(fonts::repertoire(repertoire), text)) continue;
        const std::string name(to_string(repertoire));
        findings.push_back(gaiji_finding(
            entry.code_point, "gaiji.bad-substitute",
            {name + " の代替文字が正しくありません。", "the substitute for " + name + " is wrong."},
            {"外字でない、" + name + " にある文字を1字以上書いてください。",
             "Write one or more characters that " + name + " holds."}));
    }
}

/// Bytes; what is told of a character, not a document.
constexpr std::size_t longest_description = 2000;

bool is_one_line(std::string_view text) {
    return text.size() <= longest_description && !find_invalid_utf8(text) &&
           std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

void check_descriptions(const GaijiEntry& entry, Diagnostics& findings) {
    for (const std::string* text :
         {&entry.vendor_code, &entry.reading, &entry.meaning, &entry.source}) {
        if (is_one_line(*text)) continue;
        findings.push_back(gaiji_finding(
            entry.code_point, "gaiji.bad-text",
            {"ベンダーコード・読み・意味・出所のどれかが、一行の文字列ではありません。",
             "the vendor code, reading, meaning or source is not one line of text."},
            {"タブや改行のないUTF-8の文字列を、2,000バイトまでで書いてください。",
             "Write at most 2,000 bytes of UTF-8 without tabs and line ends."}));
    }
}

}  // namespace

std::optional<GaijiIdentity> parse_gaiji_identity(std::string_view text) {
    if (text == "none") return NotIdentified{};
    if (text.starts_with("U+")) return parse_coded(text);
    const bool mj = text.starts_with("MJ");
    if ((!mj && !text.starts_with("GJ")) || text.size() != 8) return std::nullopt;
    const std::optional<std::uint32_t> number = read_digits(text.substr(2), 10);
    if (!number || *number == 0) return std::nullopt;
    return NamedCharacter{mj ? NamedCharacter::Set::Mj : NamedCharacter::Set::Gj, *number};
}

std::string write_gaiji_identity(const GaijiIdentity& identity) {
    if (std::holds_alternative<NotExamined>(identity)) return {};
    if (std::holds_alternative<NotIdentified>(identity)) return "none";
    const Character& character = std::get<Character>(identity);
    if (const auto* coded = std::get_if<CodedCharacter>(&character))
        return "U+" + hexadecimal(coded->code_points.front());
    if (const auto* sequence = std::get_if<SequencedCharacter>(&character))
        return "U+" + hexadecimal(sequence->sequence.base) + "+" +
               hexadecimal(sequence->sequence.selector);
    const std::string reference = write_character(character);  // "&MJ003719;"
    return reference.substr(1, reference.size() - 2);
}

std::optional<char32_t> parse_gaiji_code(std::string_view text) {
    if (!text.starts_with("U+")) return std::nullopt;
    const std::optional<char32_t> code_point = read_code_point(text.substr(2));
    return code_point && is_private_use(*code_point) ? code_point : std::nullopt;
}

std::string write_gaiji_code(char32_t code_point) {
    return "U+" + hexadecimal(code_point);
}

std::optional<std::chrono::year_month_day> parse_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = read_digits(text.substr(0, 4), 10);
    const auto month = read_digits(text.substr(5, 2), 10);
    const auto day = read_digits(text.substr(8, 2), 10);
    if (!year || !month || !day) return std::nullopt;
    const std::chrono::year_month_day read{std::chrono::year(static_cast<int>(*year)),
                                           std::chrono::month(*month), std::chrono::day(*day)};
    if (!read.ok()) return std::nullopt;
    return read;
}

std::string write_day(std::chrono::year_month_day day) {
    const auto padded = [](unsigned number, std::size_t width) {
        const std::string digits = std::to_string(number);
        return std::string(width - std::min(width, digits.size()), '0') + digits;
    };
    return padded(static_cast<unsigned>(static_cast<int>(day.year())), 4) + "-" +
           padded(static_cast<unsigned>(day.month()), 2) + "-" +
           padded(static_cast<unsigned>(day.day()), 2);
}

bool are_same_shape(const GaijiDrawing& a, const GaijiDrawing& b) {
    return a.advance == b.advance && write_svg_path(a.outline) == write_svg_path(b.outline);
}

Diagnostics check(const GaijiEntry& entry) {
    Diagnostics findings;
    if (!is_private_use(entry.code_point)) {
        findings.push_back(
            gaiji_finding(entry.code_point, "gaiji.not-private-use",
                          {"外字のコードではありません。", "it is no private-use code point."},
                          {"U+E000 から U+F8FF、または第15・16面の私用領域を使ってください。",
                           "Use U+E000 to U+F8FF or the private use planes 15 and 16."}));
    }
    check_drawing(entry, findings);
    check_descriptions(entry, findings);
    check_substitutes(entry, findings);
    if (entry.valid_from && entry.valid_to && *entry.valid_to < *entry.valid_from) {
        findings.push_back(
            gaiji_finding(entry.code_point, "gaiji.bad-dates",
                          {"使用の終わりの日が始まりの日より前です。", "it ends before it begins."},
                          {"日付を確かめてください。", "Check both dates."}));
    }
    return findings;
}

Diagnostic gaiji_finding(char32_t code_point, std::string code, BilingualText what,
                         BilingualText hint) {
    Diagnostic finding{.code = std::move(code)};
    const std::string name = write_gaiji_code(code_point);
    finding.message = {"外字 " + name + "：" + what.ja, "gaiji " + name + ": " + what.en};
    finding.origin.character = CharacterPlace{.code_points = name};
    finding.hints.push_back(std::move(hint));
    return finding;
}

}  // namespace madoguchi::fonts
