// The waist of the program: what stands where on a sheet, decided. Layout makes frames; the PDF and
// SVG writers put them down and ask no template and no rule for anything else.
//
// All positions are absolute in their frame (or group), from the top left corner, x right, y down.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/geometry.h"
#include "fonts/face.h"
#include "render/frame/elements.h"
#include "render/frame/structure.h"

namespace madoguchi::render {

/// One glyph; `at` is the left end of its baseline, in vertical lines too.
struct PlacedGlyph {
    fonts::GlyphId glyph = 0;
    Point at;
    std::uint32_t text_offset = 0,
                  text_size = 0;  ///< bytes of GlyphRun::text; size 0: belongs to the glyph before
    /// Whether 四分アキ stands between it and the next glyph (JLREQ §3.2.4), as no character says.
    bool space_behind = false;
};

enum class RunDirection { Horizontal, Vertical };

/// Glyphs of one face and size that stand in one line.
struct GlyphRun {
    const fonts::Face* face = nullptr;  ///< kept alive by the fonts of the prepared form
    Length size;
    double condense =
        1;  ///< 長体: horizontal scale of the letters; `at` of each glyph already includes it
    RunDirection direction = RunDirection::Horizontal;
    Colour colour;
    std::string text;
    std::vector<PlacedGlyph> glyphs;
};

/// A picture; its bytes are shared with the template.
struct Picture {
    enum class Format { Png, Jpeg };
    Format format = Format::Png;
    std::shared_ptr<const std::vector<std::uint8_t>> bytes;
    Rect frame;
    std::string alternative_text;
};

struct Item;

/// Items under one transformation: the point (x, y) inside stands at origin + (x·a + y·c, x·b +
/// y·d) outside.
struct Group {
    /// What its letters are to others.
    enum class Holds : std::uint8_t {
        Anything,
        VerticalLine,
        Reading,  ///< ルビ: beside the letters of a line, never one of them
    };

    Point origin;
    double a = 1, b = 0, c = 0, d = 1;
    /// What the group says when its glyphs alone do not (wide-set letters, combs, gaiji): becomes
    /// ActualText.
    std::string actual_text;
    std::vector<Item> items;
    /// Its items show only inside all of them; inside the group's transformation.
    std::vector<ClipPath> clips = {};
    Holds holds = Holds::Anything;
};

struct Item {
    ElementIndex element = no_element;
    std::variant<GlyphRun, Path, Picture, Group> content;
};

struct Frame {
    Size size;
    std::vector<Item> items;
};

/// One sheet: what is printed for everybody below, what is printed for this person above. The
/// static frame is shared by all sheets of its template page: writers recognise it by address and
/// write it once.
struct Sheet {
    Size size;
    std::shared_ptr<const Frame> static_layer;
    Frame data_layer;
    std::vector<StructureNode> structure;  ///< empty unless it was asked for
};

struct Document {
    std::string title;
    std::string language;
    std::string form_id;
    std::string form_version;
    Elements elements;
    std::vector<Sheet> sheets;
};

}  // namespace madoguchi::render
