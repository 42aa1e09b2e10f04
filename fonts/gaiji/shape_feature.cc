#include "fonts/gaiji/shape_feature.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace madoguchi::fonts {

namespace {

constexpr int side = static_cast<int>(NormalShape::side);
/// Edges of strokes that touch the box lie one pixel outside of it.
constexpr int span_of_edges = side + 2;
constexpr int whole = 16;  ///< parts of a pixel that are divided between cells

/// Between which two cells a pixel's edge is divided; cell 0 lies outside the grid, as does the one
/// behind the last.
struct Division {
    int cell = 0;
    int second_part = 0;  ///< of `whole`, for cell + 1
};
using Divisions = std::array<Division, span_of_edges>;

Divisions divide(int cells) {
    Divisions divisions;
    for (int i = 0; i < span_of_edges; ++i) {
        // The pixel's middle in cells, counted from the middle of cell 1, in 2 × side parts.
        const int parts = (2 * (i - 1) + 1) * cells - side;
        const int cell = (parts + 4 * side) / (2 * side) - 2;
        const int rest = parts - cell * 2 * side;
        divisions[static_cast<std::size_t>(i)] = {cell + 1, (rest * whole + side) / (2 * side)};
    }
    return divisions;
}

struct Gradient {
    int x = 0, y = 0;
};

/// The shape with two pixels of paper around it, so that no neighbour is outside.
class Sheet {
  public:
    explicit Sheet(const NormalShape& shape) {
        for (std::size_t y = 0; y < NormalShape::side; ++y) {
            for (std::size_t x = 0; x < NormalShape::side; ++x)
                ink_[(y + 2) * width + x + 2] = shape.at(x, y);
        }
    }

    /// Sobel's operator; places begin one pixel before the shape.
    Gradient gradient_at(int x, int y) const {
        const int* above =
            &ink_[static_cast<std::size_t>(y + 1) * width + static_cast<std::size_t>(x + 1)];
        const int* beside = above + width;
        const int* below = beside + width;
        return {above[2] + 2 * beside[2] + below[2] - above[0] - 2 * beside[0] - below[0],
                below[0] + 2 * below[1] + below[2] - above[0] - 2 * above[1] - above[2]};
    }

  private:
    static constexpr std::size_t width = NormalShape::side + 4;
    std::array<int, width * width> ink_{};
};

/// Directions in eighths of a turn: 0 is +x, 2 is +y.
struct Directed {
    int axis = 0, axis_part = 0;
    int diagonal = 0, diagonal_part = 0;
};

Directed direct(Gradient gradient) {
    const int across = std::abs(gradient.x), down = std::abs(gradient.y);
    const int more = std::max(across, down), less = std::min(across, down);
    Directed directed;
    directed.axis = across >= down ? (gradient.x > 0 ? 0 : 4) : (gradient.y > 0 ? 2 : 6);
    directed.diagonal = gradient.x > 0 ? (gradient.y > 0 ? 1 : 7) : (gradient.y > 0 ? 3 : 5);
    directed.axis_part = more - less;
    directed.diagonal_part = less * 362 / 256;  // the root of two
    return directed;
}

class Grid {
  public:
    explicit Grid(FeatureGrid grid)
        : grid_(grid),
          divisions_(divide(grid.cells)),
          sums_(static_cast<std::size_t>((grid.cells + 2) * (grid.cells + 2) * grid.directions)) {}

    void add(int x, int y, const Directed& edge) {
        const Division& across = divisions_[static_cast<std::size_t>(x + 1)];
        const Division& down = divisions_[static_cast<std::size_t>(y + 1)];
        for (int j = 0; j < 2; ++j) {
            const int row_part = j == 0 ? whole - down.second_part : down.second_part;
            for (int i = 0; i < 2; ++i) {
                const int part = i == 0 ? whole - across.second_part : across.second_part;
                std::int64_t* cell = cell_at(across.cell + i, down.cell + j);
                cell[edge.axis & (grid_.directions - 1)] += edge.axis_part * part * row_part;
                cell[edge.diagonal & (grid_.directions - 1)] +=
                    edge.diagonal_part * part * row_part;
            }
        }
    }

    /// Roots, so that a cell full of strokes does not outweigh all others; 0.6 of a cell's pixels
    /// with the strongest edge are the most that is told apart.
    std::vector<std::uint8_t> bytes() {
        const double cell = static_cast<double>(side) / grid_.cells;
        const double most = 1020.0 * whole * whole * cell * cell * 0.6;
        std::vector<std::uint8_t> out;
        out.reserve(grid_.size());
        for (int y = 1; y <= grid_.cells; ++y) {
            for (int x = 1; x <= grid_.cells; ++x) {
                for (int d = 0; d < grid_.directions; ++d) {
                    const auto sum = static_cast<double>(cell_at(x, y)[d]);
                    out.push_back(
                        static_cast<std::uint8_t>(std::min(std::sqrt(sum / most) * 255, 255.0)));
                }
            }
        }
        return out;
    }

  private:
    std::int64_t* cell_at(int x, int y) {
        return &sums_[static_cast<std::size_t>((y * (grid_.cells + 2) + x) * grid_.directions)];
    }

    FeatureGrid grid_;
    Divisions divisions_;
    std::vector<std::int64_t> sums_;
};

}  // namespace

std::vector<std::uint8_t> shape_feature(const NormalShape& shape, FeatureGrid grid) {
    const Sheet sheet(shape);
    Grid sums(grid);
    for (int y = -1; y <= side; ++y) {
        for (int x = -1; x <= side; ++x) {
            const Gradient gradient = sheet.gradient_at(x, y);
            if (gradient.x != 0 || gradient.y != 0) sums.add(x, y, direct(gradient));
        }
    }
    return sums.bytes();
}

std::uint32_t feature_distance(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b) {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += static_cast<std::uint32_t>(std::abs(int{a[i]} - int{b[i]}));
    return sum;
}

}  // namespace madoguchi::fonts
