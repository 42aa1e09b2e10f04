#include "templates/reading_order.h"

#include <algorithm>
#include <iterator>

namespace madoguchi::templates {

namespace {

/// Elements without an order, and the one with an order behind them.
struct Stretch {
    std::vector<const Element*> elements;
    int order = 0;
};

}  // namespace

std::vector<const Element*> reading_order(const std::vector<Element>& elements) {
    std::vector<Stretch> stretches;
    std::vector<const Element*> open;
    for (const Element& element : elements) {
        open.push_back(&element);
        if (element.tab_order) stretches.push_back({std::move(open), *element.tab_order});
        if (element.tab_order) open.clear();
    }
    std::stable_sort(stretches.begin(), stretches.end(),
                     [](const Stretch& a, const Stretch& b) { return a.order < b.order; });
    std::vector<const Element*> order;
    for (const Stretch& stretch : stretches)
        std::copy(stretch.elements.begin(), stretch.elements.end(), std::back_inserter(order));
    std::copy(open.begin(), open.end(), std::back_inserter(order));
    return order;
}

}  // namespace madoguchi::templates
