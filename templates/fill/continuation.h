// 続紙: which table goes on with the items of which, and how many sheets that takes.
#pragma once

#include <cstddef>
#include <vector>

#include "base/diagnostic.h"
#include "templates/fill/plan.h"

namespace madoguchi::templates::fill {

/// Sets TablePlan::continued and ::continuation. Findings "template.continues": the name is no
/// table on an ordinary page, its list is another one, it goes on twice, or this page does not
/// continue.
Diagnostics link_continuations(std::vector<PagePlan>& pages);

/// Items of the table's list that are to be printed: none when its condition does not hold.
std::size_t item_count(const TablePlan& table, const std::vector<Frame>& frames);

/// Items from `first` on stand in this table on the `sheet`-th printing of its page (from 0).
std::size_t first_item(const TablePlan& table, std::size_t sheet);

/// How often the page is printed for these data: once, or a continuation page as often as one of
/// its tables still has items.
std::size_t sheet_count(const PagePlan& page, const std::vector<Frame>& frames);

}  // namespace madoguchi::templates::fill
