// Which value of the data each column of a CSV file holds.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "templates/json/value.h"
#include "templates/model/template.h"

namespace madoguchi::templates::csv {

/// "異動者[2].生年月日.不詳表記" as steps from the data's root.
struct Column {
    struct Step {
        const Field* field = nullptr;
        std::optional<std::size_t> item;  ///< from 0
    };
    std::vector<Step> path;
    std::string_view date_member;  ///< 日付 or 不詳表記 of a date that is given in parts
};

/// The column of that name, or nothing.
std::optional<Column> find_column(const Template& form, std::string_view name);

/// What findings call it: "異動者[2].氏名", also where a header says "異動者.02.氏名". Two columns
/// of one name hold the same value.
std::string name_of(const Column& column);

/// All names that a header may hold, lists as "異動者[1].氏名": for hints.
std::vector<std::string> column_names(const Template& form);

/// Puts one cell into a record. An empty text leaves the value absent. Numbers, true and false
/// become such where the field says so; several codes in one cell are divided by ";".
void put(json::Value& root, const Column& column, std::string text, std::size_t offset);

}  // namespace madoguchi::templates::csv
