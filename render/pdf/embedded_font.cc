#include "render/pdf/embedded_font.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "render/pdf/syntax.h"

namespace madoguchi::render::pdf {

namespace {

using Entry = CodeTable::Entry;

/// One entry for each code, ascending: what ToUnicode, W and W2 are written from.
std::vector<const Entry*> by_code(const CodeTable& codes) {
    std::vector<const Entry*> sorted;
    sorted.reserve(codes.entries().size());
    bool ascending = true;
    for (const Entry& entry : codes.entries()) {
        if (!entry.code.exact) continue;
        ascending = ascending && (sorted.empty() || sorted.back()->code.code < entry.code.code);
        sorted.push_back(&entry);
    }
    if (!ascending) {
        std::sort(sorted.begin(), sorted.end(),
                  [](const Entry* a, const Entry* b) { return a->code.code < b->code.code; });
    }
    return sorted;
}

/// "c [w w …]" for each stretch of neighbouring codes for which `value` appends something.
template <typename AppendValue>
std::string stretches(const std::vector<const Entry*>& sorted, AppendValue append_value) {
    std::string out = "[";
    std::string value;
    int next_code = -1;
    for (const Entry* entry : sorted) {
        value.clear();
        append_value(value, *entry);
        if (value.empty()) continue;
        if (entry->code.code != next_code) {
            if (next_code >= 0) out += ']';
            append_integer(out, entry->code.code);
            out += '[';
        } else {
            out += ' ';
        }
        out += value;
        next_code = entry->code.code + 1;
    }
    if (next_code >= 0) out += ']';
    out += ']';
    return out;
}

std::string widths(const std::vector<const Entry*>& sorted) {
    return stretches(sorted, [](std::string& out, const Entry& entry) {
        if (entry.code.width != 1000) append_integer(out, entry.code.width);
    });
}

/// Left out where the glyph has what DW2 says (ISO 32000-1, 9.7.4.3: vx is half the width).
std::string vertical_widths(const std::vector<const Entry*>& sorted, const fonts::Face& face) {
    return stretches(sorted, [&face](std::string& out, const Entry& entry) {
        const VerticalMetrics metrics = vertical_metrics(face, entry.glyph);
        if (metrics.advance == -1000 && metrics.origin_y == 880 &&
            metrics.origin_x * 2 == entry.code.width) {
            return;
        }
        append_integer(out, metrics.advance);
        out += ' ';
        append_integer(out, metrics.origin_x);
        out += ' ';
        append_integer(out, metrics.origin_y);
    });
}

/// Six capital letters from what the subset holds (ISO 32000-1, 9.6.4).
std::string subset_tag(const FontUse& font, unsigned ordinal) {
    std::uint64_t hash = 0xcbf29ce484222325u ^ ordinal;
    for (const fonts::GlyphId glyph : font.plan().glyphs)
        hash = (hash ^ glyph) * 0x100000001b3u;
    for (const fonts::SubsetPlan::Blank& blank : font.plan().blanks)
        hash = (hash ^ blank.code << 16 ^ blank.units) * 0x100000001b3u;
    hash *= 0x9e3779b97f4a7c15u;
    hash >>= 16;
    std::string tag;
    for (int i = 0; i < 6; ++i, hash /= 26)
        tag += static_cast<char>('A' + hash % 26);
    return tag;
}

DescriptorMetrics descriptor_metrics(const fonts::Face& face) {
    const fonts::FaceMetrics& metrics = face.metrics();
    const auto scaled = [&metrics](int value) {
        return static_cast<int>(std::lround(value * 1000.0 / metrics.units_per_em));
    };
    const fonts::GlyphBox& box = metrics.bounding_box;
    DescriptorMetrics out{"[", "", scaled(metrics.ascent), scaled(metrics.descent),
                          scaled(metrics.cap_height)};
    for (const int edge : {box.left, box.bottom, box.right, box.top}) {
        if (out.bounding_box.size() > 1) out.bounding_box += ' ';
        append_integer(out.bounding_box, scaled(edge));
    }
    out.bounding_box += ']';
    append_decimal(out.italic_angle, metrics.italic_angle, 3);
    return out;
}

ObjectId write_program(ObjectFile& file, const EmbeddedFont& font) {
    Dictionary program;
    if (font.format == fonts::ProgramFormat::TrueType) {
        program.integer("Length1", static_cast<std::int64_t>(font.program.raw_size));
    } else {
        program.name("Subtype", "CIDFontType0C");
    }
    return file.write_stream(std::move(program), font.program);
}

ObjectId write_descriptor(ObjectFile& file, const EmbeddedFont& font) {
    const bool truetype = font.format == fonts::ProgramFormat::TrueType;
    Dictionary descriptor;
    // Symbolic (4): the glyphs lie outside the standard Latin set. StemV has no source in an
    // OpenType font; 80 is a text weight and only guides substitution, which never happens here.
    descriptor.name("Type", "FontDescriptor")
        .name("FontName", font.base_font)
        .integer("Flags", 4)
        .literal("FontBBox", font.descriptor.bounding_box)
        .literal("ItalicAngle", font.descriptor.italic_angle)
        .integer("Ascent", font.descriptor.ascent)
        .integer("Descent", font.descriptor.descent)
        .integer("CapHeight", font.descriptor.cap_height)
        .integer("StemV", 80)
        .reference(truetype ? "FontFile2" : "FontFile3", write_program(file, font));
    return file.write(descriptor);
}

ObjectId write_descendant(ObjectFile& file, const EmbeddedFont& font) {
    const bool truetype = font.format == fonts::ProgramFormat::TrueType;
    Dictionary descendant;
    descendant.name("Type", "Font")
        .name("Subtype", truetype ? "CIDFontType2" : "CIDFontType0")
        .name("BaseFont", font.base_font)
        .literal("CIDSystemInfo", "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>")
        .reference("FontDescriptor", write_descriptor(file, font))
        .integer("DW", 1000);
    if (truetype) descendant.name("CIDToGIDMap", "Identity");
    if (font.widths != "[]") descendant.literal("W", font.widths);
    if (!font.vertical_widths.empty()) {
        descendant.literal("DW2", "[880 -1000]");
        if (font.vertical_widths != "[]") descendant.literal("W2", font.vertical_widths);
    }
    return file.write(descendant);
}

}  // namespace

std::string to_unicode_cmap(const CodeTable& codes) {
    const std::vector<const Entry*> sorted = by_code(codes);
    std::string out =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    // A block holds 100 mappings at most (Adobe Technical Note 5014).
    for (std::size_t start = 0; start < sorted.size(); start += 100) {
        const std::size_t end = std::min(sorted.size(), start + 100);
        append_integer(out, static_cast<std::int64_t>(end - start));
        out += " beginbfchar\n";
        for (std::size_t i = start; i < end; ++i) {
            out += '<';
            append_hex_u16(out, sorted[i]->code.code);
            out += "> <";
            append_utf16_hex(out, codes.text(*sorted[i]));
            out += ">\n";
        }
        out += "endbfchar\n";
    }
    out += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
    return out;
}

Result<EmbeddedFont> embed(const FontUse& font, unsigned ordinal, FontDirections directions,
                           Effort effort, const FontCodes* codes) {
    const fonts::FontProgram program = TRY(fonts::subset(font.plan()));
    const std::vector<const Entry*> sorted = by_code(font.codes());
    const bool by_codes = codes != nullptr && effort == Effort::Record;
    const std::string_view bytes = as_text(program.bytes);
    const std::string to_unicode = to_unicode_cmap(font.codes());
    EmbeddedFont out;
    out.base_font = subset_tag(font, ordinal) + '+' + font.face().postscript_name();
    out.format = program.format;
    out.program = by_codes ? codes->program.deflate(bytes) : deflate(bytes, effort);
    out.to_unicode = by_codes ? codes->to_unicode.deflate(to_unicode) : deflate(to_unicode, effort);
    out.widths = widths(sorted);
    if (directions & vertical_use) out.vertical_widths = vertical_widths(sorted, font.face());
    out.descriptor = descriptor_metrics(font.face());
    return out;
}

FontObjects write_font(ObjectFile& file, const EmbeddedFont& font, FontDirections directions) {
    FontObjects objects;
    if (directions == 0) return objects;
    const ObjectId descendant = write_descendant(file, font);
    const ObjectId to_unicode = file.write_stream(Dictionary(), font.to_unicode);
    std::string descendants = "[";
    append_reference(descendants, descendant);
    descendants += ']';
    const auto add_type0 = [&](std::string_view encoding) {
        const bool cff = font.format == fonts::ProgramFormat::Cff;
        const std::string name =
            cff ? font.base_font + '-' + std::string(encoding) : font.base_font;
        Dictionary type0;
        type0.name("Type", "Font")
            .name("Subtype", "Type0")
            .name("BaseFont", name)
            .name("Encoding", encoding)
            .literal("DescendantFonts", descendants)
            .reference("ToUnicode", to_unicode);
        return file.write(type0);
    };
    if (directions & horizontal_use) objects.horizontal = add_type0("Identity-H");
    if (directions & vertical_use) objects.vertical = add_type0("Identity-V");
    return objects;
}

}  // namespace madoguchi::render::pdf
