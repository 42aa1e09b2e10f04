#include <string>
#include <vector>

#include "fixtures.h"
#include "fonts/sfnt.h"

namespace madoguchi::fonts {

namespace {

using Objects = std::vector<Bytes>;

Bytes text_bytes(std::string_view text) {
    return {text.begin(), text.end()};
}

/// A CFF INDEX with offsets of two bytes (Adobe Technical Note 5176, section 5).
void append_index(Bytes& out, const Objects& objects) {
    append_u16(out, static_cast<std::uint32_t>(objects.size()));
    if (objects.empty()) return;
    out.push_back(2);
    std::uint32_t offset = 1;
    append_u16(out, offset);
    for (const Bytes& object : objects)
        append_u16(out, offset += static_cast<std::uint32_t>(object.size()));
    for (const Bytes& object : objects)
        out.insert(out.end(), object.begin(), object.end());
}

void append_number(Bytes& out, int value) {
    out.push_back(28);
    append_u16(out, static_cast<std::uint32_t>(value));
}

/// Type 2 charstring (Adobe Technical Note 5177) of a box on the origin.
Bytes box(int width, int height) {
    constexpr std::uint8_t rmoveto = 21, rlineto = 5, endchar = 14;
    Bytes out;
    append_number(out, 0), append_number(out, 0), out.push_back(rmoveto);
    for (const int value : {width, 0, 0, height, -width, 0})
        append_number(out, value);
    out.push_back(rlineto);
    out.push_back(endchar);
    return out;
}

Bytes top_dict(std::uint32_t charset, std::uint32_t charstrings, std::uint32_t private_dict) {
    Bytes out;
    const auto add = [&](std::uint32_t value) { out.push_back(29), append_u32(out, value); };
    add(charset), out.push_back(15);
    add(charstrings), out.push_back(17);
    add(0), add(private_dict), out.push_back(18);
    return out;
}

Bytes cff_table() {
    const auto head = [](const Bytes& dict) {
        Bytes out = {1, 0, 4, 2};
        append_index(out, {text_bytes("NameKeyed")});
        append_index(out, {dict});
        append_index(out, {});  // strings: "A" and "B" are standard ones
        append_index(out, {});  // global subroutines
        return out;
    };
    const auto charset = static_cast<std::uint32_t>(head(top_dict(0, 0, 0)).size());
    constexpr std::uint32_t charset_bytes = 5;
    Bytes charstrings;
    append_index(charstrings, {{14}, box(100, 200), box(300, 400)});
    const std::uint32_t private_dict =
        charset + charset_bytes + static_cast<std::uint32_t>(charstrings.size());
    Bytes out = head(top_dict(charset, charset + charset_bytes, private_dict));
    out.push_back(0);
    append_u16(out, 34), append_u16(out, 35);  // SIDs of "A" and "B"
    out.insert(out.end(), charstrings.begin(), charstrings.end());
    return out;
}

}  // namespace

Bytes name_keyed_font() {
    const Face& model = *gaiji_face();
    std::vector<SfntTable> tables;
    for (const std::string_view tag : {"OS/2", "cmap", "head", "hhea", "hmtx", "name"}) {
        const ByteView table = model.table(tag);
        tables.push_back({tag, Bytes(table.begin(), table.end())});
    }
    Bytes maxp, post;
    append_u32(maxp, 0x00005000), append_u16(maxp, 3);
    append_u32(post, 0x00030000);
    post.insert(post.end(), 28, 0);
    tables.push_back({"maxp", maxp});
    tables.push_back({"post", post});
    tables.push_back({"CFF ", cff_table()});
    return write_sfnt(std::move(tables));
}

}  // namespace madoguchi::fonts
