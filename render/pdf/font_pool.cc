#include "render/pdf/font_pool.h"

#include "render/pdf/syntax.h"

namespace madoguchi::render::pdf {

FontPool::FontPool(std::span<const PreparedFont> prepared) : prepared_(prepared) {
    for (std::uint32_t i = 0; i < prepared.size(); ++i) {
        face(prepared[i].use.face()).prepared.push_back(i);
        add_name('S', i);
    }
}

void FontPool::add_name(char letter, std::size_t number) {
    std::string name(1, letter);
    append_integer(name, static_cast<std::int64_t>(number));
    names_.push_back({name, name + 'v'});
}

FontPool::FaceFonts& FontPool::face(const fonts::Face& face) {
    for (FaceFonts& fonts : faces_) {
        if (fonts.face == &face) return fonts;
    }
    faces_.push_back({&face, {}, {}, std::vector<RecentGlyph>(most_recent)});
    return faces_.back();
}

PooledGlyph FontPool::find_or_add(FaceFonts& fonts, fonts::GlyphId glyph, std::string_view text,
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
    add_name(own_letter_, own_.size());
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
    names_.resize(prepared_.size() + mark.size());
    for (std::size_t i = 0; i < mark.size(); ++i)
        own_[i].truncate(mark[i]);
    for (FaceFonts& fonts : faces_) {
        while (!fonts.own.empty() && fonts.own.back() >= mark.size())
            fonts.own.pop_back();
        fonts.recent.assign(most_recent, {});
    }
}

}  // namespace madoguchi::render::pdf
