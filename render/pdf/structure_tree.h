// The structure tree of a tagged file (ISO 32000-1, 14.7.2): a document of one section for each
// sheet, written page by page.
#pragma once

#include <vector>

#include "render/pdf/marked_content.h"
#include "render/pdf/object.h"

namespace madoguchi::render::pdf {

class StructureTree {
  public:
    explicit StructureTree(ObjectFile& file);

    /// The key under which the next page's marked content is looked up (14.7.4.4).
    std::size_t next_key() const { return parents_.size(); }

    /// The page that was written under next_key(). `top` is its height.
    void add(ObjectId page, Length top, const std::vector<StructureNode>& structure,
             const MarkedContent& marks);

    /// Writes what is left; returns the root.
    ObjectId finish();

  private:
    ObjectFile& file_;
    ObjectId root_, document_;
    std::vector<ObjectId> sections_;
    std::vector<ObjectId> parents_;  ///< by key: the array of a page's elements
};

}  // namespace madoguchi::render::pdf
