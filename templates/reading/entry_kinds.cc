#include "templates/reading/element.h"
#include "templates/reading/style.h"

namespace madoguchi::templates::reading {

namespace {

std::optional<Choice::Option> read_option(Findings& findings, const Node& node) {
    Members members(findings, node);
    Choice::Option option;
    members.required("value", option.value, PrintableText{limits::code});
    members.optional("label", option.label, PrintableText{limits::printed_word});
    members.required("frame", option.frame, read_frame);
    members.report_unknown();
    return option;
}

}  // namespace

Choice read_choice(Members& members, const std::vector<NamedStyle>& styles) {
    Choice choice;
    members.required("field", choice.field, read_path);
    members.optional("format", choice.format, PrintableText{limits::format_name});
    members.required("mark", choice.mark, OneOf{mark_words});
    members.required("options", choice.options, ListOf{limits::options, read_option});
    members.optional("style", choice.style, StyleReader{styles});
    members.optional("stroke", choice.stroke, read_stroke);
    return choice;
}

Seal read_seal(Members& members, const std::vector<NamedStyle>& styles) {
    Seal seal;
    members.optional("minSide", seal.min_side, Millimetres{limits::seal_side});
    members.optional("maxSide", seal.max_side, Millimetres{limits::seal_side});
    members.optional("text", seal.label, PrintableText{limits::label});
    members.optional("style", seal.style, StyleReader{styles});
    members.optional("stroke", seal.stroke, read_stroke);
    return seal;
}

DateStamp read_date_stamp(Members& members, const std::vector<NamedStyle>& styles) {
    DateStamp stamp;
    members.required("text", stamp.content, PrintableText{limits::mustache});
    members.optional("top", stamp.top, PrintableText{limits::printed_word});
    members.optional("bottom", stamp.bottom, PrintableText{limits::printed_word});
    members.optional("style", stamp.style, StyleReader{styles});
    members.optional("stroke", stamp.stroke, read_stroke);
    return stamp;
}

}  // namespace madoguchi::templates::reading
