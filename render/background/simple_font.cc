// Simple fonts, of one byte a character: TrueType, Type 1, and Type 3, whose characters are drawn
// by content streams (ISO 32000-1, 9.6).
#include <array>
#include <map>

#include "render/background/font_kinds.h"
#include "render/background/refusal.h"

namespace madoguchi::render::background {

namespace {

constexpr double symbolic_flag = 4;

std::uint32_t unicode_of(const PoDoFo::PdfEncoding& encoding, int code) {
    const PoDoFo::pdf_utf16be value = encoding.GetCharCode(code);
    return static_cast<std::uint32_t>((value & 0xFF) << 8 | value >> 8);
}

std::uint32_t unicode_of(const std::string& glyph_name) {
    const PoDoFo::pdf_utf16be value =
        PoDoFo::PdfDifferenceEncoding::NameToUnicodeID(PoDoFo::PdfName(glyph_name));
    return static_cast<std::uint32_t>((value & 0xFF) << 8 | value >> 8);
}

std::string glyph_name_of(std::uint32_t unicode) {
    const auto swapped = static_cast<PoDoFo::pdf_utf16be>((unicode & 0xFF) << 8 | unicode >> 8);
    return PoDoFo::PdfDifferenceEncoding::UnicodeIDToName(swapped).GetName();
}

const PoDoFo::PdfEncoding* base_encoding(const std::string& name) {
    if (name == "WinAnsiEncoding")
        return PoDoFo::PdfEncodingFactory::GlobalWinAnsiEncodingInstance();
    if (name == "MacRomanEncoding")
        return PoDoFo::PdfEncodingFactory::GlobalMacRomanEncodingInstance();
    if (name == "StandardEncoding")
        return PoDoFo::PdfEncodingFactory::GlobalStandardEncodingInstance();
    return nullptr;
}

/// What the font's dictionary says of its codes (9.6.6).
class Codes {
  public:
    explicit Codes(const Object& font) {
        const Object encoding = font["Encoding"];
        const std::string base =
            encoding.is_dictionary() ? encoding["BaseEncoding"].name() : encoding.name();
        base_ = base_encoding(base);
        std::uint32_t code = 0;
        for (const Object& item : encoding["Differences"].items()) {
            if (const auto number = item.number()) {
                code = static_cast<std::uint32_t>(*number < 0 ? 0 : *number);
            } else {
                if (code < 256) names_[code] = item.name();
                ++code;
            }
        }
    }

    bool says_nothing() const { return base_ == nullptr && names_.empty(); }

    /// Empty when the font's own encoding holds.
    std::string name(std::uint32_t code) const {
        const auto known = names_.find(code);
        if (known != names_.end()) return known->second;
        const std::uint32_t character = base_character(code);
        return character != 0 ? glyph_name_of(character) : std::string();
    }

    std::uint32_t character(std::uint32_t code) const {
        const auto known = names_.find(code);
        return known != names_.end() ? unicode_of(known->second) : base_character(code);
    }

  private:
    std::uint32_t base_character(std::uint32_t code) const {
        const bool is_there = base_ != nullptr && static_cast<int>(code) >= base_->GetFirstChar() &&
                              static_cast<int>(code) <= base_->GetLastChar();
        return is_there ? unicode_of(*base_, static_cast<int>(code)) : 0;
    }

    const PoDoFo::PdfEncoding* base_ = nullptr;
    std::map<std::uint32_t, std::string> names_;
};

/// Of 256 codes, in units of the font.
class Widths {
  public:
    explicit Widths(const Object& font) {
        const double missing = font["FontDescriptor"]["MissingWidth"].number().value_or(0);
        widths_.fill(missing);
        double code = font["FirstChar"].number().value_or(0);
        for (const Object& width : font["Widths"].items()) {
            if (code >= 0 && code < 256)
                widths_[static_cast<std::size_t>(code)] = width.number().value_or(missing);
            ++code;
        }
    }
    double operator[](std::uint32_t code) const { return widths_[code & 255]; }

  private:
    std::array<double, 256> widths_{};
};

std::vector<ShownCharacter> read_bytes(std::string_view codes, const Widths& widths, double unit) {
    std::vector<ShownCharacter> shown;
    for (const char byte : codes) {
        const auto code = static_cast<unsigned char>(byte);
        shown.push_back({code, widths[code] * unit, {}, code == ' '});
    }
    return shown;
}

class SimpleFont : public Font {
  public:
    SimpleFont(const Object& object, std::unique_ptr<FontProgram> program)
        : program_(std::move(program)),
          codes_(object),
          widths_(object),
          is_truetype_(object["Subtype"].name() == "TrueType"),
          is_symbolic_(static_cast<int>(object["FontDescriptor"]["Flags"].number().value_or(0)) &
                       static_cast<int>(symbolic_flag)) {}

    std::vector<ShownCharacter> read(std::string_view codes) const override {
        return read_bytes(codes, widths_, 0.001);
    }
    const Outline& outline(std::uint32_t code) override { return program_->outline(glyph(code)); }

  private:
    FT_UInt glyph(std::uint32_t code) const {
        const auto found = is_truetype_ ? truetype_glyph(code) : type1_glyph(code);
        return found.value_or(0);
    }

    /// 9.6.6.4.
    std::optional<FT_UInt> truetype_glyph(std::uint32_t code) const {
        if (!is_symbolic_ || !codes_.says_nothing()) {
            const std::uint32_t character = codes_.character(code);
            if (character != 0) {
                if (const auto glyph = program_->by_unicode(character)) return glyph;
                if (const auto glyph = program_->by_name(codes_.name(code))) return glyph;
            }
        }
        if (const auto glyph = program_->by_code(code)) return glyph;
        return program_->by_unicode(code);
    }

    std::optional<FT_UInt> type1_glyph(std::uint32_t code) const {
        const std::string name = codes_.name(code);
        if (!name.empty()) {
            if (const auto glyph = program_->by_name(name)) return glyph;
            if (const auto glyph = program_->by_unicode(codes_.character(code))) return glyph;
        }
        return program_->by_code(code);
    }

    std::unique_ptr<FontProgram> program_;
    Codes codes_;
    Widths widths_;
    bool is_truetype_, is_symbolic_;
};

class Type3Font : public Font {
  public:
    explicit Type3Font(const Object& object) : object_(object), codes_(object), widths_(object) {
        const std::vector<double> m = object["FontMatrix"].numbers();
        if (m.size() != 6) throw Refusal{broken()};
        matrix_ = {m[0], m[1], m[2], m[3], m[4], m[5]};
    }

    std::vector<ShownCharacter> read(std::string_view codes) const override {
        return read_bytes(codes, widths_, matrix_.a);
    }
    const Outline& outline(std::uint32_t) override { return none_; }
    Object procedure(std::uint32_t code) const override {
        return object_["CharProcs"][codes_.name(code)];
    }
    Matrix procedure_matrix() const override { return matrix_; }
    Object procedure_resources() const override { return object_["Resources"]; }

  private:
    Object object_;
    Codes codes_;
    Widths widths_;
    Matrix matrix_;
    Outline none_;
};

}  // namespace

std::unique_ptr<Font> make_simple_font(const Object& object, std::unique_ptr<FontProgram> program) {
    return std::make_unique<SimpleFont>(object, std::move(program));
}

std::unique_ptr<Font> make_type3_font(const Object& object) {
    return std::make_unique<Type3Font>(object);
}

}  // namespace madoguchi::render::background
