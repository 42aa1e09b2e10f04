// ISO-2022-JP and ISO-2022-JP-2004: sets of seven-bit codes behind escape sequences (ISO/IEC 2022;
// RFC 1468 and 2237; JIS X 0213:2004, annex 2).
#include <array>
#include <span>

#include "fonts/charset/codecs.h"
#include "fonts/charset/encode_text.h"
#include "fonts/charset/euc_tables.h"

namespace madoguchi::fonts {

namespace {

constexpr char32_t escape_byte = 0x1b;
constexpr std::size_t longest_escape = 4;

enum class Set : std::uint8_t { Ascii, Roman, HalfKana, First, Second };

struct Escape {
    std::string_view bytes;
    Set set;
};

/// Those that are written stand first for their set.
constexpr std::array escapes_jp = {
    Escape{"\x1b(B", Set::Ascii}, Escape{"\x1b(J", Set::Roman},   Escape{"\x1b$B", Set::First},
    Escape{"\x1b$@", Set::First}, Escape{"\x1b$(D", Set::Second}, Escape{"\x1b(I", Set::HalfKana},
};
constexpr std::array escapes_2004 = {
    Escape{"\x1b(B", Set::Ascii}, Escape{"\x1b$(Q", Set::First},  Escape{"\x1b$(O", Set::First},
    Escape{"\x1b$B", Set::First}, Escape{"\x1b$(P", Set::Second},
};

std::span<const Escape> escapes_of(EucKind kind) {
    if (kind == EucKind::Jp) return escapes_jp;
    return escapes_2004;
}

const Escape* escape_at(std::string_view text, EucKind kind) {
    for (const Escape& escape : escapes_of(kind)) {
        if (text.starts_with(escape.bytes)) return &escape;
    }
    return nullptr;
}

/// A byte of a set of one-byte codes (JIS X 0201 for Roman and half-width katakana).
char32_t single(std::uint8_t byte, Set set) {
    if (set == Set::HalfKana) return byte >= 0x21 && byte <= 0x5f ? 0xff61 + byte - 0x21U : 0;
    if (set == Set::Roman && byte == 0x5c) return 0xa5;
    if (set == Set::Roman && byte == 0x7e) return 0x203e;
    return byte < 0x80 ? byte : 0;
}

void take_code(Recoder& recoder, const EucTables& tables, Set set) {
    const bool is_pair = set == Set::First || set == Set::Second;
    const bool is_control = recoder.byte() < 0x20;
    if (!is_pair || is_control) {
        const char32_t text = single(recoder.byte(), is_control ? Set::Ascii : set);
        return recoder.take(1, text == 0 && recoder.byte() != 0 ? std::u32string_view()
                                                                : std::u32string_view(&text, 1));
    }
    if (recoder.left() < 2) return recoder.truncated(1);
    const auto code = static_cast<std::uint16_t>(recoder.pair() | 0x8080);
    const bool is_seven_bit = (recoder.pair() & 0x8080) == 0;
    const CodeTable& table = set == Set::First ? tables.first : tables.second;
    recoder.take(2, is_seven_bit ? table.decode(code) : std::u32string_view());
}

}  // namespace

void decode_iso_2022(Recoder& recoder, EucKind kind) {
    const EucTables& tables = euc_tables(kind);
    Set set = static_cast<Set>(recoder.state().shift);
    while (!recoder.at_end()) {
        if (const Escape* escape = escape_at(recoder.rest(), kind)) {
            set = escape->set;
            recoder.skip(escape->bytes.size());
        } else if (recoder.byte() == escape_byte && recoder.left() < longest_escape &&
                   !recoder.is_last()) {
            recoder.truncated(recoder.left());
        } else {
            take_code(recoder, tables, set);
        }
    }
    recoder.state().shift = static_cast<std::uint8_t>(set);
    const bool is_open = set == Set::First || set == Set::Second;
    if (is_open && recoder.is_last()) recoder.fault(CodeFault::OpenShift, 0);
}

void encode_iso_2022(Recoder& recoder, EucKind kind) {
    const EucTables& tables = euc_tables(kind);
    Set set = static_cast<Set>(recoder.state().shift);
    const auto change_to = [&](Set wanted) {
        if (set == wanted) return;
        for (const Escape& escape : escapes_of(kind)) {
            if (escape.set != wanted) continue;
            recoder.write(escape.bytes);
            break;
        }
        set = wanted;
    };
    encode_text(recoder, [&](std::u32string_view next) -> std::optional<std::size_t> {
        if (next[0] < 0x80 && next[0] != escape_byte) {
            change_to(Set::Ascii);
            recoder.write_code(static_cast<std::uint16_t>(next[0]), 1);
            return 1;
        }
        const auto first = tables.first.encode(next);
        // JIS X 0212 belongs to ISO-2022-JP-1 (RFC 2237), which readers of ISO-2022-JP do not know.
        const bool has_second = kind == EucKind::Jis2004;
        const auto second = first || !has_second ? std::nullopt : tables.second.encode(next);
        if (!first && !second) return std::nullopt;
        change_to(first ? Set::First : Set::Second);
        const CodeTable::Match match = first ? *first : *second;
        recoder.write_code(match.code & 0x7f7f, 2);
        return match.code_points;
    });
    if (recoder.is_last()) change_to(Set::Ascii);
    recoder.state().shift = static_cast<std::uint8_t>(set);
}

}  // namespace madoguchi::fonts
