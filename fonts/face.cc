#include "fonts/face.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

#include "fonts/cff_charset.h"
#include "fonts/face_check.h"
#include "fonts/feature_reach.h"
#include "fonts/font_file.h"
#include "fonts/glyph_names.h"

namespace madoguchi::fonts {

namespace {

/// Deletes what HarfBuzz counts references of.
template <auto destroy>
struct Release {
    template <typename T>
    void operator()(T* object) const {
        destroy(object);
    }
};
using HarfbuzzFace = std::unique_ptr<hb_face_t, Release<hb_face_destroy>>;
using HarfbuzzFont = std::unique_ptr<hb_font_t, Release<hb_font_destroy>>;

hb_tag_t tag_of(std::string_view letters) {
    return hb_tag_from_string(letters.data(), static_cast<int>(letters.size()));
}

}  // namespace

struct Face::State {
    State(FontFile opened, FaceFacts checked)
        : file(std::move(opened)), facts(std::move(checked)) {}

    // First, so that they outlive what HarfBuzz reads from them.
    FontFile file;
    FaceFacts facts;
    HarfbuzzFace face;
    HarfbuzzFont font;
    GlyphId glyph_count = 0;
    ByteView metrics_table;  ///< hmtx
    std::size_t full_metrics = 0;
    std::vector<CidRange> cids;

