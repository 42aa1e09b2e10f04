// A printed page as shapes and pictures: what an imported 様式 is under the fields of a form.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "base/geometry.h"

namespace madoguchi::templates {

/// The unit square of the picture, its first row on top, lies on the parallelogram from `origin`
/// along `across` and `down`.
struct DrawnPicture {
    enum class Format { Png, Jpeg };
    Format format = Format::Png;
    std::shared_ptr<const std::vector<std::uint8_t>> bytes;  ///< never null
    Point origin, across, down;
};

/// A clip inside another one.
struct DrawnClip {
    int outside = -1;  ///< index of the clip it narrows, which stands before it; -1: the page
    ClipPath path;
};

struct DrawnMark {
    int clip = -1;  ///< index of the clip it shows in; -1: the page
    std::variant<Path, DrawnPicture> content;
};

/// Measured from its top left corner.
struct Drawing {
    Size size;
    std::vector<DrawnClip> clips;
    std::vector<DrawnMark> marks;  ///< later ones cover earlier ones
};

}  // namespace madoguchi::templates
