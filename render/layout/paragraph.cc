// A line feed in a value is a forced line end (UAX #14, class BK): each part is set as a paragraph
// of its own.

#include "render/layout/paragraph.h"

#include <algorithm>
#include <string>

#include "render/layout/jlreq/bodies.h"
#include "render/layout/jlreq/tate_chu_yoko.h"
#include "render/layout/kinsoku.h"
#include "render/layout/line_break.h"

namespace madoguchi::render {

namespace {

/// `edges` count from the start of the paragraph.
Paragraph shape_paragraph(const fonts::FaceSet& faces, std::string_view text,
                          const templates::Style& style, std::span<const std::size_t> edges) {
    Paragraph paragraph;
    paragraph.spacing = style.size > Length() ? style.letter_spacing / style.size : 0;
    paragraph.western_space = style.western_space;
    paragraph.hanging = style.hanging;
    const bool vertical = style.direction == templates::Direction::Vertical;
    paragraph.shaped = fonts::shape(
        faces, std::string(text),
        vertical ? fonts::WritingDirection::Vertical : fonts::WritingDirection::Horizontal);
    combine_digits(paragraph.shaped, static_cast<std::size_t>(style.tate_chu_yoko), edges);
    measure_paragraph(paragraph);
    return paragraph;
}

}  // namespace

std::vector<Paragraph> shape_paragraphs(const fonts::FaceSet& faces, std::string_view text,
                                        const templates::Style& style,
                                        std::span<const std::size_t> edges) {
    std::vector<Paragraph> paragraphs;
    if (text.empty()) return paragraphs;
    std::size_t first_character = 0;
    for (std::size_t start = 0;;) {
        const std::size_t end = text.find('\n', start);
        std::vector<std::size_t> inner;
        for (const std::size_t edge : edges) {
            if (edge > start && edge < std::min(end, text.size())) inner.push_back(edge - start);
        }
        paragraphs.push_back(shape_paragraph(faces, text.substr(start, end - start), style, inner));
        paragraphs.back().first_character = first_character;
        if (end == std::string_view::npos) return paragraphs;
        first_character += paragraphs.back().size() + 1;
        start = end + 1;
    }
}

void measure_paragraph(Paragraph& paragraph) {
    paragraph.classes = classify(paragraph.shaped);
    trim_to_bodies(paragraph.shaped, paragraph.classes);
    sum_widths(paragraph);
}

void sum_widths(Paragraph& paragraph) {
    double width = 0, give = 0;
    bool has_gaps = false;
    for (std::size_t i = 0; i < paragraph.size(); ++i) {
        width += paragraph.shaped.characters[i].advance;
        if (i == 0) continue;
        width += paragraph.spacing;
        const Gap& gap = paragraph.gap(i);
        if (gap.natural <= 0) continue;
        width += gap.natural;
        give += gap.natural - gap.least;
        has_gaps = true;
    }
    paragraph.width = width;
    paragraph.least_width = width - give;
    paragraph.has_gaps = has_gaps;
}

void prepare_breaks(Paragraph& paragraph) {
    if (!paragraph.starts.empty()) return;
    paragraph.starts.reserve(paragraph.size());
    paragraph.give.reserve(paragraph.size());
    double start = 0, give = 0;
    for (std::size_t i = 0; i < paragraph.size(); ++i) {
        if (i > 0) {
            const Gap& gap = paragraph.gap(i);
            start += paragraph.spacing + gap.natural;
            give += gap.natural - gap.least;
        }
        paragraph.starts.push_back(start);
        paragraph.give.push_back(give);
        start += paragraph.shaped.characters[i].advance;
    }
    paragraph.breaks = find_line_breaks(paragraph.shaped);
    keep_together(paragraph.shaped, paragraph.breaks);
    for (const RubyBlock& block : paragraph.rubies) {
        for (std::size_t i = block.first + 1; i < block.end; ++i)
            paragraph.breaks[i] = BreakPoint::Never;
    }
}

}  // namespace madoguchi::render
