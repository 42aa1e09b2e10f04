#include "fonts/face_set.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <utility>

#include "base/utf8.h"
#include "fonts/character_class.h"
#include "fonts/glyph_buffer.h"
#include "fonts/outline.h"
#include "fonts/plain_characters.h"

namespace madoguchi::fonts {

/// Answers to single code points. Each entry is one word that tells which question it answers, so
/// threads read and write without locks; an entry that loses its place is only asked for again.
struct FaceSet::Cache {
    static constexpr std::size_t size = 16384;
    std::array<std::atomic<std::uint64_t>, size> entries{};
    PlainCharacters plain;
};

namespace {

/// An entry: bit 63 filled, bits 40-47 place in the chain + 1 (0: missing), bits 21-39 glyph, bits
/// 0-20 code point.
constexpr std::uint64_t filled = std::uint64_t{1} << 63;
constexpr std::uint64_t code_point_bits = 0x1fffff;
constexpr std::size_t most_cached_links = 254;

std::size_t slot_of(char32_t code_point) {
    return (code_point ^ code_point >> 14) & 16383;
}

MissingReason reason_for(char32_t code_point) {
    return is_private_use(code_point) ? MissingReason::ForeignPrivateUse : MissingReason::NoGlyph;
}

bool serves(const FaceLink& link, FaceRole role) {
    return link.role == role;
}

/// A set's font answers for its own names, the fonts of public characters for all others.
bool answers_to(const FaceLink& link, std::string_view name) {
    if (link.role == FaceRole::Named) return name.starts_with(link.prefix);
    return link.role == FaceRole::Text;
}

FaceRole role_for(char32_t code_point) {
    return is_private_use(code_point) ? FaceRole::Gaiji : FaceRole::Text;
}

/// A sequence with U+FE00..U+FE0F is a standardised one; one with U+E0100.. belongs to the
/// collection that its font was made for. A tenant's own font answers for its own code points.
bool answers_for(const FaceLink& link, char32_t selector) {
    if (link.role == FaceRole::Gaiji) return true;
    const bool standardised = selector <= 0xfe0f;
    return std::any_of(link.collections.begin(), link.collections.end(), [&](Collection c) {
        return (c == Collection::Standardised) == standardised;
    });
}

/// A tenant's font may hold a code without a drawing; a name printed with a hole is another name.
bool is_blank_gaiji(const FaceLink& link, GlyphId glyph) {
    return link.role == FaceRole::Gaiji && outline(*link.face, glyph).empty();
}

/// Shaping drops selectors and invisible characters that a face does not know (HarfBuzz shows the
/// base alone), so each must be known before.
bool knows_invisible(const FaceLink& link, std::u32string_view code_points) {
    for (std::size_t i = 0; i < code_points.size(); ++i) {
        const char32_t c = code_points[i];
        if (is_variation_selector(c)) {
            if (i == 0 || !answers_for(link, c) || !link.face->glyph(code_points[i - 1], c)) {
                return false;
            }
        } else if (u_hasBinaryProperty(static_cast<UChar32>(c),
                                       UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) {
            if (!link.face->glyph(c)) return false;
        }
    }
    return true;
}

bool is_mark(char32_t code_point) {
    constexpr auto marks = U_GC_MN_MASK | U_GC_ME_MASK;
    return (U_GET_GC_MASK(static_cast<UChar32>(code_point)) & marks) != 0;
}

/// Whether the face shows all of the cluster as one character. A mark is part of a drawn glyph, or
/// the font says where it stands on the letter (GPOS); a mark that is set where the pen happens to
/// stand, beside the letter, is another shape.
bool shows_cluster(const FaceLink& link, std::u32string_view code_points) {
    if (!knows_invisible(link, code_points)) return false;
    std::vector<CodePointInRun> run;
    for (const char32_t c : code_points)
        run.push_back({c, 0});
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script =
        uscript_getScript(static_cast<UChar32>(code_points.front()), &status);
    std::vector<RawGlyph> glyphs;
    shape_run(*link.face, run, {WritingDirection::Horizontal, script}, glyphs);
    const bool whole = std::all_of(glyphs.begin(), glyphs.end(), [&](const RawGlyph& raw) {
        return raw.glyph != 0 && raw.glyph < link.face->glyph_count();
    });
    if (!whole || glyphs.size() <= 1) return whole && !glyphs.empty();
    const auto marks = std::count_if(code_points.begin(), code_points.end(), is_mark);
    const auto at_the_pen = std::count_if(glyphs.begin(), glyphs.end(), [](const RawGlyph& raw) {
        return raw.offset_x == 0 && raw.offset_y == 0;
    });
    return at_the_pen <= static_cast<std::ptrdiff_t>(code_points.size()) - marks;
}

}  // namespace

FaceSet::FaceSet(std::vector<FaceLink> chain, std::vector<SequenceMapping> mappings)
    : chain_(std::move(chain)), mappings_(std::move(mappings)), cache_(std::make_shared<Cache>()) {}

FaceSet::Answer FaceSet::find(std::string_view cluster) const {
    const DecodedCodePoint first = decode_utf8(cluster, 0);
    if (first.bytes == cluster.size()) return find_code_point(first.code_point);
    if (first.code_point == '&') {
        const std::string_view name = character_reference(cluster, 0);
        // Marks behind a reference: no face can be asked for that.
        if (!name.empty() && cluster.size() != name.size() + 2) return MissingReason::NoNamedGlyph;
        if (!name.empty()) return find_named(name);
    }
    const DecodedCodePoint second = decode_utf8(cluster, first.bytes);
    if (first.bytes + second.bytes == cluster.size() && is_variation_selector(second.code_point)) {
        return find_sequence(first.code_point, second.code_point);
    }
    return find_cluster(to_utf32(cluster));
}

PlainCharacters& FaceSet::plain_characters() const {
    return cache_->plain;
}

FaceSet::Answer FaceSet::find_code_point(char32_t code_point) const {
    std::atomic<std::uint64_t>& entry = cache_->entries[slot_of(code_point)];
    const std::uint64_t known = entry.load(std::memory_order_relaxed);
    if ((known & (filled | code_point_bits)) == (filled | code_point)) {
        const std::size_t link = known >> 40 & 0xff;
        if (link == 0) return reason_for(code_point);
        return FoundCharacter{chain_[link - 1].face.get(),
                              static_cast<GlyphId>(known >> 21 & 0x7ffff)};
    }
    return search_code_point(code_point);
}

FaceSet::Answer FaceSet::search_code_point(char32_t code_point) const {
    const auto remember = [&](std::size_t link, GlyphId glyph) {
        if (link > most_cached_links || glyph > 0x7ffff || code_point > code_point_bits) return;
        cache_->entries[slot_of(code_point)].store(
            filled | std::uint64_t{link} << 40 | std::uint64_t{glyph} << 21 | code_point,
            std::memory_order_relaxed);
    };
    const FaceRole role = role_for(code_point);
    for (std::size_t i = 0; i < chain_.size(); ++i) {
        const bool is_geta = chain_[i].role == FaceRole::Geta && code_point == geta_code_point;
        if (!is_geta && !serves(chain_[i], role)) continue;
        const std::optional<GlyphId> glyph = chain_[i].face->glyph(code_point);
        if (!glyph || is_blank_gaiji(chain_[i], *glyph)) continue;
        remember(i + 1, *glyph);
        return FoundCharacter{chain_[i].face.get(), glyph};
    }
    remember(0, 0);
    return reason_for(code_point);
}

std::optional<FoundCharacter> FaceSet::direct_sequence(char32_t base, char32_t selector) const {
    const FaceRole role = role_for(base);
    for (const FaceLink& link : chain_) {
        if (!serves(link, role) || !answers_for(link, selector)) continue;
        const std::optional<GlyphId> glyph = link.face->glyph(base, selector);
        if (glyph) return FoundCharacter{link.face.get(), glyph, selector};
    }
    return std::nullopt;
}

FaceSet::Answer FaceSet::find_sequence(char32_t base, char32_t selector) const {
    if (auto found = direct_sequence(base, selector)) return *found;
    for (const SequenceMapping& mapping : mappings_) {
        if (mapping.base != base || mapping.from_selector != selector) continue;
        if (auto found = direct_sequence(base, mapping.to_selector)) return *found;
    }
    const Answer alone = find_code_point(base);
    if (const auto* reason = std::get_if<MissingReason>(&alone)) return *reason;
    return MissingReason::NoSequence;
}

FaceSet::Answer FaceSet::find_named(std::string_view name) const {
    for (const FaceLink& link : chain_) {
        if (!answers_to(link, name)) continue;
        const std::optional<GlyphId> glyph = link.face->glyph_by_name(name);
        if (glyph) return FoundCharacter{link.face.get(), glyph};
    }
    return MissingReason::NoNamedGlyph;
}

FaceSet::Answer FaceSet::find_cluster(std::u32string_view code_points) const {
    const auto private_use = std::find_if(code_points.begin(), code_points.end(), is_private_use);
    const bool gaiji = private_use != code_points.end();
    for (const FaceLink& link : chain_) {
        if (!serves(link, gaiji ? FaceRole::Gaiji : FaceRole::Text)) continue;
        if (shows_cluster(link, code_points)) return FoundCharacter{link.face.get(), std::nullopt};
    }
    const Answer base = find_code_point(gaiji ? *private_use : code_points.front());
    if (const auto* reason = std::get_if<MissingReason>(&base)) return *reason;
    const bool sequence =
        std::any_of(code_points.begin(), code_points.end(), is_variation_selector);
    return sequence ? MissingReason::NoSequence : MissingReason::NoGlyph;
}

}  // namespace madoguchi::fonts
