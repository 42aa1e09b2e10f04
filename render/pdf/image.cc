#include "render/pdf/image.h"

#include <png.h>

#include <string>

namespace madoguchi::render::pdf {

namespace {

Diagnostic bad_image(std::string_view kind) {
    return {.code = "pdf.bad-image",
            .message = {std::string(kind) + "画像が壊れているため読み込めません。",
                        "the " + std::string(kind) + " picture is damaged and cannot be read"},
            .hints = {{"画像を作り直して登録してください。", "Save the picture anew."}}};
}

Diagnostic too_large() {
    return {.code = "pdf.image-too-large",
            .message = {"画像が大きすぎます(1,600万画素まで)。",
                        "the picture is too large (16 million pixels at most)"},
            .hints = {{"印刷する大きさで300dpi程度に縮小してください。",
                       "Scale it down to about 300 dpi at its printed size."}}};
}

bool has_sane_size(std::uint64_t width, std::uint64_t height) {
    return width * height <= most_pixels;
}

/// libpng's simplified interface keeps its own errors to itself: no jump crosses our frames.
class PngReader {
  public:
    PngReader() { image_.version = PNG_IMAGE_VERSION; }
    ~PngReader() { png_image_free(&image_); }
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;

    Result<ImageData> read(ByteView bytes, Effort effort) {
        if (!png_image_begin_read_from_memory(&image_, bytes.data(), bytes.size())) {
            return bad_image("PNG");
        }
        if (!has_sane_size(image_.width, image_.height)) return too_large();
        const bool colour = image_.format & PNG_FORMAT_FLAG_COLOR;
        const bool alpha = image_.format & PNG_FORMAT_FLAG_ALPHA;
        image_.format = colour ? (alpha ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB)
                               : (alpha ? PNG_FORMAT_GA : PNG_FORMAT_GRAY);
        std::string pixels(PNG_IMAGE_SIZE(image_), '\0');
        if (!png_image_finish_read(&image_, nullptr, pixels.data(), 0, nullptr)) {
            return bad_image("PNG");
        }
        ImageData out;
        out.width = image_.width;
        out.height = image_.height;
        out.colours = colour ? ImageData::Colours::Rgb : ImageData::Colours::Grey;
        if (alpha) {
            split_alpha(out, pixels, colour ? 3 : 1, effort);
        } else {
            out.samples = deflate(pixels, effort);
        }
        return out;
    }

  private:
    static void split_alpha(ImageData& out, const std::string& pixels, std::size_t channels,
                            Effort effort) {
        std::string samples, mask;
        samples.reserve(pixels.size());
        for (std::size_t at = 0; at < pixels.size(); at += channels + 1) {
            samples.append(pixels, at, channels);
            mask += pixels[at + channels];
        }
        out.samples = deflate(samples, effort);
        if (mask.find_first_not_of('\xFF') != std::string::npos) out.mask = deflate(mask, effort);
    }

    png_image image_{};
};

/// Start-of-frame markers of the processes that DCTDecode knows: baseline, extended, progressive
/// (ISO 32000-1, 7.4.8).
bool is_readable_frame(std::uint8_t marker) {
    return marker >= 0xC0 && marker <= 0xC2;
}

bool is_frame(std::uint8_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// ITU-T T.81, B.2.2.
Result<ImageData> read_frame_header(ByteView segment) {
    if (segment.size() < 8 || segment[2] != 8) return bad_image("JPEG");
    ImageData out;
    out.height = read_u16(segment, 3);
    out.width = read_u16(segment, 5);
    const unsigned components = segment[7];
    if (out.width == 0 || out.height == 0) return bad_image("JPEG");
    if (!has_sane_size(out.width, out.height)) return too_large();
    if (components == 4) {
        return Diagnostic{
            .code = "pdf.cmyk-image",
            .message = {"CMYKのJPEG画像は使えません。", "CMYK JPEG pictures cannot be used"},
            .hints = {{"RGBに変換して登録してください。", "Convert the picture to RGB."}}};
    }
    if (components != 1 && components != 3) return bad_image("JPEG");
    out.colours = components == 1 ? ImageData::Colours::Grey : ImageData::Colours::Rgb;
    return out;
}

bool ends_properly(ByteView bytes, std::size_t from) {
    for (std::size_t at = bytes.size(); at >= from + 2; --at) {
        if (bytes[at - 2] == 0xFF && bytes[at - 1] == 0xD9) return true;
    }
    return false;
}

Result<ImageData> read_jpeg(ByteView bytes) {
    if (bytes.size() < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8) return bad_image("JPEG");
    std::optional<ImageData> header;
    for (std::size_t at = 2; at + 4 <= bytes.size();) {
        if (bytes[at] != 0xFF) break;
        const std::uint8_t marker = bytes[at + 1];
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        const std::size_t size = read_u16(bytes, at + 2);
        if (size < 2 || at + 2 + size > bytes.size()) break;
        if (marker == 0xDA) {
            if (!header || !ends_properly(bytes, at + 2 + size)) break;
            header->samples = {std::string(as_text(bytes)), bytes.size(), StreamFilter::Dct};
            return *std::move(header);
        }
        if (is_frame(marker)) {
            if (header || !is_readable_frame(marker)) break;
            header = TRY(read_frame_header(bytes.subspan(at + 2, size)));
        }
        at += 2 + size;
    }
    return bad_image("JPEG");
}

Dictionary describe(const ImageData& data, std::string_view colour_space) {
    Dictionary image;
    image.name("Type", "XObject")
        .name("Subtype", "Image")
        .integer("Width", data.width)
        .integer("Height", data.height)
        .name("ColorSpace", colour_space)
        .integer("BitsPerComponent", 8);
    return image;
}

}  // namespace

Result<ImageData> read_image(ByteView bytes, Picture::Format format, Effort effort) {
    if (format == Picture::Format::Jpeg) return read_jpeg(bytes);
    return PngReader().read(bytes, effort);
}

ObjectId write_image(ObjectFile& file, const ImageData& image) {
    const bool grey = image.colours == ImageData::Colours::Grey;
    Dictionary dictionary = describe(image, grey ? "DeviceGray" : "DeviceRGB");
    if (image.mask)
        dictionary.reference("SMask",
                             file.write_stream(describe(image, "DeviceGray"), *image.mask));
    return file.write_stream(std::move(dictionary), image.samples);
}

}  // namespace madoguchi::render::pdf
