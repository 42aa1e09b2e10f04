// Converted characters on their way out: encoded, and in records of fixed length where a link wants
// them.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "fonts/charset/file_code.h"

namespace madoguchi::api {

using ByteSink = std::function<Result<Done>(std::string_view)>;

class RecordOutput {
  public:
    /// `record_bytes` 0: text as it comes. The sink outlives the output.
    RecordOutput(fonts::FileCode code, std::size_t record_bytes, const ByteSink& sink)
        : code_(std::move(code)), record_bytes_(record_bytes), sink_(sink) {}

    void add(std::string_view character) { pending_ += character; }
    /// A line's end in the input. False: what was added since the last does not fit a record.
    bool end_line(std::string_view character);
    /// What was added goes out, as far as it is complete.
    Result<Done> flush();
    /// No more will be added. False, in the result's place, as for end_line.
    Result<bool> finish();
    /// Whether a record already holds more than it can.
    bool is_overfull() const;
    /// After an error: what was added is not wanted.
    void discard() { pending_.clear(); }

  private:
    bool complete_record();

    fonts::FileCode code_;
    std::size_t record_bytes_;
    const ByteSink& sink_;
    fonts::CodeState state_;
    std::string pending_;  ///< UTF-8 that is not encoded yet
    std::string ready_;
};

}  // namespace madoguchi::api
