#include <algorithm>
#include <map>
#include <set>

#include "templates/validating/rules.h"

namespace madoguchi::templates::validating {

namespace {

using reading::quoted;

bool is_table(const Element& element) {
    return std::holds_alternative<Table>(element.kind);
}

/// Tables on pages that are no continuation, by id.
std::map<std::string_view, const Table*> first_tables(const Template& form) {
    std::map<std::string_view, const Table*> tables;
    for (const Page& page : form.pages) {
        for (const Element& element : page.elements) {
            if (!page.continuation && is_table(element))
                tables.emplace(element.id, &std::get<Table>(element.kind));
        }
    }
    return tables;
}

void report_misplaced(Findings& findings, const PlacedElement& placed) {
    if (placed.page.continuation) {
        findings.add(48, placed.pointer,
                     {"続紙の明細には、続ける元の明細の id（continues）が必要です。",
                      "A table on a continuation page names the table it continues."});
    } else {
        findings.add(48, placed.pointer + "/continues",
                     {"continues は続紙の明細にだけ書きます。",
                      "Only a table on a continuation page continues another."});
    }
}

}  // namespace

void check_continuations(Findings& findings, const Template& form) {
    const std::map<std::string_view, const Table*> first = first_tables(form);
    std::set<std::string_view> continued;
    for_each_element(form, [&](const PlacedElement& placed) {
        const Table* table = std::get_if<Table>(&placed.element.kind);
        if (table == nullptr) return;
        if (table->continues.empty() == placed.page.continuation)
            return report_misplaced(findings, placed);
        if (!placed.page.continuation) return;
        const auto found = first.find(table->continues);
        const bool is_right = found != first.end() && found->second->list == table->list;
        if (is_right && continued.insert(table->continues).second) return;
        findings.add(
            49, placed.pointer + "/continues",
            {"「" + quoted(table->continues) +
                 "」は、続紙でないページにある同じ項目の明細で、まだ続きのないものでなければなりま"
                 "せん。",
             "\"" + quoted(table->continues) +
                 "\" has to be a table of the same list on a page that is no continuation, "
                 "continued only once."});
    });
    for (std::size_t i = 0; i < form.pages.size(); ++i) {
        const Page& page = form.pages[i];
        if (!page.continuation || std::any_of(page.elements.begin(), page.elements.end(), is_table))
            continue;
        findings.add(50, "/pages/" + std::to_string(i),
                     {"続紙には明細が必要です。", "A continuation page has a table."});
    }
}

}  // namespace madoguchi::templates::validating
