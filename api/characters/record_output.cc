#include "api/characters/record_output.h"

#include <utility>

namespace madoguchi::api {

namespace {

/// UTF-8 of one code point takes no more bytes than this for one byte of any code.
constexpr std::size_t most_text_per_byte = 16;

}  // namespace

bool RecordOutput::end_line(std::string_view character) {
    if (record_bytes_ > 0) return complete_record();
    add(character);
    return true;
}

bool RecordOutput::is_overfull() const {
    return record_bytes_ > 0 && pending_.size() > record_bytes_ * most_text_per_byte;
}

bool RecordOutput::complete_record() {
    fonts::Recoded record = code_.encode(pending_);
    pending_.clear();
    const std::string blank = code_.encode(" ").whole() ? " " : "\u3000";
    std::string padding = code_.encode(blank).text;
    if (!record.whole() || record.text.size() > record_bytes_) return false;
    while (record.text.size() < record_bytes_) {
        if (padding.empty() || record.text.size() + padding.size() > record_bytes_) return false;
        record.text += padding;
    }
    ready_ += record.text;
    return true;
}

Result<Done> RecordOutput::flush() {
    if (record_bytes_ == 0) {
        // CharacterRules let nothing pass that the code lacks.
        ready_ += code_.encode(pending_, state_, fonts::Part::MoreFollows).text;
        pending_.clear();
    }
    const std::string out = std::exchange(ready_, {});
    if (!out.empty()) TRY(sink_(out));
    return Done{};
}

Result<bool> RecordOutput::finish() {
    bool fits = true;
    if (record_bytes_ > 0) {
        fits = pending_.empty() || complete_record();
    } else {
        ready_ += code_.encode(pending_, state_, fonts::Part::Last).text;
        pending_.clear();
    }
    TRY(flush());
    return fits;
}

}  // namespace madoguchi::api
