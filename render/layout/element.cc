// A comb and a choice have a part for everybody and a part for this person; a table was turned into
// its rows when the form was filled and leaves the stroke over blank ones; other kinds are the same
// in both parts.

#include "render/layout/element.h"

#include "render/layout/background.h"
#include "render/layout/barcode.h"
#include "render/layout/comb.h"
#include "render/layout/date_stamp.h"
#include "render/layout/picture.h"
#include "render/layout/seal.h"
#include "render/layout/shapes.h"
#include "render/layout/text.h"

namespace madoguchi::render {

namespace {

struct LayOutWhole {
    const Surface& surface;

    void operator()(const templates::Text& text) const { lay_out_text(surface, text); }
    void operator()(const templates::Line& line) const { lay_out_line(surface, line); }
    void operator()(const templates::Box& box) const { lay_out_box(surface, box); }
    void operator()(const templates::Ellipse& ellipse) const { lay_out_ellipse(surface, ellipse); }
    void operator()(const templates::Image& image) const { lay_out_picture(surface, image); }
    void operator()(const templates::Seal& seal) const { lay_out_seal(surface, seal); }
    void operator()(const templates::Barcode& barcode) const { lay_out_barcode(surface, barcode); }
    void operator()(const templates::DateStamp& stamp) const { lay_out_date_stamp(surface, stamp); }
    void operator()(const templates::Background& background) const {
        lay_out_background(surface, background);
    }
    void operator()(const templates::Table& table) const {
        if (surface.filled.part == templates::Part::Data) lay_out_blank_stroke(surface, table);
    }
    void operator()(const templates::Comb&) const {}
    void operator()(const templates::Choice&) const {}
};

/// Words that are printed only on a condition were not there when the form was prepared.
ChoiceMarks find_marks(const Surface& surface, const templates::Choice& choice) {
    std::vector<Item> words;
    Diagnostics known;
    const Surface aside{surface.context, surface.filled, surface.element, words, known};
    return lay_out_choice_words(aside, choice);
}

}  // namespace

void lay_out_static(const Surface& surface, ChoiceTable& choices) {
    const templates::Element& element = *surface.filled.element;
    if (const auto* comb = std::get_if<templates::Comb>(&element.kind)) {
        lay_out_comb_rules(surface, *comb);
    } else if (const auto* choice = std::get_if<templates::Choice>(&element.kind)) {
        choices.insert_or_assign(&element, lay_out_choice_words(surface, *choice));
    } else {
        std::visit(LayOutWhole{surface}, element.kind);
    }
}

void lay_out_data(const Surface& surface, const ChoiceTable& choices) {
    const templates::Element& element = *surface.filled.element;
    if (const auto* comb = std::get_if<templates::Comb>(&element.kind)) {
        lay_out_comb_characters(surface, *comb);
    } else if (const auto* choice = std::get_if<templates::Choice>(&element.kind)) {
        const auto known = choices.find(&element);
        lay_out_choice_marks(surface, *choice,
                             known != choices.end() ? known->second : find_marks(surface, *choice));
    } else {
        std::visit(LayOutWhole{surface}, element.kind);
    }
}

}  // namespace madoguchi::render
