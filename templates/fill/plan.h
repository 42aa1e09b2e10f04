// A template taken apart: what is the same for every person, and what to ask of each one's data.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "base/result.h"
#include "templates/fill/binding.h"
#include "templates/fill/condition.h"
#include "templates/fill/text_program.h"
#include "templates/filled_form.h"
#include "templates/model/template.h"

namespace madoguchi::templates::fill {

struct TablePlan;

/// One element with a part that depends on the data.
struct ElementPlan {
    const Element* element = nullptr;
    std::vector<Guard> guards;         ///< printed when all hold
    std::vector<FilledElement> fixed;  ///< what conditions withhold of the static parts
    std::optional<TextProgram> text;   ///< Text, Comb, Barcode
    std::optional<Tag> choice;         ///< its field, in the format it is compared in
    std::unique_ptr<TablePlan> table;
};

struct TablePlan {
    const Element* element = nullptr;
    const Table* table = nullptr;
    Binding list;
    std::vector<Guard> guards;
    std::vector<ElementPlan> row;             ///< scopes: the whole data, the item
    const TablePlan* continued = nullptr;     ///< on a continuation page: whose items go on here
    const TablePlan* continuation = nullptr;  ///< where this one's items go on
};

struct PagePlan {
    const Page* page = nullptr;
    std::vector<FilledElement> static_elements;
    std::vector<ElementPlan> elements;
    std::size_t most_parts = 0;  ///< that one sheet may have
};

/// Every finding at once, with the element's id and pointer. The plan points into `form`.
Result<std::vector<PagePlan>> make_plan(const Template& form);

/// What is added to the frame of an element of `table` in a row of the sheet.
Point row_offset(const Element& element, const Table& table, int row);

}  // namespace madoguchi::templates::fill
