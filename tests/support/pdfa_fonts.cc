// ISO 19005-2, 6.2.11: fonts. Widths and glyphs are looked up in the embedded program by FreeType.
#include <ft2build.h>

#include FT_FREETYPE_H

#include <cmath>
#include <cstdlib>
#include <map>
#include <set>
#include <string>

#include "tests/support/pdfa_rules.h"

namespace madoguchi::tests {

namespace {

std::string stream_text(QPDFObjectHandle stream) {
    const auto data = stream.getStreamData();
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

/// "<0001> <8FBB>" lines between beginbfchar and endbfchar.
std::map<unsigned, std::string> read_to_unicode(const std::string& cmap) {
    std::map<unsigned, std::string> out;
    std::size_t at = 0;
    while ((at = cmap.find("beginbfchar\n", at)) != std::string::npos) {
        at += 12;
        const std::size_t end = cmap.find("endbfchar", at);
        while (at < end) {
            const std::size_t line = cmap.find('\n', at);
            const unsigned code =
                static_cast<unsigned>(std::strtoul(cmap.substr(at + 1, 4).c_str(), nullptr, 16));
            out[code] = cmap.substr(at + 8, line - at - 9);
            at = line + 1;
        }
    }
    return out;
}

}  // namespace

std::map<unsigned, std::string> to_unicode_of(QPDFObjectHandle font) {
    return read_to_unicode(stream_text(font.getKey("/ToUnicode")));
}

namespace {

bool is_unicode_text(const std::string& hex) {
    if (hex.empty() || hex.size() % 4 != 0) return false;
    for (std::size_t i = 0; i < hex.size(); i += 4) {
        const std::string unit = hex.substr(i, 4);
        if (unit == "0000" || unit == "FEFF" || unit == "FFFE") return false;
    }
    return true;
}

/// 6.2.11.7.2, the rule of level U.
void check_to_unicode(QPDFObjectHandle font, const std::set<unsigned>& shown, Violations& found) {
    QPDFObjectHandle stream = font.getKey("/ToUnicode");
    if (!stream.isStream()) {
        found.push_back({"6.2.11.7.2", "a font without ToUnicode"});
        return;
    }
    const auto texts = to_unicode_of(font);
    for (const unsigned code : shown) {
        const auto text = texts.find(code);
        if (text == texts.end() || !is_unicode_text(text->second)) {
            found.push_back({"6.2.11.7.2", "a shown code without a Unicode text"});
            return;
        }
    }
}

std::map<unsigned, double> read_widths(QPDFObjectHandle array) {
    std::map<unsigned, double> out;
    if (!array.isArray()) return out;
    for (int i = 0; i + 1 < array.getArrayNItems(); i += 2) {
        unsigned code = static_cast<unsigned>(array.getArrayItem(i).getIntValue());
        for (QPDFObjectHandle width : array.getArrayItem(i + 1).getArrayAsVector()) {
            out[code++] = width.getNumericValue();
        }
    }
    return out;
}

/// The embedded program, opened by FreeType.
class Program {
  public:
    explicit Program(std::string bytes) : bytes_(std::move(bytes)) {
        FT_Init_FreeType(&library_);
        const auto* data = reinterpret_cast<const FT_Byte*>(bytes_.data());
        if (FT_New_Memory_Face(library_, data, static_cast<FT_Long>(bytes_.size()), 0, &face_)) {
            face_ = nullptr;
        }
    }
    ~Program() {
        if (face_) FT_Done_Face(face_);
        FT_Done_FreeType(library_);
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    bool opens() const { return face_ != nullptr; }

    /// Negative when the program has no such glyph. FreeType takes CIDs for glyph numbers in a bare
    /// CID-keyed CFF table.
    double width(unsigned cid) const {
        if (cid == 0 || cid >= static_cast<unsigned>(face_->num_glyphs)) return -1;
        if (FT_Load_Glyph(face_, cid, FT_LOAD_NO_SCALE)) return -1;
        return static_cast<double>(face_->glyph->metrics.horiAdvance) * 1000.0 /
               face_->units_per_EM;
    }

  private:
    std::string bytes_;
    FT_Library library_ = nullptr;
    FT_Face face_ = nullptr;
};

/// 6.2.11.4.1 (every shown glyph is in the program) and 6.2.11.5 (the widths agree).
void check_program(QPDFObjectHandle descendant, const std::set<unsigned>& shown,
                   Violations& found) {
    QPDFObjectHandle descriptor = descendant.getKey("/FontDescriptor");
    const bool truetype = descendant.getKey("/Subtype").isNameAndEquals("/CIDFontType2");
    QPDFObjectHandle stream = descriptor.isDictionary()
                                  ? descriptor.getKey(truetype ? "/FontFile2" : "/FontFile3")
                                  : QPDFObjectHandle::newNull();
    if (!stream.isStream()) {
        found.push_back({"6.2.11.4.1", "a font that is not embedded"});
        return;
    }
    if (!truetype && !stream.getDict().getKey("/Subtype").isNameAndEquals("/CIDFontType0C")) {
        found.push_back({"6.2.11.2", "the subtype of a font program"});
    }
    const Program program(stream_text(stream));
    if (!program.opens()) {
        found.push_back({"6.2.11.4.1", "a font program that does not open"});
        return;
    }
    const std::map<unsigned, double> widths = read_widths(descendant.getKey("/W"));
    QPDFObjectHandle usual = descendant.getKey("/DW");
    for (const unsigned code : shown) {
        const double real = program.width(code);
        const auto entry = widths.find(code);
        const double said = entry != widths.end() ? entry->second
                            : usual.isInteger()   ? static_cast<double>(usual.getIntValue())
                                                  : 1000;
        if (real < 0) {
            found.push_back({"6.2.11.4.1", "a shown glyph that is not in the program"});
        } else if (std::abs(real - said) > 1) {
            found.push_back({"6.2.11.5", "a width that differs from the program's"});
        }
    }
}

void check_descendant(QPDFObjectHandle descendant, Violations& found) {
    QPDFObjectHandle info = descendant.getKey("/CIDSystemInfo");
    if (!info.isDictionary() || !info.getKey("/Registry").isString() ||
        !info.getKey("/Ordering").isString() || !info.getKey("/Supplement").isInteger()) {
        found.push_back({"6.2.11.3.1", "no CIDSystemInfo"});
    }
    const bool truetype = descendant.getKey("/Subtype").isNameAndEquals("/CIDFontType2");
    if (!truetype && !descendant.getKey("/Subtype").isNameAndEquals("/CIDFontType0")) {
        found.push_back({"6.2.11.2", "the subtype of a descendant font"});
    }
    if (truetype && !descendant.getKey("/CIDToGIDMap").isNameAndEquals("/Identity")) {
        found.push_back({"6.2.11.3.2", "no CIDToGIDMap"});
    }
    QPDFObjectHandle descriptor = descendant.getKey("/FontDescriptor");
    if (descriptor.isDictionary() && descriptor.hasKey("/CIDSet")) {
        found.push_back({"6.2.11.4.2", "a CIDSet, which our files do not have"});
    }
}

}  // namespace

void check_font(QPDFObjectHandle font, const std::vector<unsigned>& shown, Violations& found) {
    const std::set<unsigned> codes(shown.begin(), shown.end());
    if (!font.isDictionary() || !font.getKey("/Type").isNameAndEquals("/Font") ||
        !font.getKey("/Subtype").isNameAndEquals("/Type0") || !font.getKey("/BaseFont").isName()) {
        found.push_back({"6.2.11.2", "a font that is not of Type 0"});
        return;
    }
    QPDFObjectHandle encoding = font.getKey("/Encoding");
    if (!encoding.isNameAndEquals("/Identity-H") && !encoding.isNameAndEquals("/Identity-V")) {
        found.push_back({"6.2.11.3.3", "an encoding that is neither Identity-H nor Identity-V"});
    }
    check_to_unicode(font, codes, found);
    QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
    if (!descendants.isArray() || descendants.getArrayNItems() != 1) {
        found.push_back({"6.2.11.2", "not one descendant font"});
        return;
    }
    check_descendant(descendants.getArrayItem(0), found);
    check_program(descendants.getArrayItem(0), codes, found);
}

}  // namespace madoguchi::tests
