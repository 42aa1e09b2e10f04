#include "fonts/woff.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

#include "fonts/font_file.h"
#include "fonts/sfnt.h"
#include "fonts/woff_size.h"

namespace madoguchi::fonts {

namespace {

struct Closer {
    void operator()(FT_Library library) const { FT_Done_FreeType(library); }
    void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using Library = std::unique_ptr<FT_LibraryRec_, Closer>;
using OpenFace = std::unique_ptr<FT_FaceRec_, Closer>;

Diagnostic not_unpacked(const std::string& name) {
    return font_finding("font.not-a-font", name,
                        {"「" + name + "」は WOFF として展開できません（壊れています）。",
                         "\"" + name + "\" cannot be unpacked as WOFF: it is damaged."},
                        {"フォントを入手し直してください。", "Get the font again."});
}

Diagnostic too_large(const std::string& name) {
    return font_finding(
        "font.too-large", name,
        {"「" + name + "」は展開すると64MBを超えます。",
         "\"" + name + "\" would unpack to more than 64 MB."},
        {"要る文字だけを残したフォントにするか、展開済みの TTF・OTF を使ってください。",
         "Keep the needed characters alone, or use the unpacked TTF or OTF."});
}

/// SfntTable only views its tag, which stays here.
struct UnpackedTable {
    std::array<char, 4> tag{};
    Bytes bytes;
};

bool read_table(FT_Face face, FT_UInt index, UnpackedTable& table) {
    FT_ULong tag = 0, length = 0;
    if (FT_Sfnt_Table_Info(face, index, &tag, &length) != 0) return false;
    for (std::size_t i = 0; i < 4; ++i)
        table.tag[i] = static_cast<char>(tag >> (24 - 8 * i) & 0xff);
    if (length > face->stream->size) return false;
    table.bytes.resize(length);
    return length == 0 || FT_Load_Sfnt_Table(face, tag, 0, table.bytes.data(), &length) == 0;
}

bool read_tables(FT_Face face, std::vector<UnpackedTable>& tables) {
    FT_ULong count = 0;
    if (FT_Sfnt_Table_Info(face, 0, nullptr, &count) != 0) return false;
    tables.resize(count);
    for (FT_UInt i = 0; i < count; ++i) {
        if (!read_table(face, i, tables[i])) return false;
    }
    return true;
}

}  // namespace

bool is_woff(ByteView bytes) {
    const std::string_view begin = as_text(bytes.first(std::min<std::size_t>(bytes.size(), 4)));
    return begin == "wOFF" || begin == "wOF2";
}

Result<Bytes> unpack_woff(Bytes bytes, const std::string& name) {
    if (!is_woff(bytes)) return bytes;
    const std::optional<std::uint64_t> size = declared_woff_size(bytes);
    if (!size) return not_unpacked(name);
    if (*size > largest_unpacked_font) return too_large(name);
    FT_Library raw_library = nullptr;
    if (FT_Init_FreeType(&raw_library) != 0) return not_unpacked(name);
    const Library library(raw_library);
    FT_Face raw_face = nullptr;
    if (FT_New_Memory_Face(raw_library, bytes.data(), static_cast<FT_Long>(bytes.size()), 0,
                           &raw_face) != 0) {
        return not_unpacked(name);
    }
    const OpenFace face(raw_face);
    std::vector<UnpackedTable> unpacked;
    if (!FT_IS_SFNT(raw_face) || !read_tables(raw_face, unpacked) || unpacked.empty())
        return not_unpacked(name);
    std::vector<SfntTable> tables;
    for (UnpackedTable& table : unpacked)
        tables.push_back({{table.tag.data(), table.tag.size()}, std::move(table.bytes)});
    return write_sfnt(std::move(tables));
}

}  // namespace madoguchi::fonts
