#include "fonts/charset/charset.h"

#include <array>
#include <utility>

#include "fonts/charset/codecs.h"

namespace madoguchi::fonts {

namespace {

constexpr std::array<std::string_view, 14> names = {
    "utf-8",          "utf-16le", "utf-16be",     "cp932",       "shift_jis",
    "shift_jis-2004", "euc-jp",   "euc-jis-2004", "iso-2022-jp", "iso-2022-jp-2004",
    "ibm930",         "ibm939",   "ibm1390",      "ibm1399",
};

void run_decoder(Recoder& recoder, CharsetName from) {
    switch (from) {
        case CharsetName::Utf8:
            return decode_utf8_text(recoder);
        case CharsetName::Utf16Le:
            return decode_utf16(recoder, ByteOrder::LittleEndian);
        case CharsetName::Utf16Be:
            return decode_utf16(recoder, ByteOrder::BigEndian);
        case CharsetName::Cp932:
            return decode_shift_jis(recoder, ShiftJisKind::Cp932);
        case CharsetName::ShiftJis:
            return decode_shift_jis(recoder, ShiftJisKind::Jis1997);
        case CharsetName::ShiftJis2004:
            return decode_shift_jis(recoder, ShiftJisKind::Jis2004);
        case CharsetName::EucJp:
            return decode_euc(recoder, EucKind::Jp);
        case CharsetName::EucJis2004:
            return decode_euc(recoder, EucKind::Jis2004);
        case CharsetName::Iso2022Jp:
            return decode_iso_2022(recoder, EucKind::Jp);
        case CharsetName::Iso2022Jp2004:
            return decode_iso_2022(recoder, EucKind::Jis2004);
        case CharsetName::Ibm930:
            return decode_ebcdic(recoder, EbcdicKind::Ibm930);
        case CharsetName::Ibm939:
            return decode_ebcdic(recoder, EbcdicKind::Ibm939);
        case CharsetName::Ibm1390:
            return decode_ebcdic(recoder, EbcdicKind::Ibm1390);
        case CharsetName::Ibm1399:
            return decode_ebcdic(recoder, EbcdicKind::Ibm1399);
    }
}

void run_encoder(Recoder& recoder, CharsetName to) {
    switch (to) {
        case CharsetName::Utf8:
            recoder.write(recoder.rest());
            return recoder.skip(recoder.left());
        case CharsetName::Utf16Le:
            return encode_utf16(recoder, ByteOrder::LittleEndian);
        case CharsetName::Utf16Be:
            return encode_utf16(recoder, ByteOrder::BigEndian);
        case CharsetName::Cp932:
            return encode_shift_jis(recoder, ShiftJisKind::Cp932);
        case CharsetName::ShiftJis:
            return encode_shift_jis(recoder, ShiftJisKind::Jis1997);
        case CharsetName::ShiftJis2004:
            return encode_shift_jis(recoder, ShiftJisKind::Jis2004);
        case CharsetName::EucJp:
            return encode_euc(recoder, EucKind::Jp);
        case CharsetName::EucJis2004:
            return encode_euc(recoder, EucKind::Jis2004);
        case CharsetName::Iso2022Jp:
            return encode_iso_2022(recoder, EucKind::Jp);
        case CharsetName::Iso2022Jp2004:
            return encode_iso_2022(recoder, EucKind::Jis2004);
        case CharsetName::Ibm930:
            return encode_ebcdic(recoder, EbcdicKind::Ibm930);
        case CharsetName::Ibm939:
            return encode_ebcdic(recoder, EbcdicKind::Ibm939);
        case CharsetName::Ibm1390:
            return encode_ebcdic(recoder, EbcdicKind::Ibm1390);
        case CharsetName::Ibm1399:
            return encode_ebcdic(recoder, EbcdicKind::Ibm1399);
    }
}

}  // namespace

std::string_view to_string(CharsetName name) {
    return names[static_cast<std::size_t>(name)];
}

std::optional<CharsetName> parse_charset_name(std::string_view text) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == text) return static_cast<CharsetName>(i);
    }
    return std::nullopt;
}

Recoded decode(std::string_view bytes, CharsetName from) {
    CodeState state;
    return decode(bytes, from, state, Part::Last);
}

Recoded decode(std::string_view bytes, CharsetName from, CodeState& state, Part part) {
    Recoder recoder(bytes, state, part);
    run_decoder(recoder, from);
    return recoder.finish();
}

Recoded encode(std::string_view text, CharsetName to) {
    CodeState state;
    return encode(text, to, state, Part::Last);
}

Recoded encode(std::string_view text, CharsetName to, CodeState& state, Part part) {
    Recoder recoder(text, state, part);
    run_encoder(recoder, to);
    return recoder.finish();
}

}  // namespace madoguchi::fonts
