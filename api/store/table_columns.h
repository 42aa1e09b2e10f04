// The tables as they are copied, row by row: names and which columns are numbers.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "api/store/session.h"

namespace madoguchi::api::store {

struct Column {
    std::string_view name;
    bool is_number = false;
};

struct TableColumns {
    std::string_view name;
    std::span<const Column> columns;
};

/// In the order in which rows may be added. Sessions are not among them.
std::span<const TableColumns> control_tables();
std::span<const TableColumns> tenant_tables();

/// Of one of these names; nullptr for any other.
const TableColumns* find_table(std::span<const TableColumns> tables, std::string_view name);

/// Values as text, numbers too.
using RowTexts = std::vector<std::string>;

/// Visits all rows, in the order of their first column, until a finding comes back.
Result<Done> each_row(Session& session, const TableColumns& table,
                      const std::function<Result<Done>(const RowTexts&)>& visit);
Result<Done> add_row(Session& session, const TableColumns& table, const RowTexts& row);

}  // namespace madoguchi::api::store
