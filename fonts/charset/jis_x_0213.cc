#include "fonts/charset/jis_x_0213.h"

#include <array>
#include <string>

#include "fonts/charset/code_probe.h"

namespace madoguchi::fonts {

namespace {

constexpr int cells = 94;
constexpr int planes = 2;
using Places = std::array<std::u32string, planes * cells * cells>;

std::size_t place_of(int plane, int row, int cell) {
    return static_cast<std::size_t>(((plane - 1) * cells + row - 1) * cells + cell - 1);
}

void fill(Places& places, int plane, const std::string& prefix) {
    constexpr int first = 0xa0;
    for (const CodedText& coded : probe_rows("EUC-JISX0213", prefix)) {
        const auto byte = [&](std::size_t i) {
            return static_cast<std::uint8_t>(coded.code[prefix.size() + i]) - first;
        };
        places[place_of(plane, byte(0), byte(1))] = coded.text;
    }
}

Places read_places() {
    Places places;
    fill(places, 1, "");
    fill(places, 2, "\x8f");
    return places;
}

}  // namespace

std::u32string_view jis_x_0213_text(JisPosition position) {
    static const Places places = read_places();
    const auto [plane, row, cell] = position;
    const bool exists =
        plane >= 1 && plane <= planes && row >= 1 && row <= cells && cell >= 1 && cell <= cells;
    return exists ? std::u32string_view(places[place_of(plane, row, cell)]) : std::u32string_view();
}

}  // namespace madoguchi::fonts
