// The page tree (ISO 32000-1, 7.7.3), written while pages come: nodes of 64 kids, so that a file of
// a hundred thousand sheets is built and read in linear time.
#pragma once

#include <cstddef>
#include <vector>

#include "base/geometry.h"
#include "render/pdf/object.h"

namespace madoguchi::render::pdf {

class PageTree {
  public:
    /// All pages share one resource dictionary, which may be written later.
    PageTree(ObjectFile& file, ObjectId resources) : file_(file), resources_(resources) {}

    void add(Size size, const StreamData& content);
    std::size_t size() const { return size_; }

    /// Writes the nodes that are still open; returns the root. There is at least one page.
    ObjectId finish();

  private:
    /// The open node of one height; pages are the kids of height 0.
    struct Node {
        ObjectId id;
        std::vector<ObjectId> kids;
        std::size_t pages = 0;
    };

    Node& open_node(std::size_t height);
    void close(std::size_t height, ObjectId parent);

    ObjectFile& file_;
    ObjectId resources_;
    std::vector<Node> open_;
    std::size_t size_ = 0;
};

}  // namespace madoguchi::render::pdf
