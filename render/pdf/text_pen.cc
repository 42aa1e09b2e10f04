#include "render/pdf/text_pen.h"

#include <span>

namespace madoguchi::render::pdf {

namespace {

/// Codes; strings of a content stream stay far below the limit of ISO 19005-2, 6.1.13.
constexpr std::size_t longest_string = 4000;

}  // namespace

void TextPen::start_line(double x, double y) {
    end_string();
    const MilliPoints to_x = std::llround(x), to_y = std::llround(y);
    if (vertical_ && condense_ != 1) {
        operators_.text_matrix({condense_, 0, 0, 1, to_x, to_y});
    } else {
        append_point(operators_.out(), to_x - line_x_, to_y - line_y_, " Td\n");
    }
    line_x_ = to_x;
    line_y_ = to_y;
    x_ = static_cast<double>(to_x);
    y_ = static_cast<double>(to_y);
    placed_ = true;
}

void TextPen::shift(double away) {
    const std::int64_t back = std::llround(away / thousandth_);
    flush();
    std::string& out = operators_.out();
    if (!in_string_) {
        string_start_ = out.size();
        in_string_ = true;
        out += '[';
    } else {
        if (!in_array_) out.insert(string_start_, 1, '[');
        operators_.end_string();
    }
    in_array_ = true;
    append_integer(out, back);
    operators_.begin_string();
    (vertical_ ? y_ : x_) -= static_cast<double>(back) * thousandth_;
}

void TextPen::flush() {
    if (count_ == 0) return;
    if (!in_string_) {
        string_start_ = operators_.out().size();
        in_string_ = true;
        operators_.begin_string();
    }
    operators_.character_codes(std::span(codes_).first(count_));
    string_size_ += count_;
    count_ = 0;
    if (string_size_ >= longest_string) end_string();
}

void TextPen::end_string() {
    flush();
    if (!in_string_) return;
    operators_.end_string();
    operators_.out() += in_array_ ? "] TJ\n" : " Tj\n";
    in_string_ = in_array_ = false;
    string_size_ = 0;
}

}  // namespace madoguchi::render::pdf
