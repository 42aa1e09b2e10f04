#include "render/background/picture.h"

#include <png.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "render/background/refusal.h"

namespace madoguchi::render::background {

namespace {

constexpr double longest_side = 10'000;
constexpr std::size_t most_pixels = 16'000'000;

/// An entry by its full name or, in inline images, by its short one.
Object entry(const Object& picture, std::string_view name, std::string_view brief) {
    const Object found = picture[name];
    return found ? found : picture[brief];
}

std::size_t side(const Object& object) {
    const double side = object.number().value_or(0);
    if (side < 1 || side > longest_side) throw Refusal{too_large()};
    return static_cast<std::size_t>(side);
}

struct Raster {
    std::size_t width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};

std::vector<std::uint8_t> to_png(const Raster& raster) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(raster.width);
    image.height = static_cast<png_uint_32>(raster.height);
    image.format = PNG_FORMAT_RGBA;
    png_alloc_size_t size = 0;
    if (!png_image_write_get_memory_size(image, size, 0, raster.rgba.data(), 0, nullptr))
        throw Refusal{broken()};
    std::vector<std::uint8_t> png(size);
    if (!png_image_write_to_memory(&image, png.data(), &size, 0, raster.rgba.data(), 0, nullptr))
        throw Refusal{broken()};
    png.resize(size);
    return png;
}

/// The name of the last filter, which says how samples are coded.
std::string coding(const Object& picture) {
    const Object filter = entry(picture, "Filter", "F");
    const std::vector<Object> all = filter.items();
    return all.empty() ? filter.name() : all.back().name();
}

void check_coding(const std::string& filter) {
    for (const char* unread : {"JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF"}) {
        if (filter == unread)
            throw Refusal{
                unsupported({"この形式（" + filter + "）の画像", "A picture coded by " + filter})};
    }
}

class Samples {
  public:
    Samples(std::string bytes, std::size_t width, std::size_t components, unsigned bits)
        : bytes_(std::move(bytes)),
          components_(components),
          bits_(bits),
          row_((width * components * bits + 7) / 8) {}

    /// From 0 to the highest; what is missing at the end is 0.
    unsigned at(std::size_t x, std::size_t y, std::size_t component) const {
        const std::size_t bit = (x * components_ + component) * bits_;
        const std::size_t byte = y * row_ + bit / 8;
        if (bits_ == 16) return byte_at(byte) << 8 | byte_at(byte + 1);
        return byte_at(byte) >> (8 - bits_ - bit % 8) & highest();
    }
    unsigned highest() const { return (1u << bits_) - 1; }

  private:
    unsigned byte_at(std::size_t index) const {
        return index < bytes_.size() ? static_cast<unsigned char>(bytes_[index]) : 0;
    }

    std::string bytes_;
    std::size_t components_;
    unsigned bits_;
    std::size_t row_;
};

unsigned bits_of(const Object& picture) {
    const double bits = entry(picture, "BitsPerComponent", "BPC").number().value_or(8);
    for (const unsigned known : {1u, 2u, 4u, 8u, 16u}) {
        if (bits == known) return known;
    }
    throw Refusal{broken()};
}

/// What a sample stands for (8.9.5.2).
class Decode {
  public:
    Decode(const Object& picture, double highest_value, unsigned highest_sample)
        : ranges_(entry(picture, "Decode", "D").numbers()),
          highest_value_(highest_value),
          highest_sample_(highest_sample) {}

    double operator()(unsigned sample, std::size_t component) const {
        const double share = static_cast<double>(sample) / highest_sample_;
        if (ranges_.size() < 2 * component + 2) return share * highest_value_;
        return ranges_[2 * component] +
               share * (ranges_[2 * component + 1] - ranges_[2 * component]);
    }

