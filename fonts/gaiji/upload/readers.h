// The readers behind read_upload(), one for each family of files.
#pragma once

#include <optional>

#include "fonts/gaiji/svg_path.h"
#include "fonts/gaiji/upload/upload.h"

namespace madoguchi::fonts {

UploadAnswer read_font_upload(ByteView file);
UploadAnswer read_svg_upload(ByteView file);
/// A plain path in the square of a drawing.
UploadAnswer read_path_upload(ByteView file);
UploadAnswer read_png_upload(ByteView file);
UploadAnswer read_bmp_upload(ByteView file);
UploadAnswer read_pbm_upload(ByteView file);

/// A drawing whose height is the em and whose width is the advance. Fails (Blank, BadMeasures,
/// TooComplicated) on what is no shape.
UploadAnswer drawing_upload(const Outline& outline, DrawingBox box, double width);

/// Blank when there is no ink.
UploadAnswer bitmap_upload(UploadedBitmap bitmap);

/// To thousandths of a unit, as a registry keeps them; nothing beyond ±16,383.
std::optional<Outline> rounded(const Outline& outline);

}  // namespace madoguchi::fonts
