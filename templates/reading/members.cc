#include "templates/reading/members.h"

#include <algorithm>

#include "templates/similar.h"

namespace madoguchi::templates::reading {

Members::Members(Findings& findings, const Node& node)
    : findings_(findings), node_(node), object_(node.value.object()) {
    if (object_ == nullptr) report_type(findings, node, {"項目の組（{ }）", "An object ({ })"});
}

std::optional<Node> Members::take(std::string_view name, Need need) {
    known_.push_back(name);
    if (object_ == nullptr) return std::nullopt;
    for (const json::Member& member : *object_) {
        if (member.name == name) return Node{member.value, &node_, member.name};
    }
    if (need == Need::Required) {
        const std::string word(name);
        findings_.add(3, node_,
                      {"必須の項目「" + word + "」がありません。",
                       "The required member \"" + word + "\" is missing."});
    }
    return std::nullopt;
}

void Members::report_unknown() {
    if (object_ == nullptr) return;
    for (const json::Member& member : *object_) {
        if (findings_.is_full()) return;
        if (std::find(known_.begin(), known_.end(), member.name) != known_.end()) continue;
        const std::string word = quoted(member.name);
        findings_.add(2, Node{member.value, &node_, member.name},
                      {"「" + word + "」という項目はここに書けません。",
                       "There is no member \"" + word + "\" here."});
        const auto meant = similar_name(member.name, known_);
        if (!meant) continue;
        const std::string other(*meant);
        findings_.hint({"「" + other + "」ではありませんか。", "Did you mean \"" + other + "\"?"});
    }
}

}  // namespace madoguchi::templates::reading
