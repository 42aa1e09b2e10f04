// 〓 (ゲタ, U+3013) stands in print for a character that is not at hand (JIS X 0208, 2-14).

#include "render/layout/missing_characters.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"

namespace madoguchi::render {

namespace {

/// Enough for any name and address; a text in a wrong encoding would fill the report.
constexpr std::size_t most_findings = 50;

/// From the text of an element to the value that shows the character there, and the character's
/// index in it. A character of the template's own belongs to no value.
void name_value(Origin& origin, const templates::FilledElement& filled) {
    if (filled.values.empty()) return;
    const std::vector<Cluster> characters = grapheme_clusters(filled.text);
    const std::size_t index = origin.character->index;
    if (index >= characters.size()) return;
    origin.data_pointer.clear();
    for (const templates::ShownValue& value : filled.values) {
        const auto is_in_value = [&](const Cluster& c) {
            return c.offset + c.size > value.begin && c.offset < value.end;
        };
        if (!is_in_value(characters[index])) continue;
        const auto first = std::find_if(characters.begin(), characters.end(), is_in_value);
        origin.data_pointer = value.data_pointer;
        origin.character->index = index - static_cast<std::size_t>(first - characters.begin());
        return;
    }
}

Diagnostic with_place(Diagnostic finding, const Surface& surface,
                      const std::function<std::size_t(std::size_t)>& place_of) {
    Origin origin = origin_of(surface.filled);
    origin.character = std::move(finding.origin.character);
    if (origin.character) {
        origin.character->index = place_of(origin.character->index);
        name_value(origin, surface.filled);
    }
    finding.origin = std::move(origin);
    return finding;
}

}  // namespace

void MissingCharacters::report(const fonts::ShapedText& text, const PlaceOf& place_of) {
    severity_ = surface_.context.missing == templates::MissingCharacterPolicy::Mark
                    ? Severity::Warning
                    : Severity::Error;
    for (const fonts::MissingCharacter& missing : text.missing) {
        if (reported_ == most_findings) {
            ++more_;
            continue;
        }
        ++reported_;
        surface_.findings.push_back(
            with_place(fonts::explain_missing(text, missing, severity_), surface_, place_of));
        last_pointer_ = surface_.findings.back().origin.data_pointer;
    }
}

MissingCharacters::~MissingCharacters() {
    if (more_ == 0) return;
    Origin origin = origin_of(surface_.filled);
    origin.data_pointer = last_pointer_;
    const std::string rest = std::to_string(more_);
    surface_.findings.push_back({severity_,
                                 "character.more-missing",
                                 {"表示できない文字がほかに " + rest + " 字あります。",
                                  "There are " + rest + " more characters that cannot be shown."},
                                 std::move(origin),
                                 {}});
}

void report_missing(const Surface& surface, const fonts::ShapedText& text,
                    std::size_t first_character) {
    if (text.missing.empty()) return;
    MissingCharacters(surface).report(text,
                                      [=](std::size_t index) { return first_character + index; });
}

}  // namespace madoguchi::render
