#include "render/pdf/content.h"

#include <algorithm>
#include <cmath>

#include "render/pdf/operators.h"
#include "render/pdf/text_run.h"

namespace madoguchi::render::pdf {

namespace {

/// A frame's or group's own coordinates, turned upwards.
struct Place {
    ElementIndex element = no_element;
    Length top;
    Spoken spoken = Spoken::ByGlyphs;
};

/// Whether both are painted alike and have the same steps, each seen from its own zero.
bool same_shape(const Path& a, Point zero_a, const Path& b, Point zero_b) {
    const Point way{zero_b.x - zero_a.x, zero_b.y - zero_a.y};
    const auto moved = [&](Point at) { return at + way; };
    const auto same = [&](const PathStep& x, const PathStep& y) {
        if (x.index() != y.index()) return false;
        if (const auto* move = std::get_if<PathMove>(&x))
            return moved(move->to) == std::get<PathMove>(y).to;
        if (const auto* line = std::get_if<PathLine>(&x))
            return moved(line->to) == std::get<PathLine>(y).to;
        const auto* curve = std::get_if<PathCurve>(&x);
        if (curve == nullptr) return true;
        const auto& other = std::get<PathCurve>(y);
        return moved(curve->first) == other.first && moved(curve->second) == other.second &&
               moved(curve->to) == other.to;
    };
    return a.stroke.has_value() == b.stroke.has_value() &&
           a.fill.has_value() == b.fill.has_value() &&
           std::equal(a.steps.begin(), a.steps.end(), b.steps.begin(), b.steps.end(), same);
}

class FrameWriter {
  public:
    explicit FrameWriter(ContentContext& context) : context_(context) {}

    std::string write(const Frame& frame, Length top) {
        items(frame.items, {no_element, top, Spoken::ByGlyphs});
        return std::move(operators_).take();
    }

  private:
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
        if (start == nullptr || !is_curved(path) || !may_enter()) {
            draw(path, {Length(), place.top});
            return;
        }
        // Seen from its own start every circle of one size is the same text: the page compresses to
        // two thirds, in less time.
        operators_.save();
        operators_.translate(to_millipoints(start->to.x), to_millipoints(place.top - start->to.y));
        draw_again(path, start->to);
        operators_.restore();
    }

    static bool is_curved(const Path& path) {
        return std::any_of(path.steps.begin(), path.steps.end(), [](const PathStep& step) {
            return std::holds_alternative<PathCurve>(step);
        });
    }

    /// A path of this frame that was written, and where its operators stand.
    struct Written {
        const Path* path;
        Point zero;
        std::size_t begin, size;
    };

    /// The operators of an earlier path of the same shape, or new ones.
    void draw_again(const Path& path, Point zero) {
        for (const Written& earlier : written_) {
            if (!same_shape(path, zero, *earlier.path, earlier.zero)) continue;
            operators_.out().append(operators_.out(), earlier.begin, earlier.size);
            return;
        }
        const std::size_t begin = operators_.out().size();
        draw(path, zero);
        if (written_.size() < most_shapes)
            written_.push_back({&path, zero, begin, operators_.out().size() - begin});
    }

    /// `zero` is the point of the frame that has the coordinates (0, 0).
    void draw(const Path& path, Point zero) {
        for (const PathStep& step : path.steps)
            std::visit([&](const auto& part) { this->step(part, zero); }, step);
        operators_.out() += path.fill && path.stroke ? "B\n" : path.fill ? "f\n" : "S\n";
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
        if (!turned && group.origin == Point{}) {
            spoken_items(group, place);
            return;
        }
        if (!enter(place)) return;
        // With y turned upwards outside and inside, the mixed factors change sign.
        operators_.transform({group.a, -group.b, -group.c, group.d, to_millipoints(group.origin.x),
                              to_millipoints(place.top - group.origin.y)});
        place.top = Length();
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

    void point(Point at, Point zero) {
        append_millipoints(operators_.out(), to_millipoints(at.x - zero.x));
        operators_.out() += ' ';
        append_millipoints(operators_.out(), to_millipoints(zero.y - at.y));
        operators_.out() += ' ';
    }
    void step(const PathMove& move, Point zero) {
        point(move.to, zero);
        operators_.out() += "m\n";
    }
    void step(const PathLine& line, Point zero) {
        point(line.to, zero);
        operators_.out() += "l\n";
    }
    void step(const PathCurve& curve, Point zero) {
        point(curve.first, zero);
        point(curve.second, zero);
        point(curve.to, zero);
        operators_.out() += "c\n";
    }
    void step(const PathClose&, Point) { operators_.out() += "h\n"; }

    void report(const Place& place, std::string code, BilingualText message) {
        context_.findings.push_back(
            finding_at(context_, place.element, std::move(code), std::move(message)));
    }

    static constexpr std::size_t most_shapes = 16;

    ContentContext& context_;
    Operators operators_;
    std::vector<Written> written_;
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
        finding.origin.element_id = info.id;
        finding.origin.data_pointer = info.data_pointer;
    }
    return finding;
}

}  // namespace madoguchi::render::pdf
