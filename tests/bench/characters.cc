#include "tests/bench/characters.h"

#include <filesystem>

#include "base/utf8.h"
#include "fonts/charset/repertoire.h"
#include "fonts/mj/mj_table.h"
#include "fonts/shape.h"

namespace madoguchi::bench {

namespace {

/// 20 characters that people see, seven of them sequences, one outside the BMP, a mark and a gap.
const std::string long_name =
    "渡\u9089\U000E010F辻\U000E0102\u3000\U00020BB7田\u845B\U000E0103城\U000E0100\u658E\U000E0101藤"
    "\u3000祇\U000E0101園\u3000か\u309Aんどう正子乃";

/// The questions that printing and reduction ask, over the whole list in an order that no cache
/// foresees.
double look_up_all(const fonts::MjTable& table) {
    constexpr std::size_t step = 7919;  // coprime to the list's size
    double found = 0;
    for (std::size_t i = 0, at = 0; i < table.size(); ++i, at = (at + step) % table.size()) {
        const fonts::MjCharacter character = table[at];
        if (const auto sequence = character.sequence()) {
            found += table.by_sequence(*sequence) ? 1 : 0;
        } else if (const auto code_point = character.code_point()) {
            found += table.by_code_point(*code_point) ? 1 : 0;
        } else {
            found += table.by_number(character.number()) ? 1 : 0;
        }
    }
    return found;
}

}  // namespace

std::vector<Figure> measure_characters(const fonts::FontLibrary& fonts, const std::string& table,
                                       int rounds) {
    std::vector<Figure> figures;
    const Times opening = times_of(rounds, [&] { must(fonts::MjTable::open(table)); });
    figures.push_back({"characters: open the list", opening.wall, "ms"});
    const auto list = must(fonts::MjTable::open(table));
    const auto start = Clock::now();
    fonts::repertoire(fonts::RepertoireName::JisX0213);
    figures.push_back({"characters: JIS X 0213", milliseconds_since(start), "ms"});
    const double megabytes = static_cast<double>(std::filesystem::file_size(table)) / (1 << 20);
    figures.push_back({"characters: list, mapped", megabytes, "MB"});

    double found = 0;
    const Times look_ups = times_of(rounds, [&] { found = look_up_all(*list); });
    figures.push_back({"characters: look-up", look_ups.wall * 1e6 / found, "ns"});

    constexpr int names = 10'000;
    const Times shaping = times_of(rounds, [&] {
        for (int i = 0; i < names; ++i)
            fonts::shape(*fonts.mincho, long_name, fonts::WritingDirection::Horizontal);
    });
    figures.push_back({"characters: name of " + std::to_string(count_graphemes(long_name)),
                       shaping.wall * 1000 / names, "us"});
    return figures;
}

}  // namespace madoguchi::bench
