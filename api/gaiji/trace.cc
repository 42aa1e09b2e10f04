#include "api/gaiji/trace.h"

#include <utility>

#include "fonts/gaiji/svg_path.h"
#include "fonts/gaiji/upload/readers.h"

namespace madoguchi::api {

namespace {

/// potrace's coordinates are whole numbers of a hundredth of a pixel, y upwards.
constexpr int hundredths = 100;

/// A raw portable bitmap (P4).
std::string portable_bitmap(const fonts::UploadedBitmap& bitmap) {
    const std::size_t row_bytes = (bitmap.width + 7) / 8;
    std::string head =
        "P4\n" + std::to_string(bitmap.width) + ' ' + std::to_string(bitmap.height) + '\n';
    std::string rows(row_bytes * bitmap.height, '\0');
    for (std::size_t i = 0; i < bitmap.ink.size(); ++i) {
        if (!bitmap.ink[i]) continue;
        char& byte = rows[i / bitmap.width * row_bytes + i % bitmap.width / 8];
        byte = static_cast<char>(byte | 0x80 >> i % bitmap.width % 8);
    }
    return head + rows;
}

/// The data of the one path that potrace writes under --flat.
std::string_view path_data(std::string_view svg) {
    constexpr std::string_view before = "<path d=\"";
    const std::size_t start = svg.find(before);
    if (start == svg.npos) return {};
    svg.remove_prefix(start + before.size());
    return svg.substr(0, svg.find('"'));
}

Diagnostic finding(const std::string& name, std::string code, BilingualText what,
                   BilingualText hint) {
    Diagnostic said{.code = std::move(code), .message = std::move(what)};
    said.origin.source = SourcePlace{.file = name};
    said.hints.push_back(std::move(hint));
    return said;
}

Diagnostic no_tracer(const std::string& name) {
    return finding(
        name, "gaiji.no-tracer",
        {"画像を輪郭にする potrace を実行できません。", "potrace cannot be run."},
        {"Debian のパッケージ potrace を入れてください。", "Install Debian's package potrace."});
}

Diagnostic not_traced(const std::string& name) {
    return finding(name, "gaiji.not-traced",
                   {"画像を輪郭にできません。", "the picture could not be traced."},
                   {"1文字だけを白地に黒で描いた画像にしてください。",
                    "Give a picture of one character, black on white."});
}

}  // namespace

Result<fonts::GaijiDrawing> trace(const fonts::UploadedBitmap& bitmap, const std::string& name,
                                  const Program& tracer, const ConfinementLimits& limits) {
    const ConfinedEnd end = run_confined(tracer, portable_bitmap(bitmap), limits);
    if (end.how == ConfinedEnd::How::NotStarted) return no_tracer(name);
    if (end.how != ConfinedEnd::How::Left || end.code != 0) return not_traced(name);
    const Result<fonts::Outline> traced = fonts::read_svg_path(path_data(end.output));
    if (!traced.ok()) return not_traced(name);
    const auto side = [](std::size_t pixels) { return static_cast<double>(pixels) * hundredths; };
    const double height = side(bitmap.height);
    // Turned over: the upper edge is the greatest y of potrace's picture and the least of ours.
    const fonts::Outline downwards = fonts::to_font_units(
        *traced, {.size = height}, static_cast<int>(height), static_cast<int>(height));
    const fonts::UploadAnswer drawing =
        fonts::drawing_upload(downwards, {.size = height}, side(bitmap.width));
    if (const auto* fault = std::get_if<fonts::UploadFault>(&drawing))
        return fonts::explain_fault(*fault, name);
    return std::get<fonts::UploadedGlyphs>(drawing).glyphs.front().drawing;
}

}  // namespace madoguchi::api
