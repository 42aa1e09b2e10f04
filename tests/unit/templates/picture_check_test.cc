#include "templates/picture_check.h"

#include <gtest/gtest.h>

#include "templates/base64.h"

namespace madoguchi::templates {
namespace {

/// Two by two grey pixels.
const char* const png_text =
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADElEQVR42mNg+A+EAAYAAf+tLDclAAAAAElFTkSuQmCC";

/// SOI, an APP0 segment, a frame header of 16 by 8 pixels, a scan, EOI.
const Bytes jpeg = {0xff, 0xd8, 0xff, 0xe0, 0,    4,    'J', 'F', 0xff, 0xc0, 0, 8,    8,   0,
                    8,    0,    16,   1,    0xff, 0xda, 0,   2,   1,    2,    3, 0xff, 0xd9};

bool is_whole_picture(ByteView bytes, std::string_view media_type) {
    return !find_picture_fault(bytes, media_type);
}

Bytes changed(Bytes bytes, std::size_t at, std::uint8_t value) {
    bytes[at] = value;
    return bytes;
}

TEST(PictureCheck, TakesWholePicturesOfTheirKind) {
    const Bytes png = *decode_base64(png_text);
    EXPECT_TRUE(is_whole_picture(png, "image/png"));
    EXPECT_TRUE(is_whole_picture(jpeg, "image/jpeg"));
    EXPECT_FALSE(is_whole_picture(png, "image/jpeg"));
    EXPECT_FALSE(is_whole_picture(jpeg, "image/png"));
    EXPECT_FALSE(is_whole_picture(png, "image/gif"));
}

TEST(PictureCheck, RefusesEveryBeginningOfAPicture) {
    const Bytes png = *decode_base64(png_text);
    for (std::size_t size = 0; size < png.size(); ++size)
        EXPECT_FALSE(is_whole_picture(ByteView(png).first(size), "image/png")) << size;
    for (std::size_t size = 0; size < jpeg.size(); ++size)
        EXPECT_FALSE(is_whole_picture(ByteView(jpeg).first(size), "image/jpeg")) << size;
}

TEST(PictureCheck, RefusesBrokenStructure) {
    const Bytes png = *decode_base64(png_text);
    constexpr std::size_t width = 16, height = 20, first_length = 8;
    EXPECT_FALSE(is_whole_picture(changed(png, width + 3, 0), "image/png"));
    EXPECT_FALSE(is_whole_picture(changed(png, height + 1, 1), "image/png"));
    EXPECT_FALSE(is_whole_picture(changed(png, first_length, 0xff), "image/png"));
    Bytes longer = png;
    longer.push_back(0);
    EXPECT_FALSE(is_whole_picture(longer, "image/png"));
    EXPECT_FALSE(is_whole_picture(changed(jpeg, 4, 0xff), "image/jpeg"));
    EXPECT_FALSE(is_whole_picture(changed(jpeg, 9, 0xc4), "image/jpeg")) << "no frame header";
    EXPECT_FALSE(is_whole_picture(changed(jpeg, 16, 0), "image/jpeg")) << "no width";
    EXPECT_FALSE(is_whole_picture(changed(jpeg, 5, 1), "image/jpeg")) << "segment without length";
}

/// The PNG with another size in its header, in pixels.
Bytes png_of(std::uint32_t width, std::uint32_t height) {
    Bytes png = *decode_base64(png_text);
    for (std::size_t i = 0; i < 4; ++i) {
        png[16 + i] = static_cast<std::uint8_t>(width >> (24 - 8 * i));
        png[20 + i] = static_cast<std::uint8_t>(height >> (24 - 8 * i));
    }
    return png;
}

TEST(PictureCheck, RefusesMorePixelsThanCanBePrinted) {
    EXPECT_EQ(find_picture_fault(png_of(4000, 4000), "image/png"), std::nullopt);
    EXPECT_EQ(find_picture_fault(png_of(10'000, 1600), "image/png"), std::nullopt);
    EXPECT_EQ(find_picture_fault(png_of(4000, 4001), "image/png"), PictureFault::TooLarge);
    EXPECT_EQ(find_picture_fault(png_of(10'001, 1), "image/png"), PictureFault::TooLarge);
    EXPECT_EQ(find_picture_fault(png_of(0xffffffff, 0xffffffff), "image/png"),
              PictureFault::TooLarge);
    EXPECT_EQ(find_picture_fault(png_of(0, 1), "image/png"), PictureFault::Broken);
    Bytes wide = changed(changed(jpeg, 13, 0x10), 15, 0x10);
    EXPECT_EQ(find_picture_fault(wide, "image/jpeg"), PictureFault::TooLarge);
}

TEST(Base64, KeepsTheVectorsOfRfc4648) {
    for (const auto& [bytes, text] :
         std::initializer_list<std::pair<std::string_view, std::string_view>>{
             {"", ""},
             {"f", "Zg=="},
             {"fo", "Zm8="},
             {"foo", "Zm9v"},
             {"foob", "Zm9vYg=="},
             {"fooba", "Zm9vYmE="},
             {"foobar", "Zm9vYmFy"}}) {
        EXPECT_EQ(encode_base64(as_bytes(bytes)), text);
        ASSERT_TRUE(decode_base64(text)) << text;
        EXPECT_EQ(as_text(*decode_base64(text)), bytes);
    }
}

TEST(Base64, RefusesWhatItWouldNotWrite) {
    for (const std::string_view text :
         {"Zg", "Zg=", "Zh==", "Zm9=", "=m9v", "Zm=v", "Zm9v\n", "Zm 9", "Zm-_", "====", "Z==="})
        EXPECT_FALSE(decode_base64(text)) << text;
}

}  // namespace
}  // namespace madoguchi::templates
