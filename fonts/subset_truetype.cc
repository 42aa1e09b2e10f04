#include "fonts/subset_truetype.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "fonts/font_file.h"
#include "fonts/glyf.h"
#include "fonts/sfnt.h"

namespace madoguchi::fonts {

namespace {

constexpr std::size_t most_glyphs = 65535;
/// Renderers follow components without end if a font lets them.
constexpr int deepest_composite = 16;
constexpr int most_components = 4096;

void put_u16(Bytes& bytes, std::size_t at, std::uint32_t value) {
    bytes[at] = static_cast<std::uint8_t>(value >> 8);
    bytes[at + 1] = static_cast<std::uint8_t>(value);
}

Bytes copy_of(ByteView bytes) {
    return {bytes.begin(), bytes.end()};
}

/// The tables glyf, loca and hmtx in the order of the plan; every step fails on a font that
/// contradicts itself.
class GlyphCopy {
  public:
    GlyphCopy(const Face& face, const GlyfTables& tables, const std::vector<GlyphId>& plan)
        : face_(face), tables_(tables), glyphs_(plan) {}

    bool copy_glyphs();
    bool copy_metrics(const std::vector<SubsetPlan::Blank>& blanks);

    std::size_t glyph_count() const { return glyphs_.size(); }
    Bytes glyf, loca, hmtx;

  private:
    bool copy_glyph(GlyphId glyph);
    bool copy_composite(ByteView glyph);
    bool is_bounded(GlyphId glyph, int depth, int& budget) const;
    std::optional<std::uint32_t> code_of_component(GlyphId component);

