// IBM's mixed host codes: EBCDIC single bytes, and pairs between SO and SI.
#include <array>
#include <vector>

#include "fonts/charset/code_table.h"
#include "fonts/charset/codecs.h"
#include "fonts/charset/encode_text.h"

namespace madoguchi::fonts {

namespace {

struct Tables {
    CodeTable singles, pairs;
};

constexpr std::uint8_t shift_out = 0x0e;
constexpr std::uint8_t shift_in = 0x0f;

/// glibc reads the bytes that IBM 1390 and 1399 do not assign as SUB, in silence. Only 3F is SUB.
std::vector<CodedText> single_bytes(const char* converter) {
    constexpr char substitute_byte = 0x3f;
    constexpr char32_t substitute = 0x1a;
    std::vector<CodedText> bytes = probe_single_bytes(converter);
    std::erase_if(bytes, [](const CodedText& coded) {
        return coded.text[0] == substitute && coded.code[0] != substitute_byte;
    });
    return bytes;
}

const Tables& tables_of(EbcdicKind kind) {
    const auto make = [](const char* converter) {
        return Tables{CodeTable(single_bytes(converter), 1),
                      CodeTable(probe_shifted_pairs(converter), 2)};
    };
    static const std::array<Tables, 4> tables = {make("IBM930"), make("IBM939"), make("IBM1390"),
                                                 make("IBM1399")};
    return tables[static_cast<std::size_t>(kind)];
}

}  // namespace

void decode_ebcdic(Recoder& recoder, EbcdicKind kind) {
    const Tables& tables = tables_of(kind);
    bool shifted = recoder.state().shift != 0;
    while (!recoder.at_end()) {
        const std::uint8_t byte = recoder.byte();
        if (byte == shift_out || byte == shift_in) {
            shifted = byte == shift_out;
            recoder.skip(1);
        } else if (!shifted) {
            recoder.take(1, tables.singles.decode(byte));
        } else if (recoder.left() < 2) {
            recoder.truncated(1);
        } else {
            recoder.take(2, tables.pairs.decode(recoder.pair()));
        }
    }
    recoder.state().shift = shifted ? 1 : 0;
    if (shifted && recoder.is_last()) recoder.fault(CodeFault::OpenShift, 0);
}

void encode_ebcdic(Recoder& recoder, EbcdicKind kind) {
    const Tables& tables = tables_of(kind);
    bool shifted = recoder.state().shift != 0;
    const auto shift = [&](bool wanted) {
        if (shifted != wanted) recoder.write_code(wanted ? shift_out : shift_in, 1);
        shifted = wanted;
    };
    encode_text(recoder, [&](std::u32string_view next) -> std::optional<std::size_t> {
        const auto pair = tables.pairs.encode(next);
        const auto single = tables.singles.encode(next.substr(0, 1));
        if (single && !(pair && pair->code_points == 2)) {
            shift(false);
            recoder.write_code(single->code, 1);
            return 1;
        }
        if (!pair) return std::nullopt;
        shift(true);
        recoder.write_code(pair->code, 2);
        return pair->code_points;
    });
    if (recoder.is_last()) shift(false);
    recoder.state().shift = shifted ? 1 : 0;
}

}  // namespace madoguchi::fonts
