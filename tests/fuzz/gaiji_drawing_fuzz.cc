// Any text as the SVG path of a tenant's character: refused with a finding, or a font with that
// glyph, which opens again and has the contours that were drawn.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "fonts/gaiji/font_builder.h"
#include "fonts/gaiji/svg_path.h"

namespace madoguchi::fonts {
namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void try_drawing(std::string_view path) {
    const auto drawing = read_svg_path(path);
    if (!drawing) return require(has_errors(drawing.findings()));
    DrawnFont font{.family = "Fuzz"};
    font.glyphs.push_back({0xe000, "gaiji.E000", 1000, to_font_units(*drawing, {}, 1000, 880)});
    auto bytes = build_font(font);
    if (!bytes) return require(has_errors(bytes.findings()));
    const auto face = Face::from_bytes(std::move(bytes).value(), "fuzz");
    require(face.ok());
    const auto glyph = (*face)->glyph(0xe000);
    require(glyph.has_value());
    outline(**face, *glyph);
}

}  // namespace
}  // namespace madoguchi::fonts

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    madoguchi::fonts::try_drawing({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
