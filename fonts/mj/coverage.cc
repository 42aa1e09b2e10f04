#include "fonts/mj/coverage.h"

#include <optional>
#include <utility>
#include <variant>

#include "base/utf8.h"
#include "fonts/charset/jis_x_0213.h"

namespace madoguchi::fonts {

namespace {

std::optional<FoundCharacter> find(const FaceSet& faces, const std::string& text) {
    const auto answer = faces.find(text);
    const auto* found = std::get_if<FoundCharacter>(&answer);
    return found ? std::optional(*found) : std::nullopt;
}

void count(CoveredSet& set, const std::string& text, const std::optional<FoundCharacter>& found) {
    ++set.total;
    if (!found) return set.missing.push_back(text);
    ++set.drawn;
    ++set.by_face[found->face->postscript_name()];
}

/// Of the texts that mean the character, the one that the chain answers; else its name.
std::string text_that_draws(const FaceSet& faces, const MjCharacter& character) {
    std::string text = character.text();
    return find(faces, text) ? text : "&" + mj_name(character.number()) + ";";
}

void cover_sequence(const FaceSet& faces, const MjCharacter& character, MjCoverage& coverage) {
    const auto sequence = character.sequence();
    if (!sequence) return;
    const std::string text = to_utf8(std::u32string{sequence->base, sequence->selector});
    const auto found = find(faces, text);
    count(coverage.sequences, text, found);
    const auto base = find(faces, to_utf8(std::u32string{sequence->base}));
    if (found && base && found->face == base->face && found->glyph == base->glyph) {
        ++coverage.equal_to_base;
    }
}

}  // namespace

MjCoverage cover_mj(const FaceSet& faces, const Face& named, const MjTable& table) {
    MjCoverage coverage;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const MjCharacter character = table[i];
        if (character.is_hentaigana()) continue;
        const std::string text = text_that_draws(faces, character);
        const auto found = find(faces, text);
        count(coverage.characters, text, found);
        if (text.front() == '&') coverage.by_name_only.push_back(character.number());
        const auto expected = named.glyph_by_name(mj_name(character.number()));
        if (found && (found->face != &named || found->glyph != expected)) {
            coverage.other_glyph.push_back(character.number());
        }
        cover_sequence(faces, character, coverage);
    }
    return coverage;
}

CoveredSet cover_jis_x_0213(const FaceSet& faces) {
    constexpr int planes = 2, rows = 94, cells = 94;
    CoveredSet covered;
    for (int plane = 1; plane <= planes; ++plane) {
        for (int row = 1; row <= rows; ++row) {
            for (int cell = 1; cell <= cells; ++cell) {
                const auto character = jis_x_0213_text({plane, row, cell});
                if (character.empty()) continue;
                const std::string text = to_utf8(character);
                count(covered, text, find(faces, text));
            }
        }
    }
    return covered;
}

}  // namespace madoguchi::fonts
