#include "templates/similar.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace madoguchi::templates {

namespace {

constexpr std::size_t longest = 64;

/// Optimal string alignment distance.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
    const std::size_t width = b.size() + 1;
    std::vector<std::size_t> cost((a.size() + 1) * width);
    const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& {
        return cost[i * width + j];
    };
    for (std::size_t i = 0; i <= a.size(); ++i)
        at(i, 0) = i;
    for (std::size_t j = 0; j <= b.size(); ++j)
        at(0, j) = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = at(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1);
            at(i, j) = std::min({at(i - 1, j) + 1, at(i, j - 1) + 1, replaced});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) at(i, j) = std::min(at(i, j), at(i - 2, j - 2) + 1);
        }
    }
    return at(a.size(), b.size());
}

}  // namespace

std::optional<std::string_view> similar_name(std::string_view name,
                                             std::span<const std::string_view> candidates) {
    if (name.size() > longest * 4) return std::nullopt;
    const std::u32string wanted = to_utf32(name);
    std::optional<std::string_view> best;
    std::size_t best_distance = 0;
    for (const std::string_view candidate : candidates) {
        const std::u32string other = to_utf32(candidate);
        const std::size_t longer = std::max(wanted.size(), other.size());
        if (longer > longest || wanted.empty()) continue;
        const std::size_t found = distance(wanted, other);
        const bool near = found < longer && found <= std::max<std::size_t>(1, longer / 3);
        if (!near || (best && found >= best_distance)) continue;
        best = candidate;
        best_distance = found;
    }
    return best;
}

}  // namespace madoguchi::templates
