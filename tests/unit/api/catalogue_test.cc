// Every character of 文字情報基盤, printed: the glyph in the finished PDF and SVG is the one that
// IPAmj Mincho names by that character's number. FreeType reads both fonts; qpdf takes the PDF
// apart.

#include "api/characters/catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>
#include <string>
#include <vector>

#include "api/forms/shelf.h"
#include "api/places.h"
#include "base/utf8.h"
#include "fonts/character.h"
#include "fonts/installed_fonts.h"
#include "fonts/outline_path.h"
#include "tests/unit/fonts/freetype_judge.h"

namespace madoguchi::api {
namespace {

const fonts::MjTable& table() {
    static const auto opened = fonts::MjTable::open(find_places().characters).value();
    return *opened;
}

const fonts::FontLibrary& library() {
    static const fonts::FontLibrary opened = fonts::open_installed_fonts().value();
    return opened;
}

/// IPAmj Mincho as FreeType reads it: its outlines by their names.
class NamedOutlines {
  public:
    NamedOutlines() {
        for (unsigned glyph = 1; glyph < font_.glyph_count(); ++glyph)
            glyphs_.emplace(font_.glyph_name(glyph), glyph);
    }
    fonts::Outline of(fonts::MjNumber number) const {
        std::string name = fonts::mj_name(number);
        name[0] = 'm', name[1] = 'j';
        const auto found = glyphs_.find(name);
        return found == glyphs_.end() ? fonts::Outline() : font_.outline(found->second);
    }

