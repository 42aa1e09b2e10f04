#include "fonts/gaiji/draw_outline.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include FT_BBOX_H

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace madoguchi::fonts {

namespace {

/// FreeType counts in 64ths of a pixel; its rasteriser takes coordinates of 16 bits before that.
constexpr double unit = 64;
constexpr double most_units = 16383 * unit;
constexpr std::size_t most_points = 32767;

struct Steps {
    std::vector<FT_Vector> points;
    std::vector<char> tags;
    std::vector<short> contours;
    Placing placing;
    bool sound = true;

    void add(OutlinePoint point, int tag) {
        const double x = (point.x * placing.scale + placing.origin.x) * unit;
        const double y = (point.y * placing.scale + placing.origin.y) * unit;
        const bool inside = std::abs(x) <= most_units && std::abs(y) <= most_units;
        if (!inside || points.size() == most_points) {
            sound = false;
            return;
        }
        points.push_back({std::lround(x), std::lround(y)});
        tags.push_back(static_cast<char>(tag));
    }
    void end_contour() {
        const std::size_t begin =
            contours.empty() ? 0 : static_cast<std::size_t>(contours.back()) + 1;
        if (points.size() > begin) contours.push_back(static_cast<short>(points.size() - 1));
    }

    void operator()(const MoveTo& step) {
        end_contour();
        add(step.to, FT_CURVE_TAG_ON);
    }
    void operator()(const LineTo& step) { add(step.to, FT_CURVE_TAG_ON); }
    void operator()(const QuadTo& step) {
        add(step.control, FT_CURVE_TAG_CONIC);
        add(step.to, FT_CURVE_TAG_ON);
    }
    void operator()(const CubicTo& step) {
        add(step.first, FT_CURVE_TAG_CUBIC);
        add(step.second, FT_CURVE_TAG_CUBIC);
        add(step.to, FT_CURVE_TAG_ON);
    }
    void operator()(const ClosePath&) { end_contour(); }

    FT_Outline outline() {
        FT_Outline out{};
        out.n_points = static_cast<short>(points.size());
        out.n_contours = static_cast<short>(contours.size());
        out.points = points.data();
        out.tags = tags.data();
        out.contours = contours.data();
        return out;
    }
};

std::optional<Steps> steps_of(const Outline& outline, const Placing& placing) {
    Steps steps;
    steps.placing = placing;
    for (const auto& step : outline)
        std::visit(steps, step);
    steps.end_contour();
    if (!steps.sound || steps.contours.empty()) return std::nullopt;
    return steps;
}

/// One library a thread: FreeType's objects are not to be shared, and opening costs.
FT_Library library_of_thread() {
    struct Closer {
        void operator()(FT_Library library) const { FT_Done_FreeType(library); }
    };
    thread_local const std::unique_ptr<FT_LibraryRec_, Closer> library = [] {
        FT_Library opened = nullptr;
        if (FT_Init_FreeType(&opened) != 0) opened = nullptr;
        return std::unique_ptr<FT_LibraryRec_, Closer>(opened);
    }();
    return library.get();
}

}  // namespace

std::optional<OutlineBox> exact_box(const Outline& outline) {
    std::optional<Steps> steps = steps_of(outline, {});
    if (!steps) return std::nullopt;
    FT_Outline curves = steps->outline();
    FT_BBox box{};
    if (FT_Outline_Get_BBox(&curves, &box) != 0) return std::nullopt;
    const auto units = [](FT_Pos value) { return static_cast<double>(value) / unit; };
    return OutlineBox{units(box.xMin), units(box.yMin), units(box.xMax), units(box.yMax)};
}

bool draw_outline(const Outline& outline, const Placing& placing, std::size_t width,
                  std::size_t height, std::span<std::uint8_t> ink) {
    std::optional<Steps> steps = steps_of(outline, placing);
    FT_Library const library = library_of_thread();
    if (!steps || library == nullptr || ink.size() != width * height) return false;
    FT_Outline curves = steps->outline();
    FT_Bitmap bitmap{};
    bitmap.width = static_cast<unsigned>(width);
    bitmap.rows = static_cast<unsigned>(height);
    bitmap.pitch = static_cast<int>(width);
    bitmap.buffer = ink.data();
    bitmap.num_grays = 256;
    bitmap.pixel_mode = FT_PIXEL_MODE_GRAY;
    return FT_Outline_Get_Bitmap(library, &curves, &bitmap) == 0;
}

}  // namespace madoguchi::fonts
