#include "templates/reading_order.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace madoguchi::templates {
namespace {

using testing::ElementsAre;

Element element(std::string id, std::optional<int> order = std::nullopt) {
    Element element;
    element.id = std::move(id);
    element.tab_order = order;
    return element;
}

std::vector<std::string> order_of(const std::vector<Element>& elements) {
    std::vector<std::string> ids;
    for (const Element* one : reading_order(elements))
        ids.push_back(one->id);
    return ids;
}

TEST(ReadingOrder, IsThatOfTheTemplate) {
    EXPECT_THAT(order_of({element("a"), element("b"), element("c")}), ElementsAre("a", "b", "c"));
    EXPECT_THAT(order_of({}), ElementsAre());
}

TEST(ReadingOrder, MovesAnEntryWithTheWordBeforeIt) {
    EXPECT_THAT(order_of({element("name-word"), element("name", 2), element("date-word"),
                          element("date", 1), element("note")}),
                ElementsAre("date-word", "date", "name-word", "name", "note"));
}

}  // namespace
}  // namespace madoguchi::templates
