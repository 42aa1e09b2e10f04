#include "fonts/plain_characters.h"

#include <variant>

#include "base/utf8.h"
#include "fonts/character_class.h"
#include "fonts/face_set.h"
#include "fonts/feature_reach.h"

namespace madoguchi::fonts {

namespace {

constexpr std::size_t most_links = 256;

std::optional<std::size_t> link_of(const FaceSet& faces, const Face* face) {
    for (std::size_t i = 0; i < faces.chain().size() && i < most_links; ++i) {
        if (faces.chain()[i].face.get() == face) return i;
    }
    return std::nullopt;
}

}  // namespace

PlainCharacters::PlainCharacters() = default;

PlainCharacters::~PlainCharacters() {
    for (std::atomic<Page*>& page : pages_)
        delete page.load(std::memory_order_relaxed);
}

std::uint64_t PlainCharacters::look_up(const FaceSet& faces, char32_t c) {
    if (!stands_alone(c) || c == U'&' || !has_plain_shaping(c)) return known;
    std::string text;
    append_utf8(text, c);
    const auto answer = faces.find(text);
    const auto* found = std::get_if<FoundCharacter>(&answer);
    if (found == nullptr || !found->glyph || *found->glyph > 0xffffff) return known;
    const Face& face = *found->face;
    const FeatureReach& reach = face.feature_reach();
    const std::optional<std::size_t> link = link_of(faces, &face);
    const int advance = face.advance(*found->glyph);
    if (!link || advance < 0 || advance > 0xffff || reach.horizontal.contains(*found->glyph))
        return known;
    std::uint64_t entry = known | plain | std::uint64_t{*link} << 40 |
                          std::uint64_t{*found->glyph} << 16 | static_cast<std::uint64_t>(advance);
    if (reach.ligature_starts.contains(*found->glyph)) entry |= begins_ligature;
    if (reach.ligature_seconds.contains(*found->glyph)) entry |= ends_ligature;
    return entry;
}

std::uint64_t PlainCharacters::learn(const FaceSet& faces, char32_t code_point) {
    if (code_point >= page_size * page_count) return known;
    std::atomic<Page*>& slot = pages_[code_point / page_size];
    Page* page = slot.load(std::memory_order_acquire);
    if (page == nullptr) {
        auto fresh = std::make_unique<Page>();
        if (slot.compare_exchange_strong(page, fresh.get(), std::memory_order_acq_rel))
            page = fresh.release();
    }
    const std::uint64_t entry = look_up(faces, code_point);
    (*page)[code_point % page_size].store(entry, std::memory_order_relaxed);
    return entry;
}

}  // namespace madoguchi::fonts
