#include "fonts/gaiji/font_tables.h"

#include <algorithm>
#include <bit>
#include <string_view>

namespace madoguchi::fonts {

namespace {

using Glyphs = std::vector<BuiltGlyph>;

void append_i16(Bytes& out, int value) {
    append_u16(out, static_cast<std::uint32_t>(value));
}

void append_bytes(Bytes& out, const Bytes& more) {
    out.insert(out.end(), more.begin(), more.end());
}

void append_zeros(Bytes& out, std::size_t count) {
    out.resize(out.size() + count);
}

/// What head, hhea and OS/2 say of all glyphs together.
struct Extremes {
    GlyphBox box;
    int largest_advance = 0, smallest_right_bearing = 0;
    long average_advance = 0;
};

Extremes extremes_of(const Glyphs& glyphs) {
    Extremes all;
    all.box = glyphs.front().drawing.box;
    all.smallest_right_bearing = glyphs.front().advance - all.box.right;
    long sum = 0;
    for (const BuiltGlyph& glyph : glyphs) {
        sum += glyph.advance;
        all.largest_advance = std::max(all.largest_advance, glyph.advance);
        if (glyph.drawing.contours == 0) continue;
        const GlyphBox& box = glyph.drawing.box;
        all.box.left = std::min(all.box.left, box.left);
        all.box.bottom = std::min(all.box.bottom, box.bottom);
        all.box.right = std::max(all.box.right, box.right);
        all.box.top = std::max(all.box.top, box.top);
        all.smallest_right_bearing =
            std::min(all.smallest_right_bearing, glyph.advance - box.right);
    }
    all.average_advance = sum / static_cast<long>(glyphs.size());
    return all;
}

/// Neighbouring code points: glyphs stand in their order, so each run has one difference.
struct CodeRun {
    std::uint32_t first = 0, last = 0, glyph = 0;
};

std::vector<CodeRun> code_runs(const Glyphs& glyphs) {
    std::vector<CodeRun> runs;
    for (std::uint32_t i = 1; i < glyphs.size(); ++i) {
        const std::uint32_t code = glyphs[i].code_point;
        const bool goes_on = !runs.empty() && runs.back().last + 1 == code && code != 0x10000;
        if (goes_on) {
            runs.back().last = code;
        } else {
            runs.push_back({code, code, i});
        }
    }
    return runs;
}

/// Format 4 (BMP), which old readers know.
Bytes cmap_format_4(const std::vector<CodeRun>& all) {
    std::vector<CodeRun> runs;
    for (const CodeRun& run : all) {
        if (run.last < 0xffff) runs.push_back(run);
    }
    runs.push_back({0xffff, 0xffff, 0});
    const auto count = static_cast<std::uint32_t>(runs.size());
    const auto power = static_cast<std::uint32_t>(std::bit_width(count) - 1);
    Bytes out;
    append_u16(out, 4);
    append_u16(out, 16 + count * 8);
    append_u16(out, 0);
    append_u16(out, count * 2);
    append_u16(out, 2U << power);
    append_u16(out, power);
    append_u16(out, count * 2 - (2U << power));
    for (const CodeRun& run : runs)
        append_u16(out, run.last);
    append_u16(out, 0);
    for (const CodeRun& run : runs)
        append_u16(out, run.first);
    for (const CodeRun& run : runs)
        append_u16(out, run.first == 0xffff ? 1 : run.glyph - run.first);
    append_zeros(out, count * 2);
    return out;
}

Bytes cmap_format_12(const std::vector<CodeRun>& runs) {
    Bytes out;
    append_u16(out, 12);
    append_u16(out, 0);
    append_u32(out, static_cast<std::uint32_t>(16 + runs.size() * 12));
    append_u32(out, 0);
    append_u32(out, static_cast<std::uint32_t>(runs.size()));
    for (const CodeRun& run : runs) {
        append_u32(out, run.first);
        append_u32(out, run.last);
        append_u32(out, run.glyph);
    }
    return out;
}

Bytes cmap_table(const Glyphs& glyphs) {
    const std::vector<CodeRun> runs = code_runs(glyphs);
    const Bytes bmp = cmap_format_4(runs);
    Bytes out;
    append_u16(out, 0);
    append_u16(out, 2);
    append_u16(out, 3), append_u16(out, 1), append_u32(out, 20);
    append_u16(out, 3), append_u16(out, 10);
    append_u32(out, static_cast<std::uint32_t>(20 + bmp.size()));
    append_bytes(out, bmp);
    append_bytes(out, cmap_format_12(runs));
    return out;
}

Bytes head_table(const DrawnFont& font, const Extremes& extremes) {
    Bytes out;
    append_u32(out, 0x00010000);
    append_u32(out, 0x00010000);
    append_u32(out, 0);  // checkSumAdjustment: write_sfnt
    append_u32(out, 0x5f0f3cf5);
    append_u16(out, 0x0003);
    append_u16(out, static_cast<std::uint32_t>(font.units_per_em));
    append_zeros(out, 16);  // created, modified: the same drawings give the same bytes
    for (const int value :
         {extremes.box.left, extremes.box.bottom, extremes.box.right, extremes.box.top})
        append_i16(out, value);
    append_u16(out, 0);
    append_u16(out, 8);
    append_u16(out, 2);
    append_u16(out, 1);  // long offsets in loca
    append_u16(out, 0);
    return out;
}

Bytes hhea_table(const DrawnFont& font, const Glyphs& glyphs, const Extremes& extremes) {
    Bytes out;
    append_u32(out, 0x00010000);
    append_i16(out, font.ascent);
    append_i16(out, font.descent);
    append_i16(out, 0);
    append_i16(out, extremes.largest_advance);
    append_i16(out, extremes.box.left);
    append_i16(out, extremes.smallest_right_bearing);
    append_i16(out, extremes.box.right);
    append_i16(out, 1);
    append_zeros(out, 14);
    append_u16(out, static_cast<std::uint32_t>(glyphs.size()));
    return out;
}

Bytes hmtx_table(const Glyphs& glyphs) {
    Bytes out;
    for (const BuiltGlyph& glyph : glyphs) {
        append_u16(out, static_cast<std::uint32_t>(glyph.advance));
        append_i16(out, glyph.drawing.box.left);
    }
    return out;
}

Bytes maxp_table(const Glyphs& glyphs) {
    std::size_t points = 0, contours = 0;
    for (const BuiltGlyph& glyph : glyphs) {
        points = std::max(points, glyph.drawing.points);
        contours = std::max(contours, glyph.drawing.contours);
    }
    Bytes out;
    append_u32(out, 0x00010000);
    append_u16(out, static_cast<std::uint32_t>(glyphs.size()));
    append_u16(out, static_cast<std::uint32_t>(points));
    append_u16(out, static_cast<std::uint32_t>(contours));
    append_zeros(out, 4);
    append_u16(out, 1);  // maxZones
    append_zeros(out, 16);
    return out;
}

void add_glyphs(const Glyphs& glyphs, Bytes& glyf, Bytes& loca) {
    for (const BuiltGlyph& glyph : glyphs) {
        append_u32(loca, static_cast<std::uint32_t>(glyf.size()));
        append_bytes(glyf, glyph.drawing.bytes);
        append_zeros(glyf, glyf.size() % 2);
    }
    append_u32(loca, static_cast<std::uint32_t>(glyf.size()));
}

std::string postscript_family(const std::string& family) {
    std::string name;
    for (const char letter : family) {
        const bool regular =
            letter > ' ' && std::string_view("[](){}<>/%").find(letter) == std::string_view::npos;
        if (regular) name += letter;
    }
    return name.empty() ? "Gaiji" : name;
}

/// Windows, Unicode BMP, English (United States).
Bytes name_table(const std::string& family) {
    const std::string full = postscript_family(family) + "-Regular";
    const std::pair<unsigned, std::string> records[] = {
        {1, family}, {2, "Regular"}, {3, full}, {4, family}, {5, "Version 1.000"}, {6, full}};
    Bytes out, strings;
    append_u16(out, 0);
    append_u16(out, std::size(records));
    append_u16(out, 6 + 12 * std::size(records));
    for (const auto& [id, text] : records) {
        append_u16(out, 3), append_u16(out, 1), append_u16(out, 0x0409), append_u16(out, id);
        append_u16(out, static_cast<std::uint32_t>(text.size() * 2));
        append_u16(out, static_cast<std::uint32_t>(strings.size()));
        for (const char letter : text)
            append_u16(strings, static_cast<std::uint8_t>(letter));
    }
    append_bytes(out, strings);
    return out;
}

Bytes os2_table(const DrawnFont& font, const Glyphs& glyphs, const Extremes& extremes) {
    const int em = font.units_per_em;
    const auto bmp_code = [](const BuiltGlyph& glyph) {
        return std::min<std::uint32_t>(glyph.code_point, 0xffff);
    };
    Bytes out;
    append_u16(out, 4);
    append_i16(out, static_cast<int>(extremes.average_advance));
    append_u16(out, 400), append_u16(out, 5), append_u16(out, 0);
    for (const int part : {em * 65 / 100, em * 60 / 100, 0, em * 75 / 1000, em * 65 / 100,
                           em * 60 / 100, 0, em * 35 / 100, em * 5 / 100, em * 30 / 100, 0})
        append_i16(out, part);
    append_zeros(out, 10);
    append_u32(out, 0), append_u32(out, 1U << 28);  // bit 60: private use area
    append_u32(out, 0), append_u32(out, 0);
    append_u32(out, 0x20202020);  // vendor
    append_u16(out, 0x0040);      // regular
    append_u16(out, glyphs.size() > 1 ? bmp_code(glyphs[1]) : 0);
    append_u16(out, bmp_code(glyphs.back()));
    append_i16(out, font.ascent), append_i16(out, font.descent), append_i16(out, 0);
    append_i16(out, font.ascent), append_i16(out, -font.descent);
    append_u32(out, 1U << 17), append_u32(out, 0);  // code page 932
    append_i16(out, em / 2), append_i16(out, em * 7 / 10);
    append_u16(out, 0), append_u16(out, 0), append_u16(out, 0);
    return out;
}

Bytes post_table(const DrawnFont& font, const Glyphs& glyphs) {
    constexpr std::uint32_t standard_names = 258;
    Bytes out, names;
    append_u32(out, 0x00020000);
    append_u32(out, 0);
    append_i16(out, -font.units_per_em / 10), append_i16(out, font.units_per_em / 20);
    append_zeros(out, 20);
    append_u16(out, static_cast<std::uint32_t>(glyphs.size()));
    append_u16(out, 0);  // .notdef
    for (std::uint32_t i = 1; i < glyphs.size(); ++i) {
        append_u16(out, standard_names + i - 1);
        names.push_back(static_cast<std::uint8_t>(glyphs[i].name.size()));
        names.insert(names.end(), glyphs[i].name.begin(), glyphs[i].name.end());
    }
    append_bytes(out, names);
    return out;
}

}  // namespace

std::vector<SfntTable> font_tables(const DrawnFont& font, const Glyphs& glyphs) {
    const Extremes extremes = extremes_of(glyphs);
    Bytes glyf, loca;
    add_glyphs(glyphs, glyf, loca);
    std::vector<SfntTable> tables;
    tables.push_back({"OS/2", os2_table(font, glyphs, extremes)});
    tables.push_back({"cmap", cmap_table(glyphs)});
    tables.push_back({"glyf", std::move(glyf)});
    tables.push_back({"head", head_table(font, extremes)});
    tables.push_back({"hhea", hhea_table(font, glyphs, extremes)});
    tables.push_back({"hmtx", hmtx_table(glyphs)});
    tables.push_back({"loca", std::move(loca)});
    tables.push_back({"maxp", maxp_table(glyphs)});
    tables.push_back({"name", name_table(font.family)});
    tables.push_back({"post", post_table(font, glyphs)});
    return tables;
}

}  // namespace madoguchi::fonts
