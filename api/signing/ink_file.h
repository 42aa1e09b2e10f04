// 手書きの署名のファイル: what a tablet captured, and which page it showed.
//
// {"element": "signature", "sheet": 1, "shown": "<SHA-256 of the SVG that was shown, in hex>",
//  "strokes": [[[x, y, milliseconds, pressure], …], …]}: x and y are shares of the field's width
//  and
// height, pressure 0 to 1.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "render/render.h"

namespace madoguchi::api {

struct CapturedInk {
    render::Ink ink;
    std::string shown;  ///< 64 hex digits
};

/// At most 500 strokes and 20,000 points, within a field's size of the field. Everything that is
/// wrong comes back together ("ink.malformed").
Result<CapturedInk> read_ink(std::string_view source, const std::string& name);

/// SHA-256 of a page as it was shown, in hex.
std::string page_hash(std::string_view svg);

/// Puts the ink into the document it was written on. The finding "ink.other-page" when the sheet,
/// as it would be shown now, is not the one that was signed: other data, another version of the
/// form, another font.
Result<Done> sign_by_hand(const render::PreparedForm& form, render::Document& document,
                          const CapturedInk& captured);

}  // namespace madoguchi::api