  private:
    std::vector<double> ranges_;
    double highest_value_, highest_sample_;
};

Raster blank(const Object& picture) {
    Raster raster;
    raster.width = side(entry(picture, "Width", "W"));
    raster.height = side(entry(picture, "Height", "H"));
    if (raster.width * raster.height > most_pixels) throw Refusal{too_large()};
    raster.rgba.resize(raster.width * raster.height * 4);
    return raster;
}

/// 8.9.6.2: painted where the samples are 0.
Raster stencil(const Object& picture, std::string bytes, Colour paint) {
    Raster raster = blank(picture);
    const Samples samples(std::move(bytes), raster.width, 1, 1);
    const Decode decode(picture, 1, 1);
    std::uint8_t* pixel = raster.rgba.data();
    for (std::size_t y = 0; y < raster.height; ++y) {
        for (std::size_t x = 0; x < raster.width; ++x, pixel += 4) {
            const std::uint8_t alpha = decode(samples.at(x, y, 0), 0) < 0.5 ? 255 : 0;
            std::copy_n(std::array{paint.red, paint.green, paint.blue, alpha}.begin(), 4, pixel);
        }
    }
    return raster;
}

Raster paint(const Object& picture, std::string bytes, const ColourSpace& space) {
    Raster raster = blank(picture);
    const unsigned bits = coding(picture) == "DCTDecode" ? 8 : bits_of(picture);
    const Samples samples(std::move(bytes), raster.width, space.components(), bits);
    const Decode decode(picture, space.highest_sample(bits), samples.highest());
    std::vector<double> values(space.components());
    std::uint8_t* pixel = raster.rgba.data();
    for (std::size_t y = 0; y < raster.height; ++y) {
        for (std::size_t x = 0; x < raster.width; ++x, pixel += 4) {
            for (std::size_t i = 0; i < values.size(); ++i)
                values[i] = decode(samples.at(x, y, i), i);
            const Colour colour = space.colour(values);
            std::copy_n(
                std::array<std::uint8_t, 4>{colour.red, colour.green, colour.blue, 255}.begin(), 4,
                pixel);
        }
    }
    return raster;
}

/// 8.9.6.4: samples of these ranges are not painted.
void hide_ranges(Raster& raster, const std::string& bytes, const std::vector<double>& ranges,
                 std::size_t components, unsigned bits) {
    const Samples samples(bytes, raster.width, components, bits);
    for (std::size_t y = 0; y < raster.height; ++y) {
        for (std::size_t x = 0; x < raster.width; ++x) {
            bool is_hidden = ranges.size() >= 2 * components;
            for (std::size_t i = 0; is_hidden && i < components; ++i) {
                const double sample = samples.at(x, y, i);
                is_hidden = sample >= ranges[2 * i] && sample <= ranges[2 * i + 1];
            }
            if (is_hidden) raster.rgba[(y * raster.width + x) * 4 + 3] = 0;
        }
    }
}

/// The nearest pixels in a raster of at least this size.
void enlarge(Raster& raster, std::size_t width, std::size_t height) {
    if (width <= raster.width && height <= raster.height) return;
    Raster larger;
    larger.width = std::max(width, raster.width);
    larger.height = std::max(height, raster.height);
    if (larger.width * larger.height > most_pixels) throw Refusal{too_large()};
    larger.rgba.resize(larger.width * larger.height * 4);
    std::uint8_t* pixel = larger.rgba.data();
    for (std::size_t y = 0; y < larger.height; ++y) {
        const std::size_t row = y * raster.height / larger.height * raster.width;
        for (std::size_t x = 0; x < larger.width; ++x, pixel += 4)
            std::copy_n(&raster.rgba[(row + x * raster.width / larger.width) * 4], 4, pixel);
    }
    raster = std::move(larger);
}

/// How much of each pixel shows: an explicit mask (8.9.6.3) or a soft one (11.6.5.3). The coarser
/// of picture and mask is scaled to the finer one by its nearest sample.
void apply_mask(Raster& raster, const Object& mask, bool is_soft) {
    const Raster size = blank(mask);
    enlarge(raster, size.width, size.height);
    const unsigned bits = is_soft ? bits_of(mask) : 1;
    const Samples samples(mask.bytes(), size.width, 1, bits);
    const Decode decode(mask, 1, samples.highest());
    for (std::size_t y = 0; y < raster.height; ++y) {
        for (std::size_t x = 0; x < raster.width; ++x) {
            const double value = decode(
                samples.at(x * size.width / raster.width, y * size.height / raster.height, 0), 0);
            const double shown = is_soft ? value : 1 - value;
            raster.rgba[(y * raster.width + x) * 4 + 3] =
                static_cast<std::uint8_t>(std::clamp(shown, 0.0, 1.0) * 255 + 0.5);
        }
    }
}

/// A JPEG that says everything itself goes through as it is.
bool passes(const Object& picture, const ColourSpace& space) {
    const Object filter = picture["Filter"];
    const bool is_alone = filter.name() == "DCTDecode" || filter.items().size() == 1;
    return coding(picture) == "DCTDecode" && is_alone && !picture["SMask"] && !picture["Mask"] &&
           picture["Decode"].numbers().empty() &&
           (space.kind() == ColourSpace::Kind::Rgb || space.kind() == ColourSpace::Kind::Grey);
}

/// An inline picture behind its filter; several in a row are rare and not read.
std::string unpacked(const Object& dictionary, std::string data) {
    const std::string name = coding(dictionary);
    if (name.empty()) return data;
    check_coding(name);
    const auto type = PoDoFo::PdfFilterFactory::FilterNameToType(PoDoFo::PdfName(name));
    const std::unique_ptr<PoDoFo::PdfFilter> filter(PoDoFo::PdfFilterFactory::Create(type));
    if (filter == nullptr || entry(dictionary, "DecodeParms", "DP"))
        throw Refusal{unsupported({"この圧縮の埋め込み画像", "An inline picture so compressed"})};
    char* bytes = nullptr;
    PoDoFo::pdf_long size = 0;
    filter->Decode(data.data(), static_cast<PoDoFo::pdf_long>(data.size()), &bytes, &size);
    const std::unique_ptr<char, decltype(&PoDoFo::podofo_free)> owned(bytes, PoDoFo::podofo_free);
    return {bytes, static_cast<std::size_t>(size)};
}

std::vector<std::uint8_t> octets(const std::string& bytes) {
    return {bytes.begin(), bytes.end()};
}

}  // namespace

