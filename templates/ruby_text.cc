#include "templates/ruby_text.h"

#include <algorithm>
#include <utility>

namespace madoguchi::templates {

namespace {

class AnnotationReader {
  public:
    explicit AnnotationReader(std::string_view filled) : filled_(filled) {}

    AnnotatedText read() {
        for (;;) {
            const std::size_t mark = filled_.find(ruby_base_begin, at_);
            keep(mark == filled_.npos ? filled_.size() : mark);
            if (mark == filled_.npos) return std::move(text_);
            at_ = mark + ruby_base_begin.size();
            read_reading();
        }
    }

  private:
    /// Bytes up to `end` are part of the text.
    void keep(std::size_t end) {
        if (end == at_) return;
        text_.pieces.push_back({text_.text.size(), at_});
        text_.text += filled_.substr(at_, end - at_);
        at_ = end;
    }

    void read_reading() {
        const std::size_t middle = filled_.find(ruby_reading_begin, at_);
        const std::size_t end = filled_.find(ruby_end, at_);
        if (middle == filled_.npos || end == filled_.npos || middle > end) return;
        const std::size_t begin = text_.text.size();
        keep(middle);
        const std::size_t words = middle + ruby_reading_begin.size();
        if (words < end)
            text_.readings.push_back(
                {begin, text_.text.size(), std::string(filled_.substr(words, end - words)), words});
        at_ = end + ruby_end.size();
    }

    std::string_view filled_;
    std::size_t at_ = 0;
    AnnotatedText text_;
};

}  // namespace

std::size_t AnnotatedText::source_offset(std::size_t offset) const {
    const auto behind = std::upper_bound(
        pieces.begin(), pieces.end(), offset,
        [](std::size_t wanted, const Piece& piece) { return wanted < piece.begin; });
    if (behind == pieces.begin()) return offset;
    const Piece& piece = *(behind - 1);
    return piece.source_offset + (offset - piece.begin);
}

AnnotatedText read_annotations(std::string_view filled) {
    return AnnotationReader(filled).read();
}

}  // namespace madoguchi::templates
