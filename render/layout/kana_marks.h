// 濁点 and 半濁点 apart from their kana, for combs whose reader wants one mark a cell (OCR forms of
// banks and pension offices).
#pragma once

#include <string>
#include <string_view>

namespace madoguchi::render {

/// ガ as カ゛, ﾊﾟ as ﾊ゜; every other character of the valid UTF-8 as it is. The marks are U+309B
/// and U+309C, which are characters of their own (UAX #29).
std::string with_separate_marks(std::string_view text);

}  // namespace madoguchi::render
