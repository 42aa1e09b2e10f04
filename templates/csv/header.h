// The header row of a CSV file: which value each column holds.
//
// What stands in a cell that names no field may be a person's data, where a file has no header for
// instance. Findings say which column it is, as spreadsheets count ("3列目 (C)"), and quote only
// names that the form declares.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "templates/check.h"
#include "templates/csv/columns.h"
#include "templates/model/template.h"

namespace madoguchi::templates::csv {

struct HeaderCell {
    std::string name;        ///< decoded, without quotes
    std::size_t offset = 0;  ///< in the source
};

struct Header {
    std::vector<Column> columns;  ///< one for each cell; empty when there are findings
    /// An offset of no_offset means the header as a whole.
    std::vector<ValueFinding> findings;
};

Header read_header(const Template& form, const std::vector<HeaderCell>& cells);

}  // namespace madoguchi::templates::csv
