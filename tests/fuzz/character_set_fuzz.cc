// Any bytes as the list of a character set, and as text at the border of one: a list that is taken
// keeps its promises; what goes in or out whole comes back the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>

#include "base/utf8.h"
#include "fonts/gaiji/font_builder.h"
#include "fonts/gaiji/svg_path.h"
#include "fonts/sets/set_border.h"
#include "fonts/sets/set_list.h"

namespace madoguchi::fonts {
namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

SetDescription description() {
    return {.name = "gj",
            .title = "fuzz",
            .version = "1",
            .licence = "CC0",
            .prefix = "GJ",
            .first_code = 0x10de92,
            .last_code = 0x10deff,
            .count = 2};
}

const CharacterSet& two_characters() {
    static const auto set = [] {
        DrawnFont font{.family = "Fuzz"};
        const Outline square = read_svg_path("M100 0V700H800V0Z").value();
        font.glyphs.push_back({0x10de92, "gj000001", 1000, square});
        font.glyphs.push_back({0x10de93, "gj000002", 1000, square});
        auto face = Face::from_bytes(build_font(font).value(), "fuzz").value();
        return CharacterSet::make(description(), {{1, 0x10de92}, {2, 0x10de93}}, face, "fuzz")
            .value();
    }();
    return *set;
}

void try_list(std::string_view text) {
    const auto read = read_set_list(text, "fuzz", description());
    if (!read.ok()) return require(has_errors(read.findings()) && read.findings().size() <= 1001);
    std::set<std::uint32_t> numbers;
    std::set<char32_t> codes;
    for (const SetCharacter& character : *read) {
        require(character.number >= 1 && character.number <= 999'999);
        require(character.code >= 0x10de92 && character.code <= 0x10deff);
        require(numbers.insert(character.number).second && codes.insert(character.code).second);
    }
}

void try_border(std::string_view text) {
    if (find_invalid_utf8(text)) return;
    const CharacterSet& set = two_characters();
    if (const auto inside = names_from_codes(text, set); inside.ok()) {
        for (const char32_t c : to_utf32(*inside))
            require(!set.claims(c));
    }
    if (const auto outside = codes_from_names(text, set); outside.ok()) {
        const auto back = names_from_codes(*outside, set);
        require(back.ok() && *back == text);
    }
}

}  // namespace
}  // namespace madoguchi::fonts

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    madoguchi::fonts::try_list(text);
    madoguchi::fonts::try_border(text);
    return 0;
}
