#include "api/characters/record_output.h"

#include <utility>

namespace madoguchi::api {

namespace {

/// UTF-8 of one code takes no more bytes than this for each of its bytes: four code points at most.
constexpr std::size_t most_text_per_byte = 16;

}  // namespace

RecordOutput::RecordOutput(fonts::FileCode code, const RecordForm& form, const ByteSink& sink)
    : code_(std::move(code)), sink_(sink) {
    if (form.kind == RecordForm::Kind::Lines) return;
    widths_ = form.widths();
    padding_ = code_.encode(code_.encode(" ").whole() ? " " : "\u3000").text;
}

void RecordOutput::add(std::string_view character) {
    // What is longer already stays too long, whatever follows; memory has an end.
    const bool is_needed = !is_fixed() || (field_ < widths_.size() &&
                                           pending_.size() <= widths_[field_] * most_text_per_byte);
    if (is_needed) pending_ += character;
}

RecordFit RecordOutput::end_field() {
    const std::string text = std::exchange(pending_, {});
    const std::size_t field = field_++;
    // How many there are the line's end tells.
    const bool fits = field >= widths_.size() || complete_field(text, widths_[field]);
    return fits ? RecordFit::Fits : RecordFit::FieldTooLong;
}

RecordFit RecordOutput::end_line(std::string_view character) {
    if (!is_fixed()) {
        add(character);
        return RecordFit::Fits;
    }
    const RecordFit last = end_field();
    const std::size_t fields = std::exchange(field_, 0);
    return fields == widths_.size() ? last : RecordFit::OtherFields;
}

RecordFit RecordOutput::end_text() {
    const bool is_open = is_fixed() && (field_ > 0 || !pending_.empty());
    return is_open ? end_line({}) : RecordFit::Fits;
}

bool RecordOutput::complete_field(std::string_view text, std::size_t width) {
    const fonts::Recoded field = code_.encode(text);
    if (!field.whole() || field.text.size() > width) return false;
    std::size_t left = width - field.text.size();
    if (left > 0 && (padding_.empty() || left % padding_.size() != 0)) return false;
    ready_ += field.text;
    for (; left > 0; left -= padding_.size())
        ready_ += padding_;
    return true;
}

Result<Done> RecordOutput::flush() {
    if (!is_fixed()) {
        // CharacterRules let nothing pass that the code lacks.
        ready_ += code_.encode(pending_, state_, fonts::Part::MoreFollows).text;
        pending_.clear();
    }
    const std::string out = std::exchange(ready_, {});
    if (!out.empty()) TRY(sink_(out));
    return Done{};
}

Result<Done> RecordOutput::finish() {
    if (!is_fixed()) {
        ready_ += code_.encode(pending_, state_, fonts::Part::Last).text;
        pending_.clear();
    }
    return flush();
}

void RecordOutput::discard() {
    ready_.clear();
    if (!is_fixed()) pending_.clear();
}

}  // namespace madoguchi::api
