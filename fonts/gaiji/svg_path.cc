#include "fonts/gaiji/svg_path.h"

#include <charconv>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <string>

#include "base/units.h"

namespace madoguchi::fonts {

namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

class PathReader {
  public:
    explicit PathReader(std::string_view data) : data_(data) {}

    /// False on an error, which stands at offset().
    bool read();

    Outline outline;
    std::size_t offset() const { return at_; }

  private:
    void skip_spaces();
    std::optional<double> number();
    std::optional<double> coordinate(double origin);
    std::optional<OutlinePoint> point();
    bool segment(char command);
    bool straight(char command);
    bool curve(char command);
    void add(const std::variant<MoveTo, LineTo, QuadTo, CubicTo, ClosePath>& step, OutlinePoint to);
    void close();
    OutlinePoint reflected(char family) const;

    std::string_view data_;
    std::size_t at_ = 0;
    bool relative_ = false;
    bool open_ = false;
    OutlinePoint pen_, start_;
    OutlinePoint control_;     ///< the last control point of the segment before,
    char control_family_ = 0;  ///< if that was a curve: 'Q' or 'C'
};

void PathReader::skip_spaces() {
    while (at_ < data_.size() && is_space(data_[at_]))
        ++at_;
}

/// SVG 1.1, 8.3.9: numbers are parted by white space, one comma, or nothing where the next begins
/// with a sign or a second point.
std::optional<double> PathReader::number() {
    skip_spaces();
    const auto starts_with = [&](std::string_view sign) {
        return data_.substr(at_).starts_with(sign);
    };
    const std::size_t from = starts_with("+") && !starts_with("+-") ? at_ + 1 : at_;
    double value = 0;
    const char* const end = data_.data() + data_.size();
    const auto found = std::from_chars(data_.data() + from, end, value);
    if (found.ec != std::errc{} || !std::isfinite(value)) return std::nullopt;
    at_ = static_cast<std::size_t>(found.ptr - data_.data());
    skip_spaces();
    if (at_ < data_.size() && data_[at_] == ',') ++at_;
    return value;
}

std::optional<double> PathReader::coordinate(double origin) {
    const std::optional<double> value = number();
    if (!value) return std::nullopt;
    return relative_ ? *value + origin : *value;
}

std::optional<OutlinePoint> PathReader::point() {
    const std::optional<double> x = coordinate(pen_.x);
    const std::optional<double> y = x ? coordinate(pen_.y) : std::nullopt;
    if (!y) return std::nullopt;
    return OutlinePoint{*x, *y};
}

void PathReader::add(const std::variant<MoveTo, LineTo, QuadTo, CubicTo, ClosePath>& step,
                     OutlinePoint to) {
    // A segment behind a close starts a contour at the same point.
    if (!open_ && !std::holds_alternative<MoveTo>(step)) outline.push_back(MoveTo{pen_});
    open_ = true;
    outline.push_back(step);
    pen_ = to;
}

void PathReader::close() {
    if (open_) outline.push_back(ClosePath{});
    open_ = false;
    pen_ = start_;
}

OutlinePoint PathReader::reflected(char family) const {
    if (control_family_ != family) return pen_;
    return {2 * pen_.x - control_.x, 2 * pen_.y - control_.y};
}

bool PathReader::straight(char command) {
    OutlinePoint to = pen_;
    if (command == 'H' || command == 'V') {
        const auto value = coordinate(command == 'H' ? pen_.x : pen_.y);
        if (!value) return false;
        (command == 'H' ? to.x : to.y) = *value;
    } else {
        const auto found = point();
        if (!found) return false;
        to = *found;
    }
    control_family_ = 0;
    if (command == 'M') {
        close();
        start_ = pen_ = to;
        outline.push_back(MoveTo{to});
        open_ = true;
    } else {
        add(LineTo{to}, to);
    }
    return true;
}

bool PathReader::curve(char command) {
    const char family = command == 'Q' || command == 'T' ? 'Q' : 'C';
    std::optional<OutlinePoint> first = reflected(family);
    if (command == 'Q' || command == 'C') first = point();
    std::optional<OutlinePoint> second = first;
    if (first && family == 'C') second = point();
    const std::optional<OutlinePoint> to = second ? point() : std::nullopt;
    if (!to) return false;
    if (family == 'Q') {
        add(QuadTo{*first, *to}, *to);
    } else {
        add(CubicTo{*first, *second, *to}, *to);
    }
    control_ = *second;
    control_family_ = family;
    return true;
}

bool PathReader::segment(char command) {
    switch (command) {
        case 'M':
        case 'L':
        case 'H':
        case 'V':
            return straight(command);
        case 'Q':
        case 'T':
        case 'C':
        case 'S':
            return curve(command);
        default:
            return false;
    }
}

bool PathReader::read() {
    char command = 0;
    bool first = true;
    for (skip_spaces(); at_ < data_.size(); skip_spaces(), first = false) {
        if (is_letter(data_[at_])) {
            command = upper(data_[at_]);
            relative_ = data_[at_] != command;
            if (first && command != 'M') return false;
            if (command != 'Z') ++at_;
        } else if (first || command == 0 || command == 'Z') {
            return false;
        }
        if (command == 'Z') {
            ++at_;
            close();
            control_family_ = 0;
            continue;
        }
        if (!segment(command)) return false;
        if (command == 'M') command = 'L';  // further pairs are lines
    }
    close();
    return true;
}

OutlinePoint mapped(OutlinePoint point, DrawingBox box, double scale, int ascent) {
    return {(point.x - box.left) * scale, ascent - (point.y - box.top) * scale};
}

void add_step(std::string& path, char command, std::initializer_list<OutlinePoint> points) {
    path += command;
    for (const OutlinePoint point : points) {
        if (path.back() != command) path += ' ';
        append_decimal(path, point.x, 3);
        path += ' ';
        append_decimal(path, point.y, 3);
    }
}

}  // namespace

