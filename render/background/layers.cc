#include "render/background/layers.h"

#include <algorithm>

namespace madoguchi::render::background {

Layers::Layers(const Object& catalog) {
    const Object usual = catalog["OCProperties"]["D"];
    all_off_ = usual["BaseState"].name() == "OFF";
    for (const Object& group : usual["ON"].items())
        on_.insert(group);
    for (const Object& group : usual["OFF"].items())
        off_.insert(group);
}

bool Layers::is_off(const Object& group) const {
    return all_off_ ? !on_.contains(group) : off_.contains(group);
}

bool Layers::is_hidden(const Object& content) const {
    if (!content) return false;
    if (content["Type"].name() != "OCMD") return is_off(content);
    std::vector<Object> groups = content["OCGs"].items();
    if (groups.empty() && content["OCGs"]) groups.push_back(content["OCGs"]);
    if (groups.empty()) return false;
    const auto off = [this](const Object& group) { return is_off(group); };
    const std::string policy = content["P"].name();
    if (policy == "AllOn") return std::any_of(groups.begin(), groups.end(), off);
    if (policy == "AnyOff") return std::none_of(groups.begin(), groups.end(), off);
    if (policy == "AllOff") return !std::all_of(groups.begin(), groups.end(), off);
    return std::all_of(groups.begin(), groups.end(), off);
}

}  // namespace madoguchi::render::background
