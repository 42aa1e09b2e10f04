#include "fonts/glyph_buffer.h"

#include <hb.h>
#include <unicode/uscript.h>

#include <array>
#include <memory>

namespace madoguchi::fonts {

namespace {

struct BufferDeleter {
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

/// One buffer a thread, so that shaping does not allocate.
hb_buffer_t* empty_buffer() {
    thread_local const std::unique_ptr<hb_buffer_t, BufferDeleter> buffer(hb_buffer_create());
    hb_buffer_clear_contents(buffer.get());
    return buffer.get();
}

hb_script_t script_tag(int script) {
    const char* const name = uscript_getShortName(static_cast<UScriptCode>(script));
    return name == nullptr ? HB_SCRIPT_COMMON : hb_script_from_string(name, -1);
}

constexpr hb_feature_t off(hb_tag_t tag) {
    return {tag, 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
}

constexpr std::array features = {off(HB_TAG('k', 'e', 'r', 'n')), off(HB_TAG('l', 'i', 'g', 'a')),
                                 off(HB_TAG('c', 'l', 'i', 'g'))};

}  // namespace

void shape_run(const Face& face, std::span<const CodePointInRun> run, RunSettings settings,
               std::vector<RawGlyph>& glyphs) {
    static const hb_language_t japanese = hb_language_from_string("ja", -1);
    // A font's Graphite tables must not change what one machine prints and another does not.
    constexpr std::array<const char*, 2> shapers = {"ot", nullptr};
    hb_buffer_t* const buffer = empty_buffer();
    for (const CodePointInRun& item : run)
        hb_buffer_add(buffer, item.code_point, item.character);
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_set_direction(buffer, settings.direction == WritingDirection::Vertical
                                        ? HB_DIRECTION_TTB
                                        : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, script_tag(settings.script));
    hb_buffer_set_language(buffer, japanese);
    hb_shape_full(face.harfbuzz_font(), buffer, features.data(), features.size(), shapers.data());

    unsigned count = 0;
    const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* const positions = hb_buffer_get_glyph_positions(buffer, nullptr);
    glyphs.clear();
    for (unsigned i = 0; i < count; ++i) {
        const hb_glyph_position_t& at = positions[i];
        glyphs.push_back({infos[i].codepoint, infos[i].cluster, at.x_advance, at.y_advance,
                          at.x_offset, at.y_offset});
    }
}

}  // namespace madoguchi::fonts
