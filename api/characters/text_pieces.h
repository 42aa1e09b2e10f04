// A file in any code as pieces of text: bounded memory for files of any size, and the byte from
// which each character came.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "api/characters/link.h"
#include "base/result.h"
#include "fonts/charset/file_code.h"

namespace madoguchi::api {

/// Fills the buffer as far as there is something; 0 at the end.
using ByteSource = std::function<Result<std::size_t>(std::span<char>)>;

/// What of a record of fixed length ends with a piece.
enum class PieceEnd { Nothing, Field, Record };

/// A piece ends between two characters that people see, unless none ends within some hundred
/// bytes; and at the end of each field of a record of fixed length.
class TextPiece {
  public:
    TextPiece(const fonts::FileCode& code, std::size_t offset, fonts::CodeState state)
        : code_(&code), offset_(offset), state_(state), walk_{.state = state} {}

    const std::string& text() const { return text_; }
    /// With offsets in the file.
    const std::vector<fonts::CodeFaultPlace>& faults() const { return faults_; }
    std::size_t fault_count() const { return fault_count_; }
    PieceEnd end() const { return end_; }

    /// Where in the file the character at this byte of the text came from.
    std::size_t offset_of(std::size_t text_offset);
    /// Where in the text the byte of the file would stand.
    std::size_t text_offset_of(std::size_t offset);

  private:
    friend class TextPieces;
    /// How far the bytes were decoded again to say where a character came from; places are asked
    /// for in their order, mostly.
    struct Walk {
        std::size_t bytes = 0, text = 0;
        fonts::CodeState state;
    };
    bool step();
    void take(const fonts::Recoded& recoded, std::size_t offset);

    const fonts::FileCode* code_;  ///< of the reader, which outlives the piece
    std::size_t offset_;
    fonts::CodeState state_;
    std::string bytes_, text_;
    std::vector<fonts::CodeFaultPlace> faults_;
    std::size_t fault_count_ = 0;
    PieceEnd end_ = PieceEnd::Nothing;
    Walk walk_;
};

class TextPieces {
  public:
    TextPieces(fonts::FileCode code, const RecordForm& form, ByteSource source);

    bool at_end() const { return is_read_ && buffer_.empty() && !is_in_record(); }
    /// Not at the end. A last record that is too short is a fault Truncated at the start of the
    /// field in which it ends.
    Result<TextPiece> next();
    /// Where in the file the next piece begins.
    std::size_t offset() const { return offset_; }

  private:
    Result<Done> fill(std::size_t wanted);
    bool is_in_record() const { return field_ > 0 || in_field_ > 0; }
    void take_field(TextPiece& piece, std::size_t bytes);
    void take_end_of_file(TextPiece& piece, std::size_t bytes);
    void take_last(TextPiece& piece, std::size_t bytes);
    void take_to_safe_end(TextPiece& piece, std::size_t bytes);
    void advance(TextPiece& piece, std::size_t bytes);

    fonts::FileCode code_;
    std::vector<std::size_t> widths_;  ///< of the fields of a record of fixed length; empty: lines
    ByteSource source_;
    std::string buffer_;
    bool is_read_ = false;
    std::size_t offset_ = 0;    ///< of the buffer in the file
    std::size_t field_ = 0;     ///< of the record, from 0
    std::size_t in_field_ = 0;  ///< bytes of the field that are behind
    fonts::CodeState state_;
};

}  // namespace madoguchi::api
