// Every element of a template with where it stands.
#pragma once

#include <string>
#include <variant>

#include "templates/model/template.h"

namespace madoguchi::templates::validating {

struct PlacedElement {
    const Element& element;
    std::string pointer;
    const Page& page;
    const Element* table = nullptr;  ///< whose row holds the element; none on the page itself
};

/// In the order of the template; a table before what its row holds.
template <typename Visit>
void for_each_element(const Template& form, const Visit& visit) {
    for (std::size_t p = 0; p < form.pages.size(); ++p) {
        const Page& page = form.pages[p];
        for (std::size_t e = 0; e < page.elements.size(); ++e) {
            const Element& element = page.elements[e];
            const std::string pointer =
                "/pages/" + std::to_string(p) + "/elements/" + std::to_string(e);
            visit(PlacedElement{element, pointer, page});
            const Table* table = std::get_if<Table>(&element.kind);
            for (std::size_t r = 0; table != nullptr && r < table->row.size(); ++r)
                visit(PlacedElement{table->row[r], pointer + "/row/" + std::to_string(r), page,
                                    &element});
        }
    }
}

}  // namespace madoguchi::templates::validating
