#include "render/pdf/content.h"

#include <algorithm>
#include <cmath>

#include "render/pdf/operators.h"
#include "render/pdf/path.h"
#include "render/pdf/text_run.h"

namespace madoguchi::render::pdf {

namespace {

/// A frame's or group's own coordinates, turned upwards.
struct Place {
    ElementIndex element = no_element;
    Length top;
    Spoken spoken = Spoken::ByGlyphs;
};

class FrameWriter {
  public:
    explicit FrameWriter(ContentContext& context)
        : context_(context), operators_(context.strings) {}

    std::string write(const Frame& frame, Length top) {
        const Place place{no_element, top, Spoken::ByGlyphs};
        if (context_.marks == nullptr) {
            items(frame.items, place);
        } else {
            marked_items(frame.items, place);
        }
        return std::move(operators_).take();
    }

  private:
    /// Items of one element that follow each other are one piece of content (ISO 14289-1, 7.1).
    void marked_items(const std::vector<Item>& items, Place place) {
        MarkedContent& marks = *context_.marks;
        const std::string* open = nullptr;
        ElementIndex owner = no_element;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const std::string* type = marks.type_of(items[i].element);
            const bool goes_on = i > 0 && type == open && (!type || items[i].element == owner);
            if (!goes_on && i > 0) operators_.end_marked_content();
            if (!goes_on && type == nullptr) operators_.begin_artifact();
            if (!goes_on && type != nullptr)
                operators_.begin_marked_content(*type, marks.add(items[i].element));
            open = type;
            owner = items[i].element;
            place.element = owner;
            std::visit([&](const auto& content) { this->item(content, place); }, items[i].content);
        }
        if (!items.empty()) operators_.end_marked_content();
    }

    void items(const std::vector<Item>& items, Place place) {
        for (const Item& item : items) {
            if (item.element != no_element) place.element = item.element;
            std::visit([&](const auto& content) { this->item(content, place); }, item.content);
        }
    }

    void item(const GlyphRun& run, const Place& place) {
        write_run(operators_, run, {place.element, place.top, place.spoken}, context_);
    }

    void item(const Path& path, const Place& place) {
        if (path.steps.empty() || (!path.stroke && !path.fill)) return;
        if (path.fill) operators_.fill_colour(*path.fill);
        if (path.stroke) operators_.stroke(*path.stroke);
        const PathMove* start = std::get_if<PathMove>(&path.steps.front());
        if (start == nullptr || !is_curved(path) || !may_enter() ||
            !put_down(path, start->to, place.top))
            append_path(operators_.out(), path, {Length(), place.top});
    }

    /// The path's shape, as the file holds it, at its place.
    bool put_down(const Path& path, Point zero, Length top) {
        if (context_.shapes == nullptr) return false;
        const std::optional<std::size_t> shape = context_.shapes->shape(path, zero);
        if (!shape) return false;
        operators_.save();
        operators_.translate(to_millipoints(zero.x), to_millipoints(top - zero.y));
        operators_.paint("M", *shape);
        operators_.restore();
        return true;
    }

    void item(const Picture& picture, const Place& place) {
        Result<std::size_t> image = context_.images.image(picture);
        if (!image) {
            for (const Diagnostic& finding : image.findings()) {
                report(place, finding.code, finding.message);
            }
            return;
        }
        context_.used.use_image(*image);
        if (!enter(place)) return;
        const Rect& box = picture.frame;
        operators_.transform({box.width.to_pt(), 0, 0, box.height.to_pt(), to_millipoints(box.x),
                              to_millipoints(place.top - box.bottom())});
        operators_.paint("I", *image);
        operators_.restore();
    }

