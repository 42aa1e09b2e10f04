#include "freetype_judge.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include FT_CID_H

#include <algorithm>
#include <array>
#include <cmath>

namespace madoguchi::fonts {

namespace {

OutlinePoint point(const FT_Vector* vector) {
    return {static_cast<double>(vector->x), static_cast<double>(vector->y)};
}

Outline& outline_of(void* user) {
    return *static_cast<Outline*>(user);
}

int move_to(const FT_Vector* to, void* user) {
    if (!outline_of(user).empty()) outline_of(user).push_back(ClosePath{});
    outline_of(user).push_back(MoveTo{point(to)});
    return 0;
}
int line_to(const FT_Vector* to, void* user) {
    outline_of(user).push_back(LineTo{point(to)});
    return 0;
}
int quad_to(const FT_Vector* control, const FT_Vector* to, void* user) {
    outline_of(user).push_back(QuadTo{point(control), point(to)});
    return 0;
}
int cubic_to(const FT_Vector* first, const FT_Vector* second, const FT_Vector* to, void* user) {
    outline_of(user).push_back(CubicTo{point(first), point(second), point(to)});
    return 0;
}

struct Points {
    std::vector<OutlinePoint> operator()(const MoveTo& step) const { return {step.to}; }
    std::vector<OutlinePoint> operator()(const LineTo& step) const { return {step.to}; }
    std::vector<OutlinePoint> operator()(const QuadTo& s) const { return {s.control, s.to}; }
    std::vector<OutlinePoint> operator()(const CubicTo& s) const {
        return {s.first, s.second, s.to};
    }
    std::vector<OutlinePoint> operator()(const ClosePath&) const { return {}; }
};

}  // namespace

FreeTypeJudge::FreeTypeJudge() {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) == 0) library_ = {library, FT_Done_FreeType};
}

FreeTypeJudge FreeTypeJudge::of_file(const std::string& path, long index) {
    FreeTypeJudge judge;
    FT_Face face = nullptr;
    if (FT_New_Face(judge.library_.get(), path.c_str(), index, &face) == 0) {
        judge.face_ = {face, FT_Done_Face};
    }
    return judge;
}

FreeTypeJudge FreeTypeJudge::of_bytes(const Bytes& font) {
    FreeTypeJudge judge;
    judge.bytes_ = font;
    FT_Face face = nullptr;
    if (FT_New_Memory_Face(judge.library_.get(), judge.bytes_.data(),
                           static_cast<FT_Long>(judge.bytes_.size()), 0, &face) == 0) {
        judge.face_ = {face, FT_Done_Face};
    }
    return judge;
}

unsigned FreeTypeJudge::glyph_count() const {
    return static_cast<unsigned>(face_->num_glyphs);
}

unsigned FreeTypeJudge::glyph(char32_t code_point) const {
    return FT_Get_Char_Index(face_.get(), code_point);
}

std::string FreeTypeJudge::glyph_name(unsigned glyph) const {
    std::array<char, 128> name{};
    FT_Get_Glyph_Name(face_.get(), glyph, name.data(), name.size());
    return name.data();
}

int FreeTypeJudge::advance(unsigned glyph) const {
    if (FT_Load_Glyph(face_.get(), glyph, FT_LOAD_NO_SCALE) != 0) return -1;
    return static_cast<int>(face_->glyph->advance.x);
}

Outline FreeTypeJudge::outline(unsigned glyph) const {
    Outline outline;
    if (FT_Load_Glyph(face_.get(), glyph, FT_LOAD_NO_SCALE) != 0) return outline;
    const FT_Outline_Funcs callbacks = {move_to, line_to, quad_to, cubic_to, 0, 0};
    FT_Outline_Decompose(&face_->glyph->outline, &callbacks, &outline);
    if (!outline.empty()) outline.push_back(ClosePath{});
    return without_empty_lines(outline);
}

unsigned FreeTypeJudge::cid(unsigned glyph) const {
    FT_UInt cid = 0;
    return FT_Get_CID_From_Glyph_Index(face_.get(), glyph, &cid) == 0 ? cid : 0;
}

Outline without_empty_lines(const Outline& outline) {
    Outline kept;
    OutlinePoint pen;
    for (const auto& step : outline) {
        const auto* line = std::get_if<LineTo>(&step);
        if (line == nullptr || !(line->to == pen)) kept.push_back(step);
        const std::vector<OutlinePoint> points = std::visit(Points{}, step);
        if (!points.empty()) pen = points.back();
    }
    return kept;
}

double distance(const Outline& a, const Outline& b) {
    constexpr double huge = 1e9;
    if (a.size() != b.size()) return huge;
    double largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i].index() != b[i].index()) return huge;
        const auto ours = std::visit(Points{}, a[i]);
        const auto theirs = std::visit(Points{}, b[i]);
        for (std::size_t k = 0; k < ours.size(); ++k) {
            largest =
                std::max(largest, std::hypot(ours[k].x - theirs[k].x, ours[k].y - theirs[k].y));
        }
    }
    return largest;
}

}  // namespace madoguchi::fonts
