// UAX #14 with the strict Japanese tailoring of CSS Text 3 §5.3 (`ja@lb=strict`): no line begins
// with a small kana, a prolonged sound mark or an iteration mark (JLREQ §3.1.7, cl-11, cl-10,
// cl-09), none with a closing bracket or full stop, none ends with an opening bracket.

#include "render/layout/line_break.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <memory>

#include "base/utf8.h"

namespace madoguchi::render {

namespace {

/// Cloning costs a twentieth of building; the prototype itself is never used, so that threads share
/// nothing that changes.
std::unique_ptr<icu::BreakIterator> new_iterator() {
    static const std::unique_ptr<const icu::BreakIterator> prototype = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> made(
            icu::BreakIterator::createLineInstance(icu::Locale("ja@lb=strict"), status));
        return U_SUCCESS(status) ? std::move(made) : nullptr;
    }();
    return std::unique_ptr<icu::BreakIterator>(prototype ? prototype->clone() : nullptr);
}

/// A character as ICU shall see it. Gaiji and character references are ideographs to a reader but
/// letters to UAX #14, and a selector changes nothing: an ideograph stands in for both.
void append_for_breaking(icu::UnicodeString& out, std::string_view character) {
    const char32_t first = decode_utf8(character, 0).code_point;
    if (is_private_use(first) || !character_reference(character, 0).empty()) {
        out.append(u'\u3013');
    } else {
        out.append(icu::UnicodeString::fromUTF8(
            icu::StringPiece(character.data(), static_cast<std::int32_t>(character.size()))));
    }
}

}  // namespace

std::vector<BreakPoint> find_line_breaks(const fonts::ShapedText& text) {
    std::vector<BreakPoint> breaks(text.characters.size(), BreakPoint::Never);
    icu::UnicodeString units;
    std::vector<std::int32_t> starts;
    starts.reserve(text.characters.size());
    for (const fonts::ShapedCharacter& character : text.characters) {
        starts.push_back(units.length());
        append_for_breaking(units,
                            std::string_view(text.text).substr(character.offset, character.size));
    }
    const std::unique_ptr<icu::BreakIterator> iterator = new_iterator();
    if (!iterator) return breaks;
    iterator->setText(units);
    std::size_t character = 1;
    for (std::int32_t at = iterator->next(); at != icu::BreakIterator::DONE;
         at = iterator->next()) {
        while (character < starts.size() && starts[character] < at)
            ++character;
        if (character < starts.size() && starts[character] == at)
            breaks[character] = BreakPoint::Allowed;
    }
    return breaks;
}

}  // namespace madoguchi::render
