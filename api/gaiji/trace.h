// A picture of a character becomes an outline.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/confined/confined_process.h"
#include "base/result.h"
#include "fonts/gaiji/upload/upload.h"

namespace madoguchi::api {

/// The height of the picture is the em, its width the advance. Holes stay holes, and no speck is
/// left out. Findings "gaiji.no-tracer" and "gaiji.not-traced" name the file.
Result<fonts::GaijiDrawing> trace(const fonts::UploadedBitmap& bitmap, const std::string& name,
                                  const Program& tracer, const ConfinementLimits& limits);

}  // namespace madoguchi::api
