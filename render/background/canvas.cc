#include "render/background/canvas.h"

#include <algorithm>
#include <utility>

#include "render/background/refusal.h"

namespace madoguchi::render::background {

namespace {

constexpr std::size_t most_marks = 100'000;
constexpr std::size_t most_steps = 4'000'000;
constexpr std::size_t most_picture_bytes = std::size_t{32} << 20;
/// Points on paper further out than this are drawn there: 5 m.
constexpr double furthest = 14'400;

Length length(double points) {
    return Length::pt(std::isfinite(points) ? std::clamp(points, -furthest, furthest) : 0);
}

}  // namespace

Point Canvas::on_paper(const Matrix& to_page, Spot spot) const {
    const Spot at = page_(to_page(spot));
    return {length(at.x), length(at.y)};
}

std::vector<PathStep> Canvas::steps(const Outline& outline, const Matrix& to_page) {
    std::vector<PathStep> steps;
    if ((steps_ += outline.steps.size()) > most_steps) throw Refusal{too_large()};
    for (std::size_t i = 0; i < outline.steps.size(); ++i) {
        const auto& [step, spot] = outline.steps[i];
        const Point to = on_paper(to_page, spot);
        if (step == Step::Move) steps.emplace_back(PathMove{to});
        if (step == Step::Line) steps.emplace_back(PathLine{to});
        if (step == Step::Close) steps.emplace_back(PathClose{});
        if (step != Step::Curve) continue;
        steps.emplace_back(PathCurve{to, on_paper(to_page, outline.steps[i + 1].second),
                                     on_paper(to_page, outline.steps[i + 2].second)});
        i += 2;
    }
    return steps;
}

void Canvas::add(int clip, std::variant<Path, templates::DrawnPicture> content) {
    if (drawing_.marks.size() >= most_marks) throw Refusal{too_large()};
    drawing_.marks.push_back({clip, std::move(content)});
}

void Canvas::fill(const Outline& outline, const Matrix& to_page, FillRule rule, Colour colour,
                  int clip) {
    if (outline.steps.empty()) return;
    add(clip, Path{.steps = steps(outline, to_page), .fill = colour, .rule = rule});
}

void Canvas::stroke(const Outline& outline, const Matrix& to_page, StrokeStyle style, int clip) {
    if (outline.steps.empty()) return;
    add(clip, Path{.steps = steps(outline, to_page), .stroke = std::move(style)});
}

void Canvas::picture(templates::DrawnPicture::Format format, std::vector<std::uint8_t> bytes,
                     const Matrix& to_page, int clip) {
    if ((picture_bytes_ += bytes.size()) > most_picture_bytes) throw Refusal{too_large()};
    const Point top_left = on_paper(to_page, {0, 1}), top_right = on_paper(to_page, {1, 1}),
                bottom_left = on_paper(to_page, {0, 0});
    add(clip,
        templates::DrawnPicture{format,
                                std::make_shared<const std::vector<std::uint8_t>>(std::move(bytes)),
                                top_left,
                                {top_right.x - top_left.x, top_right.y - top_left.y},
                                {bottom_left.x - top_left.x, bottom_left.y - top_left.y}});
}

int Canvas::clip(const Outline& outline, const Matrix& to_page, FillRule rule, int outside) {
    const ClipPath path{steps(outline, to_page), rule};
    // Programs clip to the same rectangle again and again.
    for (std::size_t i = drawing_.clips.size(); i > 0 && i + 16 > drawing_.clips.size(); --i) {
        const templates::DrawnClip& known = drawing_.clips[i - 1];
        if (known.outside == outside && known.path == path) return static_cast<int>(i - 1);
    }
    if (drawing_.clips.size() >= most_marks) throw Refusal{too_large()};
    drawing_.clips.push_back({outside, path});
    return static_cast<int>(drawing_.clips.size() - 1);
}

templates::Drawing Canvas::take() {
    return std::move(drawing_);
}

}  // namespace madoguchi::render::background
