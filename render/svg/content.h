// Items of one layer as SVG markup, in hundredths of a millimetre.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/frame/frame.h"
#include "render/svg/glyph_paths.h"

namespace madoguchi::render::svg {

using GlyphKey = std::pair<std::size_t, fonts::GlyphId>;  ///< index into FaceNumbers, glyph

/// Faces in the order of their first use: pointers differ from run to run, these numbers do not.
using FaceNumbers = std::vector<const fonts::Face*>;

/// Everything a layer's markup leans on and adds to.
struct ContentState {
    const Elements& elements;
    GlyphPaths* paths = nullptr;
    std::string_view id_prefix;  ///< before every id of the sheet
    std::string_view id_layer;   ///< "s" or "d": an element may have parts in both layers
    FaceNumbers faces;
    std::set<GlyphKey> defined;  ///< glyphs whose definition stands in the sheet already
};

struct Content {
    std::string definitions;  ///< `<path id=…>` of glyphs that were not defined before
    std::string body;
};

Content write_content(std::span<const Item> items, ContentState& state);

/// What the items say, in their order: text of runs, actual text of groups, alternative text of
/// pictures.
std::string spoken_text(std::span<const Item> items);

}  // namespace madoguchi::render::svg
