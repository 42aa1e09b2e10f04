// A registry of gaiji as a JSON file, both ways:
//
//     {"family": "Minato Gaiji",
//      "glyphs": [{"code": "U+E000", "vendorCode": "F040", "reading": "はたけやま", "meaning": "…",
//                  "source": "EUDC.TTE", "identified": "MJ003719" or "none",
//                  "substitutes": {"jisx0213": "畑"}, "validFrom": "2026-04-01", "validTo": "…",
//                  "advance": 1000, "path": "M0 0L9 0L9 9Z"}],
//      "history": [{"date": "2026-04-01", "code": "U+E000", "action": "registered", "note": "…"},
//                  {"date": "…", "code": "U+E000", "action": "replaced" or "removed",
//                   "advance": 1000, "path": "M0 0L9 0L9 9Z"}]}
//
// The path of a change is the shape that stood there before; old files have none.
// Only family, glyphs, code and path must be there. A path is that of SVG in a square of 1000
// units, y downwards (fonts/gaiji/gaiji_entry.h).
#pragma once

#include <string>

#include "base/result.h"
#include "fonts/gaiji/registry.h"

namespace madoguchi::api {

/// All that is wrong comes back together, each with its place. `name` is what findings call it.
Result<fonts::GaijiRegistry> read_gaiji_file(std::string source, std::string name);

/// Reading it again gives an equal registry; equal registries give the same bytes.
std::string write_gaiji_file(const fonts::GaijiRegistry& registry);

}  // namespace madoguchi::api
