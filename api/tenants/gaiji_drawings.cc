#include "api/tenants/gaiji_drawings.h"

#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "api/tenants/settings_file.h"
#include "fonts/gaiji/font_builder.h"
#include "fonts/gaiji/svg_path.h"

namespace madoguchi::api {

namespace {

namespace json = templates::json;

constexpr int units_per_em = 1000;
constexpr int ascent = 880;

/// "U+E000"
std::optional<char32_t> read_code_point(std::string_view text) {
    if (!text.starts_with("U+")) return std::nullopt;
    std::uint32_t code = 0;
    const char* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data() + 2, end, code, 16);
    if (parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
    return static_cast<char32_t>(code);
}

/// Says which character's drawing is wrong.
Diagnostics of_glyph(const std::string& code, Diagnostics findings) {
    for (Diagnostic& finding : findings) {
        finding.message.ja = code + " の字形: " + finding.message.ja;
        finding.message.en = "drawing of " + code + ": " + finding.message.en;
    }
    return findings;
}

void read_glyph(SettingsFile& settings, const json::Value& entry, fonts::DrawnFont& font) {
    settings.allow_only(entry, {"code", "path", "reading", "meaning"});
    settings.optional_text(entry, "reading");
    settings.optional_text(entry, "meaning");
    const std::string code = settings.required_text(entry, "code");
    const std::string path = settings.required_text(entry, "path");
    const std::optional<char32_t> code_point = read_code_point(code);
    if (!code.empty() && !code_point) {
        settings.report(entry, {"外字の code は U+E000 の形で書いてください。",
                                "Write a glyph's code as U+E000."});
    }
    if (path.empty() || !code_point) return;
    Result<fonts::Outline> drawing = fonts::read_svg_path(path);
    if (!drawing.ok())
        return settings.add(*entry.find("path"), of_glyph(code, std::move(drawing).findings()));
    if (drawing->size() < 4) {  // a move, two sides, an end: less encloses nothing
        return settings.report(*entry.find("path"),
                               {"外字の形が描かれていません。", "The path draws no shape."});
    }
    font.glyphs.push_back({
        .code_point = *code_point,
        .name = "gaiji." + code.substr(2),
        .advance = units_per_em,
        .outline = fonts::to_font_units(*drawing, {}, units_per_em, ascent),
    });
}

}  // namespace

Result<std::shared_ptr<const fonts::Face>> open_gaiji_drawings(const std::filesystem::path& file) {
    SettingsFile settings = TRY(SettingsFile::read(file));
    settings.allow_only(settings.root(), {"family", "glyphs"});
    fonts::DrawnFont font{.family = settings.required_text(settings.root(), "family")};
    const json::Value* glyphs = settings.root().find("glyphs");
    if (glyphs != nullptr && glyphs->array() != nullptr) {
        for (const json::Value& entry : *glyphs->array())
            read_glyph(settings, entry, font);
    } else {
        settings.report(settings.root(),
                        {"glyphs の並びがありません。", "The list glyphs is missing."});
    }
    if (!settings.sound()) return settings.take_findings();
    Bytes bytes = TRY(fonts::build_font(font));
    return fonts::Face::from_bytes(std::move(bytes), file.string());
}

}  // namespace madoguchi::api
