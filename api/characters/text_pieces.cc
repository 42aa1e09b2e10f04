#include "api/characters/text_pieces.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/utf8.h"

namespace madoguchi::api {

namespace {

constexpr std::size_t piece_bytes = 16'384;
/// Within so many bytes of a piece's end a place is looked for where no character is cut.
constexpr std::size_t tail_bytes = 512;
constexpr std::size_t longest_code = 8;  ///< bytes of a code with the shift before it
constexpr std::size_t reference_bytes = 10;

/// Characters that begin a cluster whatever stands before them, but for a joiner and the like,
/// which `may_end` excludes.
bool always_begins(char32_t c) {
    return (c >= 0x20 && c < 0x7f) || (c >= 0x3041 && c <= 0x3096) ||
           (c >= 0x30a1 && c <= 0x30fa) || (c >= 0x3400 && c <= 0x4dbf) ||
           (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x20000 && c <= 0x3fffd);
}

bool may_end(char32_t c) {
    return c < 0x300 || (c >= 0x3000 && c <= 0xd7ff) || (c >= 0xf900 && c <= 0xfaff) ||
           (c >= 0x20000 && c <= 0x3fffd);
}

char32_t last_code_point(std::string_view text) {
    std::size_t at = text.size();
    while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xc0) == 0x80) {
    }
    return decode_utf8(text, at).code_point;
}

/// Whether text may be cut between the two. A name (&MJ025760;) is one character.
bool may_cut(std::string_view before, std::string_view behind) {
    if (before.empty() || behind.empty()) return false;
    const std::size_t near = before.size() - std::min(before.size(), reference_bytes - 1);
    if (before.find('&', near) != std::string_view::npos) return false;
    return may_end(last_code_point(before)) &&
           (before.ends_with('\n') || always_begins(decode_utf8(behind, 0).code_point));
}

struct Step {
    std::size_t bytes = 0;
    fonts::Recoded text;
    fonts::CodeState state;  ///< behind it
};

/// The next code, shift or fault of the bytes; nothing where they end within one.
std::optional<Step> next_step(const fonts::FileCode& code, std::string_view bytes,
                              fonts::CodeState state) {
    for (std::size_t size = 1; size <= std::min(bytes.size(), longest_code); ++size) {
        Step step{.bytes = size, .state = state};
        step.text = code.decode(bytes.substr(0, size), step.state, fonts::Part::MoreFollows);
        if (step.text.used == size) return step;
    }
    return std::nullopt;
}

}  // namespace

bool TextPiece::step() {
    const auto step = next_step(*code_, std::string_view(bytes_).substr(walk_.bytes), walk_.state);
    if (!step) return false;
    walk_ = {walk_.bytes + step->bytes, walk_.text + step->text.text.size(), step->state};
    return true;
}

std::size_t TextPiece::offset_of(std::size_t text_offset) {
    if (text_offset < walk_.text) walk_ = {.state = state_};
    for (Walk before = walk_; step(); before = walk_) {
        if (walk_.text <= text_offset) continue;
        walk_ = before;
        break;
    }
    return offset_ + walk_.bytes;
}

std::size_t TextPiece::text_offset_of(std::size_t offset) {
    if (offset < offset_ + walk_.bytes) walk_ = {.state = state_};
    while (offset_ + walk_.bytes < offset && step()) {
    }
    return walk_.text;
}

void TextPiece::take(const fonts::Recoded& recoded, std::size_t offset) {
    text_ += recoded.text;
    fault_count_ += recoded.fault_count;
    for (fonts::CodeFaultPlace fault : recoded.faults) {
        if (faults_.size() >= fonts::most_code_faults) break;
        fault.offset += offset;
        faults_.push_back(std::move(fault));
    }
}

TextPieces::TextPieces(fonts::FileCode code, const RecordForm& form, ByteSource source)
    : code_(std::move(code)), source_(std::move(source)) {
    if (form.kind == RecordForm::Kind::Fixed) widths_ = form.widths();
}

