// Quiet zones: QR 4 modules (ISO/IEC 18004, 6.3.8), linear symbols 10 (ISO/IEC 15417, 16388, 16390;
// JIS X 0503 for NW-7), a customer barcode 2 mm all round. A customer barcode's bar is 0.6 mm wide
// at 10 points and may be set from 8 to 11.5 (郵便カスタマバーコード, サイズ係数 0.8 to 1.15).

#include "render/layout/barcode.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "render/layout/barcode_symbol.h"
#include "render/layout/shapes.h"

namespace madoguchi::render {

namespace {

using templates::Barcode;
using Symbology = Barcode::Symbology;

/// What an office printer of 600 dpi and a hand scanner hold.
constexpr Length smallest_module = Length::mm(0.19), smallest_qr_module = Length::mm(0.25);
constexpr Length smallest_bar = Length::mm(0.48), largest_bar = Length::mm(0.69);
constexpr Length customer_quiet = Length::mm(2);
/// Modules that the height of one of a customer barcode's three rows has.
constexpr std::int64_t customer_row = 2;

/// The room that a symbol needs, in modules, and beside them in lengths.
struct Measure {
    std::int64_t width = 0, height = 0;  ///< height 0: as high as the frame
    Length margin;                       ///< on each side
    Length smallest, largest;
};

Measure measure_of(const Barcode& barcode, const BarcodeSymbol& symbol) {
    const auto columns = static_cast<std::int64_t>(symbol.columns);
    const auto rows = static_cast<std::int64_t>(symbol.rows.size());
    switch (barcode.symbology) {
        case Symbology::Qr:
            return {columns + 8, rows + 8, {}, smallest_qr_module, Length::mm(10)};
        case Symbology::Customer:
            return {columns, rows * customer_row, customer_quiet, smallest_bar, largest_bar};
        default:
            return {columns + 20, 0, {}, smallest_module, Length::mm(10)};
    }
}

Length largest_module(const Measure& measure, const Rect& frame) {
    Length module = (frame.width - measure.margin * 2) / measure.width;
    if (measure.height > 0)
        module = std::min(module, (frame.height - measure.margin * 2) / measure.height);
    return std::min(module, measure.largest);
}

void report_unencodable(const Surface& surface, std::string_view character) {
    report(surface, "layout.barcode-character",
           {"このバーコードに使えない文字「" + std::string(character) + "」（" +
                describe_code_points(character) + "）があります。",
            "The barcode cannot hold the character " + describe_code_points(character) + "."},
           {{"値を直すか、その文字を表せるシンボル（qr など）にしてください。",
             "Correct the value, or use a symbology that holds it (qr)."}});
}

void report_fault(const Surface& surface, const Barcode& barcode, BarcodeFault fault) {
    if (fault == BarcodeFault::TooLong)
        return report(surface, "layout.barcode-too-long",
                      {"値が長すぎて、このバーコードに入りません。",
                       "The value is longer than the barcode holds."},
                      {{"値を短くするか、誤り訂正レベルを下げてください。",
                        "Shorten the value, or lower the level of error correction."}});
    if (fault == BarcodeFault::OddDigits)
        return report(surface, "layout.barcode-digits",
                      {"ITFの桁数は、チェックディジットを含めて偶数にします。",
                       "ITF has an even number of digits, its check digit included."},
                      {{"先頭に 0 を付けるなど、桁数をそろえてください。",
                        "Give the value a leading zero."}});
    const bool is_nw7 = barcode.symbology == Symbology::Nw7;
    report(surface, "layout.barcode-shape",
           is_nw7 ? BilingualText{"NW-7の値は、A～D の文字で始まり、A～D の文字で終わります。",
                                  "An NW-7 value begins and ends with one of A to D."}
                  : BilingualText{"カスタマバーコードの値は、7桁の郵便番号で始まります。",
                                  "A customer barcode begins with the seven digits of the postal "
                                  "code."});
}

void report_too_small(const Surface& surface, const Measure& measure) {
    const Length width = measure.smallest * measure.width + measure.margin * 2;
    const Length height = measure.smallest * measure.height + measure.margin * 2;
    const bool has_height = measure.height > 0;
    const std::string ja = has_height ? "、高さ " + in_mm(height) + " mm" : "";
    const std::string en = has_height ? " and " + in_mm(height) + " mm high" : "";
    report(surface, "layout.barcode-too-small",
           {"枠が小さすぎます。この値には、余白を含めて幅 " + in_mm(width) + " mm" + ja +
                " が必要です。",
            "The frame is too small: this value needs " + in_mm(width) + " mm in width" + en +
                ", margins included."},
           {{"枠を広げるか、値を短くしてください。", "Enlarge the frame, or shorten the value."}});
}

/// Neighbours in a row are one rectangle.
void add_row(Path& path, const std::vector<bool>& row, Point origin, Length module, Length height) {
    for (std::size_t begin = 0; begin < row.size();) {
        const bool dark = row[begin];
        std::size_t end = begin + 1;
        while (end < row.size() && row[end] == dark)
            ++end;
        if (dark) {
            const Length left = module * static_cast<std::int64_t>(begin);
            const Length width = module * static_cast<std::int64_t>(end - begin);
            add_rectangle(path, {origin.x + left, origin.y, width, height});
        }
        begin = end;
    }
}

/// Each bar of a customer barcode is one rectangle, however many of the three rows it has.
void add_bars(Path& path, const BarcodeSymbol& symbol, Point origin, Length module) {
    const Length row = module * customer_row;
    for (std::size_t column = 0; column < symbol.columns; ++column) {
        if (!symbol.rows[1][column]) continue;
        const std::int64_t top = symbol.rows[0][column] ? 0 : 1;
        const std::int64_t bottom = symbol.rows[2][column] ? 3 : 2;
        const Length x = origin.x + module * static_cast<std::int64_t>(column);
        add_rectangle(path, {x, origin.y + row * top, module, row * (bottom - top)});
    }
}

void draw(const Surface& surface, const Barcode& barcode, const BarcodeSymbol& symbol,
          Length module) {
    const Rect frame = frame_of(surface.filled);
    const auto columns = static_cast<std::int64_t>(symbol.columns);
    const auto rows = static_cast<std::int64_t>(symbol.rows.size());
    const bool is_customer = barcode.symbology == Symbology::Customer;
    const bool is_linear = rows == 1;
    const Length row_height = is_linear     ? frame.height
                              : is_customer ? module * customer_row
                                            : module;
    const Point centre = frame.centre();
    const Point origin{centre.x - module * columns / 2, centre.y - row_height * rows / 2};
    Path path;
    path.fill = Colour{};
    if (is_customer && rows == 3) {
        add_bars(path, symbol, origin, module);
    } else {
        for (std::int64_t row = 0; row < rows; ++row)
            add_row(path, symbol.rows[static_cast<std::size_t>(row)],
                    {origin.x, origin.y + row_height * row}, module, row_height);
    }
    surface.items.push_back({surface.element, std::move(path)});
}

}  // namespace

void lay_out_barcode(const Surface& surface, const Barcode& barcode) {
    const std::string& text = surface.filled.text;
    const Rect frame = frame_of(surface.filled);
    if (text.empty() || !has_area(surface, frame)) return;
    const std::string_view character = unencodable(barcode.symbology, text);
    if (!character.empty()) return report_unencodable(surface, character);
    const BarcodeResult encoded = encode(barcode, text);
    if (!encoded.symbol) return report_fault(surface, barcode, encoded.fault);
    const Measure measure = measure_of(barcode, *encoded.symbol);
    const Length room = largest_module(measure, frame);
    const Length module = barcode.module > Length() ? barcode.module : room;
    if (module > room || module < measure.smallest) return report_too_small(surface, measure);
    draw(surface, barcode, *encoded.symbol, module);
}

}  // namespace madoguchi::render
