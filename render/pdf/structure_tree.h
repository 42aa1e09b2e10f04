// The structure tree of a tagged file (ISO 32000-1, 14.7.2): a document of one section for each
// sheet, written page by page.
#pragma once

#include <optional>
#include <vector>

#include "render/pdf/marked_content.h"
#include "render/pdf/object.h"

namespace madoguchi::render::pdf {

class StructureTree {
  public:
    explicit StructureTree(ObjectFile& file);

    /// The key under which the next page's marked content is looked up (14.7.4.4).
    std::size_t next_key() const { return parents_.size(); }

    /// The page that was written under next_key(). `top` is its height; `field` a signature's on
    /// it, whose key is the next one.
    void add(ObjectId page, Length top, const std::vector<StructureNode>& structure,
             const MarkedContent& marks, std::optional<ObjectId> field);

    /// Writes what is left; returns the root.
    ObjectId finish();

  private:
    /// The Form element of a field (14.7.4.3).
    ObjectId write_field(ObjectId field, ObjectId page, ObjectId section);

    ObjectFile& file_;
    ObjectId root_, document_;
    std::vector<ObjectId> sections_;
    std::vector<ObjectId>
        parents_;  ///< by key: the array of a page's elements, the element of a field
};

}  // namespace madoguchi::render::pdf
