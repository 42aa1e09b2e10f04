#include "templates/validating/rules.h"

namespace madoguchi::templates::validating {

namespace {

using reading::quoted;

/// A text of the page itself, before the picture.
bool can_cover(const PlacedElement& picture, std::string_view id) {
    if (picture.table != nullptr) return false;
    for (const Element& element : picture.page.elements) {
        if (&element == &picture.element) return false;
        if (element.id == id) return std::holds_alternative<Text>(element.kind);
    }
    return false;
}

}  // namespace

void check_coverings(Findings& findings, const Template& form) {
    for_each_element(form, [&](const PlacedElement& placed) {
        const auto* image = std::get_if<Image>(&placed.element.kind);
        if (image == nullptr || image->covers.empty() || can_cover(placed, image->covers)) return;
        findings.add(
            65, placed.pointer + "/covers",
            {"「" + quoted(image->covers) +
                 "」は、同じページで先に置いた文字（text）ではありません。",
             "\"" + quoted(image->covers) + "\" is no text before the picture on its page."});
    });
}

}  // namespace madoguchi::templates::validating
