// Each character that people see (UAX #29; a character reference too) stands in the middle of its
// cell. All have one size: the largest with which the widest of them has room.

#include "render/layout/comb.h"

#include <algorithm>
#include <string>
#include <utility>

#include "render/layout/fit.h"
#include "render/layout/glyph_line.h"
#include "render/layout/kana_marks.h"
#include "render/layout/missing_characters.h"
#include "render/layout/shapes.h"

namespace madoguchi::render {

namespace {

/// Cells in each group; what the groups do not name stands in one more group.
std::vector<int> group_sizes(const templates::Comb& comb) {
    std::vector<int> sizes;
    int rest = comb.cells;
    for (const int group : comb.groups) {
        if (rest == 0) break;
        sizes.push_back(std::clamp(group, 1, rest));
        rest -= sizes.back();
    }
    if (rest > 0) sizes.push_back(rest);
    return sizes;
}

void report_too_many(const Surface& surface, std::size_t characters, std::size_t cells) {
    const std::string count = std::to_string(characters), room = std::to_string(cells);
    report(surface, "layout.comb-overflow",
           {"マス目は " + room + " 個ですが、" + count + " 字あります。",
            "There are " + count + " characters for " + room + " cells."},
           {{"マス目を増やすか、値の字数の上限を設けてください。",
             "Add cells or limit the length of the value."}});
}

double widest(const fonts::ShapedText& text) {
    double width = 0;
    for (const fonts::ShapedCharacter& character : text.characters)
        width = std::max(width, character.advance);
    return width;
}

/// The steps of the style but wrapping, for one character as wide as the widest.
Fitted fit_in_cell(const fonts::ShapedText& text, const Rect& cell, const templates::Style& style) {
    std::vector<Paragraph> paragraphs(1);
    paragraphs[0].width = paragraphs[0].least_width = widest(text);
    templates::Style single = style;
    std::erase(single.fit.steps, templates::FitStep::Wrap);
    return fit(paragraphs, {cell.width, cell.height}, single);
}

Paragraph shape_characters(const Surface& surface, const templates::Comb& comb) {
    const auto shape = [&](std::string text) {
        return fonts::shape(faces_of(surface.context, comb.style.font), std::move(text),
                            fonts::WritingDirection::Horizontal);
    };
    Paragraph text;
    text.shaped = shape(surface.filled.text);
    report_missing(surface, text.shaped, 0);
    if (comb.separate_marks && text.shaped.missing.empty()) {
        text.shaped = shape(with_separate_marks(surface.filled.text));
        report_missing(surface, text.shaped, 0);
    }
    return text;
}

void place_characters(const Surface& surface, const Paragraph& text, const std::vector<Rect>& cells,
                      const templates::Style& style) {
    const Fitted fitted = fit_in_cell(text.shaped, cells.front(), style);
    if (fitted.overflow) {
        report(surface, "layout.overflow",
               {"文字がマス目より大きくなります（横 " + in_mm(fitted.overflow->along) + " mm、縦 " +
                    in_mm(fitted.overflow->across) + " mm 超過）。",
                "The characters are larger than their cells (by " + in_mm(fitted.overflow->along) +
                    " mm across and " + in_mm(fitted.overflow->across) + " mm down)."},
               {{"文字を小さくするか、マス目を広げてください。",
                 "Use smaller type or larger cells."}});
        return;
    }
    const LetterStyle letters{fitted.size, fitted.condense, style.colour, surface.element};
    const Length centre =
        fitted.size.scaled(centre_above_baseline(faces_of(surface.context, style.font)));
    const auto& comb = std::get<templates::Comb>(surface.filled.element->kind);
    const std::size_t skipped = comb.fill_from_end ? cells.size() - text.size() : 0;
    std::vector<Point> places;
    places.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const Rect& cell = cells[skipped + i];
        const Length width =
            fitted.size.scaled(text.shaped.characters[i].advance * fitted.condense);
        places.push_back({cell.x + (cell.width - width) / 2, cell.centre().y + centre});
    }
    Group group;
    group.actual_text = surface.filled.text;
    place_apart(text, places, letters, group.items);
    surface.items.push_back({surface.element, std::move(group)});
}

}  // namespace

std::vector<Rect> comb_cells(const templates::Comb& comb, const Rect& frame) {
    std::vector<Rect> cells;
    if (comb.cells <= 0) return cells;
    const std::vector<int> groups = group_sizes(comb);
    const auto gaps = static_cast<std::int64_t>(groups.size()) - 1;
    const Length room = frame.width - comb.group_gap * gaps;
    cells.reserve(static_cast<std::size_t>(comb.cells));
    std::int64_t before = 0;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        const Length gap = comb.group_gap * static_cast<std::int64_t>(group);
        for (int i = 0; i < groups[group]; ++i, ++before) {
            // From the whole, so that rounding does not add up along the comb.
            const Length left = room * before / comb.cells,
                         right = room * (before + 1) / comb.cells;
            cells.push_back({frame.x + left + gap, frame.y, right - left, frame.height});
        }
    }
    return cells;
}

void lay_out_comb_rules(const Surface& surface, const templates::Comb& comb) {
    const Rect frame = frame_of(surface.filled);
    if (!comb.stroke || !has_area(surface, frame)) return;
    const std::vector<Rect> cells = comb_cells(comb, frame);
    Path path;
    path.stroke = stroke_style(*comb.stroke);
    std::size_t first = 0;
    for (const int size : group_sizes(comb)) {
        const std::size_t end = first + static_cast<std::size_t>(size);
        const Rect& left = cells[first];
        add_rectangle(path, {left.x, left.y, cells[end - 1].right() - left.x, left.height});
        for (std::size_t i = first + 1; i < end; ++i)
            add_segment(path, cells[i].origin(), {cells[i].x, cells[i].bottom()});
        first = end;
    }
    if (!path.steps.empty()) surface.items.push_back({surface.element, std::move(path)});
}

void lay_out_comb_characters(const Surface& surface, const templates::Comb& comb) {
    if (surface.filled.text.empty()) return;
    const Rect frame = frame_of(surface.filled);
    if (!has_area(surface, frame)) return;
    const Paragraph text = shape_characters(surface, comb);
    const std::vector<Rect> cells = comb_cells(comb, frame);
    if (text.size() > cells.size()) {
        report_too_many(surface, text.size(), cells.size());
        return;
    }
    place_characters(surface, text, cells, comb.style);
}

}  // namespace madoguchi::render
