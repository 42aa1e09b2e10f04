#include "render/pdf/font.h"

#include <cmath>

namespace madoguchi::render::pdf {

namespace {

/// A TrueType program counts its glyphs, .notdef included, in 16 bits (OpenType, maxp).
constexpr std::size_t glyph_limit = 0xFFFF;

/// Halves are rounded away from zero.
int thousandths(int value, const fonts::Face& face) {
    const std::int64_t em = face.metrics().units_per_em;
    if (em == 1000) return value;
    const std::int64_t twice = std::int64_t{value} * 2000;
    return static_cast<int>((twice + (value < 0 ? -em : em)) / (2 * em));
}

std::uint16_t units(int thousandths, const fonts::Face& face) {
    return static_cast<std::uint16_t>(
        std::lround(thousandths * face.metrics().units_per_em / 1000.0));
}

}  // namespace

VerticalMetrics vertical_metrics(const fonts::Face& face, fonts::GlyphId glyph) {
    const fonts::Face::VerticalOrigin origin = face.vertical_origin(glyph);
    return {-thousandths(face.vertical_advance(glyph), face), thousandths(origin.x, face),
            thousandths(origin.y, face)};
}

FontUse::FontUse(const fonts::Face& face) {
    plan_.face = &face;
}

int glyph_width(const fonts::Face& face, fonts::GlyphId glyph) {
    return thousandths(face.advance(glyph), face);
}

const GlyphCode* FontUse::add(fonts::GlyphId glyph, std::string_view text, int blank) {
    const bool fixed = face().outline_format() != fonts::OutlineFormat::TrueType;
    if (fixed) {
        const auto known = fixed_codes_.find(glyph);
        if (known != fixed_codes_.end()) {
            return &codes_.insert(glyph, text,
                                  {known->second, false, 0, glyph_width(face(), glyph)});
        }
    }
    if (plan_.glyphs.size() >= glyph_limit) return nullptr;
    plan_.glyphs.push_back(glyph);
    const std::uint16_t code = fonts::code_of(plan_, plan_.glyphs.size() - 1);
    if (fixed) fixed_codes_.emplace(glyph, code);
    if (blank != 0) plan_.blanks.push_back({code, units(blank, face())});
    return &codes_.insert(
        glyph, text,
        {code, true, static_cast<std::int16_t>(blank), glyph_width(face(), glyph) + blank});
}

void FontUse::truncate(std::size_t count) {
    std::size_t glyphs = plan_.glyphs.size();
    const std::vector<CodeTable::Entry>& entries = codes_.entries();
    for (std::size_t i = entries.size(); i > count; --i) {
        const CodeTable::Entry& entry = entries[i - 1];
        if (!entry.code.exact) continue;
        fixed_codes_.erase(entry.glyph);
        --glyphs;
    }
    plan_.glyphs.resize(glyphs);
    while (!plan_.blanks.empty() && plan_.blanks.back().code >= glyphs)
        plan_.blanks.pop_back();
    codes_.truncate(count);
}

}  // namespace madoguchi::render::pdf
