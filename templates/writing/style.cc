#include "templates/writing/model.h"
#include "templates/writing/object.h"

namespace madoguchi::templates::writing {

namespace {

json::Value fit(const Fit& value, const Fit& base) {
    Object object;
    object.put_unless(base.steps, "steps", value.steps, [](const std::vector<FitStep>& steps) {
        json::Array words;
        for (const FitStep step : steps)
            words.push_back(word(step, fit_step_words));
        return json::Value{std::move(words)};
    });
    object.put_unless(base.min_condense, "minCondense", value.min_condense, ratio);
    object.put_unless(base.min_size, "minSize", value.min_size, points);
    return object.take();
}

template <typename Value, std::size_t size>
void put_word(Object& object, std::string_view name, const Value& value, const Value& base,
              const std::array<Word<Value>, size>& words) {
    if (value != base) object.put(name, word(value, words));
}

void put_differences(Object& object, const Style& value, const Style& base) {
    put_word(object, "font", value.font, base.font, font_words);
    object.put_unless(base.size, "size", value.size, points);
    put_word(object, "direction", value.direction, base.direction, direction_words);
    put_word(object, "align", value.align, base.align, align_words);
    put_word(object, "blockAlign", value.block_align, base.block_align, block_align_words);
    object.put_unless(base.line_height, "lineHeight", value.line_height, ratio);
    object.put_unless(base.letter_spacing, "letterSpacing", value.letter_spacing, points);
    object.put_unless(base.western_space, "westernSpace", value.western_space, flag);
    object.put_unless(base.hanging, "hangingPunctuation", value.hanging, flag);
    object.put_unless(base.tate_chu_yoko, "tateChuYoko", value.tate_chu_yoko, count);
    object.put_unless(base.colour, "colour", value.colour, colour);
    if (!(value.fit == base.fit)) object.put("fit", fit(value.fit, base.fit));
}

Style base_of(const Style& value, const Styles& named) {
    for (const NamedStyle& candidate : named) {
        if (candidate.name == value.base) return candidate.style;
    }
    return {};
}

}  // namespace

json::Value styles(const Styles& named) {
    json::Array items;
    for (const NamedStyle& one : named) {
        Object object;
        object.put("name", text(one.name));
        if (!one.style.base.empty()) object.put("base", text(one.style.base));
        put_differences(object, one.style, base_of(one.style, named));
        items.push_back(object.take());
    }
    return {std::move(items)};
}

json::Value style(const Style& value, const Styles& named) {
    Object differences;
    put_differences(differences, value, base_of(value, named));
    if (value.base.empty()) return differences.empty() ? json::Value() : differences.take();
    if (differences.empty()) return text(value.base);
    Object object;
    object.put("base", text(value.base));
    put_differences(object, value, base_of(value, named));
    return object.take();
}

json::Value stroke(const Stroke& value) {
    const Stroke plain;
    Object object;
    object.put_unless(plain.width, "width", value.width, millimetres);
    object.put_unless(plain.colour, "colour", value.colour, colour);
    put_word(object, "pattern", value.pattern, plain.pattern, line_pattern_words);
    return object.take();
}

}  // namespace madoguchi::templates::writing
