// What a customer barcode says of an address (日本郵便, 郵便番号・バーコードマニュアル,
// バーコードに必要な文字情報の抜き出し法).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::render {

/// "26300233-30-8-403" for "〒263-0023 3丁目30-8 郵便ビル403号": the seven digits of the postal
/// code, then digits, hyphens and single letters of what follows the name of the town area
/// (町域名), cut behind 13 codes, of which a letter takes two. What is written so already stays as
/// it is.
///
/// Nothing when the text does not begin with a postal code.
std::optional<std::string> customer_barcode_text(std::string_view text);

}  // namespace madoguchi::render
