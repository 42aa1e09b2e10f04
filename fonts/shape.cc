#include "fonts/shape.h"

#include <algorithm>
#include <span>
#include <utility>

#include "base/utf8.h"
#include "fonts/character_class.h"
#include "fonts/feature_reach.h"
#include "fonts/glyph_buffer.h"
#include "fonts/shaping_paths.h"

namespace madoguchi::fonts {

namespace {

/// 〓 (geta), which printers set for a type that is missing.
constexpr std::string_view geta = "\u3013";

/// A character on its way to glyphs.
struct Pending {
    const Face* face = nullptr;
    std::optional<GlyphId> glyph;
    char32_t base = 0;
    char32_t selector = 0;
    int script = 0;
    Orientation orientation = Orientation::Upright;
    /// A glyph by name has no code that HarfBuzz could be given.
    bool coded = true;
};

class Shaper {
  public:
    Shaper(const FaceSet& faces, ShapedText& text) : faces_(faces), text_(text) {}

    void shape();

  private:
    void resolve(std::size_t index);
    void stand_in(std::size_t index, MissingReason reason);
    Orientation orientation_of(const Pending& pending) const;
    WritingDirection flow_of(Orientation orientation) const;
    bool is_plain(const Pending& pending) const;
    bool may_join(const Pending& first, const Pending& second) const;
    std::size_t run_end(std::size_t begin) const;
    void place_run(std::size_t begin, std::size_t end);
    void place_plain(std::size_t index);
    void place_by_code(std::size_t index);
    bool has_real_glyphs(const Face& face) const;
    void place_shaped(std::size_t begin, std::size_t end);
    void call_harfbuzz(std::size_t begin, std::size_t end);
    void take_glyphs(std::size_t begin, std::size_t end);

