// Content stream operators (ISO 32000-1, annex A) with a memory of the graphics state, so that
// nothing is said twice.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "render/frame/frame.h"
#include "render/pdf/syntax.h"

namespace madoguchi::render::pdf {

/// The matrix [a b c d e f] of ISO 32000-1, 8.3.4; e and f in thousandths of a point.
struct Matrix {
    double a = 1, b = 0, c = 0, d = 1;
    MilliPoints e = 0, f = 0;
};

/// How strings are written (ISO 32000-1, 7.3.4).
enum class StringForm {
    Hex,      ///< for people who read the file
    Literal,  ///< half as long
};

class Operators {
  public:
    explicit Operators(StringForm strings = StringForm::Hex) : strings_(strings) {}

    /// ISO 19005-2, 6.1.13.
    static constexpr std::size_t deepest_nesting = 28;

    std::string& out() { return out_; }
    std::string take() && { return std::move(out_); }

    void save();     ///< q
    void restore();  ///< Q
    std::size_t depth() const { return saved_.size(); }
    void transform(const Matrix& matrix);                  ///< cm
    void translate(MilliPoints x, MilliPoints y);          ///< cm
    void text_matrix(const Matrix& matrix);                ///< Tm
    void paint(std::string_view kind, std::size_t index);  ///< "/L1 Do"

    void fill_colour(Colour colour);
    void stroke(const StrokeStyle& style);
    /// W n, behind the path's construction.
    void clip(FillRule rule) { out_ += rule == FillRule::EvenOdd ? "W* n\n" : "W n\n"; }
    void font(std::string_view name, MilliPoints size);
    /// Tz; 1 is not condensed.
    void condense(double factor);

    /// A string of character codes, of two bytes each.
    void begin_string() { out_ += strings_ == StringForm::Hex ? '<' : '('; }
    void character_codes(std::span<const std::uint16_t> codes);
    void end_string() { out_ += strings_ == StringForm::Hex ? '>' : ')'; }

    void begin_actual_text(std::string_view text);
    void begin_artifact() { out_ += "/Artifact BMC\n"; }
    /// `number` is the MCID.
    void begin_marked_content(std::string_view type, std::size_t number);
    void end_marked_content() { out_ += "EMC\n"; }

  private:
    struct State {
        Colour fill, stroke;
        Length stroke_width = Length::pt(1);
        std::vector<Length> dashes;
        Length dash_phase;
        LineCap cap = LineCap::Butt;
        LineJoin join = LineJoin::Miter;
        double miter_limit = 10;
        std::string font;
        MilliPoints font_size = 0;
        double condense = 1;
    };
    void colour(Colour colour, std::string_view suffix);
    void line_ends(const StrokeStyle& style);
    void matrix(const Matrix& matrix, std::string_view suffix);

    const StringForm strings_;
    std::string out_;
    State now_;
    std::vector<State> saved_;
};

}  // namespace madoguchi::render::pdf
