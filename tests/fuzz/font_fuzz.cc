// A font file from a tenant: refused, or a face that answers everything printing asks and names no
// glyph it lacks. Bytes from nowhere are no font, so the input is a list of edits, four bytes each
// (place, place, place, new value), of a good small font; with an odd first byte it is the font.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>

#include "fonts/gaiji/font_builder.h"
#include "fonts/gaiji/svg_path.h"
#include "tests/support/exercise_face.h"

namespace madoguchi::fonts {
namespace {

using namespace std::string_literals;

void require(bool holds) {
    if (!holds) std::abort();
}

Bytes good_font() {
    DrawnFont font{.family = "Fuzz"};
    for (const char32_t code_point : U"\ue000\ue001\U000F0001"s) {
        auto drawing = read_svg_path("M100 0V700Q400 900 800 700V0ZM200 100H300V200Z");
        require(drawing.ok());
        font.glyphs.push_back(
            {code_point, "gaiji.X" + std::to_string(code_point), 1000, std::move(drawing).value()});
    }
    auto bytes = build_font(font);
    require(bytes.ok());
    return std::move(bytes).value();
}

Bytes edited(Bytes font, ByteView edits) {
    for (; edits.size() >= 4; edits = edits.subspan(4)) {
        const std::size_t place =
            std::size_t{edits[0]} << 16 | std::size_t{edits[1]} << 8 | edits[2];
        font[place % font.size()] = edits[3];
    }
    return font;
}

void try_font(ByteView input) {
    static const Bytes good = good_font();
    const ByteView rest = input.subspan(1);
    const auto face = Face::from_bytes(
        input[0] % 2 == 0 ? edited(good, rest) : Bytes(rest.begin(), rest.end()), "fuzz");
    if (face.ok()) return require(tests::broken_promise(*face).empty());
    require(has_errors(face.findings()));
}

}  // namespace
}  // namespace madoguchi::fonts

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size > 0) madoguchi::fonts::try_font({bytes, size});
    return 0;
}
