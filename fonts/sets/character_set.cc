#include "fonts/sets/character_set.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "fonts/sets/set_font.h"

namespace madoguchi::fonts {

namespace {

constexpr std::size_t digits = 6;

Diagnostic wrong_count(const SetDescription& description, std::size_t listed) {
    const std::string said = std::to_string(description.count), is = std::to_string(listed);
    return set_finding(
        "count", "package.json", 0,
        {"文字数が合いません。count は " + said + " ですが、一覧には " + is + " 字あります。",
         "The count says " + said + " characters, and the list has " + is + "."},
        {"一覧と count が同じ版のものか確かめてください。",
         "Check that the list and the count are of one edition."});
}

}  // namespace

std::string set_character_name(std::string_view prefix, std::uint32_t number) {
    const std::string text = std::to_string(number);
    return std::string(prefix) + std::string(digits - std::min(digits, text.size()), '0') + text;
}

std::optional<std::uint32_t> parse_set_name(std::string_view prefix, std::string_view name) {
    if (name.size() != prefix.size() + digits || !name.starts_with(prefix)) return std::nullopt;
    const std::string_view rest = name.substr(prefix.size());
    std::uint32_t number = 0;
    const char* const end = rest.data() + rest.size();
    const auto parsed = std::from_chars(rest.data(), end, number);
    if (parsed.ec != std::errc() || parsed.ptr != end || number == 0) return std::nullopt;
    return number;
}

Diagnostic set_finding(std::string code, const std::string& file, std::size_t line,
                       BilingualText message, BilingualText hint) {
    Diagnostic finding;
    finding.code = "character-set." + std::move(code);
    finding.message = std::move(message);
    finding.origin.source = SourcePlace{.file = file, .line = line};
    finding.hints.push_back(std::move(hint));
    return finding;
}

Result<std::shared_ptr<const CharacterSet>> CharacterSet::make(SetDescription description,
                                                               std::vector<SetCharacter> characters,
                                                               std::shared_ptr<const Face> face,
                                                               const std::string& font_name) {
    Diagnostics findings = check_set_font(*face, description.prefix, characters, font_name);
    if (characters.size() != description.count) {
        findings.push_back(wrong_count(description, characters.size()));
    }
    if (!findings.empty()) return findings;
    return std::shared_ptr<const CharacterSet>(
        new CharacterSet(std::move(description), std::move(characters), std::move(face)));
}

CharacterSet::CharacterSet(SetDescription description, std::vector<SetCharacter> characters,
                           std::shared_ptr<const Face> face)
    : description_(std::move(description)),
      characters_(std::move(characters)),
      face_(std::move(face)) {
    std::sort(characters_.begin(), characters_.end(),
              [](const SetCharacter& a, const SetCharacter& b) { return a.number < b.number; });
    for (std::uint32_t i = 0; i < characters_.size(); ++i)
        by_code_.push_back(i);
    std::sort(by_code_.begin(), by_code_.end(), [&](std::uint32_t a, std::uint32_t b) {
        return characters_[a].code < characters_[b].code;
    });
}

const SetCharacter* CharacterSet::by_number(std::uint32_t number) const {
    const auto found = std::lower_bound(
        characters_.begin(), characters_.end(), number,
        [](const SetCharacter& entry, std::uint32_t wanted) { return entry.number < wanted; });
    return found != characters_.end() && found->number == number ? &*found : nullptr;
}

const SetCharacter* CharacterSet::by_name(std::string_view name) const {
    const auto number = parse_set_name(description_.prefix, name);
    return number ? by_number(*number) : nullptr;
}

const SetCharacter* CharacterSet::by_code(char32_t code) const {
    const auto found = std::lower_bound(
        by_code_.begin(), by_code_.end(), code,
        [&](std::uint32_t entry, char32_t wanted) { return characters_[entry].code < wanted; });
    if (found == by_code_.end() || characters_[*found].code != code) return nullptr;
    return &characters_[*found];
}

bool CharacterSet::claims(char32_t code) const {
    return code >= description_.first_code && code <= description_.last_code;
}

}  // namespace madoguchi::fonts
