// What a sheet says to those who cannot see it (ISO 32000-1, 14.7 and 14.8): pieces in the order in
// which they are read aloud, and what each of them is. What no node names is ornament.
#pragma once

#include <string>
#include <vector>

#include "base/geometry.h"
#include "render/frame/elements.h"

namespace madoguchi::render {

struct StructureNode {
    enum class Role {
        Heading,
        Paragraph,
        Entry,  ///< 記入欄: a value under the name of its field
        Figure,
        Table,
        Row,
        HeaderCell,  ///< heads a column
        Cell,
    };

    Role role = Role::Paragraph;
    int level = 0;       ///< of a heading, 1 to 6
    std::string name;    ///< of an entry and a table: what it is called; may be empty
    std::string spoken;  ///< said in place of the content: a picture's text, which words are chosen
    Rect box;            ///< of a figure, on its sheet
    std::vector<ElementIndex> elements;  ///< whose items it consists of
    std::vector<StructureNode> kids;
};

}  // namespace madoguchi::render
