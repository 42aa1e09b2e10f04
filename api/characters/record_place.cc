#include "api/characters/record_place.h"

namespace madoguchi::api {

bool ends_line(std::string_view character, const RecordForm& form) {
    return character == "\n" || character == "\r\n" ||
           (form.has_next_line && character == "\u0085");
}

void RecordWalk::pass(std::string_view character) {
    ++place_.column;
    if (form_.kind == RecordForm::Kind::Fixed) return;
    const bool may_quote = form_.delimiter && form_.quotes == RecordForm::Quotes::Csv;
    if (may_quote && character == "\"") is_quoted_ = !is_quoted_;
    const std::string_view delimiter =
        form_.delimiter ? std::string_view(&*form_.delimiter, 1) : std::string_view();
    if (!is_quoted_ && !delimiter.empty() && character == delimiter) ++place_.field;
    // A line's end within quotes belongs to the field.
    if (ends_line(character, form_) && !is_quoted_) pass_record_end();
}

void RecordWalk::pass_record_end() {
    place_ = {.record = place_.record + 1};
}

RecordForm lines_of(const RecordForm& fixed) {
    return {.delimiter = fixed.delimiter, .quotes = RecordForm::Quotes::None};
}

bool breaks_field(std::string_view text, const RecordForm& fixed) {
    // A carriage return at a field's end would become one with the line feed behind it.
    return text.find_first_of("\r\n") != std::string_view::npos ||
           text.find("\u0085") != std::string_view::npos ||
           (fixed.delimiter && text.find(*fixed.delimiter) != std::string_view::npos);
}

std::vector<std::size_t> RecordForm::widths() const {
    return fields.empty() && kind == Kind::Fixed ? std::vector<std::size_t>{bytes} : fields;
}

}  // namespace madoguchi::api
