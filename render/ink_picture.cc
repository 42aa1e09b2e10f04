#include "render/ink_picture.h"

#include <png.h>

#include <string_view>
#include <utility>

#include "templates/picture_check.h"

namespace madoguchi::render {

namespace {

Diagnostic broken() {
    return {.code = "picture.broken",
            .message = {"画像が壊れているか、PNGではありません。",
                        "The picture is damaged, or is no PNG."},
            .hints = {{"PNG形式で保存し直してください。", "Save it as PNG anew."}}};
}

Diagnostic too_large() {
    return {.code = "picture.too-large",
            .message = {"画像が大きすぎます（1,600万画素、一辺10,000画素まで）。",
                        "The picture is too large: 16 million pixels and 10,000 a side at most."},
            .hints = {{"1字だけを切り取るか、縮小してください。",
                       "Cut out the one character, or scale the picture down."}}};
}

/// libpng's simplified interface keeps its own errors to itself: no jump crosses our frames.
struct Image : png_image {
    Image() : png_image{} { version = PNG_IMAGE_VERSION; }
    ~Image() { png_image_free(this); }
    Image(const Image&) = delete;
    Image& operator=(const Image&) = delete;
};

}  // namespace

Result<fonts::InkPicture> read_ink_picture(ByteView png) {
    if (const auto fault = templates::find_picture_fault(png, "image/png")) {
        return *fault == templates::PictureFault::TooLarge ? too_large() : broken();
    }
    Image image;
    if (!png_image_begin_read_from_memory(&image, png.data(), png.size())) return broken();
    image.format = PNG_FORMAT_GRAY;
    fonts::InkPicture picture{image.width, image.height, Bytes(PNG_IMAGE_SIZE(image))};
    const png_color paper = {255, 255, 255};
    if (!png_image_finish_read(&image, &paper, picture.ink.data(), 0, nullptr)) return broken();
    for (std::uint8_t& pixel : picture.ink)
        pixel = static_cast<std::uint8_t>(255 - pixel);
    return picture;
}

}  // namespace madoguchi::render