Result<Done> TextPieces::fill(std::size_t wanted) {
    const std::size_t before = buffer_.size();
    if (is_read_ || before >= wanted) return Done{};
    buffer_.resize(piece_bytes + 1);
    std::size_t filled = before;
    while (filled < buffer_.size() && !is_read_) {
        const std::size_t got = TRY(source_({buffer_.data() + filled, buffer_.size() - filled}));
        is_read_ = got == 0;
        filled += got;
    }
    buffer_.resize(filled);
    return Done{};
}

Result<TextPiece> TextPieces::next() {
    const bool is_fixed = !widths_.empty();
    const std::size_t left = is_fixed ? widths_[field_] - in_field_ : piece_bytes;
    TRY(fill(std::min(left, piece_bytes)));
    TextPiece piece(code_, offset_, state_);
    const std::size_t bytes = std::min({left, buffer_.size(), piece_bytes});
    if (is_fixed && bytes == left) {
        take_field(piece, bytes);
    } else if (is_read_ && bytes == buffer_.size()) {
        take_end_of_file(piece, bytes);
    } else {
        take_to_safe_end(piece, bytes);
        in_field_ += is_fixed ? piece.bytes_.size() : 0;
    }
    return piece;
}

void TextPieces::take_field(TextPiece& piece, std::size_t bytes) {
    take_last(piece, bytes);
    const bool is_last = field_ + 1 == widths_.size();
    piece.end_ = is_last ? PieceEnd::Record : PieceEnd::Field;
    field_ = is_last ? 0 : field_ + 1;
    in_field_ = 0;
    state_ = {.begun = true};
}

void TextPieces::take_end_of_file(TextPiece& piece, std::size_t bytes) {
    take_last(piece, bytes);
    if (is_in_record() || (!widths_.empty() && bytes > 0))
        piece.take({.faults = {{fonts::CodeFault::Truncated, 0, ""}}, .fault_count = 1},
                   piece.offset_);
    field_ = in_field_ = 0;
}

void TextPieces::take_last(TextPiece& piece, std::size_t bytes) {
    piece.take(code_.decode(std::string_view(buffer_).substr(0, bytes), state_, fonts::Part::Last),
               offset_);
    advance(piece, bytes);
}

void TextPieces::take_to_safe_end(TextPiece& piece, std::size_t bytes) {
    const std::string_view view = std::string_view(buffer_).substr(0, bytes);
    const std::size_t head = bytes - std::min(bytes, tail_bytes);
    const fonts::Recoded first =
        code_.decode(view.substr(0, head), state_, fonts::Part::MoreFollows);
    piece.take(first, offset_);
    std::size_t at = first.used;
    std::vector<std::pair<std::size_t, Step>> steps;  // behind the head, each with its place
    std::size_t good_steps = 0;
    std::string text = piece.text_;
    fonts::CodeState state = state_;
    while (auto step = next_step(code_, view.substr(at), state)) {
        if (may_cut(text, step->text.text)) good_steps = steps.size();
        text += step->text.text;
        state = step->state;
        steps.emplace_back(at, *std::move(step));
        at += steps.back().second.bytes;
    }
    // Nowhere: all of it, for memory has an end. A mark that lost its base is a fault downstream.
    if (good_steps == 0) good_steps = steps.size();
    at = first.used;
    for (std::size_t i = 0; i < good_steps; ++i) {
        piece.take(steps[i].second.text, offset_ + steps[i].first);
        state_ = steps[i].second.state;
        at += steps[i].second.bytes;
    }
    advance(piece, at);
}

void TextPieces::advance(TextPiece& piece, std::size_t bytes) {
    piece.bytes_ = buffer_.substr(0, bytes);
    buffer_.erase(0, bytes);
    offset_ += bytes;
}

}  // namespace madoguchi::api
