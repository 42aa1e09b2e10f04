// The bars of a customer barcode (日本郵便, 郵便番号・バーコードマニュアル,
// キャラクタとバーの対応).
#pragma once

#include <string>
#include <string_view>

namespace madoguchi::render {

/// Of what customer_barcode_text() gives, with start, stop, filling and check digit; one letter a
/// bar: F long, A upper, D lower, T timing. A letter whose second code would be the 21st gives its
/// first alone, which libzint cannot.
std::string customer_bars(std::string_view text);

}  // namespace madoguchi::render
