#include <set>

#include "templates/reading_order.h"
#include "templates/validating/rules.h"

namespace madoguchi::templates::validating {

namespace {

using reading::quoted;

bool is_text_of(const Page& page, std::string_view id) {
    for (const Element& element : page.elements) {
        if (element.id == id) return std::holds_alternative<Text>(element.kind);
    }
    return false;
}

void check_column_headings(Findings& findings, const Template& form) {
    std::set<std::string_view> used;
    for_each_element(form, [&](const PlacedElement& placed) {
        const Table* table = std::get_if<Table>(&placed.element.kind);
        if (table == nullptr) return;
        for (std::size_t i = 0; i < table->headings.size(); ++i) {
            const std::string& id = table->headings[i];
            if (is_text_of(placed.page, id) && used.insert(id).second) continue;
            findings.add(56, placed.pointer + "/headings/" + std::to_string(i),
                         {"「" + quoted(id) +
                              "」は、同じページにある文字（text）で、他の列の見出しでないものでな"
                              "ければなりません。",
                          "\"" + quoted(id) +
                              "\" has to be a text on the same page that heads no other column."});
        }
    });
}

void check_levels(Findings& findings, const Template& form) {
    int above = 0;
    for (std::size_t p = 0; p < form.pages.size(); ++p) {
        const std::vector<Element>& elements = form.pages[p].elements;
        for (const Element* element : reading_order(elements)) {
            const Text* text = std::get_if<Text>(&element->kind);
            if (text == nullptr || text->heading == 0) continue;
            if (text->heading > above + 1)
                findings.add(57,
                             "/pages/" + std::to_string(p) + "/elements/" +
                                 std::to_string(element - elements.data()) + "/heading",
                             {"見出しの段は1から始め、間を飛ばさないでください。",
                              "Levels of headings begin with 1 and skip none."});
            above = text->heading;
        }
    }
}

}  // namespace

void check_headings(Findings& findings, const Template& form) {
    check_column_headings(findings, form);
    check_levels(findings, form);
}

}  // namespace madoguchi::templates::validating
