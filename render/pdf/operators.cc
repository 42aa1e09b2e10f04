#include "render/pdf/operators.h"

namespace madoguchi::render::pdf {

void Operators::save() {
    out_ += "q\n";
    saved_.push_back(now_);
}

void Operators::restore() {
    out_ += "Q\n";
    now_ = std::move(saved_.back());
    saved_.pop_back();
}

void Operators::matrix(const Matrix& matrix, std::string_view suffix) {
    for (const double factor : {matrix.a, matrix.b, matrix.c, matrix.d}) {
        append_factor(out_, factor);
        out_ += ' ';
    }
    append_millipoints(out_, matrix.e);
    out_ += ' ';
    append_millipoints(out_, matrix.f);
    out_ += suffix;
}

void Operators::transform(const Matrix& by) {
    matrix(by, " cm\n");
}

void Operators::translate(MilliPoints x, MilliPoints y) {
    out_ += "1 0 0 1 ";
    append_point(out_, x, y, " cm\n");
}

void Operators::text_matrix(const Matrix& to) {
    matrix(to, " Tm\n");
}

void Operators::paint(std::string_view kind, std::size_t index) {
    out_ += '/';
    out_ += kind;
    append_integer(out_, static_cast<std::int64_t>(index));
    out_ += " Do\n";
}

void Operators::colour(Colour colour, std::string_view suffix) {
    for (const int channel : {colour.red, colour.green, colour.blue}) {
        append_decimal(out_, channel / 255.0, 4);
        out_ += ' ';
    }
    out_ += suffix;
}

void Operators::fill_colour(Colour colour) {
    if (now_.fill == colour) return;
    now_.fill = colour;
    this->colour(colour, "rg\n");
}

void Operators::stroke(const StrokeStyle& style) {
    if (now_.stroke != style.colour) {
        now_.stroke = style.colour;
        colour(style.colour, "RG\n");
    }
    if (now_.stroke_width != style.width) {
        now_.stroke_width = style.width;
        append_millipoints(out_, to_millipoints(style.width));
        out_ += " w\n";
    }
    line_ends(style);
    if (now_.dashes == style.dashes && now_.dash_phase == style.dash_phase) return;
    now_.dashes = style.dashes;
    now_.dash_phase = style.dash_phase;
    out_ += '[';
    for (std::size_t i = 0; i < style.dashes.size(); ++i) {
        if (i > 0) out_ += ' ';
        append_millipoints(out_, to_millipoints(style.dashes[i]));
    }
    out_ += "] ";
    append_millipoints(out_, to_millipoints(style.dash_phase));
    out_ += " d\n";
}

void Operators::line_ends(const StrokeStyle& style) {
    if (now_.cap != style.cap) {
        now_.cap = style.cap;
        append_integer(out_, static_cast<int>(style.cap));
        out_ += " J\n";
    }
    if (now_.join != style.join) {
        now_.join = style.join;
        append_integer(out_, static_cast<int>(style.join));
        out_ += " j\n";
    }
    if (now_.miter_limit != style.miter_limit) {
        now_.miter_limit = style.miter_limit;
        append_decimal(out_, style.miter_limit, 3);
        out_ += " M\n";
    }
}

void Operators::font(std::string_view name, MilliPoints size) {
    if (now_.font == name && now_.font_size == size) return;
    now_.font = name;
    now_.font_size = size;
    out_ += '/';
    out_ += name;
    out_ += ' ';
    append_millipoints(out_, size);
    out_ += " Tf\n";
}

void Operators::condense(double factor) {
    if (now_.condense == factor) return;
    now_.condense = factor;
    append_decimal(out_, factor * 100, 4);
    out_ += " Tz\n";
}

void Operators::character_codes(std::span<const std::uint16_t> codes) {
    if (strings_ == StringForm::Hex) {
        for (const std::uint16_t code : codes)
            append_hex_u16(out_, code);
    } else {
        append_literal_u16(out_, codes);
    }
}

void Operators::begin_marked_content(std::string_view type, std::size_t number) {
    out_.append("/").append(type).append(" <</MCID ");
    append_integer(out_, static_cast<std::int64_t>(number));
    out_ += ">> BDC\n";
}

void Operators::begin_actual_text(std::string_view text) {
    out_ += "/Span <</ActualText ";
    if (strings_ == StringForm::Hex) {
        append_text_string(out_, text);
    } else {
        append_text_literal(out_, text);
    }
    out_ += ">> BDC\n";
}

}  // namespace madoguchi::render::pdf
