// From a text to the modules of a barcode (libzint, which this file alone knows).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "templates/model/element.h"

namespace madoguchi::render {

/// Modules from the left, rows from the top; true is dark. A linear symbol has one row; a customer
/// barcode has three of equal height, the second dark in every bar.
struct BarcodeSymbol {
    std::size_t columns = 0;
    std::vector<std::vector<bool>> rows;
};

enum class BarcodeFault {
    TooLong,    ///< more than the symbology holds
    Shape,      ///< characters in the wrong places: see barcode.cc
    OddDigits,  ///< ITF writes digits in pairs
};

struct BarcodeResult {
    std::optional<BarcodeSymbol> symbol;
    BarcodeFault fault = BarcodeFault::TooLong;
};

/// The first character that the symbology cannot hold; empty when it holds them all. QR (ISO/IEC
/// 18004) holds every text: kanji of Shift JIS in kanji mode, others as UTF-8.
std::string_view unencodable(templates::Barcode::Symbology symbology, std::string_view text);

/// Of a text that holds no such character. Nothing is added to it, cut off or exchanged but in a
/// customer barcode, which says of an address what its manual picks out (customer_address.h).
BarcodeResult encode(const templates::Barcode& barcode, std::string_view text);

}  // namespace madoguchi::render
