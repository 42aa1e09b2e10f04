// Where the codes of one run stand: strings that go on as long as glyphs follow each other by their
// widths, numbers between them where they do not, and new lines of text (ISO 32000-1, 9.4).
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "render/pdf/operators.h"

namespace madoguchi::render::pdf {

/// Between BT and ET. All places are in thousandths of a point, upwards; the place of a glyph in a
/// vertical line is that of its vertical origin.
class TextPen {
  public:
    TextPen(Operators& operators, bool vertical, MilliPoints size, double condense)
        : operators_(operators),
          vertical_(vertical),
          condense_(condense),
          thousandth_(static_cast<double>(size) * (vertical ? 1 : condense) / 1000) {}

    /// Thousandths of a point to a thousandth of an em along the line.
    double thousandth() const { return thousandth_; }

    void move_to(double x, double y) {
        const double across = vertical_ ? x - x_ : y - y_;
        const double away = vertical_ ? y_ - y : x_ - x;
        if (!placed_ || std::abs(across) > 1) {
            start_line(x, y);
        } else if (std::abs(away) >= least_shift * thousandth_) {
            shift(away);
        }
    }

    /// `advance` in thousandths of an em; negative in vertical lines.
    void put(std::uint16_t code, int advance) {
        if (count_ == codes_.size()) flush();
        codes_[count_++] = code;
        (vertical_ ? y_ : x_) += advance * thousandth_;
    }

    /// Closes the string, so that other operators may follow.
    void end_string();

  private:
    /// Thousandths of an em by which a glyph may stand beside its place, and no more (0.01 mm in
    /// 14 pt): where frames' grid rounds the widths of a font, numbers in TJ would cost more than
    /// all they move. Each glyph is held against its own place, so nothing adds up.
    static constexpr double least_shift = 2.5;

    void start_line(double x, double y);
    void shift(double away);
    void flush();

    Operators& operators_;
    const bool vertical_;
    const double condense_, thousandth_;
    double x_ = 0, y_ = 0;                 ///< where the next glyph would stand
    MilliPoints line_x_ = 0, line_y_ = 0;  ///< start of the current line of text
    bool placed_ = false;
    bool in_string_ = false, in_array_ = false;
    std::size_t string_start_ = 0, string_size_ = 0;
    std::array<std::uint16_t, 32> codes_;  ///< still to be written
    std::size_t count_ = 0;
};

}  // namespace madoguchi::render::pdf
