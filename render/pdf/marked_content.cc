#include "render/pdf/marked_content.h"

namespace madoguchi::render::pdf {

std::string structure_type(const StructureNode& node) {
    using Role = StructureNode::Role;
    switch (node.role) {
        case Role::Heading:
            return "H" + std::to_string(node.level);
        case Role::Entry:
            return "Form";
        case Role::Figure:
            return "Figure";
        case Role::Table:
            return "Table";
        case Role::Row:
            return "TR";
        case Role::HeaderCell:
            return "TH";
        case Role::Cell:
            return "TD";
        case Role::Paragraph:
            break;
    }
    return "P";
}

MarkedContent::MarkedContent(const std::vector<StructureNode>& structure) {
    for (const StructureNode& node : structure)
        read(node);
}

void MarkedContent::read(const StructureNode& node) {
    for (const ElementIndex element : node.elements)
        types_.emplace(element, structure_type(node));
    for (const StructureNode& kid : node.kids)
        read(kid);
}

const std::string* MarkedContent::type_of(ElementIndex element) const {
    const auto known = types_.find(element);
    return known == types_.end() ? nullptr : &known->second;
}

std::size_t MarkedContent::add(ElementIndex element) {
    elements_.push_back(element);
    return elements_.size() - 1;
}

}  // namespace madoguchi::render::pdf
