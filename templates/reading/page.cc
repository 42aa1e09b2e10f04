#include "templates/reading/page.h"

#include "templates/reading/element.h"

namespace madoguchi::templates::reading {

namespace {

std::optional<Size> read_own_size(Findings& findings, const Node& node) {
    Members members(findings, node);
    Size size;
    members.required("width", size.width, Millimetres{limits::page_side});
    members.required("height", size.height, Millimetres{limits::page_side});
    members.report_unknown();
    return size;
}

Size read_size(Members& members) {
    Size size;
    Orientation orientation = Orientation::Portrait;
    const std::optional<Node> node = members.take("size", Need::Required);
    const bool is_named = node && node->value.object() == nullptr;
    if (is_named) {
        size = OneOf{page_size_words}(members.findings(), *node).value_or(Size());
    } else if (node) {
        size = read_own_size(members.findings(), *node).value_or(Size());
    }
    members.optional("orientation", orientation, OneOf{orientation_words});
    const std::optional<Node> turned = members.take("orientation", Need::Optional);
    if (turned && node && !is_named)
        members.findings().add(19, *turned,
                               {"寸法で書いた用紙に向きは書きません。",
                                "A size given by width and height has no orientation."});
    if (orientation == Orientation::Landscape) std::swap(size.width, size.height);
    return size;
}

Page read_page(Findings& findings, const Node& node, const std::vector<NamedStyle>& styles) {
    Members members(findings, node);
    Page page;
    members.required("id", page.id, read_id);
    page.size = read_size(members);
    members.optional("printableMargin", page.printable_margin,
                     Millimetres{limits::printable_margin});
    members.optional("continuation", page.continuation, read_flag);
    members.required("elements", page.elements, ElementsReader{styles});
    members.report_unknown();
    return page;
}

}  // namespace

std::optional<std::vector<Page>> PagesReader::operator()(Findings& findings,
                                                         const Node& node) const {
    const auto read_one = [this](Findings& to, const Node& item) {
        return std::optional(read_page(to, item, styles));
    };
    return ListOf{limits::pages, read_one}(findings, node);
}

}  // namespace madoguchi::templates::reading
