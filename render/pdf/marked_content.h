// Which pieces of a page's content belong to which piece of its structure (ISO 32000-1, 14.7.4.2).
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "render/frame/structure.h"

namespace madoguchi::render::pdf {

/// The structure type of a node: "H1", "P", "Form" … (ISO 32000-1, 14.8.4).
std::string structure_type(const StructureNode& node);

class MarkedContent {
  public:
    /// Of the page that says this.
    explicit MarkedContent(const std::vector<StructureNode>& structure);

    /// What the element's items are marked as; nullptr when they are ornament.
    const std::string* type_of(ElementIndex element) const;
    /// The number of a further piece of the element's content.
    std::size_t add(ElementIndex element);

    std::size_t size() const { return elements_.size(); }
    /// Whose each piece is, by number.
    const std::vector<ElementIndex>& elements() const { return elements_; }

  private:
    void read(const StructureNode& node);

    std::unordered_map<ElementIndex, std::string> types_;
    std::vector<ElementIndex> elements_;
};

}  // namespace madoguchi::render::pdf
