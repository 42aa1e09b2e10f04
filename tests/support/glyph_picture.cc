#include "tests/support/glyph_picture.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <algorithm>
#include <cmath>
#include <memory>

namespace madoguchi::tests {

namespace {

bool draw(FT_Library library, FT_Face face, GlyphPicture& picture) {
    FT_Outline& outline = face->glyph->outline;
    const double scale = static_cast<double>(picture.width) * 64 / face->units_per_EM;
    const double baseline = static_cast<double>(picture.height) * 0.12 * 64;  // from below
    for (int i = 0; i < outline.n_points; ++i) {
        outline.points[i].x = std::lround(static_cast<double>(outline.points[i].x) * scale);
        outline.points[i].y =
            std::lround(static_cast<double>(outline.points[i].y) * scale + baseline);
    }
    std::vector<unsigned char> grey(picture.width * picture.height);
    FT_Bitmap bitmap{};
    bitmap.width = static_cast<unsigned>(picture.width);
    bitmap.rows = static_cast<unsigned>(picture.height);
    bitmap.pitch = static_cast<int>(picture.width);
    bitmap.buffer = grey.data();
    bitmap.num_grays = 256;
    bitmap.pixel_mode = FT_PIXEL_MODE_GRAY;
    if (FT_Outline_Get_Bitmap(library, &outline, &bitmap) != 0) return false;
    for (const unsigned char value : grey)
        picture.ink.push_back(value >= 128);
    return true;
}

}  // namespace

std::size_t GlyphPicture::covered() const {
    return static_cast<std::size_t>(std::count(ink.begin(), ink.end(), true));
}

GlyphPicture draw_character(const Bytes& font, char32_t code_point, std::size_t side) {
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    if (FT_Init_FreeType(&library) != 0) return {};
    const std::unique_ptr<FT_LibraryRec_, decltype(&FT_Done_FreeType)> owner(library,
                                                                             FT_Done_FreeType);
    if (FT_New_Memory_Face(library, font.data(), static_cast<FT_Long>(font.size()), 0, &face) != 0)
        return {};
    const unsigned glyph = FT_Get_Char_Index(face, code_point);
    GlyphPicture picture{side, side, {}};
    if (glyph == 0 || FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE) != 0 ||
        !draw(library, face, picture))
        return {};
    return picture;
}

GlyphPicture cropped(const GlyphPicture& picture) {
    std::size_t left = picture.width, top = picture.height, right = 0, bottom = 0;
    for (std::size_t i = 0; i < picture.ink.size(); ++i) {
        if (!picture.ink[i]) continue;
        left = std::min(left, i % picture.width);
        right = std::max(right, i % picture.width + 1);
        top = std::min(top, i / picture.width);
        bottom = std::max(bottom, i / picture.width + 1);
    }
    GlyphPicture inner{right > left ? right - left : 0, bottom > top ? bottom - top : 0, {}};
    for (std::size_t y = top; y < bottom; ++y) {
        for (std::size_t x = left; x < right; ++x)
            inner.ink.push_back(picture.at(x, y));
    }
    return inner;
}

namespace {

double agreement_at(const GlyphPicture& a, const GlyphPicture& b, int right, int down) {
    std::size_t shared = 0;
    for (std::size_t y = 0; y < a.height; ++y) {
        for (std::size_t x = 0; x < a.width; ++x) {
            const auto bx = static_cast<std::ptrdiff_t>(x) + right;
            const auto by = static_cast<std::ptrdiff_t>(y) + down;
            if (bx < 0 || by < 0 || static_cast<std::size_t>(bx) >= b.width ||
                static_cast<std::size_t>(by) >= b.height)
                continue;
            if (a.at(x, y) && b.at(static_cast<std::size_t>(bx), static_cast<std::size_t>(by)))
                ++shared;
        }
    }
    const std::size_t all = a.covered() + b.covered() - shared;
    return all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
}

}  // namespace

double agreement(const GlyphPicture& a, const GlyphPicture& b) {
    return agreement_at(a, b, 0, 0);
}

double best_agreement(const GlyphPicture& a, const GlyphPicture& b) {
    const GlyphPicture inner_a = cropped(a), inner_b = cropped(b);
    double best = 0;
    for (int down = -2; down <= 2; ++down) {
        for (int right = -2; right <= 2; ++right)
            best = std::max(best, agreement_at(inner_a, inner_b, right, down));
    }
    return best;
}

}  // namespace madoguchi::tests
