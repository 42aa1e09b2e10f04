// Forms and pictures in a content stream.
#include <algorithm>

#include "render/background/content.h"
#include "render/background/picture.h"

namespace madoguchi::render::background {

namespace {

constexpr int deepest = 24;
constexpr std::size_t most_forms = 50'000;

/// 11.6.6: a group is composed by itself, then laid on the page with the opacity outside.
void enter_group(GraphicsState& state) {
    const double opacity = state.fill.opacity * state.fill.group_opacity;
    for (Paint* paint : {&state.fill, &state.stroke}) {
        paint->group_opacity = opacity;
        paint->opacity = 1;
    }
}

Outline box_outline(const std::vector<double>& box) {
    Outline outline;
    outline.move({box[0], box[1]});
    outline.line({box[2], box[1]});
    outline.line({box[2], box[3]});
    outline.line({box[0], box[3]});
    outline.close();
    return outline;
}

}  // namespace

void Content::draw_form(const Object& form) {
    if (depth_ >= deepest || ++import_.forms > most_forms) throw Refusal{too_large()};
    GraphicsState state = state_;
    const std::vector<double> m = form["Matrix"].numbers();
    if (m.size() == 6) state.matrix = Matrix{m[0], m[1], m[2], m[3], m[4], m[5]}.then(state.matrix);
    if (form["Group"]["S"].name() == "Transparency") enter_group(state);
    const std::vector<double> box = form["BBox"].numbers();
    if (box.size() == 4)
        state.clip =
            import_.canvas.clip(box_outline(box), state.matrix, FillRule::NonZero, state.clip);
    const Object own = form["Resources"];
    Content(import_, own ? own : resources_, std::move(state), depth_ + 1).run(form.bytes());
}

void Content::draw_picture(const Object& picture) {
    if (state_.fill.is_invisible()) return;
    ReadPicture read = read_picture(picture, resources_["ColorSpace"],
                                    picture["ImageMask"] ? seen(state_.fill) : Colour());
    import_.canvas.picture(read.format, std::move(read.bytes), state_.matrix, state_.clip);
}

/// The words between BI and ID are the entries of a dictionary.
void Content::draw_inline_picture(const Operands& words, const std::string& data) {
    if (is_hidden()) return;
    PoDoFo::PdfDictionary entries;
    for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
        if (const PoDoFo::PdfObject* value = words[i + 1].raw())
            entries.AddKey(PoDoFo::PdfName(words[i].name()), *value);
    }
    const PoDoFo::PdfObject dictionary{PoDoFo::PdfVariant(entries)};
    ReadPicture read = read_inline_picture(Object(&dictionary, import_.objects), data,
                                           resources_["ColorSpace"], seen(state_.fill));
    import_.canvas.picture(read.format, std::move(read.bytes), state_.matrix, state_.clip);
}

}  // namespace madoguchi::render::background
