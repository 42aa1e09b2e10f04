#include "render/glyph_sheet.h"

#include <algorithm>

#include "base/units.h"
#include "fonts/outline_path.h"
#include "render/svg/xml.h"
#include "templates/base64.h"

namespace madoguchi::render {

namespace {

// In pixels.
constexpr std::size_t columns = 5;
constexpr std::size_t cell_width = 160, cell_height = 220;
constexpr std::size_t margin = 10, square = 140, line_height = 18;

void append_number(std::string& out, std::string_view name, double value) {
    std::string text;
    append_decimal(text, value, 6);
    svg::append_attribute(out, name, text);
}

struct ShapeWriter {
    std::string& out;
    double x, y;

    void operator()(const SheetGlyph& glyph) const {
        const double scale = static_cast<double>(square) / glyph.units_per_em;
        std::string placing = "translate(";
        append_decimal(placing, x, 3);
        placing += ' ';
        append_decimal(placing, y + glyph.ascent * scale, 3);
        placing += ") scale(";
        append_decimal(placing, scale, 6);
        placing += ')';
        out += "<path";
        svg::append_attribute(out, "transform", placing);
        svg::append_attribute(out, "d", fonts::path_data(glyph.outline));
        out += "/>\n";
    }
    void operator()(const SheetPicture& picture) const {
        out += "<image";
        append_number(out, "x", x);
        append_number(out, "y", y);
        append_number(out, "width", square);
        append_number(out, "height", square);
        svg::append_attribute(out, "href",
                              "data:image/png;base64," + templates::encode_base64(picture.png));
        out += "/>\n";
    }
};

void append_cell(std::string& out, const SheetCell& cell, std::size_t place) {
    const auto x = static_cast<double>(place % columns * cell_width + margin);
    const auto y = static_cast<double>(place / columns * cell_height + margin);
    out += "<rect fill=\"none\" stroke=\"#bbb\"";
    append_number(out, "x", x);
    append_number(out, "y", y);
    append_number(out, "width", square);
    append_number(out, "height", square);
    out += "/>\n";
    std::visit(ShapeWriter{out, x, y}, cell.shape);
    for (std::size_t i = 0; i < cell.lines.size(); ++i) {
        out += "<text";
        append_number(out, "x", x);
        append_number(out, "y", y + static_cast<double>(square + (i + 1) * line_height));
        out += '>';
        svg::append_escaped(out, cell.lines[i]);
        out += "</text>\n";
    }
}

}  // namespace

std::string write_glyph_sheet(std::span<const SheetCell> cells) {
    const std::size_t rows = (cells.size() + columns - 1) / columns;
    std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\"";
    append_number(out, "width", static_cast<double>(columns * cell_width));
    append_number(out, "height", static_cast<double>(rows * cell_height));
    out += " font-family=\"sans-serif\" font-size=\"13\">\n";
    for (std::size_t i = 0; i < cells.size(); ++i)
        append_cell(out, cells[i], i);
    out += "</svg>\n";
    return out;
}

}  // namespace madoguchi::render