Result<Outline> read_svg_path(std::string_view data) {
    PathReader reader(data);
    if (reader.read()) return std::move(reader.outline);
    Diagnostic finding;
    finding.code = "gaiji.svg-path";
    const std::string place = std::to_string(reader.offset() + 1);
    finding.message = {"SVG の図形データの " + place + " 文字目を読み取れません。",
                       "The SVG path data cannot be read at character " + place + "."};
    finding.origin.source =
        SourcePlace{.line = 1, .column = reader.offset() + 1, .offset = reader.offset()};
    finding.hints = {
        {"M・L・H・V・Q・T・C・S・Z の命令だけで描いてください（円弧 A は使えません）。",
         "Draw with the commands M L H V Q T C S Z only (no arcs, A)."}};
    return finding;
}

std::string write_svg_path(const Outline& outline) {
    std::string path;
    for (const auto& step : outline) {
        if (const auto* move = std::get_if<MoveTo>(&step)) {
            add_step(path, 'M', {move->to});
        } else if (const auto* line = std::get_if<LineTo>(&step)) {
            add_step(path, 'L', {line->to});
        } else if (const auto* quad = std::get_if<QuadTo>(&step)) {
            add_step(path, 'Q', {quad->control, quad->to});
        } else if (const auto* cubic = std::get_if<CubicTo>(&step)) {
            add_step(path, 'C', {cubic->first, cubic->second, cubic->to});
        } else {
            path += 'Z';
        }
    }
    return path;
}

Outline to_font_units(const Outline& drawing, DrawingBox box, int units_per_em, int ascent) {
    const double scale = units_per_em / box.size;
    const auto map = [&](OutlinePoint point) { return mapped(point, box, scale, ascent); };
    Outline outline;
    outline.reserve(drawing.size());
    for (const auto& step : drawing) {
        if (const auto* move = std::get_if<MoveTo>(&step)) {
            outline.push_back(MoveTo{map(move->to)});
        } else if (const auto* line = std::get_if<LineTo>(&step)) {
            outline.push_back(LineTo{map(line->to)});
        } else if (const auto* quad = std::get_if<QuadTo>(&step)) {
            outline.push_back(QuadTo{map(quad->control), map(quad->to)});
        } else if (const auto* cubic = std::get_if<CubicTo>(&step)) {
            outline.push_back(CubicTo{map(cubic->first), map(cubic->second), map(cubic->to)});
        } else {
            outline.push_back(ClosePath{});
        }
    }
    return outline;
}

}  // namespace madoguchi::fonts
