// Converted characters on their way out: encoded, and in records of fixed length where a link wants
// them.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "api/characters/link.h"
#include "base/result.h"
#include "fonts/charset/file_code.h"

namespace madoguchi::api {

using ByteSink = std::function<Result<Done>(std::string_view)>;

/// Whether what was added makes a field or a record. What does not must not be kept.
enum class RecordFit {
    Fits,
    FieldTooLong,  ///< or cannot be filled to its width with blanks
    OtherFields,   ///< the line has more or fewer than the record
};

class RecordOutput {
  public:
    /// Fixed: each line becomes a record, each field filled with blanks and in no shifted state at
    /// its end. Lines: text as it comes. The sink outlives the output.
    RecordOutput(fonts::FileCode code, const RecordForm& form, const ByteSink& sink);

    void add(std::string_view character);
    /// A field's end in the input, but for a line's last.
    RecordFit end_field();
    /// A line's end in the input.
    RecordFit end_line(std::string_view character);
    /// The input's end; its last line need not have one.
    RecordFit end_text();
    /// What was added goes out, as far as it is complete.
    Result<Done> flush();
    /// No more will be added.
    Result<Done> finish();
    /// After an error: nothing more will go out. Records are still measured.
    void discard();

  private:
    bool is_fixed() const { return !widths_.empty(); }
    bool complete_field(std::string_view text, std::size_t width);

    fonts::FileCode code_;
    std::vector<std::size_t> widths_;  ///< empty: lines
    std::string padding_;
    const ByteSink& sink_;
    fonts::CodeState state_;
    std::size_t field_ = 0;  ///< of the line, from 0
    std::string pending_;    ///< UTF-8 that is not encoded yet; of records the field
    std::string ready_;
};

}  // namespace madoguchi::api
