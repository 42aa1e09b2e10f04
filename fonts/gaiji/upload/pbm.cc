#include <algorithm>
#include <utility>

#include "fonts/gaiji/upload/readers.h"

// Netpbm's portable bitmaps, plain (P1) and raw (P4): 1 is black.

namespace madoguchi::fonts {

namespace {

using Kind = UploadFault::Kind;

bool is_space(std::uint8_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct PbmReader {
    ByteView file;
    std::size_t at = 2;

    void skip_blanks() {
        while (at < file.size() && (is_space(file[at]) || file[at] == '#')) {
            if (file[at] == '#') {
                while (at < file.size() && file[at] != '\n')
                    ++at;
            } else {
                ++at;
            }
        }
    }
    /// Nothing when no number stands there; what is too large for a picture stays too large.
    std::optional<std::size_t> side() {
        skip_blanks();
        std::optional<std::size_t> value;
        for (; at < file.size() && file[at] >= '0' && file[at] <= '9'; ++at) {
            const std::size_t digit = file[at] - std::size_t{'0'};
            value = std::min(value.value_or(0) * 10 + digit, greatest_picture_side + 1);
        }
        return value;
    }
    std::optional<UploadFault> plain(UploadedBitmap& bitmap) {
        for (std::size_t i = 0; i < bitmap.width * bitmap.height; ++i, ++at) {
            skip_blanks();
            if (at == file.size()) return UploadFault{Kind::CutShort, at};
            if (file[at] != '0' && file[at] != '1') return UploadFault{Kind::BrokenPicture, at};
            bitmap.ink.push_back(file[at] == '1');
        }
        return std::nullopt;
    }
    std::optional<UploadFault> raw(UploadedBitmap& bitmap) {
        const std::size_t row_bytes = (bitmap.width + 7) / 8;
        ++at;  // one white space
        if (at > file.size() || row_bytes * bitmap.height > file.size() - at)
            return UploadFault{Kind::CutShort, file.size()};
        for (std::size_t y = 0; y < bitmap.height; ++y) {
            for (std::size_t x = 0; x < bitmap.width; ++x)
                bitmap.ink.push_back((file[at + y * row_bytes + x / 8] >> (7 - x % 8) & 1) != 0);
        }
        return std::nullopt;
    }
};

}  // namespace

UploadAnswer read_pbm_upload(ByteView file) {
    PbmReader reader{file};
    const auto width = reader.side(), height = reader.side();
    if (!width || !height) {
        const bool cut = reader.at == file.size();
        return UploadFault{cut ? Kind::CutShort : Kind::BrokenPicture, reader.at};
    }
    if (*width == 0 || *height == 0) return UploadFault{Kind::Blank, 0};
    if (*width > greatest_picture_side || *height > greatest_picture_side)
        return UploadFault{Kind::TooManyPixels, greatest_picture_side};
    UploadedBitmap bitmap{*width, *height, {}};
    bitmap.ink.reserve(*width * *height);
    const auto fault = file[1] == '1' ? reader.plain(bitmap) : reader.raw(bitmap);
    if (fault) return *fault;
    return bitmap_upload(std::move(bitmap));
}

}  // namespace madoguchi::fonts
