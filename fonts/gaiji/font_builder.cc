#include "fonts/gaiji/font_builder.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "fonts/gaiji/font_tables.h"
#include "fonts/gaiji/glyf_writer.h"
#include "fonts/sfnt.h"

namespace madoguchi::fonts {

namespace {

constexpr std::size_t most_glyphs = 65534;

Diagnostic drawing_finding(char32_t code_point, std::string code, BilingualText message,
                           BilingualText hint) {
    std::string text;
    append_utf8(text, code_point);
    const std::string name = describe_code_points(text);
    Diagnostic finding;
    finding.code = std::move(code);
    finding.message = {"外字 " + name + "：" + message.ja, "Gaiji " + name + ": " + message.en};
    finding.origin.character = CharacterPlace{text, name, 0};
    finding.hints = {std::move(hint)};
    return finding;
}

/// OpenType, post: at most 63 of these characters, no digit or period first.
bool is_postscript_name(std::string_view name) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto allowed = [&](char c) {
        return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' ||
               c == '_';
    };
    return !name.empty() && name.size() <= 63 && !is_digit(name.front()) && name.front() != '.' &&
           std::all_of(name.begin(), name.end(), allowed);
}

void check_identity(const DrawnGlyph& glyph, bool taken, Diagnostics& findings) {
    if (!is_private_use(glyph.code_point)) {
        findings.push_back(drawing_finding(
            glyph.code_point, "gaiji.not-private-use",
            {"外字の符号位置が私用領域にありません。",
             "the code point is not in a private use area."},
            {"U+E000～U+F8FF、U+F0000～U+FFFFD、U+100000～U+10FFFD から選んでください。",
             "Choose one of U+E000-U+F8FF, U+F0000-U+FFFFD, U+100000-U+10FFFD."}));
    }
    if (taken) {
        findings.push_back(drawing_finding(
            glyph.code_point, "gaiji.duplicate",
            {"同じ符号位置の字形が二つあります。", "two drawings have this code point."},
            {"どちらかの符号位置を変えてください。", "Give one of them another code point."}));
    }
    if (!is_postscript_name(glyph.name)) {
        findings.push_back(drawing_finding(
            glyph.code_point, "gaiji.bad-name",
            {"グリフ名に使えない文字があります。", "the glyph's name is not allowed."},
            {"半角英字で始まる 63 文字以内の英数字・ピリオド・下線にしてください。",
             "Use up to 63 letters, digits, periods and underscores, a letter first."}));
    }
}

Diagnostic does_not_fit(const DrawnGlyph& glyph) {
    return drawing_finding(
        glyph.code_point, "gaiji.drawing-does-not-fit",
        {"図形がフォントの形式に収まりません。", "the drawing does not fit the font format."},
        {"座標を ±16,383 以内、送り幅を 0～65,535、点の数を 65,535 以内にしてください。",
         "Keep coordinates within ±16,383, the advance in 0-65,535 and at most 65,535 points."});
}

Diagnostic bad_measures() {
    Diagnostic finding;
    finding.code = "gaiji.bad-measures";
    finding.message = {"外字フォントの寸法、書体名または字数が正しくありません。",
                       "The gaiji font's measures, family name or number of glyphs are wrong."};
    finding.hints = {
        {"1 em は 16～16,384 単位、書体名は ASCII、字数は 65,534 以内にしてください。",
         "Use 16 to 16,384 units per em, an ASCII family name and at most 65,534 glyphs."}};
    return finding;
}

bool has_good_measures(const DrawnFont& font) {
    const auto printable = [](char c) { return c >= ' ' && c < 0x7f; };
    return font.units_per_em >= 16 && font.units_per_em <= 16384 && font.ascent > 0 &&
           font.ascent <= 16384 && font.descent <= 0 && font.descent >= -16384 &&
           font.glyphs.size() <= most_glyphs && !font.family.empty() && font.family.size() <= 63 &&
           std::all_of(font.family.begin(), font.family.end(), printable);
}

/// .notdef: an empty frame, which nothing shows.
Outline frame_outline(const DrawnFont& font) {
    const double right = font.units_per_em * 0.9, left = font.units_per_em * 0.1;
    const double top = font.ascent * 0.9, bottom = 0;
    const double pen = font.units_per_em * 0.05;
    return {MoveTo{{left, bottom}},
            LineTo{{left, top}},
            LineTo{{right, top}},
            LineTo{{right, bottom}},
            ClosePath{},
            MoveTo{{left + pen, bottom + pen}},
            LineTo{{right - pen, bottom + pen}},
            LineTo{{right - pen, top - pen}},
            LineTo{{left + pen, top - pen}},
            ClosePath{}};
}

Result<std::vector<BuiltGlyph>> build_glyphs(const DrawnFont& font) {
    std::vector<const DrawnGlyph*> order;
    for (const DrawnGlyph& glyph : font.glyphs)
        order.push_back(&glyph);
    std::stable_sort(order.begin(), order.end(), [](const DrawnGlyph* a, const DrawnGlyph* b) {
        return a->code_point < b->code_point;
    });
    std::vector<BuiltGlyph> built;
    built.push_back({0, ".notdef", font.units_per_em, *write_glyph(frame_outline(font))});
    Diagnostics findings;
    for (const DrawnGlyph* glyph : order) {
        check_identity(*glyph, built.back().code_point == glyph->code_point, findings);
        std::optional<WrittenGlyph> written = write_glyph(glyph->outline);
        if (!written || glyph->advance < 0 || glyph->advance > 65535) {
            findings.push_back(does_not_fit(*glyph));
            continue;
        }
        built.push_back({glyph->code_point, glyph->name, glyph->advance, std::move(*written)});
    }
    if (!findings.empty()) return findings;
    return built;
}

}  // namespace

Result<Bytes> build_font(const DrawnFont& font) {
    if (!has_good_measures(font)) return bad_measures();
    const std::vector<BuiltGlyph> glyphs = TRY(build_glyphs(font));
    return write_sfnt(font_tables(font, glyphs));
}

}  // namespace madoguchi::fonts
