#include "fonts/gaiji/normal_shape.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "fonts/gaiji/draw_outline.h"

namespace madoguchi::fonts {

namespace {

constexpr double side = static_cast<double>(NormalShape::side);
/// Ink that is paler than this is a shadow of the paper.
constexpr std::uint8_t least_ink = 32;

/// Where ink begins and ends along one axis, in pixels; within a pixel its darkness tells how far.
struct Extent {
    double begin = 0, end = 0;
    double size() const { return end - begin; }
};

/// The darkest ink of each column or row.
using Profile = std::vector<std::uint8_t>;

Extent extent_of(const Profile& profile, std::uint8_t darkest) {
    const auto cover = [&](std::ptrdiff_t i) {
        const bool inside = i >= 0 && i < static_cast<std::ptrdiff_t>(profile.size());
        return inside ? profile[static_cast<std::size_t>(i)] / static_cast<double>(darkest) : 0;
    };
    std::ptrdiff_t first = 0, last = static_cast<std::ptrdiff_t>(profile.size()) - 1;
    while (cover(first) < 0.5)
        ++first;
    while (cover(last) < 0.5)
        --last;
    const double begin = static_cast<double>(first) + (1 - cover(first)) - cover(first - 1);
    const double end = static_cast<double>(last) + cover(last) + cover(last + 1);
    return end - begin < 0.5 ? Extent{static_cast<double>(first), static_cast<double>(last) + 1}
                             : Extent{begin, end};
}

/// The share of each source pixel in each of the square's pixels along one axis.
struct Share {
    std::size_t source = 0;
    double part = 0;
};
using Shares = std::array<std::vector<Share>, NormalShape::side>;

Shares shares_of(const Extent& extent, double scale, std::size_t pixels) {
    const double margin = (side - extent.size() * scale) / 2;
    Shares shares;
    for (std::size_t i = 0; i < NormalShape::side; ++i) {
        const double begin = extent.begin + (static_cast<double>(i) - margin) / scale;
        const double end = begin + 1 / scale;
        const double low = std::max(begin, 0.0), high = std::min(end, static_cast<double>(pixels));
        for (double at = low; at < high; at = std::floor(at) + 1) {
            const double until = std::min(std::floor(at) + 1, high);
            shares[i].push_back({static_cast<std::size_t>(at), (until - at) * scale});
        }
    }
    return shares;
}

NormalShape resample(const InkPicture& picture, const Shares& columns, const Shares& rows,
                     std::uint8_t darkest) {
    NormalShape shape;
    for (std::size_t y = 0; y < NormalShape::side; ++y) {
        for (std::size_t x = 0; x < NormalShape::side; ++x) {
            double sum = 0;
            for (const Share& row : rows[y]) {
                const std::size_t line = row.source * picture.width;
                for (const Share& column : columns[x])
                    sum += picture.ink[line + column.source] * row.part * column.part;
            }
            const double ink = std::min(sum * 255 / darkest, 255.0);
            shape.ink[y * NormalShape::side + x] = static_cast<std::uint8_t>(std::lround(ink));
        }
    }
    return shape;
}

}  // namespace

std::optional<NormalShape> normal_shape(const InkPicture& picture) {
    if (picture.width == 0 || picture.ink.size() != picture.width * picture.height) {
        return std::nullopt;
    }
    Profile columns(picture.width), rows(picture.height);
    for (std::size_t y = 0; y < picture.height; ++y) {
        for (std::size_t x = 0; x < picture.width; ++x) {
            const std::uint8_t ink = picture.ink[y * picture.width + x];
            columns[x] = std::max(columns[x], ink);
            rows[y] = std::max(rows[y], ink);
        }
    }
    const std::uint8_t darkest = *std::max_element(columns.begin(), columns.end());
    if (darkest < least_ink) return std::nullopt;
    const Extent across = extent_of(columns, darkest), down = extent_of(rows, darkest);
    const double scale = side / std::max(across.size(), down.size());
    return resample(picture, shares_of(across, scale, picture.width),
                    shares_of(down, scale, picture.height), darkest);
}

std::optional<NormalShape> normal_shape(const Outline& outline) {
    const std::optional<OutlineBox> box = exact_box(outline);
    if (!box) return std::nullopt;
    const double size = std::max(box->width(), box->height());
    if (size <= 0) return std::nullopt;
    const double scale = side / size;
    const OutlinePoint origin{(side - box->width() * scale) / 2 - box->left * scale,
                              (side - box->height() * scale) / 2 - box->bottom * scale};
    NormalShape shape;
    const bool drawn =
        draw_outline(outline, {scale, origin}, NormalShape::side, NormalShape::side, shape.ink);
    const bool empty =
        std::all_of(shape.ink.begin(), shape.ink.end(), [](std::uint8_t ink) { return ink == 0; });
    if (!drawn || empty) return std::nullopt;
    return shape;
}

}  // namespace madoguchi::fonts
