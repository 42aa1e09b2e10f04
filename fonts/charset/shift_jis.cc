// Shift_JIS: one byte, or a lead byte and a trail byte (JIS X 0208:1997, annex 1; JIS X 0213:2004,
// annex 1; Windows code page 932).
#include <algorithm>
#include <array>

#include "fonts/charset/code_table.h"
#include "fonts/charset/codecs.h"
#include "fonts/charset/encode_text.h"

namespace madoguchi::fonts {

namespace {

struct Tables {
    CodeTable singles, pairs;
};

bool is_lead(std::uint8_t byte) {
    return (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
}

/// Of the characters that CP932 has twice, Windows writes JIS X 0208's and NEC's row 13 before
/// IBM's, and IBM's (FA40..) before NEC's selection of them (ED40..EEFC).
std::vector<CodedText> cp932_pairs() {
    std::vector<CodedText> pairs = probe_shift_jis_pairs("CP932");
    std::stable_partition(pairs.begin(), pairs.end(), [](const CodedText& coded) {
        const auto lead = static_cast<std::uint8_t>(coded.code[0]);
        return lead != 0xed && lead != 0xee;
    });
    return pairs;
}

Tables make(const char* converter) {
    return {CodeTable(probe_single_bytes(converter), 1),
            CodeTable(probe_shift_jis_pairs(converter), 2)};
}

const Tables& tables_of(ShiftJisKind kind) {
    static const std::array<Tables, 3> tables = {
        Tables{CodeTable(probe_single_bytes("CP932"), 1), CodeTable(cp932_pairs(), 2)},
        make("SHIFT_JIS"), make("SHIFT_JISX0213")};
    return tables[static_cast<std::size_t>(kind)];
}

}  // namespace

void decode_shift_jis(Recoder& recoder, ShiftJisKind kind) {
    const Tables& tables = tables_of(kind);
    while (!recoder.at_end()) {
        if (!is_lead(recoder.byte())) {
            recoder.take(1, tables.singles.decode(recoder.byte()));
        } else if (recoder.left() < 2) {
            recoder.truncated(1);
        } else if (const auto text = tables.pairs.decode(recoder.pair()); !text.empty()) {
            recoder.take(2, text);
        } else {
            // A lead byte alone must not take a quote or a line's end with it.
            recoder.fault(CodeFault::Unmapped, recoder.byte(1) < 0x80 ? 1 : 2);
        }
    }
}

namespace {

void encode_with(Recoder& recoder, const CodeTable& singles, const CodeTable& pairs) {
    encode_text(recoder, [&](std::u32string_view next) -> std::optional<std::size_t> {
        if (const auto pair = pairs.encode(next); pair && pair->code_points == 2) {
            recoder.write_code(pair->code, 2);
            return 2;
        }
        if (const auto single = singles.encode(next.substr(0, 1))) {
            recoder.write_code(single->code, 1);
            return 1;
        }
        const auto pair = pairs.encode(next.substr(0, 1));
        if (!pair) return std::nullopt;
        recoder.write_code(pair->code, 2);
        return 1;
    });
}

}  // namespace

void encode_shift_jis(Recoder& recoder, ShiftJisKind kind) {
    const Tables& tables = tables_of(kind);
    encode_with(recoder, tables.singles, tables.pairs);
}

void encode_cp932(Recoder& recoder, const CodeTable& pairs) {
    encode_with(recoder, tables_of(ShiftJisKind::Cp932).singles, pairs);
}

}  // namespace madoguchi::fonts
