#include "api/characters/draw.h"

#include <string>
#include <variant>

#include "base/units.h"
#include "fonts/outline_path.h"
#include "fonts/shape.h"

namespace madoguchi::api {

namespace {

constexpr double thousandths = 1000;

/// Font units to thousandths of an em, moved by the glyph's place in its character.
class Placed {
  public:
    Placed(double scale, double x, double y) : scale_(scale), x_(x), y_(y) {}

    fonts::OutlinePoint operator()(fonts::OutlinePoint point) const {
        return {point.x * scale_ + x_, point.y * scale_ + y_};
    }
    void operator()(fonts::MoveTo& step) const { step.to = (*this)(step.to); }
    void operator()(fonts::LineTo& step) const { step.to = (*this)(step.to); }
    void operator()(fonts::QuadTo& step) const {
        step.control = (*this)(step.control);
        step.to = (*this)(step.to);
    }
    void operator()(fonts::CubicTo& step) const {
        step.first = (*this)(step.first);
        step.second = (*this)(step.second);
        step.to = (*this)(step.to);
    }
    void operator()(fonts::ClosePath&) const {}

  private:
    double scale_, x_, y_;
};

std::string path_of(const fonts::ShapedText& shaped, const fonts::ShapedCharacter& character) {
    fonts::Outline whole;
    for (std::size_t i = 0; i < character.glyph_count; ++i) {
        const fonts::ShapedGlyph& glyph = shaped.glyphs[character.first_glyph + i];
        const Placed place(thousandths / character.face->metrics().units_per_em,
                           glyph.x * thousandths, glyph.y * thousandths);
        for (auto step : fonts::outline(*character.face, glyph.glyph)) {
            std::visit(place, step);
            whole.push_back(step);
        }
    }
    return fonts::path_data(whole);
}

}  // namespace

Result<DrawnCharacter> draw_character(const fonts::FaceSet& faces, std::string_view text) {
    const fonts::ShapedText shaped =
        fonts::shape(faces, std::string(text), fonts::WritingDirection::Horizontal);
    if (!shaped.missing.empty())
        return fonts::explain_missing(shaped, shaped.missing.front(), Severity::Error);
    DrawnCharacter drawn;
    for (const fonts::ShapedCharacter& character : shaped.characters) {
        drawn.path += path_of(shaped, character);
        drawn.advance += character.advance;
    }
    if (shaped.characters.size() == 1) {
        const fonts::ShapedCharacter& only = shaped.characters.front();
        drawn.face_name = only.face->postscript_name();
        if (only.glyph_count == 1)
            drawn.glyph_name = only.face->glyph_name(shaped.glyphs[only.first_glyph].glyph);
    }
    return drawn;
}

std::string svg_picture(const DrawnCharacter& drawn) {
    std::string width;
    append_decimal(width, drawn.advance * thousandths, 1);
    const int height = picture_ascent + picture_descent;
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 " +
           std::to_string(-picture_ascent) + ' ' + width + ' ' + std::to_string(height) +
           "\"><path d=\"" + drawn.path + "\"/></svg>\n";
}

}  // namespace madoguchi::api