ReadPicture read_picture(const Object& object, const Object& named_spaces, Colour paint_colour) {
    check_coding(coding(object));
    if (object["ImageMask"].flag().value_or(false))
        return {templates::DrawnPicture::Format::Png,
                to_png(stencil(object, object.bytes(), paint_colour))};
    blank(object);  // refuses a picture that is too large before it is unpacked
    const ColourSpace space = ColourSpace::read(object["ColorSpace"], named_spaces);
    if (space.kind() == ColourSpace::Kind::Pattern) throw Refusal{broken()};
    if (passes(object, space))
        return {templates::DrawnPicture::Format::Jpeg, octets(object.raw_bytes())};
    if (coding(object) == "DCTDecode" && space.kind() == ColourSpace::Kind::Cmyk)
        throw Refusal{unsupported({"印刷色（CMYK）のJPEG画像", "A JPEG picture in CMYK"})};
    const std::string bytes = object.bytes();
    Raster raster = paint(object, bytes, space);
    const Object mask = object["Mask"];
    if (const Object soft = object["SMask"]) {
        check_coding(coding(soft));
        apply_mask(raster, soft, true);
    } else if (mask.is_stream()) {
        check_coding(coding(mask));
        apply_mask(raster, mask, false);
    } else if (mask) {
        hide_ranges(raster, bytes, mask.numbers(), space.components(), bits_of(object));
    }
    return {templates::DrawnPicture::Format::Png, to_png(raster)};
}

ReadPicture read_inline_picture(const Object& dictionary, std::string data,
                                const Object& named_spaces, Colour paint_colour) {
    data = unpacked(dictionary, std::move(data));
    if (entry(dictionary, "ImageMask", "IM").flag().value_or(false))
        return {templates::DrawnPicture::Format::Png,
                to_png(stencil(dictionary, std::move(data), paint_colour))};
    const ColourSpace space =
        ColourSpace::read(entry(dictionary, "ColorSpace", "CS"), named_spaces);
    return {templates::DrawnPicture::Format::Png,
            to_png(paint(dictionary, std::move(data), space))};
}

}  // namespace madoguchi::render::background