    const Face& face_;
    const GlyfTables& tables_;
    std::vector<GlyphId> glyphs_;
    std::unordered_map<GlyphId, std::uint32_t> codes_;  ///< filled at the first composite glyph
};

bool GlyphCopy::copy_glyphs() {
    std::size_t total = 0;
    for (const GlyphId glyph : glyphs_)
        total += tables_.glyph(glyph).value_or(ByteView{}).size() + 1;
    glyf.reserve(total);
    loca.reserve((glyphs_.size() + 1) * 4);
    // Composite glyphs append their components to the list while it is worked off.
    for (std::size_t code = 0; code < glyphs_.size(); ++code) {
        append_u32(loca, static_cast<std::uint32_t>(glyf.size()));
        if (!copy_glyph(glyphs_[code])) return false;
        if (glyf.size() % 2 != 0) glyf.push_back(0);
    }
    append_u32(loca, static_cast<std::uint32_t>(glyf.size()));
    return true;
}

bool GlyphCopy::copy_glyph(GlyphId glyph) {
    const std::optional<ByteView> bytes = tables_.glyph(glyph);
    if (!bytes) return false;
    if (!is_composite(*bytes)) return append_simple_glyph(*bytes, glyf);
    int budget = most_components;
    return is_bounded(glyph, 0, budget) && copy_composite(*bytes);
}

bool GlyphCopy::is_bounded(GlyphId glyph, int depth, int& budget) const {
    const std::optional<ByteView> bytes = tables_.glyph(glyph);
    if (!bytes || depth > deepest_composite || --budget < 0) return false;
    if (!is_composite(*bytes)) return true;
    const std::optional<Components> components = read_components(*bytes);
    return components && std::all_of(components->list.begin(), components->list.end(),
                                     [&](const Component& component) {
                                         return is_bounded(component.glyph, depth + 1, budget);
                                     });
}

bool GlyphCopy::copy_composite(ByteView glyph) {
    const std::optional<Components> components = read_components(glyph);
    if (!components) return false;
    const std::size_t start = glyf.size();
    glyf.insert(glyf.end(), glyph.begin(),
                glyph.begin() + static_cast<std::ptrdiff_t>(components->end));
    for (const Component& component : components->list) {
        const std::optional<std::uint32_t> code = code_of_component(component.glyph);
        if (!code) return false;
        put_u16(glyf, start + component.glyph_at, *code);
        put_u16(glyf, start + component.flags_at,
                read_u16(glyph, component.flags_at) & ~composite_has_instructions);
    }
    return true;
}

std::optional<std::uint32_t> GlyphCopy::code_of_component(GlyphId component) {
    if (codes_.empty()) {
        for (std::size_t code = 0; code < glyphs_.size(); ++code)
            codes_.emplace(glyphs_[code], static_cast<std::uint32_t>(code));
    }
    const auto [place, added] =
        codes_.emplace(component, static_cast<std::uint32_t>(glyphs_.size()));
    if (added && glyphs_.size() == most_glyphs) return std::nullopt;
    if (added) glyphs_.push_back(component);
    return place->second;
}

bool GlyphCopy::copy_metrics(const std::vector<SubsetPlan::Blank>& blanks) {
    const ByteView hhea = face_.table("hhea");
    const ByteView source = face_.table("hmtx");
    if (hhea.size() < 36) return false;
    const std::size_t full = read_u16(hhea, 34);
    const std::size_t needed =
        full * 4 + (std::max<std::size_t>(full, face_.glyph_count()) - full) * 2;
    if (full == 0 || source.size() < needed) return false;
    hmtx.reserve(glyphs_.size() * 4);
    for (const GlyphId glyph : glyphs_) {
        const bool own = glyph < full;
        append_u16(hmtx, read_u16(source, own ? glyph * 4 : (full - 1) * 4));
        append_u16(hmtx, read_u16(source, own ? glyph * 4 + 2 : full * 4 + (glyph - full) * 2));
    }
    for (const SubsetPlan::Blank& blank : blanks) {
        const std::size_t at = blank.code * 4;
        put_u16(hmtx, at, std::min<std::uint32_t>(read_u16(hmtx, at) + blank.units, 0xffff));
    }
    return true;
}

/// maxp 1.0: the number of glyphs changes, and without instructions nothing of their machine is
/// needed (OpenType, maxp).
std::optional<Bytes> maximum_profile(const Face& face, std::size_t glyph_count) {
    const ByteView source = face.table("maxp");
    if (source.size() < 32) return std::nullopt;
    Bytes maxp = copy_of(source.first(32));
    put_u16(maxp, 4, static_cast<std::uint32_t>(glyph_count));
    constexpr std::size_t max_zones = 14;
    constexpr std::size_t max_size_of_instructions = 26;
    put_u16(maxp, max_zones, 1);
    for (std::size_t at = max_zones + 2; at <= max_size_of_instructions; at += 2)
        put_u16(maxp, at, 0);
    return maxp;
}

/// hhea.advanceWidthMax (OpenType, hhea): the widest of hmtx.
std::uint32_t widest_advance(const Bytes& hmtx) {
    std::uint32_t widest = 0;
    for (std::size_t at = 0; at + 4 <= hmtx.size(); at += 4)
        widest = std::max<std::uint32_t>(widest, read_u16(hmtx, at));
    return widest;
}

std::optional<Bytes> copy_tables(const SubsetPlan& plan) {
    const Face& face = *plan.face;
    const std::optional<GlyfTables> tables = read_glyf_tables(face);
    if (!tables) return std::nullopt;
    GlyphCopy copy(face, *tables, plan.glyphs);
    if (!copy.copy_glyphs() || !copy.copy_metrics(plan.blanks)) return std::nullopt;
    std::optional<Bytes> maxp = maximum_profile(face, copy.glyph_count());
    if (!maxp) return std::nullopt;
    Bytes head = copy_of(face.table("head").first(54));
    put_u16(head, 50, 1);  // loca holds long offsets
    Bytes hhea = copy_of(face.table("hhea").first(36));
    put_u16(hhea, 34, static_cast<std::uint32_t>(copy.glyph_count()));
    if (!plan.blanks.empty()) put_u16(hhea, 10, widest_advance(copy.hmtx));
    std::vector<SfntTable> parts;
    parts.push_back({"head", std::move(head)});
    parts.push_back({"hhea", std::move(hhea)});
    parts.push_back({"maxp", std::move(*maxp)});
    parts.push_back({"hmtx", std::move(copy.hmtx)});
    parts.push_back({"loca", std::move(copy.loca)});
    parts.push_back({"glyf", std::move(copy.glyf)});
    return write_sfnt(std::move(parts));
}

}  // namespace

Result<Bytes> subset_truetype(const SubsetPlan& plan) {
    if (std::optional<Bytes> bytes = copy_tables(plan)) {
        return std::move(*bytes);
    }
    return contradictory_font(plan.face->postscript_name());
}

}  // namespace madoguchi::fonts
