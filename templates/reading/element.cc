#include "templates/reading/element.h"

#include "templates/reading/condition.h"
#include "templates/reading/style.h"

namespace madoguchi::templates::reading {

namespace {

Table read_table(Members& members, const ElementsReader& reader) {
    Table table;
    members.required("list", table.list, read_path);
    members.required("rows", table.rows, Count{limits::rows});
    members.required("rowHeight", table.row_height, Millimetres{limits::row_height});
    members.optional("continues", table.continues, read_id);
    members.optional("headings", table.headings, ListOf{limits::table_headings, read_id});
    members.optional("strikeBlank", table.strike_blank, read_stroke);
    const std::optional<Node> row = members.take("row", Need::Required);
    if (!row || read_items(members.findings(), *row, limits::row_elements) == nullptr) return table;
    const ElementsReader row_reader{reader.styles, ElementsReader::Place::Row};
    table.row = row_reader(members.findings(), *row).value_or(std::vector<Element>());
    return table;
}

ElementKind read_kind(std::size_t index, Members& members, const ElementsReader& reader) {
    const std::vector<NamedStyle>& styles = reader.styles;
    switch (index) {
        case 0:
            return read_text(members, styles);
        case 1:
            return read_line(members);
        case 2:
            return read_box(members);
        case 3:
            return read_ellipse(members);
        case 4:
            return read_image(members);
        case 5:
            return read_comb(members, styles);
        case 6:
            return read_choice(members, styles);
        case 7:
            return read_table(members, reader);
        case 8:
            return read_seal(members, styles);
        case 9:
            return read_barcode(members);
        case 10:
            return read_background(members);
        default:
            return read_date_stamp(members, styles);
    }
}

Element read_element(Findings& findings, const Node& node, const ElementsReader& reader) {
    Members members(findings, node);
    Element element;
    std::optional<std::size_t> kind;
    element.pointer = pointer_of(node);
    members.required("id", element.id, read_id);
    members.required("kind", kind, OneOf{kind_words});
    members.required("frame", element.frame, read_frame);
    members.optional("when", element.when, read_condition);
    members.optional("layer", element.layer, read_name);
    members.optional("label", element.label, PrintableText{limits::label});
    members.optional("tabOrder", element.tab_order, Count{limits::tab_order});
    // Without a kind nobody can say which members belong here.
    if (!kind) return element;
    if (kind_words[*kind].word == "table" && reader.place == ElementsReader::Place::Row) {
        findings.add(18, *members.take("kind", Need::Required),
                     {"明細の行の中に明細は置けません。", "A table's row holds no table."});
        return element;
    }
    element.kind = read_kind(*kind, members, reader);
    members.report_unknown();
    return element;
}

}  // namespace

std::optional<std::vector<Element>> ElementsReader::operator()(Findings& findings,
                                                               const Node& node) const {
    const auto read_one = [this](Findings& to, const Node& item) {
        return std::optional(read_element(to, item, *this));
    };
    return ListOf{limits::elements, read_one}(findings, node);
}

}  // namespace madoguchi::templates::reading