    mutable std::once_flag names_once, reach_once;
    mutable std::unique_ptr<GlyphNames> names;
    mutable FeatureReach reach;
};

Face::Face() = default;
Face::~Face() = default;

namespace {

HarfbuzzFace make_harfbuzz_face(ByteView bytes, unsigned index) {
    hb_blob_t* const blob = hb_blob_create(reinterpret_cast<const char*>(bytes.data()),
                                           static_cast<unsigned>(bytes.size()),
                                           HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    HarfbuzzFace face(hb_face_create(blob, index));
    hb_blob_destroy(blob);
    return face;
}

Diagnostic missing_table(const std::string& name, const std::string& table) {
    return font_finding("font.missing-table", name,
                        {"「" + name + "」に必要な表「" + table + "」がないか、壊れています。",
                         "\"" + name + "\" lacks the table \"" + table + "\", or it is damaged."},
                        {"フォントを入手し直すか、作り直してください。",
                         "Get the font again, or have it made anew."});
}

std::vector<std::string_view> needed_tables(OutlineFormat format) {
    std::vector<std::string_view> tables = {"head", "hhea", "hmtx", "maxp", "cmap"};
    if (format == OutlineFormat::TrueType) {
        tables.insert(tables.end(), {"glyf", "loca"});
    } else {
        tables.push_back("CFF ");
    }
    return tables;
}

/// A full-width cell. HarfBuzz would centre each glyph's ink in it, and a comma with it.
hb_position_t cell_advance(hb_font_t*, void* data, hb_codepoint_t, void*) {
    return -static_cast<const FaceMetrics*>(data)->units_per_em;
}

hb_bool_t cell_origin(hb_font_t* font, void* data, hb_codepoint_t glyph, hb_position_t* x,
                      hb_position_t* y, void*) {
    const auto& metrics = *static_cast<const FaceMetrics*>(data);
    *x = hb_font_get_glyph_h_advance(font, glyph) / 2;
    *y = (metrics.units_per_em + metrics.ascent + metrics.descent) / 2;
    return 1;
}

/// A font without vertical tables, as one of gaiji may be, in vertical lines. `metrics` outlives
/// the font.
HarfbuzzFont with_vertical_cells(const HarfbuzzFont& font, const FaceMetrics& metrics) {
    using Functions = std::unique_ptr<hb_font_funcs_t, Release<hb_font_funcs_destroy>>;
    static const Functions functions = [] {
        Functions made(hb_font_funcs_create());
        hb_font_funcs_set_glyph_v_advance_func(made.get(), cell_advance, nullptr, nullptr);
        hb_font_funcs_set_glyph_v_origin_func(made.get(), cell_origin, nullptr, nullptr);
        hb_font_funcs_make_immutable(made.get());
        return made;
    }();
    HarfbuzzFont sub_font(hb_font_create_sub_font(font.get()));
    hb_font_set_funcs(sub_font.get(), functions.get(), const_cast<FaceMetrics*>(&metrics), nullptr);
    return sub_font;
}

/// How many glyphs have an advance of their own in hmtx (hhea.numberOfHMetrics).
std::size_t full_metrics(ByteView hhea, ByteView hmtx, GlyphId glyph_count) {
    if (hhea.size() < 36) return 0;
    return std::min<std::size_t>({read_u16(hhea, 34), hmtx.size() / 4, glyph_count});
}

}  // namespace

Result<std::shared_ptr<const Face>> Face::open(const std::filesystem::path& file, unsigned index) {
    FontFile mapped = TRY(FontFile::map(file));
    return create(std::move(mapped), index);
}

Result<std::shared_ptr<const Face>> Face::from_bytes(Bytes font, std::string name) {
    return create(FontFile(std::move(font), std::move(name)), 0);
}

Result<std::shared_ptr<const Face>> Face::create(FontFile file, unsigned index) {
    FaceFacts facts = TRY(check_face(file, index));
    const std::shared_ptr<Face> face(new Face);
    face->state_ = std::make_unique<State>(std::move(file), std::move(facts));
    State& state = *face->state_;
    state.face = make_harfbuzz_face(state.file.bytes(), index);
    hb_face_make_immutable(state.face.get());
    OutlineFormat& format = state.facts.outline_format;
    for (const std::string_view table : needed_tables(format)) {
        if (face->table(table).empty()) return missing_table(state.file.name(), std::string(table));
    }
    state.glyph_count = hb_face_get_glyph_count(state.face.get());
    state.metrics_table = face->table("hmtx");
    state.full_metrics = full_metrics(face->table("hhea"), state.metrics_table, state.glyph_count);
    if (format != OutlineFormat::TrueType && is_cid_keyed(face->table("CFF "))) {
        format = OutlineFormat::CidKeyedCff;
        auto cids = read_cff_charset(face->table("CFF "), state.glyph_count);
        if (!cids) return missing_table(state.file.name(), "CFF ");
        state.cids = std::move(*cids);
    }
    state.font.reset(hb_font_create(state.face.get()));
    hb_font_set_scale(state.font.get(), state.facts.metrics.units_per_em,
                      state.facts.metrics.units_per_em);
    if (face->table("vmtx").empty()) {
        state.font = with_vertical_cells(state.font, state.facts.metrics);
    }
    hb_font_make_immutable(state.font.get());
    return std::shared_ptr<const Face>(face);
}

const std::string& Face::postscript_name() const {
    return state_->facts.postscript_name;
}
OutlineFormat Face::outline_format() const {
    return state_->facts.outline_format;
}
Embedding Face::embedding() const {
    return state_->facts.embedding;
}
const FaceMetrics& Face::metrics() const {
    return state_->facts.metrics;
}
GlyphId Face::glyph_count() const {
    return state_->glyph_count;
}
hb_face_t* Face::harfbuzz_face() const {
    return state_->face.get();
}
hb_font_t* Face::harfbuzz_font() const {
    return state_->font.get();
}

std::optional<GlyphId> Face::glyph(char32_t code_point) const {
    hb_codepoint_t glyph = 0;
    const bool found = hb_font_get_nominal_glyph(harfbuzz_font(), code_point, &glyph) != 0;
    if (!found || glyph == 0 || glyph >= glyph_count()) return std::nullopt;
    return glyph;
}

std::optional<GlyphId> Face::glyph(char32_t base, char32_t selector) const {
    hb_codepoint_t glyph = 0;
    const bool found = hb_font_get_variation_glyph(harfbuzz_font(), base, selector, &glyph) != 0;
    if (!found || glyph == 0 || glyph >= glyph_count()) return std::nullopt;
    return glyph;
}

std::optional<GlyphId> Face::glyph_by_name(std::string_view name) const {
    std::call_once(state_->names_once,
                   [this] { state_->names = std::make_unique<GlyphNames>(harfbuzz_font()); });
    return state_->names->find(name);
}

std::string Face::glyph_name(GlyphId glyph) const {
    return fonts::glyph_name(harfbuzz_font(), glyph);
}

/// Asked for every glyph that is set or written: hmtx itself answers ten times as fast as a call
/// through HarfBuzz, whose answer holds where the table ends early (OpenType, hmtx).
int Face::advance(GlyphId glyph) const {
    if (glyph < state_->full_metrics) return read_u16(state_->metrics_table, glyph * 4);
    return hb_font_get_glyph_h_advance(harfbuzz_font(), glyph);
}

int Face::vertical_advance(GlyphId glyph) const {
    return -hb_font_get_glyph_v_advance(harfbuzz_font(), glyph);
}

Face::VerticalOrigin Face::vertical_origin(GlyphId glyph) const {
    VerticalOrigin origin;
    hb_font_get_glyph_v_origin(harfbuzz_font(), glyph, &origin.x, &origin.y);
    return origin;
}

ByteView Face::table(std::string_view four_letter_tag) const {
    // The blob is a part of the file's, whose bytes stay after the reference is given back.
    hb_blob_t* const blob = hb_face_reference_table(harfbuzz_face(), tag_of(four_letter_tag));
    unsigned length = 0;
    const char* const data = hb_blob_get_data(blob, &length);
    hb_blob_destroy(blob);
    return {reinterpret_cast<const std::uint8_t*>(data), length};
}

std::uint16_t Face::cid(GlyphId glyph) const {
    if (outline_format() != OutlineFormat::CidKeyedCff) return static_cast<std::uint16_t>(glyph);
    return cid_of(state_->cids, glyph);
}

const FeatureReach& Face::feature_reach() const {
    std::call_once(state_->reach_once,
                   [this] { state_->reach = compute_feature_reach(harfbuzz_face()); });
    return state_->reach;
}

}  // namespace madoguchi::fonts
