// EUC-JP and EUC-JIS-2004 (JIS X 0213:2004, annex 3).
#include <array>

#include "fonts/charset/codecs.h"
#include "fonts/charset/encode_text.h"
#include "fonts/charset/euc_tables.h"

namespace madoguchi::fonts {

namespace {

constexpr std::uint8_t single_shift_2 = 0x8e;
constexpr std::uint8_t single_shift_3 = 0x8f;
constexpr char32_t first_half_kana = 0xff61;
constexpr std::uint8_t first_half_kana_byte = 0xa1;
constexpr std::uint8_t last_half_kana_byte = 0xdf;

bool is_half_kana(char32_t c) {
    return c >= first_half_kana &&
           c <= first_half_kana + last_half_kana_byte - first_half_kana_byte;
}

bool is_high(std::uint8_t byte) {
    return byte >= 0xa1 && byte <= 0xfe;
}

/// What a code of `size` bytes, the last two of which are in the table, stands for.
void take_pair(Recoder& recoder, std::size_t size, const CodeTable& table) {
    if (recoder.left() < size) return recoder.truncated(recoder.left());
    if (!is_high(recoder.byte(size - 1))) return recoder.fault(CodeFault::Unmapped, size - 1);
    recoder.take(size, table.decode(recoder.pair(size - 2)));
}

}  // namespace

const EucTables& euc_tables(EucKind kind) {
    const auto make = [](const char* converter) {
        return EucTables{CodeTable(probe_rows(converter, ""), 2),
                         CodeTable(probe_rows(converter, "\x8f"), 2)};
    };
    static const std::array<EucTables, 2> tables = {make("EUC-JP"), make("EUC-JISX0213")};
    return tables[static_cast<std::size_t>(kind)];
}

void decode_euc(Recoder& recoder, EucKind kind) {
    const EucTables& tables = euc_tables(kind);
    while (!recoder.at_end()) {
        const std::uint8_t byte = recoder.byte();
        if (byte < 0x80) {
            const char32_t ascii = byte;
            recoder.take(1, {&ascii, 1});
        } else if (byte == single_shift_3 && recoder.left() >= 2 && is_high(recoder.byte(1))) {
            take_pair(recoder, 3, tables.second);
        } else if (byte == single_shift_2 && recoder.left() >= 2) {
            const std::uint8_t kana = recoder.byte(1);
            const bool in_set = kana >= first_half_kana_byte && kana <= last_half_kana_byte;
            const char32_t text = first_half_kana + kana - first_half_kana_byte;
            if (in_set) {
                recoder.take(2, {&text, 1});
            } else {
                recoder.fault(CodeFault::Unmapped, 1);
            }
        } else if (is_high(byte)) {
            take_pair(recoder, 2, tables.first);
        } else {
            const bool shifts = byte == single_shift_2 || byte == single_shift_3;
            if (shifts && recoder.left() < 2) {
                recoder.truncated(1);
            } else {
                recoder.fault(CodeFault::Unmapped, 1);
            }
        }
    }
}

void encode_euc(Recoder& recoder, EucKind kind) {
    const EucTables& tables = euc_tables(kind);
    encode_text(recoder, [&](std::u32string_view next) -> std::optional<std::size_t> {
        if (next[0] < 0x80) {
            recoder.write_code(static_cast<std::uint16_t>(next[0]), 1);
            return 1;
        }
        if (is_half_kana(next[0])) {
            recoder.write_code(single_shift_2, 1);
            recoder.write_code(
                static_cast<std::uint16_t>(next[0] - first_half_kana + first_half_kana_byte), 1);
            return 1;
        }
        if (const auto first = tables.first.encode(next)) {
            recoder.write_code(first->code, 2);
            return first->code_points;
        }
        const auto second = tables.second.encode(next);
        if (!second) return std::nullopt;
        recoder.write_code(single_shift_3, 1);
        recoder.write_code(second->code, 2);
        return second->code_points;
    });
}

}  // namespace madoguchi::fonts
