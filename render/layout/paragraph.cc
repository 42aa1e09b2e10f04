// A line feed in a value is a forced line end (UAX #14, class BK): each part is set as a paragraph
// of its own.

#include "render/layout/paragraph.h"

#include <string>

#include "render/layout/kinsoku.h"
#include "render/layout/line_break.h"

namespace madoguchi::render {

namespace {

Paragraph shape_paragraph(const fonts::FaceSet& faces, std::string_view text,
                          fonts::WritingDirection direction, double spacing) {
    Paragraph paragraph;
    paragraph.shaped = fonts::shape(faces, std::string(text), direction);
    paragraph.spacing = spacing;
    for (const fonts::ShapedCharacter& character : paragraph.shaped.characters)
        paragraph.width += character.advance;
    if (paragraph.size() > 1)
        paragraph.width += spacing * static_cast<double>(paragraph.size() - 1);
    return paragraph;
}

}  // namespace

std::vector<Paragraph> shape_paragraphs(const fonts::FaceSet& faces, std::string_view text,
                                        fonts::WritingDirection direction, double spacing) {
    std::vector<Paragraph> paragraphs;
    if (text.empty()) return paragraphs;
    std::size_t first_character = 0;
    for (std::size_t start = 0;;) {
        const std::size_t end = text.find('\n', start);
        paragraphs.push_back(
            shape_paragraph(faces, text.substr(start, end - start), direction, spacing));
        paragraphs.back().first_character = first_character;
        if (end == std::string_view::npos) return paragraphs;
        first_character += paragraphs.back().size() + 1;
        start = end + 1;
    }
}

void prepare_breaks(Paragraph& paragraph) {
    if (!paragraph.ends.empty()) return;
    paragraph.ends.reserve(paragraph.size() + 1);
    double end = 0;
    paragraph.ends.push_back(end);
    for (const fonts::ShapedCharacter& character : paragraph.shaped.characters) {
        end += character.advance + paragraph.spacing;
        paragraph.ends.push_back(end);
    }
    paragraph.breaks = find_line_breaks(paragraph.shaped);
    keep_together(paragraph.shaped, paragraph.breaks);
}

bool is_blank(std::string_view character) {
    return character == " " || character == "\u3000";
}

}  // namespace madoguchi::render
