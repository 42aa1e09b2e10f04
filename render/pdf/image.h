// A picture's bytes as an image XObject (ISO 32000-1, 8.9.5).
//
// PNG is decoded to 8 bits a channel in sRGB, grey stays grey, transparency becomes a soft mask.
// JPEG passes through as it is once its header has been read; CMYK is refused, because the only
// colour space of our files is sRGB.
#pragma once

#include <cstdint>
#include <optional>

#include "base/bytes.h"
#include "base/result.h"
#include "render/frame/frame.h"
#include "render/pdf/deflate.h"
#include "render/pdf/object.h"

namespace madoguchi::render::pdf {

struct ImageData {
    enum class Colours { Grey, Rgb };
    std::uint32_t width = 0, height = 0;
    Colours colours = Colours::Rgb;
    StreamData samples;
    std::optional<StreamData> mask;  ///< one byte a pixel, 255 is opaque
};

/// No more pixels than this: a small file must not become gigabytes.
inline constexpr std::uint64_t most_pixels = 16'000'000;

/// Findings "pdf.bad-image", "pdf.image-too-large", "pdf.cmyk-image".
Result<ImageData> read_image(ByteView bytes, Picture::Format format, Effort effort);

ObjectId write_image(ObjectFile& file, const ImageData& image);

}  // namespace madoguchi::render::pdf
