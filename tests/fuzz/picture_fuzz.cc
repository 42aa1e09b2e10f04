// Any bytes as a picture, PNG or JPEG by the first byte: what a template accepts as whole, the PDF
// writer decodes or refuses with a finding, never for its size, and what it decodes has a sample
// for every pixel.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "render/pdf/image.h"
#include "templates/picture_check.h"

namespace madoguchi::render {
namespace {

void try_picture(ByteView bytes, Picture::Format format) {
    const auto fault = templates::find_picture_fault(
        bytes, format == Picture::Format::Png ? "image/png" : "image/jpeg");
    const auto image = pdf::read_image(bytes, format, pdf::Effort::Record);
    if (!image) {
        if (!has_errors(image.findings())) std::abort();
        if (!fault && image.findings().front().code == "pdf.image-too-large") std::abort();
        return;
    }
    const auto pixels = std::uint64_t{image->width} * image->height;
    if (pixels == 0 || pixels > pdf::most_pixels) std::abort();
}

}  // namespace
}  // namespace madoguchi::render

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using madoguchi::render::Picture;
    if (size == 0) return 0;
    const auto format = bytes[0] % 2 == 0 ? Picture::Format::Png : Picture::Format::Jpeg;
    madoguchi::render::try_picture({bytes + 1, size - 1}, format);
    return 0;
}
