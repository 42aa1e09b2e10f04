#include "fonts/character.h"

#include <charconv>
#include <utility>

#include "base/utf8.h"

namespace madoguchi::fonts {

namespace {

template <typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

/// "MJ003719" or "GJ000001", as character_reference() found it.
NamedCharacter named(std::string_view name) {
    NamedCharacter character;
    character.set = name[0] == 'G' ? NamedCharacter::Set::Gj : NamedCharacter::Set::Mj;
    std::from_chars(name.data() + 2, name.data() + name.size(), character.number);
    return character;
}

std::optional<Collection> collection_of(VariationSequence sequence, const MjTable& table) {
    // Moji_Joho first: nearly 10,000 of its sequences are also Hanyo-Denshi's, for the same shape.
    if (sequence.selector <= 0xfe0f) return Collection::Standardised;
    if (table.by_sequence(sequence)) return Collection::MojiJoho;
    if (table.is_adobe_japan1(sequence)) return Collection::AdobeJapan1;
    if (table.is_hanyo_denshi(sequence)) return Collection::HanyoDenshi;
    return std::nullopt;
}

Character parse_cluster(std::string_view cluster, const MjTable& table, std::string_view tenant) {
    const std::string_view name = character_reference(cluster, 0);
    if (!name.empty() && cluster.size() == name.size() + 2) return named(name);
    std::u32string code_points = to_utf32(cluster);
    if (code_points.size() == 1 && is_private_use(code_points[0])) {
        return GaijiCharacter{std::string(tenant), code_points[0]};
    }
    if (code_points.size() == 2 && is_variation_selector(code_points[1])) {
        const VariationSequence sequence{code_points[0], code_points[1]};
        return SequencedCharacter{sequence, collection_of(sequence, table)};
    }
    return CodedCharacter{std::move(code_points)};
}

}  // namespace

std::vector<Character> parse_characters(std::string_view text, const MjTable& table,
                                        std::string_view tenant) {
    std::vector<Character> characters;
    for (const Cluster& cluster : grapheme_clusters(text))
        characters.push_back(
            parse_cluster(text.substr(cluster.offset, cluster.size), table, tenant));
    return characters;
}

std::string write_character(const Character& character) {
    return std::visit(
        Overloaded{
            [](const CodedCharacter& coded) { return to_utf8(coded.code_points); },
            [](const SequencedCharacter& sequenced) {
                return to_utf8(
                    std::u32string{sequenced.sequence.base, sequenced.sequence.selector});
            },
            [](const NamedCharacter& named) {
                std::string name = mj_name(named.number);
                if (named.set == NamedCharacter::Set::Gj) name[0] = 'G';
                return "&" + name + ";";
            },
            [](const GaijiCharacter& gaiji) { return to_utf8(std::u32string{gaiji.code_point}); },
        },
        character);
}

std::optional<MjCharacter> mj_character(const Character& character, const MjTable& table) {
    using Found = std::optional<MjCharacter>;
    return std::visit(Overloaded{
                          [&](const CodedCharacter& coded) {
                              return coded.code_points.size() == 1
                                         ? table.by_code_point(coded.code_points[0])
                                         : Found();
                          },
                          [&](const SequencedCharacter& sequenced) {
                              return table.by_sequence(sequenced.sequence);
                          },
                          [&](const NamedCharacter& named) {
                              return named.set == NamedCharacter::Set::Mj
                                         ? table.by_number(named.number)
                                         : Found();
                          },
                          [](const GaijiCharacter&) { return Found(); },
                      },
                      character);
}

bool have_same_shape(const Character& a, const Character& b, const MjTable& table) {
    if (a == b) return true;
    const auto first = mj_character(a, table);
    const auto second = mj_character(b, table);
    return first && second && first->number() == second->number();
}

}  // namespace madoguchi::fonts
