#include "render/pdf/path.h"

#include <algorithm>

#include "render/pdf/syntax.h"

namespace madoguchi::render::pdf {

namespace {

class Steps {
  public:
    Steps(std::string& out, Point zero) : out_(out), zero_(zero) {}

    void operator()(const PathMove& move) { point(move.to, " m\n"); }
    void operator()(const PathLine& line) { point(line.to, " l\n"); }
    void operator()(const PathCurve& curve) {
        point(curve.first, " ");
        point(curve.second, " ");
        point(curve.to, " c\n");
    }
    void operator()(const PathClose&) { out_ += "h\n"; }

  private:
    void point(Point at, std::string_view suffix) {
        append_point(out_, to_millipoints(at.x - zero_.x), to_millipoints(zero_.y - at.y), suffix);
    }

    std::string& out_;
    const Point zero_;
};

template <typename Take>
void for_each_point(const PathStep& step, Take take) {
    if (const auto* move = std::get_if<PathMove>(&step)) take(move->to);
    if (const auto* line = std::get_if<PathLine>(&step)) take(line->to);
    if (const auto* curve = std::get_if<PathCurve>(&step)) {
        take(curve->first);
        take(curve->second);
        take(curve->to);
    }
}

bool same_step(const PathStep& a, const PathStep& b, Point way) {
    if (a.index() != b.index()) return false;
    if (const auto* move = std::get_if<PathMove>(&a))
        return move->to + way == std::get<PathMove>(b).to;
    if (const auto* line = std::get_if<PathLine>(&a))
        return line->to + way == std::get<PathLine>(b).to;
    const auto* curve = std::get_if<PathCurve>(&a);
    if (curve == nullptr) return true;
    const auto& other = std::get<PathCurve>(b);
    return curve->first + way == other.first && curve->second + way == other.second &&
           curve->to + way == other.to;
}

}  // namespace

void append_steps(std::string& out, const std::vector<PathStep>& steps, Point zero) {
    for (const PathStep& step : steps)
        std::visit(Steps(out, zero), step);
}

void append_path(std::string& out, const Path& path, Point zero) {
    append_steps(out, path.steps, zero);
    const bool is_even_odd = path.fill && path.rule == FillRule::EvenOdd;
    out += path.fill && path.stroke ? "B" : path.fill ? "f" : "S";
    out += is_even_odd ? "*\n" : "\n";
}

bool is_curved(const Path& path) {
    return std::any_of(path.steps.begin(), path.steps.end(), [](const PathStep& step) {
        return std::holds_alternative<PathCurve>(step);
    });
}

bool same_shape(const Path& a, Point zero_a, const Path& b, Point zero_b) {
    const Point way{zero_b.x - zero_a.x, zero_b.y - zero_a.y};
    return a.stroke.has_value() == b.stroke.has_value() &&
           a.fill.has_value() == b.fill.has_value() && a.rule == b.rule &&
           std::equal(a.steps.begin(), a.steps.end(), b.steps.begin(), b.steps.end(),
                      [way](const PathStep& x, const PathStep& y) { return same_step(x, y, way); });
}

Rect painted_box(const Path& path) {
    std::optional<Point> low, high;
    for (const PathStep& step : path.steps) {
        for_each_point(step, [&](Point at) {
            low = low ? Point{std::min(low->x, at.x), std::min(low->y, at.y)} : at;
            high = high ? Point{std::max(high->x, at.x), std::max(high->y, at.y)} : at;
        });
    }
    if (!low) return {};
    const Length reach =
        path.stroke ? path.stroke->width.scaled(path.stroke->miter_limit / 2) : Length();
    return {low->x - reach, low->y - reach, high->x - low->x + reach * 2,
            high->y - low->y + reach * 2};
}

}  // namespace madoguchi::render::pdf