    const FaceSet& faces_;
    ShapedText& text_;
    std::vector<Pending> pending_;
    std::vector<CodePointInRun> run_;
    std::vector<RawGlyph> raw_;
};

void Shaper::shape() {
    const std::vector<Cluster> clusters = grapheme_clusters(text_.text);
    text_.characters.reserve(clusters.size());
    text_.glyphs.reserve(clusters.size());
    pending_.resize(clusters.size());
    for (const Cluster& cluster : clusters) {
        ShapedCharacter character;
        character.offset = cluster.offset;
        character.size = cluster.size;
        text_.characters.push_back(character);
        resolve(text_.characters.size() - 1);
    }
    for (std::size_t begin = 0; begin < pending_.size();) {
        const std::size_t end = run_end(begin);
        place_run(begin, end);
        begin = end;
    }
}

void Shaper::resolve(std::size_t index) {
    ShapedCharacter& character = text_.characters[index];
    const auto cluster = std::string_view(text_.text).substr(character.offset, character.size);
    Pending& pending = pending_[index];
    const auto answer = faces_.find(cluster);
    if (const auto* found = std::get_if<FoundCharacter>(&answer)) {
        pending.face = found->face;
        pending.glyph = found->glyph;
        pending.selector = found->selector;
        pending.coded = character_reference(cluster, 0).empty();
        pending.base = pending.coded ? decode_utf8(cluster, 0).code_point : geta_code_point;
    } else {
        stand_in(index, std::get<MissingReason>(answer));
    }
    const int before = index == 0 ? han_script : pending_[index - 1].script;
    pending.script = script_of(pending.base, before);
    pending.orientation = orientation_of(pending);
    character.face = pending.face;
    character.orientation = pending.orientation;
    if (pending.coded && !character.missing) character.code_point = pending.base;
}

void Shaper::stand_in(std::size_t index, MissingReason reason) {
    text_.characters[index].missing = true;
    text_.characters[index].code_point = 0;
    text_.missing.push_back({index, reason});
    Pending& pending = pending_[index];
    pending.base = geta_code_point;
    const auto answer = faces_.find(geta);
    if (const auto* found = std::get_if<FoundCharacter>(&answer)) {
        pending.face = found->face;
        pending.glyph = found->glyph;
    }
}

/// UAX #50, table 1. A character of class Tr stands upright only in its vertical form.
Orientation Shaper::orientation_of(const Pending& pending) const {
    if (text_.direction == WritingDirection::Horizontal || !pending.coded) {
        return Orientation::Upright;
    }
    switch (vertical_class(pending.base)) {
        case VerticalClass::Upright:
            return Orientation::Upright;
        case VerticalClass::Rotated:
            return Orientation::Sideways;
        case VerticalClass::RotatedUnlessTransformed:
            break;
    }
    if (pending.face == nullptr) return Orientation::Upright;
    const auto glyph = pending.face->glyph(pending.base);
    const bool form = glyph && pending.face->feature_reach().vertical_forms.contains(*glyph);
    return form ? Orientation::Upright : Orientation::Sideways;
}

WritingDirection Shaper::flow_of(Orientation orientation) const {
    return orientation == Orientation::Sideways ? WritingDirection::Horizontal : text_.direction;
}

/// Whether the character's own glyph and advance are all that HarfBuzz could answer, as long as its
/// neighbours are plain too.
bool Shaper::is_plain(const Pending& pending) const {
    if (!pending.coded) return true;
    if (!pending.glyph || !has_plain_shaping(pending.base)) return false;
    const FeatureReach& reach = pending.face->feature_reach();
    if (flow_of(pending.orientation) == WritingDirection::Horizontal) {
        return !reach.horizontal.contains(*pending.glyph);
    }
    // Without a `vert` feature HarfBuzz looks for presentation forms (U+FE10, U+FE30).
    const bool may_turn = reach.vertical_forms.empty() && pending.base < 0x3400;
    return !may_turn && !reach.vertical.contains(*pending.glyph);
}

/// Whether a ligature may begin with two neighbours of one run.
bool Shaper::may_join(const Pending& first, const Pending& second) const {
    if (!first.glyph || !second.glyph) return false;
    const FeatureReach& reach = first.face->feature_reach();
    return reach.ligature_starts.contains(*first.glyph) &&
           reach.ligature_seconds.contains(*second.glyph);
}

std::size_t Shaper::run_end(std::size_t begin) const {
    const Pending& first = pending_[begin];
    std::size_t end = begin + 1;
    while (end < pending_.size() && pending_[end].face == first.face &&
           pending_[end].script == first.script && pending_[end].coded == first.coded &&
           pending_[end].orientation == first.orientation) {
        ++end;
    }
    return end;
}

void Shaper::place_run(std::size_t begin, std::size_t end) {
    bool plain = true;
    for (std::size_t i = begin; i < end && plain; ++i) {
        const Pending& pending = pending_[i];
        plain = pending.glyph ? is_plain(pending) : text_.characters[i].missing;
        if (plain && i + 1 < end) plain = !may_join(pending, pending_[i + 1]);
    }
    if (!plain) return place_shaped(begin, end);
    for (std::size_t i = begin; i < end; ++i)
        place_plain(i);
}

/// The distance along a sideways line's y axis from the centre line to the baseline, in ems.
double centred_baseline(const FaceMetrics& metrics) {
    return -(metrics.ascent + metrics.descent) / 2.0 / metrics.units_per_em;
}

void Shaper::place_plain(std::size_t index) {
    const Pending& pending = pending_[index];
    ShapedCharacter& character = text_.characters[index];
    character.first_glyph = text_.glyphs.size();
    character.advance = 1;
    if (!pending.glyph) return;  // not even 〓: an empty cell
    const double em = pending.face->metrics().units_per_em;
    ShapedGlyph glyph;
    glyph.glyph = *pending.glyph;
    if (flow_of(pending.orientation) == WritingDirection::Vertical) {
        const Face::VerticalOrigin origin = pending.face->vertical_origin(glyph.glyph);
        glyph.x = -origin.x / em;
        glyph.y = -origin.y / em;
        glyph.advance = pending.face->vertical_advance(glyph.glyph) / em;
    } else {
        glyph.advance = pending.face->advance(glyph.glyph) / em;
        if (pending.orientation == Orientation::Sideways) {
            glyph.y = centred_baseline(pending.face->metrics());
        }
    }
    character.glyph_count = 1;
    character.advance = glyph.advance;
    text_.glyphs.push_back(glyph);
}

/// A damaged font's features may lead to glyphs that it lacks; its code table was checked.
bool Shaper::has_real_glyphs(const Face& face) const {
    return std::all_of(raw_.begin(), raw_.end(), [&](const RawGlyph& raw) {
        return raw.glyph != 0 && raw.glyph < face.glyph_count();
    });
}

void Shaper::place_by_code(std::size_t index) {
    if (!pending_[index].glyph) stand_in(index, MissingReason::NoGlyph);
    text_.characters[index].face = pending_[index].face;
    place_plain(index);
}

void Shaper::place_shaped(std::size_t begin, std::size_t end) {
    call_harfbuzz(begin, end);
    if (!has_real_glyphs(*pending_[begin].face)) {
        for (std::size_t i = begin; i < end; ++i)
            place_by_code(i);
        return;
    }
    std::size_t served = 0;
    for (std::size_t i = 0; i < raw_.size(); ++i) {
        if (i == 0 || raw_[i].character != raw_[i - 1].character) ++served;
    }
    if (served == end - begin) return take_glyphs(begin, end);
    // A ligature over several characters that people see: each is set on its own instead.
    for (std::size_t i = begin; i < end; ++i) {
        call_harfbuzz(i, i + 1);
        take_glyphs(i, i + 1);
    }
}

void Shaper::call_harfbuzz(std::size_t begin, std::size_t end) {
    run_.clear();
    for (std::size_t i = begin; i < end; ++i) {
        const Pending& pending = pending_[i];
        const auto number = static_cast<std::uint32_t>(i);
        if (pending.glyph) {
            run_.push_back({pending.base, number});
            if (pending.selector != 0) run_.push_back({pending.selector, number});
            continue;
        }
        const ShapedCharacter& character = text_.characters[i];
        const std::size_t stop = character.offset + character.size;
        for (std::size_t at = character.offset; at < stop;) {
            const DecodedCodePoint decoded = decode_utf8(text_.text, at);
            run_.push_back({decoded.code_point, number});
            at += decoded.bytes;
        }
    }
    const Pending& first = pending_[begin];
    shape_run(*first.face, run_, {flow_of(first.orientation), first.script}, raw_);
}

/// Moves the glyphs of the last call to their characters; glyphs of one character are neighbours.
void Shaper::take_glyphs(std::size_t begin, std::size_t end) {
    const Face& face = *pending_[begin].face;
    const double em = face.metrics().units_per_em;
    const Orientation orientation = pending_[begin].orientation;
    const bool vertical = flow_of(orientation) == WritingDirection::Vertical;
    const double baseline =
        orientation == Orientation::Sideways ? centred_baseline(face.metrics()) : 0;
    std::size_t next = 0;
    for (std::size_t i = begin; i < end; ++i) {
        ShapedCharacter& character = text_.characters[i];
        character.first_glyph = text_.glyphs.size();
        double pen_x = 0, pen_y = 0;
        for (; next < raw_.size() && raw_[next].character == i; ++next) {
            const RawGlyph& raw = raw_[next];
            ShapedGlyph glyph;
            glyph.glyph = raw.glyph;
            glyph.x = pen_x + raw.offset_x / em;
            glyph.y = pen_y + raw.offset_y / em + baseline;
            glyph.advance = (vertical ? -raw.advance_y : raw.advance_x) / em;
            pen_x += raw.advance_x / em;
            pen_y += raw.advance_y / em;
            character.advance += glyph.advance;
            text_.glyphs.push_back(glyph);
        }
        character.glyph_count = text_.glyphs.size() - character.first_glyph;
    }
}

}  // namespace

ShapedText shape(const FaceSet& faces, std::string text, WritingDirection direction) {
    ShapedText shaped;
    shaped.text = std::move(text);
    shaped.direction = direction;
    if (!shape_plain(faces, shaped)) shape_in_full(faces, shaped);
    return shaped;
}

void shape_in_full(const FaceSet& faces, ShapedText& text) {
    Shaper(faces, text).shape();
}

}  // namespace madoguchi::fonts
