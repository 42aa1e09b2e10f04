#include "render/layout/barcode_symbol.h"

#include <zint.h>

#include <algorithm>
#include <memory>
#include <string>

#include "base/utf8.h"
#include "render/layout/customer_address.h"
#include "render/layout/customer_bars.h"

namespace madoguchi::render {

namespace {

using templates::Barcode;
using Symbology = Barcode::Symbology;

constexpr std::string_view digits = "0123456789";
constexpr std::string_view code39 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";
constexpr std::string_view nw7 = "0123456789-$:/.+ABCD";
constexpr std::string_view nw7_ends = "ABCD";

bool holds(Symbology symbology, char32_t c) {
    const auto is_one_of = [c](std::string_view letters) {
        return c < 0x80 && letters.find(static_cast<char>(c)) != std::string_view::npos;
    };
    switch (symbology) {
        case Symbology::Qr:
            return true;
        case Symbology::Code39:
            return is_one_of(code39);
        case Symbology::Code128:
            return c >= 0x20 && c < 0x7f;
        case Symbology::Nw7:
            return is_one_of(nw7);
        case Symbology::Itf:
            return is_one_of(digits);
        case Symbology::Customer:
            return true;  // what it leaves out is decided by the manual
    }
    return false;
}

/// NW-7 has its letters at the two ends and nowhere else.
bool is_nw7(std::string_view text) {
    if (text.size() < 3) return false;
    const auto is_end = [](char c) { return nw7_ends.find(c) != std::string_view::npos; };
    const std::string_view inside = text.substr(1, text.size() - 2);
    return is_end(text.front()) && is_end(text.back()) &&
           std::none_of(inside.begin(), inside.end(), is_end);
}

std::optional<BarcodeFault> fault_of(const Barcode& barcode, std::string_view text) {
    switch (barcode.symbology) {
        case Symbology::Nw7:
            if (!is_nw7(text)) return BarcodeFault::Shape;
            break;
        case Symbology::Itf:
            if ((text.size() + (barcode.check_digit ? 1 : 0)) % 2 != 0)
                return BarcodeFault::OddDigits;
            break;
        case Symbology::Customer:
            if (!customer_barcode_text(text)) return BarcodeFault::Shape;
            break;
        default:
            break;
    }
    return std::nullopt;
}

int number_of(Symbology symbology) {
    switch (symbology) {
        case Symbology::Qr:
            return BARCODE_QRCODE;
        case Symbology::Code39:
            return BARCODE_CODE39;
        case Symbology::Code128:
            return BARCODE_CODE128;
        case Symbology::Nw7:
            return BARCODE_CODABAR;
        case Symbology::Itf:
            return BARCODE_C25INTER;
        case Symbology::Customer:
            return BARCODE_DAFT;
    }
    return BARCODE_QRCODE;
}

BarcodeSymbol modules_of(const zint_symbol& symbol) {
    BarcodeSymbol modules;
    modules.columns = static_cast<std::size_t>(symbol.width);
    for (int row = 0; row < symbol.rows; ++row) {
        std::vector<bool>& dark = modules.rows.emplace_back(modules.columns);
        for (std::size_t column = 0; column < modules.columns; ++column)
            dark[column] = (symbol.encoded_data[row][column / 8] >> (column % 8) & 1) != 0;
    }
    return modules;
}

struct Free {
    void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

}  // namespace

std::string_view unencodable(Symbology symbology, std::string_view text) {
    for (const Cluster& cluster : grapheme_clusters(text)) {
        const std::string_view character = text.substr(cluster.offset, cluster.size);
        const DecodedCodePoint first = decode_utf8(character, 0);
        const bool whole = first.bytes == character.size() || symbology == Symbology::Qr ||
                           symbology == Symbology::Customer;
        if (!whole || !holds(symbology, first.code_point)) return character;
    }
    return {};
}

BarcodeResult encode(const Barcode& barcode, std::string_view text) {
    if (const auto fault = fault_of(barcode, text)) return {std::nullopt, *fault};
    const std::unique_ptr<zint_symbol, Free> symbol(ZBarcode_Create());
    if (!symbol) return {};
    symbol->symbology = number_of(barcode.symbology);
    symbol->input_mode = UNICODE_MODE;
    symbol->show_hrt = 0;
    if (barcode.symbology == Symbology::Qr)
        symbol->option_1 = static_cast<int>(barcode.correction) + 1;
    if (barcode.check_digit) symbol->option_2 = 1;
    const bool is_customer = barcode.symbology == Symbology::Customer;
    const std::string bytes =
        is_customer ? customer_bars(*customer_barcode_text(text)) : std::string(text);
    const int code =
        ZBarcode_Encode(symbol.get(), reinterpret_cast<const unsigned char*>(bytes.data()),
                        static_cast<int>(bytes.size()));
    if (code >= ZINT_ERROR || symbol->rows <= 0 || symbol->width <= 0) return {};
    return {modules_of(*symbol), BarcodeFault::TooLong};
}

}  // namespace madoguchi::render
