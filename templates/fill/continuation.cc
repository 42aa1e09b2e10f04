#include "templates/fill/continuation.h"

#include <algorithm>

#include "templates/fill/condition.h"

namespace madoguchi::templates::fill {

namespace {

std::size_t rows_of(const TablePlan& table) {
    return static_cast<std::size_t>(table.table->rows);
}

TablePlan* find_table(std::vector<PagePlan>& pages, const std::string& id) {
    for (PagePlan& page : pages) {
        for (ElementPlan& element : page.elements) {
            const bool ordinary = element.table && element.table->table->continues.empty();
            if (ordinary && !page.page->continuation && element.element->id == id)
                return element.table.get();
        }
    }
    return nullptr;
}

Diagnostic refusal(const TablePlan& table, BilingualText message) {
    Diagnostic finding{.code = "template.continues", .message = std::move(message)};
    finding.origin.element_id = table.element->id;
    finding.origin.template_pointer = table.element->pointer;
    return finding;
}

Diagnostics link(TablePlan& table, const Page& page, std::vector<PagePlan>& pages) {
    const std::string& id = table.table->continues;
    if (!page.continuation) {
        return {refusal(table, {"「続き」の表は続紙にだけ置けます。",
                                "A table that continues another stands on a continuation page."})};
    }
    TablePlan* continued = find_table(pages, id);
    if (continued == nullptr) {
        return {refusal(table, {"続きの元になる表「" + id + "」がありません。",
                                "There is no table \"" + id + "\" to continue."})};
    }
    if (continued->table->list != table.table->list) {
        return {refusal(table, {"続きの元になる表「" + id + "」は別の並びを印字しています。",
                                "The table \"" + id + "\" prints another list."})};
    }
    if (continued->continuation != nullptr) {
        return {refusal(table, {"表「" + id + "」の続きが二つあります。",
                                "The table \"" + id + "\" is continued twice."})};
    }
    continued->continuation = &table;
    table.continued = continued;
    return {};
}

}  // namespace

Diagnostics link_continuations(std::vector<PagePlan>& pages) {
    Diagnostics findings;
    for (PagePlan& page : pages) {
        for (ElementPlan& element : page.elements) {
            if (element.table && !element.table->table->continues.empty())
                append(findings, link(*element.table, *page.page, pages));
        }
    }
    return findings;
}

std::size_t item_count(const TablePlan& table, const std::vector<Frame>& frames) {
    const TablePlan& asked = table.continued != nullptr ? *table.continued : table;
    if (!all_hold(asked.guards, frames)) return 0;
    const json::Value* list = look_up(asked.list, frames);
    return list == nullptr || list->array() == nullptr ? 0 : list->array()->size();
}

std::size_t first_item(const TablePlan& table, std::size_t sheet) {
    return table.continued == nullptr ? 0 : rows_of(*table.continued) + sheet * rows_of(table);
}

std::size_t sheet_count(const PagePlan& page, const std::vector<Frame>& frames) {
    if (!page.page->continuation) return 1;
    std::size_t sheets = 0;
    for (const ElementPlan& element : page.elements) {
        if (!element.table || element.table->continued == nullptr) continue;
        const std::size_t items = item_count(*element.table, frames);
        const std::size_t before = first_item(*element.table, 0);
        if (items <= before) continue;
        const std::size_t rows = rows_of(*element.table);
        sheets = std::max(sheets, (items - before + rows - 1) / rows);
    }
    return sheets;
}

}  // namespace madoguchi::templates::fill
