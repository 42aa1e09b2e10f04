// The single marks of a sheet: transformations, paths, pictures, places of glyphs.
#pragma once

#include <string>

#include "render/frame/frame.h"

namespace madoguchi::render::svg {

/// In hundredths of a millimetre, to a tenth of a micrometre.
void append_length(std::string& out, Length length);

/// Appends ` transform="…"` of a group; nothing when it moves nothing.
void append_transform(std::string& out, const Group& group);

/// Appends the `<g …>` inside which one unit is one font unit of the run's face and the origin is
/// its first glyph. The run has glyphs, a size and a scale above 0.
void append_run_start(std::string& out, const GlyphRun& run);

/// Appends ` x="…" y="…"` of a glyph inside append_run_start(), as far as they are not 0.
void append_place_in_run(std::string& out, const GlyphRun& run, const PlacedGlyph& glyph);

/// Path data.
void append_steps(std::string& out, const std::vector<PathStep>& steps);

/// A `<path>`; nothing when it has neither fill nor stroke.
void append_path(std::string& out, const Path& path);

/// An `<image>` that carries its bytes.
void append_picture(std::string& out, const Picture& picture);

}  // namespace madoguchi::render::svg
