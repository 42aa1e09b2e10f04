#include "fixtures.h"

#include <gtest/gtest.h>

#include "fonts/gaiji/svg_path.h"

namespace madoguchi::fonts {

DrawnFont invented_gaiji() {
    DrawnFont font;
    font.family = "Test Gaiji";
    const auto drawing = [](std::string_view path) { return read_svg_path(path).value(); };
    font.glyphs.push_back({0xf0001, "gaiji.F0001", 1000, drawing("M100 0V700H800V0Z")});
    font.glyphs.push_back({0xe000, "gaiji.E000", 1000, drawing("M0 0L500 800Q700 400 1000 0Z")});
    return font;
}

Bytes invented_gaiji_font() {
    return build_font(invented_gaiji()).value();
}

std::shared_ptr<const Face> gaiji_face() {
    static const auto face = Face::from_bytes(invented_gaiji_font(), "gaiji").value();
    return face;
}

const FontLibrary& library() {
    static const FontLibrary opened = open_installed_fonts({gaiji_face(), {}}).value();
    return opened;
}

const MjTable& table() {
    static const auto opened =
        MjTable::open(MADOGUCHI_SOURCE_DIR "/build/characters.table").value();
    return *opened;
}

const Face& ipamj() {
    return *library().mincho->chain()[1].face;
}
const Face& ipaex_mincho() {
    return *library().mincho->chain()[2].face;
}
const Face& noto_serif() {
    return *library().mincho->chain()[3].face;
}

}  // namespace madoguchi::fonts
