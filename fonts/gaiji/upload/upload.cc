#include "fonts/gaiji/upload/upload.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "fonts/gaiji/svg_path.h"
#include "fonts/gaiji/upload/readers.h"

namespace madoguchi::fonts {

namespace {

using Kind = UploadFault::Kind;

bool starts_with(ByteView file, std::string_view signature) {
    return as_text(file).starts_with(signature);
}

bool is_font(ByteView file) {
    using namespace std::string_view_literals;
    for (const std::string_view signature :
         {"\0\1\0\0"sv, "OTTO"sv, "true"sv, "ttcf"sv, "wOFF"sv, "wOF2"sv}) {
        if (starts_with(file, signature)) return true;
    }
    return false;
}

/// The first letter behind white space and a byte order mark.
char first_letter(ByteView file) {
    std::string_view text = as_text(file);
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    const std::size_t at = text.find_first_not_of(" \t\r\n");
    return at == std::string_view::npos ? '\0' : text[at];
}

constexpr double greatest_coordinate = 16383;

}  // namespace

UploadAnswer read_upload(ByteView file) {
    if (is_font(file)) return read_font_upload(file);
    if (starts_with(file, "\x89PNG")) return read_png_upload(file);
    if (starts_with(file, "BM")) return read_bmp_upload(file);
    if (starts_with(file, "P1") || starts_with(file, "P4")) return read_pbm_upload(file);
    const char first = first_letter(file);
    if (first == '<') return read_svg_upload(file);
    if (first == 'M' || first == 'm') return read_path_upload(file);
    return UploadFault{Kind::UnknownKind, 0};
}

UploadAnswer read_path_upload(ByteView file) {
    const std::string_view text = as_text(file);
    const std::size_t start = text.starts_with("\xef\xbb\xbf") ? 3 : 0;
    const Result<Outline> outline = read_svg_path(text.substr(start));
    if (!outline.ok())
        return UploadFault{Kind::BrokenSvg,
                           start + outline.findings().front().origin.source->offset};
    return drawing_upload(*outline, {}, gaiji_em);
}

UploadAnswer drawing_upload(const Outline& outline, DrawingBox box, double width) {
    if (!(box.size > 0) || !(width > 0) || !(width / box.size <= 16) ||
        !(width / box.size >= 1.0 / 16))
        return UploadFault{Kind::BadMeasures, 0};
    if (outline.size() > most_glyph_steps) return UploadFault{Kind::TooComplicated, 0};
    // Up and down again: to_font_units() turns y, and a drawing keeps it downwards.
    const Outline upwards = to_font_units(outline, box, gaiji_em, 0);
    const std::optional<Outline> kept =
        rounded(to_font_units(upwards, {.left = 0, .top = 0, .size = gaiji_em}, gaiji_em, 0));
    if (!kept) return UploadFault{Kind::BadMeasures, 0};
    if (kept->size() < 4) return UploadFault{Kind::Blank, 0};
    const int advance = static_cast<int>(std::lround(width / box.size * gaiji_em));
    return UploadedGlyphs{{{0, {advance, *kept}}}, {}};
}

UploadAnswer bitmap_upload(UploadedBitmap bitmap) {
    if (std::find(bitmap.ink.begin(), bitmap.ink.end(), true) == bitmap.ink.end())
        return UploadFault{Kind::Blank, 0};
    return bitmap;
}

std::optional<Outline> rounded(const Outline& outline) {
    bool fits = true;
    const auto round = [&](OutlinePoint point) {
        fits = fits && std::abs(point.x) <= greatest_coordinate &&
               std::abs(point.y) <= greatest_coordinate;
        // Through the same text that a registry holds, so that both are equal.
        return fits ? OutlinePoint{std::round(point.x * 1000) / 1000,
                                   std::round(point.y * 1000) / 1000}
                    : OutlinePoint{};
    };
    Outline out;
    out.reserve(outline.size());
    for (const auto& step : outline) {
        if (const auto* move = std::get_if<MoveTo>(&step)) {
            out.push_back(MoveTo{round(move->to)});
        } else if (const auto* line = std::get_if<LineTo>(&step)) {
            out.push_back(LineTo{round(line->to)});
        } else if (const auto* quad = std::get_if<QuadTo>(&step)) {
            const OutlinePoint control = round(quad->control);
            out.push_back(QuadTo{control, round(quad->to)});
        } else if (const auto* cubic = std::get_if<CubicTo>(&step)) {
            const OutlinePoint first = round(cubic->first), second = round(cubic->second);
            out.push_back(CubicTo{first, second, round(cubic->to)});
        } else {
            out.push_back(ClosePath{});
        }
    }
    if (!fits) return std::nullopt;
    return out;
}

}  // namespace madoguchi::fonts
