#include "templates/reading/element.h"
#include "templates/reading/style.h"

namespace madoguchi::templates::reading {

Text read_text(Members& members, const std::vector<NamedStyle>& styles) {
    Text text;
    members.required("text", text.content, PrintableText{limits::mustache});
    members.optional("style", text.style, StyleReader{styles});
    members.optional("heading", text.heading, Count{limits::heading});
    members.optional("ruby", text.ruby, OneOf{ruby_words});
    return text;
}

Comb read_comb(Members& members, const std::vector<NamedStyle>& styles) {
    Comb comb;
    members.required("text", comb.content, PrintableText{limits::mustache});
    members.optional("style", comb.style, StyleReader{styles});
    members.required("cells", comb.cells, Count{limits::cells});
    members.optional("fillFromEnd", comb.fill_from_end, read_flag);
    members.optional("separateMarks", comb.separate_marks, read_flag);
    members.optional("groups", comb.groups, ListOf{limits::groups, Count{limits::cells}});
    members.optional("groupGap", comb.group_gap, Millimetres{limits::group_gap});
    members.optional("stroke", comb.stroke, read_stroke);
    return comb;
}

Barcode read_barcode(Members& members) {
    Barcode barcode;
    members.required("text", barcode.content, PrintableText{limits::mustache});
    members.required("symbology", barcode.symbology, OneOf{symbology_words});
    members.optional("correction", barcode.correction, OneOf{correction_words});
    members.optional("checkDigit", barcode.check_digit, read_flag);
    members.optional("module", barcode.module, Millimetres{limits::barcode_module});
    return barcode;
}

}  // namespace madoguchi::templates::reading
