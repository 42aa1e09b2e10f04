// Curved shapes that the pages of one file show again and again, such as the circles round chosen
// words: each is written once, as a form XObject without a graphics state of its own, and put down
// wherever it stands (ISO 32000-1, 8.10).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "render/frame/frame.h"

namespace madoguchi::render::pdf {

struct PooledShape {
    Path path;
    Point zero;             ///< the point of `path` that is the origin of the form
    std::string operators;  ///< construction and painting
};

class ShapePool {
  public:
    /// The number of the path's shape, seen from `zero`. Nothing when the pool is full: what is
    /// different everywhere gains nothing from it.
    std::optional<std::size_t> shape(const Path& path, Point zero);

    const std::vector<PooledShape>& shapes() const { return shapes_; }
    /// Forgets the shapes from number `size` on.
    void rollback(std::size_t size);

  private:
    std::vector<PooledShape> shapes_;
};

}  // namespace madoguchi::render::pdf
