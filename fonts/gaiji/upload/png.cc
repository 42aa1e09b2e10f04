#include <png.h>

#include <utility>

#include "fonts/gaiji/upload/readers.h"

namespace madoguchi::fonts {

namespace {

using Kind = UploadFault::Kind;

struct PngImage {
    PngImage() { image.version = PNG_IMAGE_VERSION; }
    ~PngImage() { png_image_free(&image); }
    PngImage(const PngImage&) = delete;
    PngImage& operator=(const PngImage&) = delete;
    png_image image{};
};

}  // namespace

UploadAnswer read_png_upload(ByteView file) {
    PngImage png;
    png_image& image = png.image;
    if (png_image_begin_read_from_memory(&image, file.data(), file.size()) == 0)
        return UploadFault{Kind::BrokenPicture, 0};
    if (image.width > greatest_picture_side || image.height > greatest_picture_side)
        return UploadFault{Kind::TooManyPixels, greatest_picture_side};
    image.format = PNG_FORMAT_GRAY;
    std::vector<png_byte> grey(PNG_IMAGE_SIZE(image));
    const png_color paper{255, 255, 255};  // shows through where the picture is transparent
    if (png_image_finish_read(&image, &paper, grey.data(), 0, nullptr) == 0)
        return UploadFault{Kind::BrokenPicture, 0};
    UploadedBitmap bitmap{image.width, image.height, {}};
    bitmap.ink.reserve(grey.size());
    for (const png_byte value : grey)
        bitmap.ink.push_back(value < 128);
    return bitmap_upload(std::move(bitmap));
}

}  // namespace madoguchi::fonts
