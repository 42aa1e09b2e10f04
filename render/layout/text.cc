#include "render/layout/text.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "render/layout/jlreq/ruby.h"
#include "render/layout/missing_characters.h"
#include "render/layout/text_block.h"
#include "templates/ruby_text.h"

namespace madoguchi::render {

namespace {

using templates::AnnotatedText;

/// `offset` bytes into the filled text: which value it is about.
void refuse_reading(const Surface& surface, std::size_t offset, BilingualText message) {
    report(surface, "layout.ruby", std::move(message),
           {{"ルビは一行の中の文字に振ります。値を確かめてください。",
             "A ruby stands over letters of one line. Check the values."}});
    for (const templates::ShownValue& value : surface.filled.values) {
        if (value.begin <= offset && offset < value.end)
            surface.findings.back().origin.data_pointer = value.data_pointer;
    }
}

/// A reading as it is set: of one place of the filled text, or of several that are read as one.
struct Spoken {
    std::size_t begin = 0, end = 0;  ///< in the text without readings
    std::string words;
    std::vector<AnnotatedText::Piece> pieces;  ///< of the words

    /// Where a byte of the words stands in the filled text.
    std::size_t source_offset(std::size_t offset) const {
        const auto behind = std::upper_bound(
            pieces.begin(), pieces.end(), offset,
            [](std::size_t wanted, const AnnotatedText::Piece& one) { return wanted < one.begin; });
        const AnnotatedText::Piece& piece = *(behind - 1);
        return piece.source_offset + (offset - piece.begin);
    }
};

/// ルビ of kind Group: what stands side by side is read as one.
std::vector<Spoken> as_groups(const std::vector<Spoken>& readings) {
    std::vector<Spoken> groups;
    for (const Spoken& reading : readings) {
        const bool stands_over_nothing = reading.begin == reading.end;
        if (groups.empty() || groups.back().end != reading.begin || stands_over_nothing) {
            groups.push_back(reading);
            continue;
        }
        Spoken& group = groups.back();
        group.pieces.push_back({group.words.size(), reading.pieces.front().source_offset});
        group.end = reading.end;
        group.words += reading.words;
    }
    return groups;
}

/// Parts between blanks (U+0020, U+3000), each a view of `text`.
std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    const auto end_word = [&](std::size_t end) {
        if (end > begin) words.push_back(text.substr(begin, end - begin));
    };
    for (std::size_t at = 0; at < text.size();) {
        const DecodedCodePoint next = decode_utf8(text, at);
        if (next.code_point == U' ' || next.code_point == U'\u3000') {
            end_word(at);
            begin = at + next.bytes;
        }
        at += next.bytes;
    }
    end_word(text.size());
    return words;
}

/// From the first word to the last, with what stands between them.
std::string_view joined(const std::vector<std::string_view>& words) {
    const char* const begin = words.front().data();
    const char* const end = words.back().data() + words.back().size();
    return {begin, static_cast<std::size_t>(end - begin)};
}

/// 氏 and 名 have a reading each where both texts have as many words. Blanks at the ends belong to
/// nobody, and a reading of blanks is none.
std::vector<Spoken> by_words(const AnnotatedText& text) {
    std::vector<Spoken> readings;
    for (const AnnotatedText::Reading& reading : text.readings) {
        const std::string_view whole = reading.words;
        std::vector<std::string_view> letters = words_of(
            std::string_view(text.text).substr(reading.begin, reading.end - reading.begin));
        std::vector<std::string_view> words = words_of(whole);
        if (words.empty()) continue;
        if (letters.empty()) {
            // Refused where its letters are looked for.
            readings.push_back(
                {reading.begin, reading.begin, reading.words, {{0, reading.source_offset}}});
            continue;
        }
        if (letters.size() != words.size()) {
            letters = {joined(letters)};
            words = {joined(words)};
        }
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto begin = static_cast<std::size_t>(letters[i].data() - text.text.data());
            const auto offset = static_cast<std::size_t>(words[i].data() - whole.data());
            readings.push_back({begin,
                                begin + letters[i].size(),
                                std::string(words[i]),
                                {{0, reading.source_offset + offset}}});
        }
    }
    return readings;
}

class RubyText {
  public:
    RubyText(const Surface& surface, const templates::Text& text)
        : surface_(surface),
          kind_(text.ruby),
          style_(text.style),
          faces_(faces_of(surface.context, text.style.font)),
          text_(templates::read_annotations(surface.filled.text)) {}

