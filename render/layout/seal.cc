// 印鑑登録 rules give the sides of squares: an impression must fit into the larger one and not into
// the smaller one (印鑑登録証明事務処理要領: 8 mm and 25 mm). The smaller one is dashed, since it
// is printed over.

#include "render/layout/seal.h"

#include <utility>

#include "render/layout/shapes.h"
#include "render/layout/text_block.h"

namespace madoguchi::render {

namespace {

void add_guide(const Surface& surface, const templates::Stroke& stroke, Length side) {
    if (side <= Length()) return;
    const Rect frame = frame_of(surface.filled);
    if (side > frame.width || side > frame.height) {
        report(surface, "layout.seal-guide",
               {"印影の案内枠（" + in_mm(side) + " mm）が欄からはみ出します。",
                "The guide of the seal (" + in_mm(side) + " mm) is larger than its frame."},
               {{"欄を広げてください。", "Enlarge the frame."}});
        return;
    }
    const Point centre = frame.centre();
    Path path;
    path.stroke = stroke_style(stroke);
    add_rectangle(path, {centre.x - side / 2, centre.y - side / 2, side, side});
    surface.items.push_back({surface.element, std::move(path)});
}

}  // namespace

void lay_out_seal(const Surface& surface, const templates::Seal& seal) {
    const Rect frame = frame_of(surface.filled);
    if (!has_area(surface, frame)) return;
    templates::Stroke inner = seal.stroke;
    inner.pattern = templates::LinePattern::Dashed;
    add_guide(surface, seal.stroke, seal.max_side);
    add_guide(surface, inner, seal.min_side);
    set_text(surface, seal.label, frame, seal.style);
}

}  // namespace madoguchi::render