    void item(const Group& group, Place place) {
        for (const double factor : {group.a, group.b, group.c, group.d}) {
            if (std::isfinite(factor) && std::abs(factor) < 1e6) continue;
            report(place, "pdf.bad-number",
                   {"図形の変換に扱えない数値があります。", "a transformation is out of range"});
            return;
        }
        const bool says = !group.actual_text.empty() && place.spoken == Spoken::ByGlyphs;
        if (says && utf16_size(group.actual_text) > longest_text_string) {
            report(place, "pdf.text-too-long",
                   {"ひとまとまりの文字列がPDF/Aの上限を超えています。",
                    "one piece of text is longer than PDF/A allows"});
            return;
        }
        transformed(group, place);
    }

    void transformed(const Group& group, Place place) {
        const bool turned = group.a != 1 || group.b != 0 || group.c != 0 || group.d != 1;
        const bool moved = turned || group.origin != Point{};
        if (!moved && group.clips.empty()) {
            spoken_items(group, place);
            return;
        }
        if (!enter(place)) return;
        if (moved) {
            // With y turned upwards outside and inside, the mixed factors change sign.
            operators_.transform({group.a, -group.b, -group.c, group.d,
                                  to_millipoints(group.origin.x),
                                  to_millipoints(place.top - group.origin.y)});
            place.top = Length();
        }
        for (const ClipPath& clip : group.clips) {
            append_steps(operators_.out(), clip.steps, {Length(), place.top});
            operators_.clip(clip.rule);
        }
        spoken_items(group, place);
        operators_.restore();
    }

    /// The text begins and ends inside the group's own transformation: readers (poppler) place it
    /// by the matrix that holds where it ends, and drop what then lies off the page.
    void spoken_items(const Group& group, Place place) {
        if (group.actual_text.empty() || place.spoken == Spoken::ByGroup) {
            items(group.items, place);
            return;
        }
        operators_.begin_actual_text(group.actual_text);
        place.spoken = Spoken::ByGroup;
        items(group.items, place);
        operators_.end_marked_content();
    }

    /// False, with a finding, when states would nest deeper than allowed. One level is left for the
    /// page round a static layer.
    bool enter(const Place& place) {
        if (may_enter()) {
            operators_.save();
            return true;
        }
        report(place, "pdf.nesting",
               {"図形の入れ子がPDF/Aの上限(28段)を超えています。",
                "groups nest deeper than the 28 levels of PDF/A"});
        return false;
    }

    bool may_enter() const { return operators_.depth() + 1 < Operators::deepest_nesting; }

    void report(const Place& place, std::string code, BilingualText message) {
        context_.findings.push_back(
            finding_at(context_, place.element, std::move(code), std::move(message)));
    }

    ContentContext& context_;
    Operators operators_;
};

template <typename Value>
void widen(std::vector<Value>& values, std::size_t index) {
    if (values.size() <= index) values.resize(index + 1);
}

}  // namespace

void UsedResources::use_font(std::size_t font, FontDirections direction) {
    widen(fonts, font);
    fonts[font] |= direction;
}

void UsedResources::use_image(std::size_t image) {
    widen(images, image);
    images[image] = true;
}

void UsedResources::merge(const UsedResources& other) {
    for (std::size_t i = 0; i < other.fonts.size(); ++i)
        use_font(i, other.fonts[i]);
    for (std::size_t i = 0; i < other.images.size(); ++i) {
        if (other.images[i]) use_image(i);
    }
}

FontDirections UsedResources::font(std::size_t index) const {
    return index < fonts.size() ? fonts[index] : 0;
}

bool UsedResources::image(std::size_t index) const {
    return index < images.size() && images[index];
}

std::string write_content(const Frame& frame, Length top, ContentContext& context) {
    return FrameWriter(context).write(frame, top);
}

Diagnostic finding_at(const ContentContext& context, ElementIndex element, std::string code,
                      BilingualText message) {
    Diagnostic finding{.code = std::move(code), .message = std::move(message)};
    if (element < context.elements.size()) {
        const ElementInfo& info = context.elements[element];
        finding.origin.template_pointer = info.pointer;
        finding.origin.element_id = info.id();
        finding.origin.data_pointer = info.data_pointer;
    }
    return finding;
}

}  // namespace madoguchi::render::pdf
