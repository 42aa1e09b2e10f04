#include "render/pdf/font_pool.h"

#include "render/pdf/syntax.h"

namespace madoguchi::render::pdf {

FontPool::FontPool(std::span<const PreparedFont> prepared) : prepared_(prepared) {
    for (std::uint32_t i = 0; i < prepared.size(); ++i) {
        face(prepared[i].use.face()).prepared.push_back(i);
    }
}

std::string FontPool::resource_name(std::uint32_t font, FontDirections direction) const {
    const bool is_own = font >= prepared_.size();
    std::string name(1, is_own ? own_letter_ : 'S');
    append_integer(name, static_cast<std::int64_t>(is_own ? font - prepared_.size() : font));
    if (direction == vertical_use) name += 'v';
    return name;
}

FontPool::FaceFonts& FontPool::face(const fonts::Face& face) {
    for (FaceFonts& fonts : faces_) {
        if (fonts.face == &face) return fonts;
    }
    faces_.push_back({&face, {}, {}});
    return faces_.back();
}

PooledGlyph FontPool::glyph(FaceFonts& fonts, fonts::GlyphId glyph, std::string_view text,
                            int blank) {
    for (const std::uint32_t i : fonts.prepared) {
        const GlyphCode* code = prepared_[i].use.codes().find(glyph, text, blank);
        if (code) return {i, *code};
    }
    const auto own_number = [this](std::uint32_t i) {
        return static_cast<std::uint32_t>(prepared_.size()) + i;
    };
    for (const std::uint32_t i : fonts.own) {
        const GlyphCode* code = own_[i].codes().find(glyph, text, blank);
        if (code) return {own_number(i), *code};
    }
    if (!fonts.own.empty()) {
        const GlyphCode* code = own_[fonts.own.back()].add(glyph, text, blank);
        if (code) return {own_number(fonts.own.back()), *code};
    }
    fonts.own.push_back(static_cast<std::uint32_t>(own_.size()));
    own_.emplace_back(*fonts.face);
    return {own_number(fonts.own.back()), *own_.back().add(glyph, text, blank)};
}

FontPool::Mark FontPool::mark() const {
    Mark mark;
    for (const FontUse& font : own_)
        mark.push_back(font.codes().entries().size());
    return mark;
}

void FontPool::rollback(const Mark& mark) {
    own_.erase(own_.begin() + static_cast<std::ptrdiff_t>(mark.size()), own_.end());
    for (std::size_t i = 0; i < mark.size(); ++i)
        own_[i].truncate(mark[i]);
    for (FaceFonts& fonts : faces_) {
        while (!fonts.own.empty() && fonts.own.back() >= mark.size())
            fonts.own.pop_back();
    }
}

}  // namespace madoguchi::render::pdf
