// A file that somebody brings becomes shapes: read by a confined process, traced if it is a
// picture, and looked over here.
#pragma once

#include <string>
#include <string_view>

#include "api/confined/confined_process.h"
#include "base/result.h"
#include "fonts/gaiji/upload/upload.h"

namespace madoguchi::api {

inline constexpr std::size_t largest_upload = std::size_t{64} << 20;

/// The programs that do it, each in a process of its own.
struct UploadPrograms {
    Program reader;  ///< this program again, under its hidden word
    Program tracer;  ///< potrace (docs/decisions/0007-tracing-bitmaps.md)
    ConfinementLimits limits;
};
UploadPrograms upload_programs();

/// `name` is what findings call the file. A reader that crashes, hangs, says too much or no answer
/// is the finding "gaiji.unreadable" or "gaiji.too-large"; all of them name the file.
Result<fonts::UploadedGlyphs> read_uploaded_file(std::string_view bytes, const std::string& name,
                                                 const UploadPrograms& programs);

}  // namespace madoguchi::api
