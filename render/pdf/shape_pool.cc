#include "render/pdf/shape_pool.h"

#include "render/pdf/path.h"

namespace madoguchi::render::pdf {

namespace {

constexpr std::size_t most_shapes = 16;

Length stroke_width(const Path& path) {
    return path.stroke ? path.stroke->width : Length();
}

}  // namespace

std::optional<std::size_t> ShapePool::shape(const Path& path, Point zero) {
    for (std::size_t i = 0; i < shapes_.size(); ++i) {
        const PooledShape& known = shapes_[i];
        if (stroke_width(known.path) == stroke_width(path) &&
            same_shape(path, zero, known.path, known.zero))
            return i;
    }
    if (shapes_.size() == most_shapes) return std::nullopt;
    PooledShape& fresh = shapes_.emplace_back(PooledShape{path, zero, {}});
    append_path(fresh.operators, path, zero);
    return shapes_.size() - 1;
}

void ShapePool::rollback(std::size_t size) {
    shapes_.resize(size);
}

}  // namespace madoguchi::render::pdf
