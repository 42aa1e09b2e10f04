#include "templates/csv/decode.h"

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/utf8.h"

namespace madoguchi::templates::csv {

namespace {

/// ICU's name for what Windows calls CP932 (with NEC and IBM extensions and 外字 at U+E000).
constexpr const char* cp932_name = "ibm-943_P15A-2003";

bool is_ascii(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(),
                       [](char c) { return static_cast<std::uint8_t>(c) < 0x80; });
}

bool is_cp932_lead(char c) {
    const auto byte = static_cast<std::uint8_t>(c);
    return (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
}

UConverter* as_converter(void* converter) {
    return static_cast<UConverter*>(converter);
}

std::string from_utf16(const std::vector<UChar>& text, std::size_t size) {
    std::string out(size * 3, '\0');
    std::int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8(out.data(), static_cast<std::int32_t>(out.size()), &length, text.data(),
                static_cast<std::int32_t>(size), &status);
    out.resize(static_cast<std::size_t>(length));
    return out;
}

/// UTF-8 with a three-byte sequence, as kana and kanji have, does not happen by chance in CP932;
/// pairs of half-width katakana do look like two-byte sequences.
bool has_long_sequence(std::string_view bytes) {
    return std::any_of(bytes.begin(), bytes.end(),
                       [](char c) { return static_cast<std::uint8_t>(c) >= 0xe0; });
}

}  // namespace

void Decoder::Close::operator()(void* converter) const {
    ucnv_close(as_converter(converter));
}

Result<Decoder> Decoder::open(CsvEncoding encoding) {
    Decoder decoder;
    decoder.encoding_ = encoding;
    if (encoding != CsvEncoding::Cp932) return decoder;
    UErrorCode status = U_ZERO_ERROR;
    decoder.converter_.reset(ucnv_open(cp932_name, &status));
    if (U_SUCCESS(status)) {
        ucnv_setToUCallBack(as_converter(decoder.converter_.get()), UCNV_TO_U_CALLBACK_STOP,
                            nullptr, nullptr, nullptr, &status);
    }
    if (U_SUCCESS(status)) return decoder;
    return Diagnostic{.code = "csv.no-converter",
                      .message = {"CP932 の変換表が見つかりません。",
                                  "The conversion table of CP932 is missing."},
                      .hints = {{"ICU のデータが入っているか確かめてください。",
                                 "Check that ICU's data are installed."}}};
}

Decoded Decoder::decode(std::string_view bytes) const {
    if (is_ascii(bytes)) return {std::string(bytes), std::nullopt};
    if (encoding_ == CsvEncoding::Utf8) {
        const std::optional<std::size_t> bad = find_invalid_utf8(bytes);
        return {std::string(bytes.substr(0, bad.value_or(bytes.size()))), bad};
    }
    UConverter* converter = as_converter(converter_.get());
    ucnv_resetToUnicode(converter);
    std::vector<UChar> text(bytes.size() * 2);
    UChar* out = text.data();
    const char* in = bytes.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &out, text.data() + text.size(), &in, bytes.data() + bytes.size(),
                   nullptr, true, &status);
    Decoded decoded{from_utf16(text, static_cast<std::size_t>(out - text.data())), std::nullopt};
    if (U_SUCCESS(status)) return decoded;
    std::array<char, 8> invalid;
    auto invalid_size = static_cast<std::int8_t>(invalid.size());
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter, invalid.data(), &invalid_size, &ignored);
    decoded.bad = static_cast<std::size_t>(in - bytes.data() - invalid_size);
    return decoded;
}

std::size_t Decoder::count_characters(std::string_view bytes) const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (encoding_ == CsvEncoding::Cp932) {
            if (is_cp932_lead(bytes[i])) ++i;
            ++count;
        } else if ((static_cast<std::uint8_t>(bytes[i]) & 0xc0) != 0x80) {
            ++count;
        }
    }
    return count;
}

std::optional<CsvEncoding> guess_encoding(std::string_view bytes, const Decoder& cp932) {
    if (is_ascii(bytes)) return CsvEncoding::Utf8;
    std::size_t bad_utf8 = 0, bad_cp932 = 0;
    for (std::size_t start = 0; start < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', start), bytes.size());
        const std::string_view line = bytes.substr(start, end - start);
        start = end + 1;
        if (is_ascii(line)) continue;
        if (find_invalid_utf8(line)) ++bad_utf8;
        if (cp932.decode(line).bad) ++bad_cp932;
    }
    if (bad_utf8 == 0 && has_long_sequence(bytes)) return CsvEncoding::Utf8;
    if (bad_utf8 == bad_cp932) return std::nullopt;
    return bad_utf8 < bad_cp932 ? CsvEncoding::Utf8 : CsvEncoding::Cp932;
}

}  // namespace madoguchi::templates::csv