    void set() {
        const std::vector<Spoken> words = by_words(text_);
        const std::vector<Spoken> readings =
            kind_ == templates::Ruby::Group ? as_groups(words) : words;
        std::vector<std::size_t> edges;
        for (const Spoken& reading : readings)
            edges.insert(edges.end(), {reading.begin, reading.end});
        std::vector<Paragraph> paragraphs = shape_paragraphs(faces_, text_.text, style_, edges);
        if (!attach(readings, paragraphs) || paragraphs.empty()) return;
        set_shaped(surface_, paragraphs, frame_of(surface_.filled), style_, ruby_size);
    }

  private:
    bool attach(const std::vector<Spoken>& spoken, std::vector<Paragraph>& paragraphs) {
        std::vector<std::vector<RubyBlock::Reading>> readings(paragraphs.size());
        std::size_t begin = 0, paragraph = 0;  // of the paragraph that holds the reading's letters
        for (const Spoken& reading : spoken) {
            while (paragraph < paragraphs.size() &&
                   reading.begin > begin + paragraphs[paragraph].shaped.text.size())
                begin += paragraphs[paragraph++].shaped.text.size() + 1;
            if (paragraph == paragraphs.size()) return nothing_to_read(reading);
            if (!add(reading, paragraphs[paragraph], begin, readings[paragraph])) return false;
        }
        begin = 0;
        for (std::size_t i = 0; i < paragraphs.size(); ++i) {
            report_missing_of(paragraphs[i], begin);
            begin += paragraphs[i].shaped.text.size() + 1;
            attach_ruby(paragraphs[i], std::move(readings[i]), kind_);
        }
        return true;
    }

    /// `begin`: of the paragraph, in the whole text.
    bool add(const Spoken& reading, const Paragraph& paragraph, std::size_t begin,
             std::vector<RubyBlock::Reading>& readings) {
        const bool is_torn = reading.words.find('\n') != std::string::npos;
        if (is_torn || reading.end > begin + paragraph.shaped.text.size()) {
            refuse_reading(surface_,
                           is_torn ? reading.source_offset(0) : text_.source_offset(reading.begin),
                           {"ルビか、ルビを振る文字の中に改行があります。",
                            "A ruby or the letters under it hold a line feed."});
            return false;
        }
        std::size_t first = index_at(paragraph, reading.begin - begin);
        if (!readings.empty()) first = std::max(first, readings.back().end);
        const std::size_t behind = index_at(paragraph, reading.end - begin);
        if (first >= behind) return nothing_to_read(reading);
        readings.push_back({first, behind, shape_reading(reading)});
        return true;
    }

    bool nothing_to_read(const Spoken& reading) const {
        refuse_reading(surface_, reading.source_offset(0),
                       {"ルビがありますが、振る文字がありません。",
                        "There is a ruby, but nothing that it stands over."});
        return false;
    }

    /// The first character that begins at `offset` or behind it.
    static std::size_t index_at(const Paragraph& paragraph, std::size_t offset) {
        const auto& characters = paragraph.shaped.characters;
        const auto found =
            std::lower_bound(characters.begin(), characters.end(), offset,
                             [](const fonts::ShapedCharacter& character, std::size_t wanted) {
                                 return character.offset < wanted;
                             });
        return static_cast<std::size_t>(found - characters.begin());
    }

    Paragraph shape_reading(const Spoken& reading) {
        templates::Style style = style_;
        style.letter_spacing = Length();
        style.western_space = false;
        style.tate_chu_yoko = 0;
        Paragraph words = shape_paragraphs(faces_, reading.words, style).front();
        missing_.report(words.shaped, [&](std::size_t index) {
            return character_at(reading.source_offset(words.shaped.characters[index].offset));
        });
        return words;
    }

    void report_missing_of(const Paragraph& paragraph, std::size_t begin) {
        missing_.report(paragraph.shaped, [&](std::size_t index) {
            return character_at(
                text_.source_offset(begin + paragraph.shaped.characters[index].offset));
        });
    }

    /// Index of the character at `offset` bytes of the filled text.
    std::size_t character_at(std::size_t offset) {
        if (characters_.empty()) characters_ = grapheme_clusters(surface_.filled.text);
        const auto behind = std::upper_bound(
            characters_.begin(), characters_.end(), offset,
            [](std::size_t wanted, const Cluster& character) { return wanted < character.offset; });
        return static_cast<std::size_t>(behind - characters_.begin()) - 1;
    }

    const Surface& surface_;
    const templates::Ruby kind_;
    const templates::Style& style_;
    const fonts::FaceSet& faces_;
    const AnnotatedText text_;
    MissingCharacters missing_{surface_};
    std::vector<Cluster> characters_;  ///< of the filled text, once somebody asks
};

}  // namespace

void lay_out_text(const Surface& surface, const templates::Text& text) {
    if (text.ruby != templates::Ruby::None) return RubyText(surface, text).set();
    set_text(surface, surface.filled.text, frame_of(surface.filled), text.style);
}

}  // namespace madoguchi::render
