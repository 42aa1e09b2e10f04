#include "tests/unit/templates/fill_fixture.h"

#include <gtest/gtest.h>

namespace madoguchi::templates {

Element text(std::string id, std::string content) {
    return {.id = std::move(id), .kind = Text{.content = std::move(content)}};
}

Element when(Element element, std::string field, Condition::Test test,
             std::vector<std::string> values) {
    element.when = Condition{std::move(field), test, std::move(values)};
    return element;
}

Element members_table(std::string id, int rows, std::string continues) {
    Element table{.id = std::move(id)};
    table.frame = {Length::mm(10), Length::mm(20), Length::mm(100), Length::mm(60)};
    table.kind = Table{.list = "異動者",
                       .rows = rows,
                       .row_height = Length::mm(8),
                       .row = {text("番号", "{{行.番号}}"),
                               {.id = "枠", .kind = Box{}},
                               text("名", "{{氏名}}"),
                               text("世帯", "{{世帯主}}")},
                       .continues = std::move(continues)};
    return table;
}

Template household_form() {
    Template form;
    form.fields = {
        {.name = "氏名"},
        {.name = "世帯主"},
        {.name = "備考"},
        {.name = "生年月日", .type = FieldType::Date},
        {.name = "手数料", .type = FieldType::Number},
        {.name = "同意", .type = FieldType::Boolean},
        {.name = "区分", .type = FieldType::Code, .codes = {"転入", "転出"}},
        {.name = "届出", .type = FieldType::Code, .codes = {"甲", "乙", "丙"}, .many = true},
        {.name = "届出人",
         .type = FieldType::Group,
         .fields = {{.name = "氏名"}, {.name = "電話"}}},
        {.name = "異動者",
         .type = FieldType::List,
         .fields = {{.name = "氏名"},
                    {.name = "備考"},
                    {.name = "生年月日", .type = FieldType::Date},
                    {.name = "旧姓", .type = FieldType::List, .fields = {{.name = "姓"}}}}},
    };
    return form;
}

Template form_with(std::vector<Element> elements) {
    Template form = household_form();
    form.pages = {{.id = "表面", .elements = std::move(elements)}};
    return form;
}

std::shared_ptr<const CompiledForm> compile(Template form) {
    auto compiled = CompiledForm::compile(std::move(form));
    if (compiled.ok()) return *compiled;
    for (const Diagnostic& finding : compiled.findings())
        ADD_FAILURE() << to_line(finding);
    return nullptr;
}

FilledForm fill(Template form, std::string_view source) {
    const auto compiled = compile(std::move(form));
    const Result<Data> data = read_data(compiled->form(), source, "data.json");
    if (!data.ok()) ADD_FAILURE() << to_line(data.findings().front());
    const Result<FilledForm> filled = compiled->fill(*data);
    if (!filled.ok()) ADD_FAILURE() << to_line(filled.findings().front());
    // Elements are told apart by their ids, which outlive the compiled form in these lines.
    static std::vector<std::shared_ptr<const CompiledForm>> kept;
    kept.push_back(compiled);
    return *filled;
}

std::vector<std::string> lines(const std::vector<FilledElement>& elements) {
    std::vector<std::string> out;
    for (const FilledElement& e : elements) {
        std::string line = e.element->id + (e.part == Part::Static ? "/" : "=") + e.text;
        for (const std::size_t option : e.selected)
            line += "[" + std::to_string(option) + "]";
        if (!e.data_pointer.empty()) line += "@" + e.data_pointer;
        if (e.row >= 0) line += "#" + std::to_string(e.row);
        out.push_back(line);
    }
    return out;
}

std::vector<std::string> filled_lines(std::vector<Element> elements, std::string_view source) {
    return lines(fill(form_with(std::move(elements)), source).pages.at(0).elements);
}

std::vector<std::string> compile_codes(std::vector<Element> elements) {
    std::vector<std::string> codes;
    const auto compiled = CompiledForm::compile(form_with(std::move(elements)));
    if (compiled.ok()) return codes;
    for (const Diagnostic& finding : compiled.findings())
        codes.push_back(finding.code + " " + finding.origin.element_id);
    return codes;
}

}  // namespace madoguchi::templates
