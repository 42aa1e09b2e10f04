#include "fonts/feature_reach.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <memory>
#include <optional>

#include "fonts/ligature_lookup.h"

namespace madoguchi::fonts {

namespace {

struct SetDeleter {
    void operator()(hb_set_t* set) const { hb_set_destroy(set); }
};
using Set = std::unique_ptr<hb_set_t, SetDeleter>;

Set make_set() {
    return Set(hb_set_create());
}

/// What HarfBuzz's default shaper turns on in either direction; `kern`, `liga` and `clig` are
/// turned off by us (see glyph_buffer.cc).
constexpr std::array common_features = {
    HB_TAG('r', 'v', 'r', 'n'), HB_TAG('l', 't', 'r', 'a'), HB_TAG('l', 't', 'r', 'm'),
    HB_TAG('r', 'a', 'n', 'd'), HB_TAG('a', 'b', 'v', 'm'), HB_TAG('b', 'l', 'w', 'm'),
    HB_TAG('c', 'c', 'm', 'p'), HB_TAG('l', 'o', 'c', 'l'), HB_TAG('m', 'a', 'r', 'k'),
    HB_TAG('m', 'k', 'm', 'k'), HB_TAG('r', 'l', 'i', 'g'), HB_TAG('H', 'A', 'R', 'F'),
    HB_TAG('H', 'a', 'r', 'f'), HB_TAG('h', 'a', 'r', 'f'), HB_TAG('B', 'U', 'Z', 'Z'),
    HB_TAG('B', 'u', 'z', 'z'), HB_TAG('b', 'u', 'z', 'z')};
constexpr std::array horizontal_features = {HB_TAG('c', 'a', 'l', 't'), HB_TAG('c', 'u', 'r', 's'),
                                            HB_TAG('d', 'i', 's', 't'), HB_TAG('r', 'c', 'l', 't')};
constexpr hb_tag_t vert_feature = HB_TAG('v', 'e', 'r', 't');

/// Lookups of the features of one table, over all scripts in Japanese.
struct ReachedLookups {
    Set common = make_set(), horizontal = make_set(), vertical = make_set();
};

void add_feature(hb_face_t* face, hb_tag_t table, unsigned feature, hb_set_t* lookups) {
    std::array<unsigned, 32> found;
    unsigned offset = 0;
    unsigned count = found.size();
    do {
        count = found.size();
        hb_ot_layout_feature_get_lookups(face, table, feature, offset, &count, found.data());
        for (unsigned i = 0; i < count; ++i)
            hb_set_add(lookups, found[i]);
        offset += count;
    } while (count == found.size());
}

void add_script(hb_face_t* face, hb_tag_t table, unsigned script, const ReachedLookups& lookups) {
    const hb_tag_t japanese = HB_TAG('J', 'A', 'N', ' ');
    unsigned language = HB_OT_LAYOUT_DEFAULT_LANGUAGE_INDEX;
    hb_ot_layout_script_select_language(face, table, script, 1, &japanese, &language);
    unsigned required = 0;
    if (hb_ot_layout_language_get_required_feature_index(face, table, script, language,
                                                         &required)) {
        add_feature(face, table, required, lookups.common.get());
    }
    const unsigned total =
        hb_ot_layout_language_get_feature_tags(face, table, script, language, 0, nullptr, nullptr);
    for (unsigned i = 0; i < total; ++i) {
        hb_tag_t tag = 0;
        unsigned index = 0;
        unsigned one = 1;
        hb_ot_layout_language_get_feature_tags(face, table, script, language, i, &one, &tag);
        one = 1;
        hb_ot_layout_language_get_feature_indexes(face, table, script, language, i, &one, &index);
        const auto in = [&](const auto& list) {
            return std::find(list.begin(), list.end(), tag) != list.end();
        };
        if (in(common_features)) add_feature(face, table, index, lookups.common.get());
        if (in(horizontal_features)) add_feature(face, table, index, lookups.horizontal.get());
        if (tag == vert_feature) add_feature(face, table, index, lookups.vertical.get());
    }
}

ReachedLookups reached_lookups(hb_face_t* face, hb_tag_t table) {
    ReachedLookups lookups;
    const unsigned scripts = hb_ot_layout_table_get_script_tags(face, table, 0, nullptr, nullptr);
    for (unsigned script = 0; script < scripts; ++script)
        add_script(face, table, script, lookups);
    return lookups;
}

/// A table as a view, kept alive.
class TableBytes {
  public:
    TableBytes(hb_face_t* face, hb_tag_t tag) : blob_(hb_face_reference_table(face, tag)) {}
    ~TableBytes() { hb_blob_destroy(blob_); }
    TableBytes(const TableBytes&) = delete;
    TableBytes& operator=(const TableBytes&) = delete;
    ByteView view() const {
        unsigned length = 0;
        const char* const data = hb_blob_get_data(blob_, &length);
        return {reinterpret_cast<const std::uint8_t*>(data), length};
    }

