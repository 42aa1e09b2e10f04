#include "templates/base64.h"
#include "templates/drawing_code.h"
#include "templates/writing/model.h"
#include "templates/writing/object.h"

namespace madoguchi::templates::writing {

namespace {

json::Value option(const Choice::Option& value) {
    Object object;
    object.put("value", text(value.value));
    object.put_unless({}, "label", value.label, text);
    object.put("frame", frame(value.frame));
    return object.take();
}

/// Puts the members of one kind.
struct KindWriter {
    Object& object;
    const Styles& named;

    void put_style(const Style& value) const {
        json::Value written = style(value, named);
        if (!written.is_null()) object.put("style", std::move(written));
    }
    void put_stroke(const std::optional<Stroke>& value) const {
        if (value) object.put("stroke", stroke(*value));
    }
    void put_fill(const std::optional<Colour>& value) const {
        if (value) object.put("fill", colour(*value));
    }

    void operator()(const Text& value) const {
        object.put("text", text(value.content));
        put_style(value.style);
        object.put_unless(0, "heading", value.heading, count);
        if (value.ruby != Ruby::None) object.put("ruby", word(value.ruby, ruby_words));
    }
    void operator()(const Line& value) const {
        object.put_unless({}, "stroke", value.stroke, stroke);
        object.put_unless(false, "rising", value.rising, flag);
    }
    void operator()(const Box& value) const {
        put_stroke(value.stroke);
        put_fill(value.fill);
        object.put_unless({}, "radius", value.radius, millimetres);
    }
    void operator()(const Ellipse& value) const {
        put_stroke(value.stroke);
        put_fill(value.fill);
    }
    void operator()(const Image& value) const {
        object.put("mediaType", text(value.media_type));
        object.put("data", text(encode_base64(value.bytes)));
        object.put("alternativeText", text(value.alternative_text));
        object.put_unless({}, "covers", value.covers, text);
    }
    void operator()(const Comb& value) const {
        object.put("text", text(value.content));
        put_style(value.style);
        object.put("cells", count(value.cells));
        object.put_unless(false, "fillFromEnd", value.fill_from_end, flag);
        object.put_unless(false, "separateMarks", value.separate_marks, flag);
        if (!value.groups.empty()) {
            json::Array groups;
            for (const int cells : value.groups)
                groups.push_back(count(cells));
            object.put("groups", {std::move(groups)});
        }
        object.put_unless({}, "groupGap", value.group_gap, millimetres);
        put_stroke(value.stroke);
    }
    void operator()(const Choice& value) const {
        object.put("field", text(value.field));
        object.put_unless({}, "format", value.format, text);
        object.put("mark", word(value.mark, mark_words));
        json::Array options;
        for (const Choice::Option& one : value.options)
            options.push_back(option(one));
        object.put("options", {std::move(options)});
        put_style(value.style);
        object.put_unless({}, "stroke", value.stroke, stroke);
    }
    void operator()(const Table& value) const {
        object.put("list", text(value.list));
        object.put("rows", count(value.rows));
        object.put("rowHeight", millimetres(value.row_height));
        object.put_unless({}, "continues", value.continues, text);
        if (!value.headings.empty()) object.put("headings", texts(value.headings));
        if (value.strike_blank) object.put("strikeBlank", stroke(*value.strike_blank));
        object.put("row", elements(value.row, named));
    }
    void operator()(const Barcode& value) const {
        object.put("text", text(value.content));
        object.put("symbology", word(value.symbology, symbology_words));
        if (value.correction != Barcode::Correction::M)
            object.put("correction", word(value.correction, correction_words));
        object.put_unless(false, "checkDigit", value.check_digit, flag);
        object.put_unless({}, "module", value.module, millimetres);
    }
    void operator()(const Background& value) const {
        object.put("data", text(encode_base64(encode_drawing(*value.drawing))));
        object.put_unless({}, "source", value.source, text);
        object.put_unless({}, "alternativeText", value.alternative_text, text);
    }
    void operator()(const DateStamp& value) const {
        object.put("text", text(value.content));
        object.put_unless({}, "top", value.top, text);
        object.put_unless({}, "bottom", value.bottom, text);
        put_style(value.style);
        object.put_unless({}, "stroke", value.stroke, stroke);
    }
    void operator()(const Seal& value) const {
        object.put_unless({}, "minSide", value.min_side, millimetres);
        object.put_unless({}, "maxSide", value.max_side, millimetres);
        object.put_unless({}, "text", value.label, text);
        put_style(value.style);
        object.put_unless({}, "stroke", value.stroke, stroke);
    }
};

json::Value element(const Element& value, const Styles& named) {
    Object object;
    object.put("id", text(value.id));
    object.put("kind", word(value.kind.index(), kind_words));
    object.put("frame", frame(value.frame));
    if (value.when) object.put("when", condition(*value.when));
    object.put_unless({}, "layer", value.layer, text);
    object.put_unless({}, "label", value.label, text);
    if (value.tab_order) object.put("tabOrder", count(*value.tab_order));
    std::visit(KindWriter{object, named}, value.kind);
    return object.take();
}

}  // namespace

json::Value condition(const Condition& value) {
    Object object;
    object.put("field", text(value.field));
    if (value.test != Condition::Test::Present) object.put("test", word(value.test, test_words));
    if (!value.values.empty()) object.put("values", texts(value.values));
    return object.take();
}

json::Value elements(const std::vector<Element>& values, const Styles& named) {
    json::Array items;
    for (const Element& value : values)
        items.push_back(element(value, named));
    return {std::move(items)};
}

}  // namespace madoguchi::templates::writing
