#include <set>

#include "templates/validating/rules.h"

namespace madoguchi::templates::validating {

namespace {

using reading::quoted;

std::set<std::string_view> layer_names(Findings& findings, const Template& form) {
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < form.layers.size(); ++i) {
        const std::string& name = form.layers[i].name;
        if (name.empty() || names.insert(name).second) continue;
        findings.add(62, "/layers/" + std::to_string(i) + "/name",
                     {"層「" + quoted(name) + "」が2度決められています。",
                      "The layer \"" + quoted(name) + "\" is defined twice."});
    }
    return names;
}

}  // namespace

void check_layers(Findings& findings, const Template& form) {
    const std::set<std::string_view> names = layer_names(findings, form);
    for_each_element(form, [&](const PlacedElement& placed) {
        const std::string& layer = placed.element.layer;
        if (layer.empty() || names.contains(layer)) return;
        findings.add(63, placed.pointer + "/layer",
                     {"層「" + quoted(layer) + "」はありません。",
                      "There is no layer \"" + quoted(layer) + "\"."});
    });
}

}  // namespace madoguchi::templates::validating
