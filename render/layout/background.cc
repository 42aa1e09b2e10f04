#include "render/layout/background.h"

#include <cmath>
#include <utility>

namespace madoguchi::render {

namespace {

using templates::Drawing;
using templates::DrawnMark;
using templates::DrawnPicture;

Length length_of(Point vector) {
    return Length::units(std::llround(
        std::hypot(static_cast<double>(vector.x.units()), static_cast<double>(vector.y.units()))));
}

Item picture_item(const DrawnPicture& drawn) {
    const Length width = length_of(drawn.across), height = length_of(drawn.down);
    Picture picture;
    picture.format =
        drawn.format == DrawnPicture::Format::Png ? Picture::Format::Png : Picture::Format::Jpeg;
    picture.bytes = drawn.bytes;
    const bool is_upright = drawn.across == Point{width, {}} && drawn.down == Point{{}, height};
    if (is_upright) {
        picture.frame = {drawn.origin.x, drawn.origin.y, width, height};
        return {no_element, std::move(picture)};
    }
    picture.frame = {{}, {}, width, height};
    Group turned{drawn.origin,
                 drawn.across.x / width,
                 drawn.across.y / width,
                 drawn.down.x / height,
                 drawn.down.y / height,
                 {},
                 {},
                 {}};
    turned.items.push_back({no_element, std::move(picture)});
    return {no_element, std::move(turned)};
}

Item item_of(const DrawnMark& mark) {
    if (const auto* path = std::get_if<Path>(&mark.content)) return {no_element, *path};
    return picture_item(std::get<DrawnPicture>(mark.content));
}

/// The clip and those around it, outermost first.
std::vector<ClipPath> clips_of(const Drawing& drawing, int clip) {
    std::vector<ClipPath> clips;
    for (; clip >= 0; clip = drawing.clips[static_cast<std::size_t>(clip)].outside)
        clips.insert(clips.begin(), drawing.clips[static_cast<std::size_t>(clip)].path);
    return clips;
}

bool is_flat(const DrawnMark& mark) {
    const auto* picture = std::get_if<DrawnPicture>(&mark.content);
    return picture != nullptr &&
           (length_of(picture->across) == Length() || length_of(picture->down) == Length());
}

}  // namespace

void lay_out_background(const Surface& surface, const templates::Background& background) {
    const Drawing& drawing = *background.drawing;
    int clip = -2;  // none of any mark
    for (const DrawnMark& mark : drawing.marks) {
        if (is_flat(mark)) continue;
        if (mark.clip != clip) {
            Group group;
            group.origin = frame_of(surface.filled).origin();
            group.clips = clips_of(drawing, mark.clip);
            surface.items.push_back({surface.element, std::move(group)});
            clip = mark.clip;
        }
        std::get<Group>(surface.items.back().content).items.push_back(item_of(mark));
    }
}

}  // namespace madoguchi::render
