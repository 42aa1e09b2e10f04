#include "fonts/gaiji/glyf_writer.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace madoguchi::fonts {

namespace {

struct Point {
    int x = 0, y = 0;
    bool on_curve = true;
    bool operator==(const Point&) const = default;
};
using Contour = std::vector<Point>;

constexpr double largest_coordinate = 16383;
constexpr std::size_t most_points = 65535;

OutlinePoint between(OutlinePoint a, OutlinePoint b, double part) {
    return {a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part};
}

/// Collects the contours of an outline; `fits` turns false where a coordinate is too large.
class ContourWriter {
  public:
    void operator()(const MoveTo& step) { finish(), add(step.to, true), pen_ = step.to; }
    void operator()(const LineTo& step) { add(step.to, true), pen_ = step.to; }
    void operator()(const QuadTo& step) { quad(step.control, step.to); }
    void operator()(const CubicTo& step);
    void operator()(const ClosePath&) { finish(); }
    void finish();

    std::vector<Contour> contours;
    bool fits = true;

  private:
    void add(OutlinePoint point, bool on_curve);
    void quad(OutlinePoint control, OutlinePoint to) {
        add(control, false), add(to, true), pen_ = to;
    }

    Contour contour_;
    OutlinePoint pen_;
};

void ContourWriter::add(OutlinePoint point, bool on_curve) {
    if (!(std::abs(point.x) <= largest_coordinate && std::abs(point.y) <= largest_coordinate)) {
        fits = false;
        return;
    }
    const Point rounded{static_cast<int>(std::lround(point.x)),
                        static_cast<int>(std::lround(point.y)), on_curve};
    if (contour_.empty() || !(contour_.back() == rounded)) contour_.push_back(rounded);
}

/// A cubic curve's pieces of equal length in its parameter, each by the quadratic curve with the
/// same ends and middle. Its error is √3/36·|p3 − 3·p2 + 3·p1 − p0|/n³ (a textbook bound).
void ContourWriter::operator()(const CubicTo& step) {
    const OutlinePoint p0 = pen_, p1 = step.first, p2 = step.second, p3 = step.to;
    const double bend =
        std::hypot(p3.x - 3 * p2.x + 3 * p1.x - p0.x, p3.y - 3 * p2.y + 3 * p1.y - p0.y);
    constexpr double tolerance = 0.5;
    const double wanted = std::ceil(std::cbrt(bend * std::sqrt(3.0) / 36 / tolerance));
    const int pieces = static_cast<int>(std::clamp(wanted, 1.0, 64.0));
    OutlinePoint a = p0, b = p1, c = p2;
    for (int i = 0; i < pieces; ++i) {
        // De Casteljau: the rest of the curve is cut at one part of what is left.
        const double part = 1.0 / (pieces - i);
        const OutlinePoint ab = between(a, b, part), bc = between(b, c, part);
        const OutlinePoint cd = between(c, p3, part);
        const OutlinePoint abc = between(ab, bc, part), bcd = between(bc, cd, part);
        const OutlinePoint cut = between(abc, bcd, part);
        quad({(3 * (ab.x + abc.x) - a.x - cut.x) / 4, (3 * (ab.y + abc.y) - a.y - cut.y) / 4}, cut);
        a = cut, b = bcd, c = cd;
    }
}

void ContourWriter::finish() {
    const bool closes_twice =
        contour_.size() > 1 && contour_.back().on_curve && contour_.back() == contour_.front();
    if (closes_twice) contour_.pop_back();
    if (contour_.size() > 2) contours.push_back(std::move(contour_));
    contour_.clear();
}

GlyphBox box_of(const std::vector<Contour>& contours) {
    const Point& first = contours.front().front();
    GlyphBox box{first.x, first.y, first.x, first.y};
    for (const Contour& contour : contours) {
        for (const Point& point : contour) {
            box.left = std::min(box.left, point.x), box.right = std::max(box.right, point.x);
            box.bottom = std::min(box.bottom, point.y), box.top = std::max(box.top, point.y);
        }
    }
    return box;
}

void append_i16(Bytes& out, int value) {
    append_u16(out, static_cast<std::uint32_t>(value));
}

/// The flags of a point and its two distances from the one before, in the shortest form.
struct PointWriter {
    Bytes flags, x, y;
    Point last;

    void add(const Point& point) {
        constexpr unsigned on_curve = 0x01;
        unsigned flag = point.on_curve ? on_curve : 0;
        flag |= distance(point.x - last.x, x, 0x02, 0x10);
        flag |= distance(point.y - last.y, y, 0x04, 0x20);
        flags.push_back(static_cast<std::uint8_t>(flag));
        last = point;
    }

    static unsigned distance(int value, Bytes& out, unsigned is_short, unsigned same_or_positive) {
        if (value == 0) return same_or_positive;
        if (std::abs(value) > 255) {
            append_i16(out, value);
            return 0;
        }
        out.push_back(static_cast<std::uint8_t>(std::abs(value)));
        return is_short | (value > 0 ? same_or_positive : 0);
    }
};

Bytes encode(const std::vector<Contour>& contours, const GlyphBox& box) {
    Bytes out;
    append_u16(out, static_cast<std::uint32_t>(contours.size()));
    for (const int value : {box.left, box.bottom, box.right, box.top})
        append_i16(out, value);
    PointWriter points;
    for (const Contour& contour : contours) {
        for (const Point& point : contour)
            points.add(point);
        append_u16(out, static_cast<std::uint32_t>(points.flags.size() - 1));
    }
    append_u16(out, 0);  // no instructions
    for (const Bytes* part : {&points.flags, &points.x, &points.y})
        out.insert(out.end(), part->begin(), part->end());
    return out;
}

}  // namespace

std::optional<WrittenGlyph> write_glyph(const Outline& outline) {
    ContourWriter writer;
    for (const auto& step : outline)
        std::visit(writer, step);
    writer.finish();
    WrittenGlyph glyph;
    glyph.contours = writer.contours.size();
    for (const Contour& contour : writer.contours)
        glyph.points += contour.size();
    if (!writer.fits || glyph.points > most_points || glyph.contours > 32767) return std::nullopt;
    if (writer.contours.empty()) return glyph;
    glyph.box = box_of(writer.contours);
    glyph.bytes = encode(writer.contours, glyph.box);
    return glyph;
}

}  // namespace madoguchi::fonts
