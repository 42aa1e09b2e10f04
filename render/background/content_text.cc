// Text in a content stream (ISO 32000-1, 9.4), as outlines.
#include <algorithm>

#include "render/background/content.h"

namespace madoguchi::render::background {

namespace {

constexpr int deepest = 24;

Outline transformed(const Outline& outline, const Matrix& matrix) {
    Outline moved = outline;
    for (auto& [step, spot] : moved.steps)
        spot = matrix(spot);
    return moved;
}

}  // namespace

bool Content::run_text(const std::string& name, const Operands& operands) {
    TextState& text = state_.text;
    if (name == "BT") {
        text_matrix_ = line_matrix_ = {};
    } else if (name == "ET") {
        end_text();
    } else if (name == "Tc") {
        text.letter_spacing = number(operands, 0);
    } else if (name == "Tw") {
        text.word_spacing = number(operands, 0);
    } else if (name == "Tz") {
        text.stretch = number(operands, 0) / 100;
    } else if (name == "TL") {
        text.leading = number(operands, 0);
    } else if (name == "Tf") {
        set_font(operands);
    } else if (name == "Tr") {
        text.mode = static_cast<int>(std::clamp(number(operands, 0), 0.0, 7.0));
    } else if (name == "Ts") {
        text.rise = number(operands, 0);
    } else if (name == "Td") {
        next_line(number(operands, 0), number(operands, 1));
    } else if (name == "TD") {
        text.leading = -number(operands, 1);
        next_line(number(operands, 0), number(operands, 1));
    } else if (name == "Tm") {
        text_matrix_ =
            line_matrix_ = {number(operands, 0), number(operands, 1), number(operands, 2),
                            number(operands, 3), number(operands, 4), number(operands, 5)};
    } else if (name == "T*") {
        next_line(0, -text.leading);
    } else if (name == "Tj") {
        if (!operands.empty()) show(operands[0].string());
    } else if (name == "TJ") {
        if (!operands.empty()) show_array(operands[0]);
    } else if (name == "'") {
        next_line(0, -text.leading);
        if (!operands.empty()) show(operands[0].string());
    } else if (name == "\"") {
        text.word_spacing = number(operands, 0);
        text.letter_spacing = number(operands, 1);
        next_line(0, -text.leading);
        if (operands.size() > 2) show(operands[2].string());
    } else {
        return false;
    }
    return true;
}

/// Fonts are opened when something is shown with them: resources name many that nothing uses.
void Content::set_font(const Operands& operands) {
    if (operands.empty()) return;
    state_.text.size = number(operands, 1);
    state_.text.font_object = resources_["Font"][operands[0].name()];
}

void Content::next_line(double x, double y) {
    line_matrix_ = Matrix{1, 0, 0, 1, x, y}.then(line_matrix_);
    text_matrix_ = line_matrix_;
}

void Content::show_array(const Object& array) {
    for (const Object& item : array.items()) {
        if (const auto back = item.number()) {
            move_on(-*back / 1000 * state_.text.size);
        } else {
            show(item.string());
        }
    }
}

/// Along the line, before the stretching of horizontal ones.
void Content::move_on(double distance) {
    const bool is_vertical = font() != nullptr && font()->is_vertical();
    const Matrix step = is_vertical ? Matrix{1, 0, 0, 1, 0, distance}
                                    : Matrix{1, 0, 0, 1, distance * state_.text.stretch, 0};
    text_matrix_ = step.then(text_matrix_);
}

Font* Content::font() {
    const Object& object = state_.text.font_object;
    if (!object) return nullptr;
    std::shared_ptr<Font>& known = import_.fonts[object];
    if (known == nullptr) known = open_font(object);
    return known.get();
}

void Content::show(const std::string& codes) {
    // What is written with no ink needs no font: scanned pages have such a layer for searching.
    constexpr int invisible = 3;
    if (state_.text.mode == invisible || is_hidden() || codes.empty()) return;
    if (font() == nullptr) throw Refusal{broken()};
    for (const ShownCharacter& character : font()->read(codes))
        show_character(character);
}

void Content::show_character(const ShownCharacter& character) {
    const TextState& text = state_.text;
    const Matrix matrix = Matrix{text.size * text.stretch, 0, 0, text.size, 0, text.rise}
                              .then(text_matrix_)
                              .then(state_.matrix);
    if (font()->procedure(character.code)) {
        draw_procedure(character, matrix);
    } else {
        draw_outline(character, matrix);
    }
    const double spacing = text.letter_spacing + (character.is_word_space ? text.word_spacing : 0);
    move_on(character.advance * text.size + spacing);
}

void Content::draw_outline(const ShownCharacter& character, const Matrix& matrix) {
    const Matrix placed = Matrix{1, 0, 0, 1, -character.origin.x, -character.origin.y}.then(matrix);
    const Outline& outline = font()->outline(character.code);
    const int mode = state_.text.mode % 4;
    if (mode == 0 || mode == 2) fill_path(outline, placed, FillRule::NonZero);
    if (mode == 1 || mode == 2) stroke_path(outline, placed);
    if (state_.text.mode < 4) return;
    const Outline clip = transformed(outline, placed);
    text_clip_.steps.insert(text_clip_.steps.end(), clip.steps.begin(), clip.steps.end());
}

void Content::draw_procedure(const ShownCharacter& character, const Matrix& matrix) {
    if (depth_ >= deepest) throw Refusal{too_large()};
    GraphicsState state = state_;
    state.matrix = font()->procedure_matrix().then(matrix);
    const Object own = font()->procedure_resources();
    Content(import_, own ? own : resources_, std::move(state), depth_ + 1)
        .run(font()->procedure(character.code).bytes());
}

void Content::end_text() {
    if (text_clip_.steps.empty()) return;
    state_.clip = import_.canvas.clip(text_clip_, Matrix(), FillRule::NonZero, state_.clip);
    text_clip_ = {};
}

}  // namespace madoguchi::render::background