  private:
    hb_blob_t* blob_;
};

void insert(const Set& glyphs, GlyphSet& into) {
    for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; hb_set_next(glyphs.get(), &glyph);)
        into.insert(glyph);
}

/// What lookups start from: alone into `into`, with a second glyph into the ligatures of `reach`.
void add_inputs(hb_face_t* face, hb_tag_t table, const Set& lookups,
                std::initializer_list<GlyphSet*> into, FeatureReach& reach) {
    const TableBytes bytes(face, table);
    for (hb_codepoint_t lookup = HB_SET_VALUE_INVALID; hb_set_next(lookups.get(), &lookup);) {
        const Set inputs = make_set();
        hb_ot_layout_lookup_collect_glyphs(face, table, lookup, nullptr, inputs.get(), nullptr,
                                           nullptr);
        const auto seconds = table == HB_OT_TAG_GSUB ? ligature_seconds(bytes.view(), lookup)
                                                     : std::optional<std::vector<GlyphId>>();
        if (seconds) {
            insert(inputs, reach.ligature_starts);
            for (const GlyphId glyph : *seconds)
                reach.ligature_seconds.insert(glyph);
            continue;
        }
        for (GlyphSet* const set : into)
            insert(inputs, *set);
    }
}

bool has_table(hb_face_t* face, hb_tag_t tag) {
    hb_blob_t* const blob = hb_face_reference_table(face, tag);
    const bool present = hb_blob_get_length(blob) != 0;
    hb_blob_destroy(blob);
    return present;
}

bool has_apple_layout(hb_face_t* face) {
    for (const char* tag : {"morx", "mort", "kerx", "trak"}) {
        if (has_table(face, HB_TAG(tag[0], tag[1], tag[2], tag[3]))) return true;
    }
    return false;
}

}  // namespace

void GlyphSet::insert(GlyphId glyph) {
    const std::size_t word = glyph / 64;
    if (word >= words_.size()) words_.resize(word + 1);
    words_[word] |= std::uint64_t{1} << (glyph % 64);
}

void GlyphSet::insert_all(GlyphId glyph_count) {
    words_.assign(glyph_count / 64 + 1, ~std::uint64_t{0});
}

FeatureReach compute_feature_reach(hb_face_t* face) {
    FeatureReach reach;
    if (has_apple_layout(face)) {
        reach.horizontal.insert_all(hb_face_get_glyph_count(face));
        reach.vertical.insert_all(hb_face_get_glyph_count(face));
    }
    for (const hb_tag_t table : {HB_OT_TAG_GSUB, HB_OT_TAG_GPOS}) {
        const ReachedLookups lookups = reached_lookups(face, table);
        add_inputs(face, table, lookups.common, {&reach.horizontal, &reach.vertical}, reach);
        add_inputs(face, table, lookups.horizontal, {&reach.horizontal}, reach);
        add_inputs(face, table, lookups.vertical, {&reach.vertical, &reach.vertical_forms}, reach);
    }
    // Marks lose their width whatever their character is (GDEF glyph class 3).
    const Set marks = make_set();
    hb_ot_layout_get_glyphs_in_class(face, HB_OT_LAYOUT_GLYPH_CLASS_MARK, marks.get());
    for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; hb_set_next(marks.get(), &glyph);) {
        reach.horizontal.insert(glyph);
        reach.vertical.insert(glyph);
    }
    return reach;
}

}  // namespace madoguchi::fonts
