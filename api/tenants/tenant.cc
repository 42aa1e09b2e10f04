#include "api/tenants/tenant.h"

#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "api/files/input_file.h"
#include "fonts/gaiji/font_builder.h"
#include "fonts/gaiji/svg_path.h"
#include "templates/json/value.h"

namespace madoguchi::api {

namespace {

namespace json = templates::json;

Diagnostic wrong(const std::filesystem::path& file, BilingualText what) {
    Diagnostic finding{.code = "tenant.malformed", .message = std::move(what)};
    finding.origin.source = SourcePlace{.file = file.string()};
    return finding;
}

std::string text_member(const json::Value& object, std::string_view name) {
    const json::Value* member = object.find(name);
    const std::string* text = member ? member->string() : nullptr;
    return text ? *text : std::string();
}

/// "U+E000"
std::optional<char32_t> read_code_point(std::string_view text) {
    if (!text.starts_with("U+")) return std::nullopt;
    std::uint32_t code = 0;
    const char* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data() + 2, end, code, 16);
    if (parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
    return static_cast<char32_t>(code);
}

Result<fonts::DrawnGlyph> read_glyph(const json::Value& entry, const std::filesystem::path& file) {
    constexpr int units_per_em = 1000;
    constexpr int ascent = 880;
    const std::string code_text = text_member(entry, "code");
    const std::optional<char32_t> code = read_code_point(code_text);
    if (!code) {
        return wrong(
            file, {"外字の code は U+E000 の形で書いてください", "write a glyph's code as U+E000"});
    }
    const fonts::Outline drawing = TRY(fonts::read_svg_path(text_member(entry, "path")));
    return fonts::DrawnGlyph{
        .code_point = *code,
        .name = "gaiji." + code_text.substr(2),
        .advance = units_per_em,
        .outline = fonts::to_font_units(drawing, {}, units_per_em, ascent),
    };
}

Result<std::shared_ptr<const fonts::Face>> draw_gaiji(const std::filesystem::path& file) {
    const std::string source = TRY(read_file(file));
    const json::Value root = TRY(json::read(source, file.string()));
    const json::Value* entries = root.find("glyphs");
    if (!entries || !entries->array()) {
        return wrong(file, {"glyphs の並びがありません", "the list glyphs is missing"});
    }
    fonts::DrawnFont font{.family = text_member(root, "family")};
    Diagnostics findings;
    for (const json::Value& entry : *entries->array()) {
        Result<fonts::DrawnGlyph> glyph = read_glyph(entry, file);
        if (glyph.ok()) {
            font.glyphs.push_back(std::move(glyph).value());
        } else {
            append(findings, std::move(glyph).findings());
        }
    }
    if (!findings.empty()) return findings;
    Bytes bytes = TRY(fonts::build_font(font));
    return fonts::Face::from_bytes(std::move(bytes), file.string());
}

Result<std::shared_ptr<const fonts::Face>> open_gaiji(const std::filesystem::path& file) {
    if (file.extension() == ".json") return draw_gaiji(file);
    return fonts::Face::open(file);
}

}  // namespace

Result<Tenant> read_tenant(const std::filesystem::path& directory) {
    const std::filesystem::path file = directory / "tenant.json";
    const std::string source = TRY(read_file(file));
    const json::Value root = TRY(json::read(source, file.string()));
    Tenant tenant{.id = text_member(root, "id"), .name = text_member(root, "name")};
    if (tenant.id.empty() || tenant.name.empty()) {
        return wrong(file, {"id と name が必要です", "id and name are required"});
    }
    const std::string gaiji = text_member(root, "gaiji");
    if (!gaiji.empty()) tenant.gaiji = TRY(open_gaiji(directory / gaiji));
    return tenant;
}

}  // namespace madoguchi::api
