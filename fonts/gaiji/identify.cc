#include "fonts/gaiji/identify.h"

#include <algorithm>
#include <tuple>

#include "fonts/outline.h"

namespace madoguchi::fonts {

namespace {

/// What candidates are compared by closely: light and dark sides apart, in smaller cells.
constexpr FeatureGrid fine_grid{10, 8};

struct Candidate {
    std::uint32_t distance = 0;
    std::size_t index = 0, entry = 0;
    auto order() const { return std::tuple(distance, index, entry); }
};

bool nearer(const Candidate& a, const Candidate& b) {
    return a.order() < b.order();
}

using Indexes = std::span<const std::shared_ptr<const ShapeIndex>>;

std::vector<Candidate> nearest_in(const NormalShape& shape, Indexes indexes) {
    const std::vector<std::uint8_t> feature = shape_feature(shape, ShapeIndex::grid);
    std::vector<Candidate> all;
    for (std::size_t i = 0; i < indexes.size(); ++i) {
        for (std::size_t entry = 0; entry < indexes[i]->size(); ++entry)
            all.push_back({feature_distance(feature, indexes[i]->feature(entry)), i, entry});
    }
    const std::size_t kept = std::min(all.size(), most_candidates);
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(kept), all.end(),
                      nearer);
    all.resize(kept);
    return all;
}

}  // namespace

std::vector<AlikeCharacter> identify(const NormalShape& shape, Indexes indexes, std::size_t count) {
    const std::vector<std::uint8_t> feature = shape_feature(shape, fine_grid);
    std::vector<Candidate> candidates = nearest_in(shape, indexes);
    for (Candidate& candidate : candidates) {
        const ShapeIndex& index = *indexes[candidate.index];
        const auto drawn = normal_shape(outline(*index.face(), index[candidate.entry].glyph));
        candidate.distance =
            drawn ? feature_distance(feature, shape_feature(*drawn, fine_grid)) : 0xffffffffU;
    }
    std::sort(candidates.begin(), candidates.end(), nearer);
    std::vector<AlikeCharacter> alike;
    for (const Candidate& candidate : candidates) {
        if (alike.size() == count) break;
        const ShapeIndex& index = *indexes[candidate.index];
        const IndexedGlyph indexed = index[candidate.entry];
        alike.push_back({{index.set(), indexed.number},
                         index.face().get(),
                         indexed.glyph,
                         candidate.distance / static_cast<double>(fine_grid.size())});
    }
    return alike;
}

}  // namespace madoguchi::fonts
