#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include FT_TRUETYPE_TABLES_H

#include <hb.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "fonts/face_check.h"
#include "fonts/gaiji/upload/readers.h"

namespace madoguchi::fonts {

namespace {

using Kind = UploadFault::Kind;

struct Area {
    FT_ULong first, last;
};
constexpr Area private_use[] = {{0xe000, 0xf8ff}, {0xf0000, 0xffffd}, {0x100000, 0x10fffd}};

/// What must not reach FreeType: it fills up what a file lacks with nothing, and a
/// character would be blank; and of a collection nobody has said which font is meant.
std::optional<UploadFault> find_unreadable(ByteView file) {
    const auto cut_at = [](std::size_t place) { return UploadFault{Kind::CutShort, place}; };
    if (file.size() < 12) return cut_at(file.size());
    if (as_text(file).starts_with("wOF")) {
        if (read_u32(file, 8) > file.size()) return cut_at(file.size());
        return std::nullopt;
    }
    if (as_text(file).starts_with("ttcf")) return UploadFault{Kind::FontCollection, 0};
    const std::size_t tables = read_u16(file, 4);
    if (file.size() < 12 + tables * 16) return cut_at(file.size());
    for (std::size_t i = 0; i < tables; ++i) {
        const std::size_t offset = read_u32(file, 12 + i * 16 + 8);
        const std::size_t length = read_u32(file, 12 + i * 16 + 12);
        if (offset + length > file.size()) return cut_at(offset);
    }
    return std::nullopt;
}

/// Points of an outline become the steps of a drawing. Coordinates come doubled (see decompose()).
struct Pen {
    Outline outline;
    double scale = 1;
    std::size_t steps_left = 0;

    OutlinePoint place(const FT_Vector* at) const {
        return {static_cast<double>(at->x) * scale,
                gaiji_baseline - static_cast<double>(at->y) * scale};
    }
    template <typename Step>
    static int add(void* user, const Step& step) {
        Pen& pen = *static_cast<Pen*>(user);
        if (pen.steps_left < 2) return 1;
        pen.steps_left -= 2;  // a close may come with it
        pen.outline.push_back(step);
        return 0;
    }
    static int move_to(const FT_Vector* to, void* user) {
        Pen& pen = *static_cast<Pen*>(user);
        if (!pen.outline.empty()) pen.outline.push_back(ClosePath{});
        return add(user, MoveTo{pen.place(to)});
    }
    static int line_to(const FT_Vector* to, void* user) {
        return add(user, LineTo{static_cast<Pen*>(user)->place(to)});
    }
    static int quad_to(const FT_Vector* control, const FT_Vector* to, void* user) {
        const Pen& pen = *static_cast<Pen*>(user);
        return add(user, QuadTo{pen.place(control), pen.place(to)});
    }
    static int cubic_to(const FT_Vector* first, const FT_Vector* second, const FT_Vector* to,
                        void* user) {
        const Pen& pen = *static_cast<Pen*>(user);
        return add(user, CubicTo{pen.place(first), pen.place(second), pen.place(to)});
    }
};

/// Doubled (shift 1), for the points that TrueType implies lie on halves.
bool decompose(FT_Outline& outline, Pen& pen) {
    const FT_Outline_Funcs callbacks = {
        Pen::move_to, Pen::line_to, Pen::quad_to, Pen::cubic_to, 1, 0};
    if (FT_Outline_Decompose(&outline, &callbacks, &pen) != 0) return false;
    if (!pen.outline.empty()) pen.outline.push_back(ClosePath{});
    return true;
}

class FontReader {
  public:
    explicit FontReader(FT_Face face) : face_(face) {}

    UploadAnswer read() {
        if (!FT_IS_SCALABLE(face_) || face_->units_per_EM == 0)
            return UploadFault{Kind::NoOutlines, 0};
        if (FT_Select_Charmap(face_, FT_ENCODING_UNICODE) != 0)
            return UploadFault{Kind::NoPrivateUse, 0};
        for (const Area& area : private_use) {
            if (const auto fault = read_area(area)) return *fault;
        }
        if (answer_.glyphs.empty())
            return UploadFault{answer_.blanks.empty() ? Kind::NoPrivateUse : Kind::Blank, 0};
        return std::move(answer_);
    }

