#include "templates/format/width.h"

#include <cstddef>

#include "base/utf8.h"
#include "templates/format/unchanged.h"

namespace madoguchi::templates::format {

namespace {

constexpr char32_t half_kana_first = 0xff61, half_kana_last = 0xff9f;
constexpr char32_t half_voiced = 0xff9e, half_semi_voiced = 0xff9f;
constexpr char32_t combining_voiced = 0x3099, combining_semi_voiced = 0x309a;
constexpr char32_t full_ascii_shift = 0xff01 - 0x21;

/// The full-width forms of U+FF61 to U+FF9F, in their order.
constexpr std::u32string_view full_kana =
    U"。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノ"
    U"ハヒフヘホマミムメモヤユヨラリルレロワン゛゜";
static_assert(full_kana.size() == half_kana_last - half_kana_first + 1);

/// The kana that take 濁点 in one code point, each followed by its voiced form.
constexpr std::u32string_view voiced_pairs =
    U"カガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベホボウヴワヷヲヺ";
constexpr std::u32string_view semi_voiced_pairs = U"ハパヒピフプヘペホポ";
/// 鼻濁音 and Ainu kana: JIS X 0213 writes them as a sequence with U+309A.
constexpr std::u32string_view semi_voiced_sequences = U"カキクケコセツト";

enum class Side { Base, Marked };

/// The partner of `c` in a table of pairs, 0 when it is not on that side.
char32_t partner(std::u32string_view pairs, char32_t c, Side side) {
    for (std::size_t i = 0; i < pairs.size(); i += 2) {
        if (side == Side::Base && pairs[i] == c) return pairs[i + 1];
        if (side == Side::Marked && pairs[i + 1] == c) return pairs[i];
    }
    return 0;
}

bool is_half_kana(char32_t c) {
    return c >= half_kana_first && c <= half_kana_last;
}

char32_t at(const std::u32string& text, std::size_t index) {
    return index < text.size() ? text[index] : U'\0';
}

bool is_voiced_mark(char32_t c) {
    return c == half_voiced || c == combining_voiced;
}

bool is_semi_voiced_mark(char32_t c) {
    return c == half_semi_voiced || c == combining_semi_voiced;
}

/// Appends the full-width form of the half-width kana at `i`, with its mark; how many were used.
std::size_t append_full_kana(std::u32string& out, const std::u32string& text, std::size_t i) {
    const char32_t base = full_kana[text[i] - half_kana_first];
    const char32_t mark = at(text, i + 1);
    const char32_t voiced = is_voiced_mark(mark) ? partner(voiced_pairs, base, Side::Base) : 0;
    const char32_t semi_voiced =
        is_semi_voiced_mark(mark) ? partner(semi_voiced_pairs, base, Side::Base) : 0;
    if (voiced != 0 || semi_voiced != 0) {
        out += voiced != 0 ? voiced : semi_voiced;
        return 2;
    }
    out += base;
    if (is_semi_voiced_mark(mark) &&
        semi_voiced_sequences.find(base) != semi_voiced_sequences.npos) {
        out += combining_semi_voiced;
        return 2;
    }
    return 1;
}

char32_t full_latin(char32_t c) {
    if (c > 0x20 && c < 0x7f) return c + full_ascii_shift;
    if (c == 0x20) return 0x3000;
    return c == 0xa5 ? 0xffe5 : c;
}

char32_t half_latin(char32_t c) {
    if (c >= 0xff01 && c <= 0xff5e) return c - full_ascii_shift;
    if (c == 0x3000) return 0x20;
    return c == 0xffe5 ? 0xa5 : c;
}

/// The half-width form of one kana without its marks, 0 when there is none.
char32_t half_kana(char32_t c) {
    const std::size_t index = full_kana.find(c);
    return index == full_kana.npos ? 0 : half_kana_first + static_cast<char32_t>(index);
}

/// Appends the half-width form of the kana at `i`; how many code points were used, 0 when it has no
/// exact form.
std::size_t append_half_kana(std::u32string& out, const std::u32string& text, std::size_t i) {
    const char32_t c = text[i];
    const char32_t voiced_base = partner(voiced_pairs, c, Side::Marked);
    const char32_t semi_base = partner(semi_voiced_pairs, c, Side::Marked);
    const bool sequence = at(text, i + 1) == combining_semi_voiced &&
                          semi_voiced_sequences.find(c) != semi_voiced_sequences.npos;
    if (!sequence && is_mark(at(text, i + 1))) return 0;
    if (voiced_base != 0 || semi_base != 0) {
        out += half_kana(voiced_base != 0 ? voiced_base : semi_base);
        out += voiced_base != 0 ? half_voiced : half_semi_voiced;
        return 1;
    }
    const char32_t half = half_kana(c);
    if (half == 0) return 0;
    out += half;
    if (sequence) out += half_semi_voiced;
    return sequence ? 2 : 1;
}

std::u32string full_run(std::string_view run) {
    const std::u32string text = to_utf32(run);
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        if (is_half_kana(text[i]) && !is_variation_selector(at(text, i + 1))) {
            i += append_full_kana(out, text, i);
            continue;
        }
        out += is_mark(at(text, i + 1)) ? text[i] : full_latin(text[i]);
        ++i;
    }
    return out;
}

std::u32string half_run(std::string_view run, Kana kana) {
    const std::u32string text = to_utf32(run);
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t used = kana == Kana::Convert ? append_half_kana(out, text, i) : 0;
        i += used;
        if (used > 0) continue;
        out += is_mark(at(text, i + 1)) ? text[i] : half_latin(text[i]);
        ++i;
    }
    return out;
}

/// Converts what stands between character references and copies those.
template <typename Convert>
std::string between_references(std::string_view text, Convert convert) {
    std::string out;
    for (const Piece& piece : split_at_references(text))
        out += piece.is_reference ? std::string(piece.text) : to_utf8(convert(piece.text));
    return out;
}

}  // namespace

std::string to_full_width(std::string_view text) {
    return between_references(text, full_run);
}

std::string to_half_width(std::string_view text, Kana kana) {
    return between_references(text, [kana](std::string_view run) { return half_run(run, kana); });
}

}  // namespace madoguchi::templates::format
