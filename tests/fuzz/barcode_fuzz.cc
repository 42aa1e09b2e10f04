// Any valid text in any symbology: a symbol with at least one dark module, or a reason.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "render/layout/barcode_symbol.h"

namespace madoguchi::render {
namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check(const templates::Barcode& barcode, std::string_view text) {
    if (!unencodable(barcode.symbology, text).empty()) return;
    const BarcodeResult result = encode(barcode, text);
    if (!result.symbol) return;
    require(result.symbol->columns > 0 && !result.symbol->rows.empty());
    bool dark = false;
    for (const std::vector<bool>& row : result.symbol->rows) {
        require(row.size() == result.symbol->columns);
        for (const bool module : row)
            dark = dark || module;
    }
    require(dark);
}

}  // namespace
}  // namespace madoguchi::render

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using madoguchi::templates::Barcode;
    if (size < 2 || size > 8192) return 0;
    Barcode barcode;
    barcode.symbology = static_cast<Barcode::Symbology>(bytes[0] % 6);
    barcode.correction = static_cast<Barcode::Correction>(bytes[0] / 6 % 4);
    const bool is_open = barcode.symbology == Barcode::Symbology::Code39 ||
                         barcode.symbology == Barcode::Symbology::Nw7 ||
                         barcode.symbology == Barcode::Symbology::Itf;
    barcode.check_digit = is_open && bytes[0] >= 128;
    const std::string_view text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
    // Texts of forms hold no control characters.
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return 0;
    }
    if (madoguchi::find_invalid_utf8(text)) return 0;
    madoguchi::render::check(barcode, text);
    return 0;
}
