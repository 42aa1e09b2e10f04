#include "render/svg/shapes.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "render/svg/xml.h"

namespace madoguchi::render::svg {
namespace {

double hundredths(Length length) {
    return static_cast<double>(length.units()) / 360;
}

void append_colour(std::string& out, std::string_view attribute, Colour colour) {
    static constexpr std::string_view digits = "0123456789abcdef";
    out += ' ';
    out += attribute;
    out += "=\"#";
    for (const unsigned channel : {colour.red, colour.green, colour.blue}) {
        out += digits[channel >> 4];
        out += digits[channel & 15];
    }
    out += '"';
}

void append_point(std::string& out, Point point) {
    append_length(out, point.x);
    out += ' ';
    append_length(out, point.y);
}

void append_length_attribute(std::string& out, std::string_view name, Length length) {
    out += ' ';
    out += name;
    out += "=\"";
    append_length(out, length);
    out += '"';
}

struct StepWriter {
    std::string& out;

    void operator()(const PathMove& step) const { write('M', {step.to}); }
    void operator()(const PathLine& step) const { write('L', {step.to}); }
    void operator()(const PathCurve& step) const { write('C', {step.first, step.second, step.to}); }
    void operator()(const PathClose&) const { out += 'Z'; }

    void write(char command, std::initializer_list<Point> points) const {
        out += command;
        bool first = true;
        for (const Point point : points) {
            if (!first) out += ' ';
            append_point(out, point);
            first = false;
        }
    }
};

void append_stroke(std::string& out, const StrokeStyle& stroke) {
    append_colour(out, "stroke", stroke.colour);
    append_length_attribute(out, "stroke-width", stroke.width);
    if (stroke.cap != LineCap::Butt)
        append_attribute(out, "stroke-linecap", stroke.cap == LineCap::Round ? "round" : "square");
    if (stroke.join != LineJoin::Miter)
        append_attribute(out, "stroke-linejoin",
                         stroke.join == LineJoin::Round ? "round" : "bevel");
    if (stroke.miter_limit != 10) {  // what the sheet says
        out += " stroke-miterlimit=\"";
        append_decimal(out, stroke.miter_limit, 3);
        out += '"';
    }
    if (stroke.dash_phase != Length())
        append_length_attribute(out, "stroke-dashoffset", stroke.dash_phase);
    if (stroke.dashes.empty()) return;
    out += " stroke-dasharray=\"";
    for (const Length& dash : stroke.dashes) {
        if (&dash != &stroke.dashes.front()) out += ' ';
        append_length(out, dash);
    }
    out += '"';
}

// RFC 4648, section 4.
void append_base64(std::string& out, const std::vector<std::uint8_t>& bytes) {
    static constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    out.reserve(out.size() + (bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t triple = static_cast<std::uint32_t>(bytes[i]) << 16;
        if (count > 1) triple |= static_cast<std::uint32_t>(bytes[i + 1]) << 8;
        if (count > 2) triple |= bytes[i + 2];
        out += alphabet[triple >> 18];
        out += alphabet[triple >> 12 & 63];
        out += count > 1 ? alphabet[triple >> 6 & 63] : '=';
        out += count > 2 ? alphabet[triple & 63] : '=';
    }
}

double font_unit(const GlyphRun& run) {
    return hundredths(run.size) / run.face->metrics().units_per_em;
}

void append_font_units(std::string& out, std::string_view name, double value) {
    std::string digits;
    append_decimal(digits, value, 1);
    if (digits == "0") return;
    out += ' ';
    out += name;
    out += "=\"" + digits + '"';
}

}  // namespace

void append_length(std::string& out, Length length) {
    append_decimal(out, hundredths(length), 2);
}

void append_transform(std::string& out, const Group& group) {
    const bool turned = group.a != 1 || group.b != 0 || group.c != 0 || group.d != 1;
    if (!turned && group.origin == Point{}) return;
    out += " transform=\"";
    out += turned ? "matrix(" : "translate(";
    if (turned) {
        for (const double factor : {group.a, group.b, group.c, group.d}) {
            append_decimal(out, factor, 6);
            out += ' ';
        }
    }
    append_point(out, group.origin);
    out += ")\"";
}

void append_run_start(std::string& out, const GlyphRun& run) {
    out += "<g";
    if (run.colour != Colour{}) append_colour(out, "fill", run.colour);
    out += " transform=\"translate(";
    append_point(out, run.glyphs.front().at);
    out += ")scale(";
    append_decimal(out, font_unit(run) * run.condense, 6);
    if (run.condense != 1) {
        out += ' ';
        append_decimal(out, font_unit(run), 6);
    }
    out += ")\">";
}

void append_place_in_run(std::string& out, const GlyphRun& run, const PlacedGlyph& glyph) {
    const Point origin = run.glyphs.front().at;
    append_font_units(out, "x",
                      hundredths(glyph.at.x - origin.x) / (font_unit(run) * run.condense));
    append_font_units(out, "y", hundredths(glyph.at.y - origin.y) / font_unit(run));
}

void append_steps(std::string& out, const std::vector<PathStep>& steps) {
    for (const PathStep& step : steps)
        std::visit(StepWriter{out}, step);
}

void append_path(std::string& out, const Path& path) {
    if (!path.fill && !path.stroke) return;
    out += "<path d=\"";
    append_steps(out, path.steps);
    out += '"';
    if (path.fill && path.rule == FillRule::EvenOdd) append_attribute(out, "fill-rule", "evenodd");
    if (!path.fill) {
        out += " fill=\"none\"";
    } else if (*path.fill != Colour{}) {
        append_colour(out, "fill", *path.fill);
    }
    if (path.stroke) append_stroke(out, *path.stroke);
    out += "/>";
}

void append_picture(std::string& out, const Picture& picture) {
    if (picture.bytes == nullptr) return;
    out += "<image";
    append_length_attribute(out, "x", picture.frame.x);
    append_length_attribute(out, "y", picture.frame.y);
    append_length_attribute(out, "width", picture.frame.width);
    append_length_attribute(out, "height", picture.frame.height);
    out += " preserveAspectRatio=\"none\"";
    if (!picture.alternative_text.empty()) {
        append_attribute(out, "aria-label", picture.alternative_text);
    }
    out += picture.format == Picture::Format::Png ? " xlink:href=\"data:image/png;base64,"
                                                  : " xlink:href=\"data:image/jpeg;base64,";
    append_base64(out, *picture.bytes);
    out += "\"/>";
}

}  // namespace madoguchi::render::svg
