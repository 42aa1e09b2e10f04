#include <algorithm>
#include <set>

#include "templates/limits.h"
#include "templates/validating/rules.h"

namespace madoguchi::templates::validating {

namespace {

void check_element_ids(Findings& findings, const Template& form) {
    std::set<std::string_view> ids;
    std::size_t count = 0;
    for_each_element(form, [&](const PlacedElement& placed) {
        ++count;
        const std::string& id = placed.element.id;
        if (id.empty() || ids.insert(id).second) return;
        findings.add(28, placed.pointer + "/id",
                     {"id「" + id + "」の要素がほかにもあります。",
                      "There is another element with the id \"" + id + "\"."});
    });
    if (count <= limits::elements_of_all_pages) return;
    const std::string most = std::to_string(limits::elements_of_all_pages);
    findings.add(29, "/pages",
                 {"要素は全体で" + most + "個までです（" + std::to_string(count) + "個あります）。",
                  "All pages together hold at most " + most + " elements; there are " +
                      std::to_string(count) + "."});
}

void check_page(Findings& findings, const Page& page, const std::string& pointer) {
    const Length shorter = std::min(page.size.width, page.size.height);
    if (page.printable_margin * 2 < shorter) return;
    findings.add(30, pointer + "/printableMargin",
                 {"余白の内側に何も残りません。", "The margins leave nothing between them."});
}

void check_orders(Findings& findings, const std::vector<Element>& elements,
                  const std::string& pointer) {
    std::set<int> orders;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const std::string here = pointer + '/' + std::to_string(i);
        const std::optional<int> order = elements[i].tab_order;
        if (order && !orders.insert(*order).second)
            findings.add(34, here + "/tabOrder",
                         {"入力順 " + std::to_string(*order) + " の要素がほかにもあります。",
                          "Another element has the tab order " + std::to_string(*order) + "."});
        if (const Table* table = std::get_if<Table>(&elements[i].kind))
            check_orders(findings, table->row, here + "/row");
    }
}

}  // namespace

void check_pages(Findings& findings, const Template& form) {
    std::set<std::string_view> ids;
    for (std::size_t i = 0; i < form.pages.size(); ++i) {
        const Page& page = form.pages[i];
        const std::string pointer = "/pages/" + std::to_string(i);
        if (!page.id.empty() && !ids.insert(page.id).second)
            findings.add(27, pointer + "/id",
                         {"id「" + page.id + "」のページがほかにもあります。",
                          "There is another page with the id \"" + page.id + "\"."});
        check_page(findings, page, pointer);
    }
    if (!form.pages.empty() && form.pages.front().continuation)
        findings.add(
            31, "/pages/0/continuation",
            {"最初のページは続紙にできません。", "The first page is no continuation page."});
    check_element_ids(findings, form);
}

void check_place(Findings& findings, const PlacedElement& placed) {
    const Rect& frame = placed.element.frame;
    const bool is_line = std::holds_alternative<Line>(placed.element.kind);
    const bool has_width = frame.width > Length(), has_height = frame.height > Length();
    if (!(is_line ? has_width || has_height : has_width && has_height))
        findings.add(32, placed.pointer + "/frame",
                     {"枠に幅と高さが必要です。", "A frame needs a width and a height."});
    Rect room{{}, {}, placed.page.size.width, placed.page.size.height};
    // What was printed to the edge has lost nothing that its fields need.
    if (!std::holds_alternative<Background>(placed.element.kind))
        room = room.shrink(placed.page.printable_margin);
    if (placed.table != nullptr)
        room = {{}, {}, placed.table->frame.width, std::get<Table>(placed.table->kind).row_height};
    if (room.contains(frame)) return;
    const bool in_row = placed.table != nullptr;
    findings.add(33, placed.pointer + "/frame",
                 in_row ? BilingualText{"枠が明細の行からはみ出しています。",
                                        "The frame sticks out of the table's row."}
                        : BilingualText{"枠がページの印字範囲からはみ出しています。",
                                        "The frame sticks out of the page's printable part."});
}

void check_tab_order(Findings& findings, const Template& form) {
    for (std::size_t i = 0; i < form.pages.size(); ++i)
        check_orders(findings, form.pages[i].elements, "/pages/" + std::to_string(i) + "/elements");
}

}  // namespace madoguchi::templates::validating
