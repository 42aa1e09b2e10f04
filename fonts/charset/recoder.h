// What the codecs of this folder share: input with a place, output, and faults.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "fonts/charset/charset.h"

namespace madoguchi::fonts {

class Recoder {
  public:
    /// The state is read at the start and written by finish().
    Recoder(std::string_view input, CodeState& state, Part part)
        : input_(input), state_(state), part_(part) {
        out_.text.reserve(input.size() * 2);
    }

    bool at_end() const { return waits_ || at_ >= input_.size(); }
    bool is_last() const { return part_ == Part::Last; }
    CodeState& state() { return state_; }
    std::size_t left() const { return input_.size() - at_; }
    std::uint8_t byte(std::size_t ahead = 0) const {
        return static_cast<std::uint8_t>(input_[at_ + ahead]);
    }
    std::uint16_t pair(std::size_t ahead = 0) const {
        return static_cast<std::uint16_t>(byte(ahead) << 8 | byte(ahead + 1));
    }
    std::string_view rest() const { return input_.substr(at_); }
    void skip(std::size_t bytes) { at_ += bytes; }

    /// `bytes` of the input have become `text`; when it is empty they stand for nothing.
    void take(std::size_t bytes, std::u32string_view text) {
        if (text.empty()) return fault(CodeFault::Unmapped, bytes);
        for (const char32_t c : text)
            append_utf8(out_.text, c);
        at_ += bytes;
    }
    void write(std::string_view bytes) { out_.text += bytes; }
    void write_code(std::uint16_t code, std::size_t size) {
        if (size > 1) out_.text += static_cast<char>(code >> 8);
        out_.text += static_cast<char>(code & 0xff);
    }

    /// The input ends within a code of which `bytes` are there: a fault, unless more follows.
    void truncated(std::size_t bytes) {
        if (is_last()) return fault(CodeFault::Truncated, bytes);
        waits_ = true;
    }

    /// Passes over the bytes and says why.
    void fault(CodeFault fault, std::size_t bytes) {
        bytes = std::min(bytes, left());
        if (++out_.fault_count <= most_code_faults)
            out_.faults.push_back({fault, at_, std::string(input_.substr(at_, bytes))});
        at_ += bytes;
    }

    Recoded finish() {
        out_.used = at_;
        if (at_ > 0) state_.begun = true;
        return std::move(out_);
    }

  private:
    std::string_view input_;
    std::size_t at_ = 0;
    CodeState& state_;
    Part part_;
    bool waits_ = false;
    Recoded out_;
};

}  // namespace madoguchi::fonts
