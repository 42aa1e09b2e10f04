#include "templates/reading/findings.h"

#include "base/utf8.h"
#include "templates/limits.h"

namespace madoguchi::templates::reading {

std::string pointer_of(const Node& node) {
    if (node.parent == nullptr) return {};
    const bool in_array = node.parent->value.array() != nullptr;
    return pointer_of(*node.parent) +
           (in_array ? '/' + std::to_string(node.index) : json::pointer_step(node.name));
}

std::string rule_code(int rule) {
    return "template.T" + std::to_string(rule);
}

void Findings::add(int rule, std::string pointer, BilingualText message) {
    if (is_full()) return;
    Diagnostic finding{.code = rule_code(rule), .message = std::move(message)};
    if (all_.size() + 1 == limits::findings) {
        finding.code = "template.too-many-findings";
        finding.message = {"指摘が多すぎるため、ここで確認をやめました。",
                           "There are more findings; checking stopped here."};
    }
    finding.origin.template_pointer = std::move(pointer);
    all_.push_back(std::move(finding));
}

void Findings::hint(BilingualText hint) {
    if (!is_full()) all_.back().hints.push_back(std::move(hint));
}

bool Findings::is_full() const {
    return all_.size() >= limits::findings;
}

std::string quoted(std::string_view word) {
    constexpr std::size_t longest = 40;
    std::size_t end = 0;
    for (std::size_t count = 0; end < word.size() && count < longest; ++count)
        end += decode_utf8(word, end).bytes;
    return std::string(word.substr(0, end)) + (end < word.size() ? "…" : "");
}

}  // namespace madoguchi::templates::reading