  private:
    fonts::FreeTypeJudge font_ =
        fonts::FreeTypeJudge::of_file("/usr/share/fonts/truetype/ipamj/ipamjm.ttf", 0);
    std::map<std::string, unsigned> glyphs_;
};

const NamedOutlines& ipamj() {
    static const NamedOutlines opened;
    return opened;
}

std::optional<fonts::MjNumber> mj_of(const std::string& text) {
    const auto characters = fonts::parse_characters(text, table(), "");
    if (characters.size() != 1) return std::nullopt;
    const auto mj = fonts::mj_character(characters.front(), table());
    return mj ? std::optional(mj->number()) : std::nullopt;
}

std::string stream_of(QPDFObjectHandle stream) {
    const auto data = stream.getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

std::string from_utf16(const std::string& hex) {
    std::string text;
    for (std::size_t at = 0; at + 4 <= hex.size(); at += 4) {
        char32_t unit = static_cast<char32_t>(std::stoul(hex.substr(at, 4), nullptr, 16));
        if (unit >= 0xd800 && unit < 0xdc00 && at + 8 <= hex.size()) {
            const auto low = static_cast<char32_t>(std::stoul(hex.substr(at + 4, 4), nullptr, 16));
            unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
            at += 4;
        }
        append_utf8(text, unit);
    }
    return text;
}

/// "<0001> <8FBBDB40DD02>" of the bfchar sections; the writer uses no ranges.
std::map<unsigned, std::string> texts_of(const std::string& cmap) {
    std::map<unsigned, std::string> texts;
    EXPECT_EQ(cmap.find("beginbfrange"), std::string::npos);
    for (std::size_t at = cmap.find("beginbfchar"); at != std::string::npos;
         at = cmap.find("beginbfchar", at)) {
        const std::size_t end = cmap.find("endbfchar", at);
        while ((at = cmap.find('<', at)) < end) {
            const std::size_t close = cmap.find('>', at);
            const auto code =
                static_cast<unsigned>(std::stoul(cmap.substr(at + 1, close - at - 1), nullptr, 16));
            const std::size_t open = cmap.find('<', close);
            const std::size_t last = cmap.find('>', open);
            texts[code] = from_utf16(cmap.substr(open + 1, last - open - 1));
            at = last;
        }
        at = end;
    }
    return texts;
}

TEST(Catalogue, EveryGlyphInThePdfIsTheOneNamedForItsCharacter) {
    const Catalogue printed =
        print_catalogue(table(), library(), find_places().catalogue_form, {}).value();
    EXPECT_EQ(printed.characters, table().size());
    QPDF pdf;
    pdf.processMemoryFile("catalogue", printed.pdf.data(), printed.pdf.size());
    std::set<fonts::MjNumber> right;
    std::vector<std::string> wrong;
    std::size_t sequences = 0;
    for (QPDFObjectHandle object : pdf.getAllObjects()) {
        if (!object.isDictionary() || !object.getKey("/DescendantFonts").isArray()) continue;
        if (object.getKey("/BaseFont").getName().find("IPAmj") == std::string::npos) continue;
        QPDFObjectHandle descendant = object.getKey("/DescendantFonts").getArrayItem(0);
        EXPECT_EQ(descendant.getKey("/CIDToGIDMap").getName(), "/Identity");
        const std::string file =
            stream_of(descendant.getKey("/FontDescriptor").getKey("/FontFile2"));
        const auto font = fonts::FreeTypeJudge::of_bytes(Bytes(file.begin(), file.end()));
        for (const auto& [code, text] : texts_of(stream_of(object.getKey("/ToUnicode")))) {
            const auto number = mj_of(text);
            if (!number) continue;
            const fonts::Outline expected = ipamj().of(*number);
            if (expected.empty() || font.outline(code) != expected) {
                wrong.push_back(fonts::mj_name(*number));
                continue;
            }
            if (!right.insert(*number).second) wrong.push_back("twice " + text);
            if (table().by_number(*number)->sequence()) ++sequences;
        }
    }
    EXPECT_THAT(wrong, testing::IsEmpty());
    std::size_t of_list = 0;
    for (const fonts::MjNumber number : right)
        if (!table().by_number(number)->is_hentaigana()) ++of_list;
    EXPECT_EQ(of_list, 58'862U);
    EXPECT_EQ(sequences, 11'382U);
}

/// The attribute's value behind `from`.
std::string attribute(const std::string& svg, const std::string& name, std::size_t from) {
    const std::size_t begin = svg.find(name + "=\"", from) + name.size() + 2;
    return svg.substr(begin, svg.find('"', begin) - begin);
}

TEST(Catalogue, EveryGlyphInTheSvgIsTheOneNamedForItsCharacter) {
    const auto form = prepare_template_file(find_places().catalogue_form, library()).value();
    const auto sheets =
        catalogue_sheets(render::compiled(*form).form(), table(), *library().mincho);
    const fonts::Face& face = *library().mincho->chain().front().face;
    std::set<fonts::MjNumber> right;
    while (auto sheet = sheets->next()) {
        const auto laid_out = render::layout(*form, sheet->read().value());
        ASSERT_TRUE(laid_out.ok());
        const std::string svg = render::write_svg_sheet(*form, laid_out->document, 0).value();
        std::map<std::string, std::string> paths;
        for (std::size_t at = svg.find("<path id="); at != std::string::npos;
             at = svg.find("<path id=", at + 1))
            paths["#" + attribute(svg, "id", at)] = attribute(svg, " d", at);
        for (std::size_t at = svg.find("data-element=\"character-"); at != std::string::npos;
             at = svg.find("data-element=\"character-", at + 1)) {
            std::string text = attribute(svg, "aria-label", at);
            if (text.starts_with("&amp;")) text = "&" + text.substr(5);
            const auto number = mj_of(text);
            ASSERT_TRUE(number.has_value()) << text;
            const auto glyph = face.glyph_by_name(fonts::mj_name(*number));
            const std::string expected = fonts::path_data(fonts::outline(face, *glyph));
            ASSERT_EQ(paths[attribute(svg, "xlink:href", at)], expected) << text;
            right.insert(*number);
        }
    }
    EXPECT_EQ(right.size(), table().size());
}

}  // namespace
}  // namespace madoguchi::api
