#include "fonts/subset_cff.h"

#include <hb-subset.h>
#include <hb.h>

#include <array>
#include <memory>

#include "fonts/font_file.h"

namespace madoguchi::fonts {

namespace {

template <auto destroy>
struct Release {
    template <typename T>
    void operator()(T* object) const {
        destroy(object);
    }
};
using HarfbuzzFace = std::unique_ptr<hb_face_t, Release<hb_face_destroy>>;
using Blob = std::unique_ptr<hb_blob_t, Release<hb_blob_destroy>>;
using Input = std::unique_ptr<hb_subset_input_t, Release<hb_subset_input_destroy>>;

constexpr hb_tag_t cff_tag = HB_TAG('C', 'F', 'F', ' ');

/// The face with nothing but what the subset needs: hb-subset would read all of cmap and the
/// layout tables before it drops them.
HarfbuzzFace bare_face(hb_face_t* full) {
    constexpr std::array tags = {cff_tag, HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
                                 HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p')};
    HarfbuzzFace bare(hb_face_builder_create());
    for (const hb_tag_t tag : tags) {
        const Blob blob(hb_face_reference_table(full, tag));
        hb_face_builder_add_table(bare.get(), tag, blob.get());
    }
    return bare;
}

Input input_of(const SubsetPlan& plan) {
    Input input(hb_subset_input_create_or_fail());
    if (!input) return input;
    hb_set_t* const glyphs = hb_subset_input_glyph_set(input.get());
    for (const GlyphId glyph : plan.glyphs)
        hb_set_add(glyphs, glyph);
    // Without subroutines a subset of kanji is smaller, since each is used by few of them, and it
    // is made sooner.
    unsigned flags = HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE;
    // Renderers take the codes of a font without CIDs for glyph numbers.
    if (plan.face->outline_format() == OutlineFormat::NameKeyedCff) {
        flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
    }
    hb_subset_input_set_flags(input.get(), flags);
    return input;
}

}  // namespace

Result<Bytes> subset_cff(const SubsetPlan& plan) {
    const Diagnostic failed = contradictory_font(plan.face->postscript_name());
    const Input input = input_of(plan);
    if (!input) return failed;
    const HarfbuzzFace bare = bare_face(plan.face->harfbuzz_face());
    const HarfbuzzFace part(hb_subset_or_fail(bare.get(), input.get()));
    if (!part) return failed;
    const Blob table(hb_face_reference_table(part.get(), cff_tag));
    unsigned length = 0;
    const char* const data = hb_blob_get_data(table.get(), &length);
    if (length == 0) return failed;
    const ByteView bytes = as_bytes({data, length});
    return Bytes(bytes.begin(), bytes.end());
}

}  // namespace madoguchi::fonts
