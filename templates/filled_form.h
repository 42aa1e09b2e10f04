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
/// and its characters, a choice's words and its marks, a table's rows and the stroke over those
/// that are blank (from `offset` down). A static part that depends on a condition is
/// still a static part, but comes with each person's form.
enum class Part { Static, Data };

/// The bytes of a text that show one value; what lies between is the template's own.
struct ShownValue {
    std::size_t begin = 0, end = 0;
    std::string data_pointer;
    bool operator==(const ShownValue&) const = default;
};

/// One element as it stands on one sheet. Points into the template, which outlives it.
struct FilledElement {
    const Element* element = nullptr;
    Part part = Part::Data;
    Point offset;                       ///< added to the element's frame: where its row stands
    std::string text;                   ///< Text, Comb, Barcode: the finished characters
    std::vector<ShownValue> values;     ///< in their order; empty when all of text is one value
    std::vector<std::size_t> selected;  ///< Choice: indices of the marked options, ascending
    std::string data_pointer;  ///< JSON Pointer of the (first) value it shows; "" for static parts
    /// Index of the row's item in its list; of a static part that stands in every row, the row on
    /// the sheet; -1 outside tables.
    int row = -1;
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
