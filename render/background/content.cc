#include "render/background/content.h"

#include <algorithm>
#include <cmath>

namespace madoguchi::render::background {

namespace {

constexpr std::size_t most_operators = 5'000'000;
constexpr std::size_t most_operands = 10'000;
constexpr std::size_t most_saved = 512;

}  // namespace

void Content::run(const std::string& operators) {
    PoDoFo::PdfContentsTokenizer tokens(operators.data(), static_cast<long>(operators.size()));
    std::vector<PoDoFo::PdfObject> words;
    PoDoFo::EPdfContentsType type{};
    const char* keyword = nullptr;
    PoDoFo::PdfVariant variant;
    const auto operands = [&] {
        Operands list;
        for (const PoDoFo::PdfObject& word : words)
            list.emplace_back(&word, import_.objects);
        return list;
    };
    while (tokens.ReadNext(type, keyword, variant)) {
        if (type == PoDoFo::ePdfContentsType_Variant) {
            if (words.size() < most_operands) words.emplace_back(variant);
        } else if (type == PoDoFo::ePdfContentsType_ImageData) {
            const std::string& data = variant.GetRawData().data();
            draw_inline_picture(operands(), data);
            words.clear();
        } else {
            const std::string name = keyword;
            if (name == "BI" || name == "ID" || name == "EI") {
                if (name == "BI") words.clear();
                continue;
            }
            if (++import_.operators > most_operators) throw Refusal{too_large()};
            run(name, operands());
            words.clear();
        }
    }
}

void Content::run(const std::string& name, const Operands& operands) {
    // What is unknown is passed over, as BX and EX ask for; known ones know what they need.
    run_state(name, operands) || run_path(name, operands) || run_colour(name, operands) ||
        run_text(name, operands) || run_object(name, operands);
}

double Content::number(const Operands& operands, std::size_t index) const {
    const double value = index < operands.size() ? operands[index].number().value_or(0) : 0;
    return std::isfinite(value) ? std::clamp(value, -1e9, 1e9) : 0;
}

Spot Content::spot(const Operands& operands, std::size_t index) const {
    return {number(operands, index), number(operands, index + 1)};
}

// Graphics state ----------------------------------------------------------------------------------

bool Content::run_state(const std::string& name, const Operands& operands) {
    if (name == "q") {
        save();
    } else if (name == "Q") {
        restore();
    } else if (name == "cm") {
        state_.matrix = Matrix{number(operands, 0), number(operands, 1), number(operands, 2),
                               number(operands, 3), number(operands, 4), number(operands, 5)}
                            .then(state_.matrix);
    } else if (name == "w") {
        state_.line_width = std::abs(number(operands, 0));
    } else if (name == "J") {
        state_.cap = static_cast<LineCap>(std::clamp(number(operands, 0), 0.0, 2.0));
    } else if (name == "j") {
        state_.join = static_cast<LineJoin>(std::clamp(number(operands, 0), 0.0, 2.0));
    } else if (name == "M") {
        state_.miter_limit = std::clamp(number(operands, 0), 1.0, 1000.0);
    } else if (name == "d") {
        if (!operands.empty()) set_dashes(operands[0], number(operands, 1));
    } else if (name == "gs") {
        if (!operands.empty()) read_state(resources_["ExtGState"][operands[0].name()]);
    } else {
        return name == "i" || name == "ri";
    }
    return true;
}

void Content::save() {
    if (saved_.size() >= most_saved) throw Refusal{too_large()};
    saved_.push_back(state_);
}

void Content::restore() {
    if (saved_.empty()) return;
    state_ = std::move(saved_.back());
    saved_.pop_back();
}

void Content::set_dashes(const Object& dashes, double phase) {
    state_.dashes = dashes.numbers();
    if (state_.dashes.size() > 32) state_.dashes.resize(32);
    const auto is_bad = [](double dash) { return !(dash >= 0) || dash > 1e5; };
    const bool is_solid = std::all_of(state_.dashes.begin(), state_.dashes.end(),
                                      [](double dash) { return dash == 0; });
    if (is_solid || std::any_of(state_.dashes.begin(), state_.dashes.end(), is_bad))
        state_.dashes.clear();
    state_.dash_phase = std::max(phase, 0.0);
}

/// 8.4.5. Transparency is not kept: a tint on white paper looks the same, what lies below shows no
/// more, and the finding says so.
void Content::read_state(const Object& dictionary) {
    if (const auto width = dictionary["LW"].number()) state_.line_width = std::abs(*width);
    if (const auto cap = dictionary["LC"].number())
        state_.cap = static_cast<LineCap>(std::clamp(*cap, 0.0, 2.0));
    if (const auto join = dictionary["LJ"].number())
        state_.join = static_cast<LineJoin>(std::clamp(*join, 0.0, 2.0));
    if (const auto limit = dictionary["ML"].number())
        state_.miter_limit = std::clamp(*limit, 1.0, 1000.0);
    const std::vector<Object> dashes = dictionary["D"].items();
    if (dashes.size() == 2) set_dashes(dashes[0], dashes[1].number().value_or(0));
    if (const auto opacity = dictionary["ca"].number())
        state_.fill.opacity = std::clamp(*opacity, 0.0, 1.0);
    if (const auto opacity = dictionary["CA"].number())
        state_.stroke.opacity = std::clamp(*opacity, 0.0, 1.0);
    if (dictionary["SMask"].is_dictionary())
        throw Refusal{unsupported({"ぼかしのマスク（ソフトマスク）", "A soft mask"})};
    const Object mode = dictionary["BM"];
    const std::string blend = mode.items().empty() ? mode.name() : mode.items().front().name();
    const bool is_plain = blend.empty() || blend == "Normal" || blend == "Compatible";
    if (!is_plain)
        import_.notes.add({.severity = Severity::Warning,
                           .code = "background.transparency",
                           .message = {"色の重ね方（" + blend + "）は無視しました。",
                                       "The blend mode " + blend + " was ignored."}});
    if (std::min(state_.fill.opacity, state_.stroke.opacity) < 1)
        import_.notes.add(
            {.severity = Severity::Warning,
             .code = "background.transparency",
             .message = {"半透明の部分を、白い紙の上での色で塗りました。下にある物は透けません。",
                         "What is half transparent was painted in its colour on white paper; "
                         "nothing shows through."}});
}

// Paths -------------------------------------------------------------------------------------------

bool Content::run_path(const std::string& name, const Operands& operands) {
    const Spot first = spot(operands, 0), second = spot(operands, 2);
    if (name == "m") {
        path_.move(at_ = first);
    } else if (name == "l") {
        path_.line(at_ = first);
    } else if (name == "c") {
        path_.curve(first, second, at_ = spot(operands, 4));
    } else if (name == "v") {
        path_.curve(at_, first, second);
        at_ = second;
    } else if (name == "y") {
        path_.curve(first, second, at_ = second);
    } else if (name == "h") {
        path_.close();
    } else if (name == "re") {
        rectangle(operands);
    } else if (name == "S" || name == "s") {
        paint(false, true, FillRule::NonZero, name == "s");
    } else if (name == "f" || name == "F" || name == "f*") {
        paint(true, false, name == "f*" ? FillRule::EvenOdd : FillRule::NonZero);
    } else if (name == "B" || name == "B*" || name == "b" || name == "b*") {
        paint(true, true, name.size() == 2 ? FillRule::EvenOdd : FillRule::NonZero, name[0] == 'b');
    } else if (name == "n") {
        end_path();
    } else if (name == "W" || name == "W*") {
        clip_rule_ = name == "W" ? FillRule::NonZero : FillRule::EvenOdd;
    } else {
        return false;
    }
    return true;
}

void Content::rectangle(const Operands& operands) {
    const Spot at = spot(operands, 0), size = spot(operands, 2);
    path_.move(at);
    path_.line({at.x + size.x, at.y});
    path_.line({at.x + size.x, at.y + size.y});
    path_.line({at.x, at.y + size.y});
    path_.close();
    at_ = at;
}

void Content::paint(bool fills, bool strokes, FillRule rule, bool closes) {
    if (closes) path_.close();
    const bool has_start = !path_.steps.empty() && path_.steps.front().first == Step::Move;
    if (has_start && fills) fill_path(path_, state_.matrix, rule);
    if (has_start && strokes) stroke_path(path_, state_.matrix);
    end_path();
}

void Content::fill_path(const Outline& outline, const Matrix& matrix, FillRule rule) {
    if (is_hidden() || state_.fill.is_invisible()) return;
    import_.canvas.fill(outline, matrix, rule, seen(state_.fill), state_.clip);
}

void Content::stroke_path(const Outline& outline, const Matrix& matrix) {
    if (is_hidden() || state_.stroke.is_invisible()) return;
    StrokeStyle style = stroke_style();
    style.colour = seen(state_.stroke);
    import_.canvas.stroke(outline, matrix, std::move(style), state_.clip);
}

/// 0 asks for the thinnest line of the device: a hair that printers still print.
StrokeStyle Content::stroke_style() const {
    constexpr double hair = 0.12;  // points
    const double scale = state_.matrix.then(import_.canvas.page()).scale();
    const auto on_paper = [scale](double length) {
        return Length::pt(std::min(length * scale, 10'000.0));
    };
    StrokeStyle style{.width = std::max(on_paper(state_.line_width), Length::pt(hair)),
                      .colour = {},
                      .dash_phase = on_paper(state_.dash_phase),
                      .cap = state_.cap,
                      .join = state_.join,
                      .miter_limit = state_.miter_limit};
    for (const double dash : state_.dashes)
        style.dashes.push_back(on_paper(dash));
    if (std::all_of(style.dashes.begin(), style.dashes.end(),
                    [](Length dash) { return dash == Length(); }))
        style.dashes.clear();
    return style;
}

void Content::end_path() {
    const bool has_start = !path_.steps.empty() && path_.steps.front().first == Step::Move;
    if (clip_rule_)
        state_.clip = import_.canvas.clip(has_start ? path_ : Outline(), state_.matrix, *clip_rule_,
                                          state_.clip);
    clip_rule_.reset();
    path_ = {};
}

// Colours -----------------------------------------------------------------------------------------

bool Content::run_colour(const std::string& name, const Operands& operands) {
    using Kind = ColourSpace::Kind;
    const bool is_colour = name == "g" || name == "G" || name == "rg" || name == "RG" ||
                           name == "k" || name == "K" || name == "cs" || name == "CS" ||
                           name == "sc" || name == "SC" || name == "scn" || name == "SCN";
    if (!is_colour) return false;
    if (is_uncoloured_) return true;
    Paint& paint = name[0] >= 'a' ? state_.fill : state_.stroke;
    const char kind = static_cast<char>(name[0] | 0x20);
    if (kind == 'g') set_device(paint, Kind::Grey, operands);
    if (kind == 'r') set_device(paint, Kind::Rgb, operands);
    if (kind == 'k') set_device(paint, Kind::Cmyk, operands);
    if (kind == 'c' && !operands.empty()) set_space(paint, operands[0]);
    if (kind == 's') set_colour(paint, operands);
    return true;
}

void Content::set_space(Paint& paint, const Object& space) {
    paint.space = ColourSpace::read(space, resources_["ColorSpace"]);
    paint.is_pattern = paint.space.kind() == ColourSpace::Kind::Pattern;
    paint.colour = paint.space.colour(paint.space.initial());
}

void Content::set_device(Paint& paint, ColourSpace::Kind kind, const Operands& operands) {
    paint.space = ColourSpace::device(kind);
    paint.is_pattern = false;
    set_colour(paint, operands);
}

void Content::set_colour(Paint& paint, const Operands& operands) {
    if (paint.space.kind() == ColourSpace::Kind::Pattern) return;
    std::vector<double> values;
    for (std::size_t i = 0; i < paint.space.components(); ++i)
        values.push_back(number(operands, i));
    paint.colour = paint.space.colour(values);
}

Colour Content::seen(const Paint& paint) {
    if (paint.is_pattern)
        throw Refusal{
            unsupported({"模様（パターン）やグラデーションの塗り", "A pattern or a gradient"})};
    return paint.seen();
}

// Objects -----------------------------------------------------------------------------------------

bool Content::run_object(const std::string& name, const Operands& operands) {
    if (name == "Do") {
        if (!operands.empty()) draw_object(resources_["XObject"][operands[0].name()]);
    } else if (name == "sh") {
        if (!is_hidden()) refuse_shading();
    } else if (name == "BMC" || name == "BDC") {
        begin_marked(operands);
    } else if (name == "EMC") {
        if (marks_ == hidden_) hidden_ = 0;
        if (marks_ > 0) --marks_;
    } else if (name == "d1") {
        is_uncoloured_ = true;
    } else {
        return false;
    }
    return true;
}

void Content::refuse_shading() const {
    throw Refusal{unsupported({"グラデーション", "A gradient"})};
}

void Content::begin_marked(const Operands& operands) {
    ++marks_;
    if (is_hidden() || operands.size() < 2 || operands[0].name() != "OC") return;
    if (import_.layers.is_hidden(resources_["Properties"][operands[1].name()])) hidden_ = marks_;
}

void Content::draw_object(const Object& object) {
    if (is_hidden() || import_.layers.is_hidden(object["OC"])) return;
    if (object["Subtype"].name() == "Image") draw_picture(object);
    if (object["Subtype"].name() == "Form") draw_form(object);
}

}  // namespace madoguchi::render::background
