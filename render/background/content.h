// Runs the content streams of a foreign page (ISO 32000-1, 8 and 9, annex A) on a canvas.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "render/background/canvas.h"
#include "render/background/graphics_state.h"
#include "render/background/layers.h"
#include "render/background/refusal.h"

namespace madoguchi::render::background {

/// What all streams of one page share.
struct Import {
    Canvas& canvas;
    const Layers& layers;
    Notes& notes;
    const PoDoFo::PdfVecObjects* objects;
    std::map<Object, std::shared_ptr<Font>> fonts = {};
    std::size_t operators = 0, forms = 0;
};

class Content {
  public:
    Content(Import& import, Object resources, GraphicsState state, int depth = 0)
        : import_(import),
          resources_(std::move(resources)),
          state_(std::move(state)),
          depth_(depth) {}

    /// Throws Refusal.
    void run(const std::string& operators);
    /// A form XObject (8.10), under the state as it is.
    void draw_form(const Object& form);

  private:
    using Operands = std::vector<Object>;

    void run(const std::string& name, const Operands& operands);
    bool run_state(const std::string& name, const Operands& operands);
    bool run_path(const std::string& name, const Operands& operands);
    bool run_colour(const std::string& name, const Operands& operands);
    bool run_text(const std::string& name, const Operands& operands);
    bool run_object(const std::string& name, const Operands& operands);

    double number(const Operands& operands, std::size_t index) const;
    Spot spot(const Operands& operands, std::size_t index) const;

    void save();
    void restore();
    void read_state(const Object& dictionary);
    void set_dashes(const Object& dashes, double phase);

    void rectangle(const Operands& operands);
    void paint(bool fills, bool strokes, FillRule rule, bool closes = false);
    void fill_path(const Outline& outline, const Matrix& matrix, FillRule rule);
    void stroke_path(const Outline& outline, const Matrix& matrix);
    StrokeStyle stroke_style() const;
    void end_path();

    void set_space(Paint& paint, const Object& space);
    void set_device(Paint& paint, ColourSpace::Kind kind, const Operands& operands);
    void set_colour(Paint& paint, const Operands& operands);
    Colour seen(const Paint& paint);

    void set_font(const Operands& operands);
    Font* font();
    void next_line(double x, double y);
    void show(const std::string& codes);
    void show_array(const Object& array);
    void show_character(const ShownCharacter& character);
    void draw_outline(const ShownCharacter& character, const Matrix& matrix);
    void draw_procedure(const ShownCharacter& character, const Matrix& matrix);
    void move_on(double distance);
    void end_text();

    void draw_object(const Object& object);
    void draw_picture(const Object& picture);
    void draw_inline_picture(const Operands& words, const std::string& data);
    void begin_marked(const Operands& operands);
    void refuse_shading() const;

    bool is_hidden() const { return hidden_ > 0; }

    Import& import_;
    Object resources_;
    GraphicsState state_;
    std::vector<GraphicsState> saved_;
    int depth_;

    Outline path_;
    Spot at_;
    std::optional<FillRule> clip_rule_;
    Matrix text_matrix_, line_matrix_;
    Outline text_clip_;                   ///< in the page's user space
    std::size_t marks_ = 0, hidden_ = 0;  ///< open marked content, and from where it is not shown
    bool is_uncoloured_ = false;          ///< a Type 3 character that takes the text's colour
};

}  // namespace madoguchi::render::background
