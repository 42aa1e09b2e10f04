#include "render/layout/watermark.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <type_traits>
#include <utility>

#include "fonts/outline.h"
#include "fonts/shape.h"

namespace madoguchi::render {

namespace {

constexpr Colour grey{0xb0, 0xb0, 0xb0};
const Length line_width = Length::mm(0.5);
/// The words take at most this share of the diagonal, a letter at most this of the shorter side.
constexpr double of_diagonal = 0.72, of_side = 0.4;

/// Font units, y upwards, to lengths, y downwards.
struct Scale {
    Length em;
    int units_per_em;
    Point pen;

    Point operator()(const fonts::OutlinePoint& point) const {
        return {pen.x + em.scaled(point.x / units_per_em),
                pen.y - em.scaled(point.y / units_per_em)};
    }
};

fonts::OutlinePoint towards(const fonts::OutlinePoint& from, const fonts::OutlinePoint& to) {
    constexpr double share = 2.0 / 3;  // a quadratic Bézier as a cubic one
    return {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}

void add_glyph(Path& path, const fonts::Outline& outline, const Scale& scale) {
    fonts::OutlinePoint at;
    for (const auto& step : outline) {
        if (const auto* move = std::get_if<fonts::MoveTo>(&step)) {
            path.steps.emplace_back(PathMove{scale(at = move->to)});
        } else if (const auto* line = std::get_if<fonts::LineTo>(&step)) {
            path.steps.emplace_back(PathLine{scale(at = line->to)});
        } else if (const auto* quad = std::get_if<fonts::QuadTo>(&step)) {
            path.steps.emplace_back(PathCurve{scale(towards(at, quad->control)),
                                              scale(towards(quad->to, quad->control)),
                                              scale(quad->to)});
            at = quad->to;
        } else if (const auto* cubic = std::get_if<fonts::CubicTo>(&step)) {
            path.steps.emplace_back(
                PathCurve{scale(cubic->first), scale(cubic->second), scale(cubic->to)});
            at = cubic->to;
        } else {
            path.steps.emplace_back(PathClose{});
        }
    }
}

double width_of(const fonts::ShapedText& text) {
    double width = 0;
    for (const fonts::ShapedCharacter& character : text.characters)
        width += character.advance;
    return width;
}

/// Round the origin as centre, unturned.
Path hollow_letters(const fonts::ShapedText& text, Length em) {
    constexpr double middle = 0.38;  // of the em box above the baseline
    Path path;
    path.stroke = StrokeStyle{.width = line_width, .colour = grey};
    Point pen{-em.scaled(width_of(text) / 2), em.scaled(middle)};
    for (const fonts::ShapedCharacter& character : text.characters) {
        for (std::size_t i = 0; i < character.glyph_count && character.face != nullptr; ++i) {
            const fonts::ShapedGlyph& glyph = text.glyphs[character.first_glyph + i];
            const Point at{pen.x + em.scaled(glyph.x), pen.y - em.scaled(glyph.y)};
            add_glyph(path, fonts::outline(*character.face, glyph.glyph),
                      {em, character.face->metrics().units_per_em, at});
        }
        pen.x += em.scaled(character.advance);
    }
    return path;
}

}  // namespace

void add_watermark(const LayoutContext& context, std::string_view words, Sheet& sheet,
                   Diagnostics& findings) {
    const fonts::ShapedText text = fonts::shape(*context.fonts.gothic, std::string(words),
                                                fonts::WritingDirection::Horizontal);
    if (!text.missing.empty()) {
        findings.push_back({.code = "print.watermark-character",
                            .message = {"透かしの文字のうちに、字形のないものがあります。",
                                        "No font has one of the watermark's characters."}});
        return;
    }
    const double width = sheet.size.width.to_mm(), height = sheet.size.height.to_mm();
    const double diagonal = std::hypot(width, height);
    const double em = std::min(of_diagonal * diagonal / std::max(width_of(text), 1.0),
                               of_side * std::min(width, height));
    Group group;
    group.origin = {sheet.size.width / 2, sheet.size.height / 2};
    group.a = group.d = width / diagonal;
    group.b = -height / diagonal;
    group.c = -group.b;
    group.items.push_back({no_element, hollow_letters(text, Length::mm(em))});
    sheet.data_layer.items.push_back({no_element, std::move(group)});
}

}  // namespace madoguchi::render
