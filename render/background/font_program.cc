#include "render/background/font_program.h"

#include FT_OUTLINE_H

#include "render/background/refusal.h"

namespace madoguchi::render::background {

namespace {

/// What FT_Outline_Decompose calls; quadratic curves become cubic ones.
struct Pen {
    Outline outline;
    double em = 1;
    Spot at;
    bool is_open = false;

    Spot spot(const FT_Vector* point) const {
        return {static_cast<double>(point->x) / em, static_cast<double>(point->y) / em};
    }
    void close() {
        if (is_open) outline.close();
        is_open = false;
    }

    static int move(const FT_Vector* to, void* user) {
        Pen& pen = *static_cast<Pen*>(user);
        pen.close();
        pen.at = pen.spot(to);
        pen.outline.move(pen.at);
        pen.is_open = true;
        return 0;
    }
    static int line(const FT_Vector* to, void* user) {
        Pen& pen = *static_cast<Pen*>(user);
        pen.at = pen.spot(to);
        pen.outline.line(pen.at);
        return 0;
    }
    static int conic(const FT_Vector* control, const FT_Vector* to, void* user) {
        Pen& pen = *static_cast<Pen*>(user);
        const Spot c = pen.spot(control), end = pen.spot(to);
        const auto third = [&](Spot from) {
            return Spot{from.x + (c.x - from.x) * 2 / 3, from.y + (c.y - from.y) * 2 / 3};
        };
        pen.outline.curve(third(pen.at), third(end), end);
        pen.at = end;
        return 0;
    }
    static int cubic(const FT_Vector* first, const FT_Vector* second, const FT_Vector* to,
                     void* user) {
        Pen& pen = *static_cast<Pen*>(user);
        pen.at = pen.spot(to);
        pen.outline.curve(pen.spot(first), pen.spot(second), pen.at);
        return 0;
    }
};

constexpr FT_Outline_Funcs pen_functions = {&Pen::move, &Pen::line, &Pen::conic, &Pen::cubic, 0, 0};

}  // namespace

std::unique_ptr<FontProgram> FontProgram::open(std::string bytes) {
    std::unique_ptr<FontProgram> program(new FontProgram(std::move(bytes)));
    const auto* data = reinterpret_cast<const FT_Byte*>(program->bytes_.data());
    if (FT_Init_FreeType(&program->library_) != 0) return nullptr;
    if (FT_New_Memory_Face(program->library_, data, static_cast<FT_Long>(program->bytes_.size()), 0,
                           &program->face_) != 0 ||
        !FT_IS_SCALABLE(program->face_))
        return nullptr;
    return program;
}

FontProgram::~FontProgram() {
    if (face_ != nullptr) FT_Done_Face(face_);
    if (library_ != nullptr) FT_Done_FreeType(library_);
}

const Outline& FontProgram::outline(FT_UInt glyph) {
    const auto [known, is_new] = outlines_.try_emplace(glyph);
    if (!is_new) return known->second;
    if (FT_Load_Glyph(face_, glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_BITMAP) != 0)
        return known->second;
    Pen pen;
    pen.em = face_->units_per_EM > 0 ? face_->units_per_EM : 1000;
    if (FT_Outline_Decompose(&face_->glyph->outline, &pen_functions, &pen) == 0) {
        pen.close();
        known->second = std::move(pen.outline);
    }
    return known->second;
}

std::optional<FT_UInt> FontProgram::by_name(const std::string& name) const {
    if (!FT_HAS_GLYPH_NAMES(face_)) return std::nullopt;
    const FT_UInt glyph = FT_Get_Name_Index(face_, name.c_str());
    return glyph != 0 ? std::optional(glyph) : std::nullopt;
}

std::optional<FT_UInt> FontProgram::in_charmap(FT_Encoding encoding, std::uint32_t code) const {
    if (FT_Select_Charmap(face_, encoding) != 0) return std::nullopt;
    const FT_UInt glyph = FT_Get_Char_Index(face_, code);
    return glyph != 0 ? std::optional(glyph) : std::nullopt;
}

std::optional<FT_UInt> FontProgram::by_unicode(std::uint32_t character) const {
    return in_charmap(FT_ENCODING_UNICODE, character);
}

std::optional<FT_UInt> FontProgram::by_code(std::uint32_t code) const {
    for (const std::uint32_t symbol : {code, 0xF000 + code}) {
        if (const auto glyph = in_charmap(FT_ENCODING_MS_SYMBOL, symbol)) return glyph;
    }
    for (const FT_Encoding encoding :
         {FT_ENCODING_ADOBE_CUSTOM, FT_ENCODING_APPLE_ROMAN, FT_ENCODING_ADOBE_STANDARD}) {
        if (const auto glyph = in_charmap(encoding, code)) return glyph;
    }
    return std::nullopt;
}

}  // namespace madoguchi::render::background
