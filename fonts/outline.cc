#include "fonts/outline.h"

#include <hb.h>

namespace madoguchi::fonts {

namespace {

OutlinePoint point(float x, float y) {
    return {static_cast<double>(x), static_cast<double>(y)};
}

Outline& outline_of(void* data) {
    return *static_cast<Outline*>(data);
}

void add_move(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    outline_of(data).push_back(MoveTo{point(x, y)});
}
void add_line(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    outline_of(data).push_back(LineTo{point(x, y)});
}
void add_quad(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float control_x, float control_y,
              float x, float y, void*) {
    outline_of(data).push_back(QuadTo{point(control_x, control_y), point(x, y)});
}
void add_cubic(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float first_x, float first_y,
               float second_x, float second_y, float x, float y, void*) {
    outline_of(data).push_back(
        CubicTo{point(first_x, first_y), point(second_x, second_y), point(x, y)});
}
void add_close(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
    outline_of(data).push_back(ClosePath{});
}

hb_draw_funcs_t* make_callbacks() {
    hb_draw_funcs_t* const callbacks = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(callbacks, add_move, nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(callbacks, add_line, nullptr, nullptr);
    hb_draw_funcs_set_quadratic_to_func(callbacks, add_quad, nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(callbacks, add_cubic, nullptr, nullptr);
    hb_draw_funcs_set_close_path_func(callbacks, add_close, nullptr, nullptr);
    hb_draw_funcs_make_immutable(callbacks);
    return callbacks;
}

}  // namespace

Outline outline(const Face& face, GlyphId glyph) {
    static hb_draw_funcs_t* const callbacks = make_callbacks();
    Outline contours;
    hb_font_get_glyph_shape(face.harfbuzz_font(), glyph, callbacks, &contours);
    return contours;
}

}  // namespace madoguchi::fonts
