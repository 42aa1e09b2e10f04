#include "render/pdf/code_table.h"

namespace madoguchi::render::pdf {

std::size_t CodeTable::first_slot(fonts::GlyphId glyph, std::uint32_t text_start) const {
    return (glyph ^ std::uint64_t{text_start} << 20) * 0x9e3779b97f4a7c15u >> 32 &
           (slots_.size() - 1);
}

const GlyphCode* CodeTable::find(fonts::GlyphId glyph, std::string_view text, int blank) const {
    if (slots_.empty()) return nullptr;
    const std::size_t mask = slots_.size() - 1;
    const std::uint32_t start = text_start(text);
    for (std::size_t slot = first_slot(glyph, start); slots_[slot] != 0; slot = (slot + 1) & mask) {
        const Entry& entry = entries_[slots_[slot] - 1];
        if (entry.glyph == glyph && entry.text_start == start && entry.code.blank == blank &&
            entry.text_size == text.size() &&
            (text.size() <= text_start_size || this->text(entry) == text))
            return &entry.code;
    }
    return nullptr;
}

const GlyphCode& CodeTable::insert(fonts::GlyphId glyph, std::string_view text, GlyphCode code) {
    if ((entries_.size() + 1) * 2 > slots_.size())
        fill_slots(slots_.empty() ? 64 : slots_.size() * 2);
    entries_.push_back({glyph, text_start(text), static_cast<std::uint32_t>(texts_.size()),
                        static_cast<std::uint32_t>(text.size()), code});
    texts_ += text;
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = first_slot(glyph, entries_.back().text_start);
    while (slots_[slot] != 0)
        slot = (slot + 1) & mask;
    slots_[slot] = static_cast<std::uint32_t>(entries_.size());
    return entries_.back().code;
}

void CodeTable::truncate(std::size_t count) {
    if (count >= entries_.size()) return;
    texts_.resize(entries_[count].text_offset);
    entries_.resize(count);
    fill_slots(slots_.size());
}

void CodeTable::fill_slots(std::size_t count) {
    slots_.assign(count, 0);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        std::size_t slot = first_slot(entries_[i].glyph, entries_[i].text_start);
        while (slots_[slot] != 0)
            slot = (slot + 1) & mask;
        slots_[slot] = static_cast<std::uint32_t>(i + 1);
    }
}

}  // namespace madoguchi::render::pdf
