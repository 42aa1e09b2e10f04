// One run of glyphs as text operators.
//
// Horizontal lines use Identity-H and Tz for 長体. Vertical lines use Identity-V, where Tz would
// not scale the advance, so a condensed vertical run gets a Tm. Every glyph has a Unicode text;
// where one code cannot say it (a character of several glyphs, a second text of a CFF glyph), or
// where it means something only here (private use), the text is also given as ActualText.
#pragma once

#include "render/pdf/content.h"
#include "render/pdf/operators.h"

namespace madoguchi::render::pdf {

enum class Spoken {
    ByGlyphs,  ///< the glyphs' own texts count
    ByGroup,   ///< a group round them has said it all
};

struct RunPlace {
    ElementIndex element = no_element;
    Length top;  ///< y of the frame's top edge, upwards
    Spoken spoken = Spoken::ByGlyphs;
};

void write_run(Operators& operators, const GlyphRun& run, const RunPlace& place,
               ContentContext& context);

}  // namespace madoguchi::render::pdf