  private:
    std::optional<UploadFault> read_area(const Area& area) {
        FT_UInt glyph = 0;
        FT_ULong code = FT_Get_Next_Char(face_, area.first - 1, &glyph);
        for (; glyph != 0 && code <= area.last; code = FT_Get_Next_Char(face_, code, &glyph)) {
            if (answer_.glyphs.size() + answer_.blanks.size() == most_upload_glyphs)
                return UploadFault{Kind::TooManyGlyphs, most_upload_glyphs};
            if (const auto fault = read_glyph(static_cast<char32_t>(code), glyph)) return fault;
        }
        return std::nullopt;
    }

    std::optional<UploadFault> read_glyph(char32_t code, FT_UInt glyph) {
        const int flags = FT_LOAD_NO_SCALE | FT_LOAD_NO_BITMAP | FT_LOAD_IGNORE_TRANSFORM;
        if (FT_Load_Glyph(face_, glyph, flags) != 0 ||
            face_->glyph->format != FT_GLYPH_FORMAT_OUTLINE)
            return UploadFault{Kind::BrokenGlyph, code};
        const double em = face_->units_per_EM;
        Pen pen{.outline = {},
                .scale = gaiji_em / em / 2,
                .steps_left = std::min(steps_left_, most_glyph_steps)};
        if (!decompose(face_->glyph->outline, pen)) return UploadFault{Kind::TooComplicated, code};
        steps_left_ -= pen.outline.size();
        if (pen.outline.size() < 4) {
            answer_.blanks.push_back(code);
            return std::nullopt;
        }
        std::optional<Outline> drawing = rounded(pen.outline);
        const double advance =
            static_cast<double>(face_->glyph->metrics.horiAdvance) * gaiji_em / em + 0.5;
        if (!drawing || advance < 1 || advance > 16 * gaiji_em)
            return UploadFault{Kind::BrokenGlyph, code};
        answer_.glyphs.push_back({code, {static_cast<int>(advance), std::move(*drawing)}});
        return std::nullopt;
    }

    FT_Face face_;
    UploadedGlyphs answer_;
    std::size_t steps_left_ = most_upload_steps;
};

struct HarfbuzzReleaser {
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
    void operator()(hb_set_t* set) const { hb_set_destroy(set); }
};

/// A code whose glyph the font does not have: FreeType passes over it as if it were not there, and
/// a character of somebody's name would be missing without a word.
std::optional<char32_t> find_lost_code(ByteView file, const UploadedGlyphs& read) {
    hb_blob_t* const blob = hb_blob_create(reinterpret_cast<const char*>(file.data()),
                                           static_cast<unsigned>(file.size()),
                                           HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    const std::unique_ptr<hb_face_t, HarfbuzzReleaser> face(hb_face_create(blob, 0));
    hb_blob_destroy(blob);
    const std::unique_ptr<hb_set_t, HarfbuzzReleaser> codes(hb_set_create());
    hb_face_collect_unicodes(face.get(), codes.get());
    for (const UploadedGlyph& glyph : read.glyphs)
        hb_set_del(codes.get(), glyph.code_point);
    for (const char32_t blank : read.blanks)
        hb_set_del(codes.get(), blank);
    for (hb_codepoint_t code = HB_SET_VALUE_INVALID; hb_set_next(codes.get(), &code);) {
        if (is_private_use(code)) return code;
    }
    return std::nullopt;
}

}  // namespace

UploadAnswer read_font_upload(ByteView file) {
    if (const auto cut = find_unreadable(file)) return *cut;
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) return UploadFault{Kind::BrokenFont, 0};
    const std::unique_ptr<FT_LibraryRec_, decltype(&FT_Done_FreeType)> library_owner(
        library, FT_Done_FreeType);
    FT_Face face = nullptr;
    const FT_Error failed =
        FT_New_Memory_Face(library, file.data(), static_cast<FT_Long>(file.size()), 0, &face);
    if (failed != 0) return UploadFault{Kind::BrokenFont, 0};
    const std::unique_ptr<FT_FaceRec_, decltype(&FT_Done_Face)> face_owner(face, FT_Done_Face);
    const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
    if (os2 != nullptr && embedding_of(os2->fsType) == Embedding::Forbidden)
        return UploadFault{Kind::EmbeddingForbidden, 0};
    UploadAnswer answer = FontReader(face).read();
    if (const auto* glyphs = std::get_if<UploadedGlyphs>(&answer)) {
        if (const auto lost = find_lost_code(file, *glyphs))
            return UploadFault{Kind::BrokenGlyph, *lost};
    }
    return answer;
}

}  // namespace madoguchi::fonts
