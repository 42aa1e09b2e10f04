// The page tree (ISO 32000-1, 7.7.3), written while pages come: nodes of 64 kids, so that a file of
// a hundred thousand sheets is built and read in linear time.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "base/geometry.h"
#include "render/pdf/object.h"

namespace madoguchi::render::pdf {

class PageTree {
  public:
    /// The open node of one height; pages are the kids of height 0.
    struct Node {
        ObjectId id;
        std::vector<ObjectId> kids;
        std::size_t pages = 0;
    };

    explicit PageTree(ObjectFile& file) : file_(file) {}
    /// Goes on with a tree whose open nodes are known.
    PageTree(ObjectFile& file, std::vector<Node> open, std::size_t size)
        : file_(file), open_(std::move(open)), size_(size) {}

    struct Extras {
        std::optional<std::size_t> structure_key;  ///< of the page in a tagged file
        std::optional<ObjectId> annotation;        ///< the field of a signature
    };
    /// The resource dictionary may be written later.
    ObjectId add(Size size, const StreamData& content, ObjectId resources) {
        return add(size, content, resources, {});
    }
    ObjectId add(Size size, const StreamData& content, ObjectId resources, const Extras& extras);
    std::size_t size() const { return size_; }
    const std::vector<Node>& open_nodes() const { return open_; }

    /// Writes the nodes that are still open; returns the root. There is at least one page.
    ObjectId finish();

  private:
    Node& open_node(std::size_t height);
    void close(std::size_t height, ObjectId parent);

    ObjectFile& file_;
    std::vector<Node> open_;
    std::size_t size_ = 0;
};

}  // namespace madoguchi::render::pdf
