// A shape as numbers that are near each other where shapes are alike.
//
// The strength of the edges in each cell of a grid, by direction, as handwriting is recognised
// (normalisation-cooperated gradient features: each gradient is divided between the axis and the
// diagonal beside it). A stroke that is thicker moves its edges a little and keeps their
// directions. Whole-number arithmetic but for a correctly rounded root: the same shape gives the
// same bytes everywhere.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "fonts/gaiji/normal_shape.h"

namespace madoguchi::fonts {

struct FeatureGrid {
    int cells = 8;       ///< along each side
    int directions = 4;  ///< 4: edges without their sides; 8: light and dark side apart

    constexpr std::size_t size() const {
        return static_cast<std::size_t>(cells) * static_cast<std::size_t>(cells) *
               static_cast<std::size_t>(directions);
    }
};

/// One byte for each direction of each cell, cells in rows from the top.
std::vector<std::uint8_t> shape_feature(const NormalShape& shape, FeatureGrid grid);

/// The sum of the differences; both are of one grid.
std::uint32_t feature_distance(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b);

}  // namespace madoguchi::fonts
