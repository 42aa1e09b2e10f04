// Streams compressed with the least effort that a record's page deserves, or the most.
#pragma once

#include <string>
#include <string_view>

#include "render/pdf/options.h"

namespace madoguchi::render::pdf {

enum class StreamFilter { None, Flate, Dct };

/// The bytes of one stream as they stand in an issued file.
struct StreamData {
    std::string bytes;
    std::size_t raw_size = 0;  ///< before compression
    StreamFilter filter = StreamFilter::None;
};

enum class Effort {
    Record,   ///< paid for each person
    Archive,  ///< paid once per form, or by PdfOptions::Compression::Small
};

Effort effort_of(PdfOptions::Compression compression);

/// zlib format (RFC 1950). Each thread keeps its compressors.
StreamData deflate(std::string_view raw, Effort effort);

/// The inverse of deflate, for the proof form.
std::string inflate(const StreamData& stream);

}  // namespace madoguchi::render::pdf
