#include "fonts/sets/set_border.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace madoguchi::fonts {

namespace {

Diagnostic at_character(std::string code, std::string_view character, std::size_t index,
                        BilingualText message, BilingualText hint) {
    Diagnostic finding;
    finding.code = "character-set." + std::move(code);
    finding.message = std::move(message);
    finding.origin.character =
        CharacterPlace{std::string(character), describe_code_points(character), index};
    finding.hints.push_back(std::move(hint));
    return finding;
}

Diagnostic unknown_code(std::string_view character, std::size_t index, const CharacterSet& set) {
    const std::string codes = describe_code_points(character);
    const SetDescription& said = set.description();
    return at_character(
        "unknown-code", character, index,
        {codes + " は文字集合「" + said.name + "」" + said.version + " の文字ではありません。",
         codes + " is no character of the set \"" + said.name + "\" " + said.version + "."},
        {"相手のシステムと同じ版か、それより新しい版の文字集合パッケージを入れてください。",
         "Install the edition of the package that the other system has, or a later one."});
}

Diagnostic unknown_name(std::string_view character, std::size_t index, const CharacterSet& set) {
    const std::string name(character.substr(1, character.find(';') - 1));
    const SetDescription& said = set.description();
    return at_character(
        "unknown-name", character, index,
        {name + " は文字集合「" + said.name + "」" + said.version + " にありません。",
         name + " is not in the set \"" + said.name + "\" " + said.version + "."},
        {"番号の誤りがないか、文字集合パッケージの版が古くないか確かめてください。",
         "Check the number, and whether a later edition of the package is needed."});
}

Diagnostic claimed_code(std::string_view character, std::size_t index, const CharacterSet& set) {
    const std::string codes = describe_code_points(character);
    const std::string& name = set.description().name;
    return at_character(
        "claimed-code", character, index,
        {"外字 " + codes + " は、相手には文字集合「" + name + "」の文字として読まれます。",
         "The gaiji " + codes + " would be read as a character of the set \"" + name + "\"."},
        {"外字の符号位置を変えるか、文字集合の文字に同定してください。",
         "Give the gaiji another code, or identify it with a character of the set."});
}

bool has_claimed_code(std::string_view cluster, const CharacterSet& set) {
    const std::u32string codes = to_utf32(cluster);
    return std::any_of(codes.begin(), codes.end(), [&](char32_t c) { return set.claims(c); });
}

/// One cluster each way: what is written for it, or what is wrong.
using Exchange = Result<std::string> (*)(std::string_view cluster, std::size_t index,
                                         const CharacterSet& set);

Result<std::string> name_from_code(std::string_view cluster, std::size_t index,
                                   const CharacterSet& set) {
    if (!has_claimed_code(cluster, set)) return std::string(cluster);
    const DecodedCodePoint first = decode_utf8(cluster, 0);
    const SetCharacter* found =
        first.bytes == cluster.size() ? set.by_code(first.code_point) : nullptr;
    if (found == nullptr) return unknown_code(cluster, index, set);
    return "&" + set_character_name(set.description().prefix, found->number) + ";";
}

Result<std::string> code_from_name(std::string_view cluster, std::size_t index,
                                   const CharacterSet& set) {
    const std::string_view name = character_reference(cluster, 0);
    if (!name.starts_with(set.description().prefix)) {
        if (has_claimed_code(cluster, set)) return claimed_code(cluster, index, set);
        return std::string(cluster);
    }
    const SetCharacter* found = cluster.size() == name.size() + 2 ? set.by_name(name) : nullptr;
    if (found == nullptr) return unknown_name(cluster, index, set);
    std::string code;
    append_utf8(code, found->code);
    return code;
}

Result<std::string> exchange(std::string_view text, const CharacterSet& set, Exchange one) {
    std::string out;
    Diagnostics findings;
    std::size_t index = 0;
    for (const Cluster& cluster : grapheme_clusters(text)) {
        Result<std::string> written = one(text.substr(cluster.offset, cluster.size), index++, set);
        if (written.ok()) {
            out += *written;
        } else {
            append(findings, std::move(written).findings());
        }
    }
    if (!findings.empty()) return findings;
    return out;
}

}  // namespace

Result<std::string> names_from_codes(std::string_view text, const CharacterSet& set) {
    return exchange(text, set, name_from_code);
}

Result<std::string> codes_from_names(std::string_view text, const CharacterSet& set) {
    return exchange(text, set, code_from_name);
}

}  // namespace madoguchi::fonts
