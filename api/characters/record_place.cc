#include "api/characters/record_place.h"

namespace madoguchi::api {

bool ends_line(std::string_view character) {
    return character == "\n" || character == "\r\n" || character == "\u0085";
}

void RecordWalk::pass(std::string_view character) {
    ++place_.column;
    if (form_.kind == RecordForm::Kind::Fixed) return;
    if (form_.delimiter && character == "\"") is_quoted_ = !is_quoted_;
    const std::string_view delimiter =
        form_.delimiter ? std::string_view(&*form_.delimiter, 1) : std::string_view();
    if (!is_quoted_ && !delimiter.empty() && character == delimiter) ++place_.field;
    // A line's end within quotes belongs to the field.
    if (ends_line(character) && !is_quoted_) pass_record_end();
}

void RecordWalk::pass_record_end() {
    place_ = {.record = place_.record + 1};
}

std::size_t RecordWalk::field_of_byte(std::size_t offset) const {
    if (form_.kind != RecordForm::Kind::Fixed) return place_.field;
    std::size_t in_record = offset % form_.bytes;
    for (std::size_t i = 0; i < form_.fields.size(); ++i) {
        if (in_record < form_.fields[i]) return i + 1;
        in_record -= form_.fields[i];
    }
    return 1;
}

}  // namespace madoguchi::api
