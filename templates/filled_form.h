// What stands on every sheet of one person's form: the border between deciding what is printed
// (templates) and where its letters go (render).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "templates/model/template.h"

namespace madoguchi::templates {

/// Each element has a part that is the same for every person and one that is not: a comb's cells
/// and its characters, a choice's words and its marks.
enum class Part { Static, Data };

/// One element as it stands on one sheet. Points into the template, which outlives it.
struct FilledElement {
    const Element* element = nullptr;
    Part part = Part::Data;
    Point offset;                       ///< added to the element's frame: where its row stands
    std::string text;                   ///< Text, Comb: the finished characters
    std::vector<std::size_t> selected;  ///< Choice: indices of the marked options, ascending
    std::string data_pointer;  ///< JSON Pointer of the (first) value it shows; "" for static parts
    int row = -1;              ///< index of the row in its list, -1 outside tables
};

struct FilledPage {
    const Page* page = nullptr;
    std::size_t page_index = 0;  ///< in the template
    std::vector<FilledElement> elements;
};

struct FilledForm {
    std::vector<FilledPage> pages;
    Diagnostics warnings;
};

}  // namespace madoguchi::templates
