#include "render/frame/dump.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>

namespace madoguchi::render {

namespace {

class Dumper {
  public:
    explicit Dumper(const Elements& elements) : elements_(elements) {}

    void items(std::span<const Item> items, int depth) {
        for (const Item& item : items) {
            indent(depth);
            std::visit([&](const auto& content) { write(content, item.element, depth); },
                       item.content);
        }
    }

    void element(const ElementInfo& info) {
        out_ += "element " + info.id();
        quoted(" label ", info.label);
        quoted(" template ", info.pointer);
        quoted(" data ", info.data_pointer);
        out_ += '\n';
    }

    void line(int depth, std::string_view text) {
        indent(depth);
        out_ += text;
        out_ += '\n';
    }

    void sheet(std::size_t number, const Sheet& sheet) {
        out_ += "sheet " + std::to_string(number) + ' ';
        size(sheet.size);
        out_ += '\n';
        line(1, "static");
        if (sheet.static_layer) items(sheet.static_layer->items, 2);
        line(1, "data");
        items(sheet.data_layer.items, 2);
    }

    std::string take() { return std::move(out_); }

  private:
    void write(const GlyphRun& run, ElementIndex element, int depth) {
        out_ += run.direction == RunDirection::Vertical ? "vertical-run" : "run";
        name(element);
        out_ += ' ' + (run.face != nullptr ? run.face->postscript_name() : "no-face") + ' ';
        append_decimal(out_, run.size.to_pt(), 2);
        out_ += "pt";
        if (run.condense != 1) {
            out_ += " condense ";
            append_decimal(out_, run.condense, 4);
        }
        colour(" colour ", run.colour);
        quoted(" ", run.text);
        out_ += '\n';
        indent(depth + 1);
        std::string_view separator;
        for (const PlacedGlyph& glyph : run.glyphs) {
            out_ += separator;
            out_ += std::to_string(glyph.glyph) + '@';
            point(glyph.at);
            separator = " ";
        }
        out_ += '\n';
    }

    void write(const Path& path, ElementIndex element, int) {
        out_ += "path";
        name(element);
        if (path.stroke) stroke(*path.stroke);
        if (path.fill) {
            out_ += path.rule == FillRule::EvenOdd ? " even-odd fill " : " fill ";
            hex(*path.fill);
        }
        steps(path.steps);
        out_ += '\n';
    }

    void steps(const std::vector<PathStep>& steps) {
        for (const PathStep& step : steps)
            std::visit([this](const auto& s) { write_step(s); }, step);
    }

    void write(const Picture& picture, ElementIndex element, int) {
        out_ += picture.format == Picture::Format::Png ? "picture png" : "picture jpeg";
        name(element);
        out_ += ' ';
        point(picture.frame.origin());
        out_ += ' ';
        size(picture.frame.size());
        out_ += ' ' + std::to_string(picture.bytes ? picture.bytes->size() : 0) + " bytes";
        quoted(" alternative ", picture.alternative_text);
        out_ += '\n';
    }

    void write(const Group& group, ElementIndex element, int depth) {
        out_ += "group";
        name(element);
        out_ += " at ";
        point(group.origin);
        if (group.a != 1 || group.b != 0 || group.c != 0 || group.d != 1) {
            out_ += " matrix";
            for (const double value : {group.a, group.b, group.c, group.d}) {
                out_ += ' ';
                append_decimal(out_, value, 4);
            }
        }
        quoted(" says ", group.actual_text);
        out_ += '\n';
        for (const ClipPath& clip : group.clips) {
            indent(depth + 1);
            out_ += clip.rule == FillRule::EvenOdd ? "even-odd clip" : "clip";
            steps(clip.steps);
            out_ += '\n';
        }
        items(group.items, depth + 1);
    }

    void write_step(const PathMove& step) { step_to(" M", step.to); }
    void write_step(const PathLine& step) { step_to(" L", step.to); }
    void write_step(const PathCurve& step) {
        step_to(" C", step.first);
        step_to(" ", step.second);
        step_to(" ", step.to);
    }
    void write_step(const PathClose&) { out_ += " Z"; }
    void step_to(std::string_view letter, Point to) {
        out_ += letter;
        point(to);
    }

    void stroke(const StrokeStyle& style) {
        out_ += " stroke ";
        length(style.width);
        colour(" colour ", style.colour);
        std::string_view lead = " dashes ";
        for (const Length dash : style.dashes) {
            out_ += lead;
            length(dash);
            lead = ",";
        }
        constexpr std::string_view caps[] = {"", " round-cap", " square-cap"};
        constexpr std::string_view joins[] = {"", " round-join", " bevel-join"};
        out_ += caps[static_cast<std::size_t>(style.cap)];
        out_ += joins[static_cast<std::size_t>(style.join)];
        if (style.dash_phase != Length()) {
            out_ += " phase ";
            length(style.dash_phase);
        }
        if (style.miter_limit != 10) {
            out_ += " miter ";
            append_decimal(out_, style.miter_limit, 2);
        }
    }

    void name(ElementIndex element) {
        if (element < elements_.size()) out_ += " [" + elements_[element].id() + ']';
    }
    void length(Length value) { append_decimal(out_, value.to_mm(), 3); }
    void point(Point at) {
        length(at.x);
        out_ += ',';
        length(at.y);
    }
    void size(Size size) {
        length(size.width);
        out_ += 'x';
        length(size.height);
    }
    /// Black is not worth a word.
    void colour(std::string_view lead, Colour colour) {
        if (colour == Colour()) return;
        out_ += lead;
        hex(colour);
    }
    void hex(Colour colour) {
        constexpr std::string_view digits = "0123456789abcdef";
        out_ += '#';
        for (const std::uint8_t channel : {colour.red, colour.green, colour.blue}) {
            out_ += digits[channel >> 4 & 15];
            out_ += digits[channel & 15];
        }
    }
    void quoted(std::string_view lead, std::string_view text) {
        if (text.empty()) return;
        out_ += lead;
        out_ += '"';
        for (const char c : text) {
            if (c == '"' || c == '\\') out_ += '\\';
            if (c == '\n') {
                out_ += "\\n";
            } else {
                out_ += c;
            }
        }
        out_ += '"';
    }
    void indent(int depth) { out_.append(static_cast<std::size_t>(depth) * 2, ' '); }

    const Elements& elements_;
    std::string out_;
};

}  // namespace

std::string dump(const Document& document) {
    Dumper dumper(document.elements);
    dumper.line(0, "document " + document.form_id + ' ' + document.form_version + ' ' +
                       document.language + ' ' + document.title);
    for (std::size_t i = 0; i < document.elements.size(); ++i)
        dumper.element(document.elements[i]);
    for (std::size_t i = 0; i < document.sheets.size(); ++i)
        dumper.sheet(i, document.sheets[i]);
    return dumper.take();
}

std::string dump(const Frame& frame, const Elements& elements) {
    Dumper dumper(elements);
    dumper.items(frame.items, 0);
    return dumper.take();
}

}  // namespace madoguchi::render
