// Bytes of a CSV file to UTF-8, strictly.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "templates/csv_data.h"

namespace madoguchi::templates::csv {

struct Decoded {
    std::string text;
    /// Byte offset of the first sequence that is no character of the encoding; `text` ends there.
    std::optional<std::size_t> bad;
};

/// A decoder keeps the state of ICU's converter: one thread at a time.
class Decoder {
  public:
    /// `encoding` is Utf8 or Cp932. Fails when ICU lacks its Japanese tables.
    static Result<Decoder> open(CsvEncoding encoding);

    Decoded decode(std::string_view bytes) const;
    CsvEncoding encoding() const { return encoding_; }
    /// How many characters the bytes begin, however broken they are: for columns.
    std::size_t count_characters(std::string_view bytes) const;

  private:
    struct Close {
        void operator()(void* converter) const;
    };
    CsvEncoding encoding_ = CsvEncoding::Utf8;
    std::unique_ptr<void, Close> converter_;
};

/// Which of the two encodings the bytes are in, going by how many lines each can read; nothing when
/// both fit equally well. Text of ASCII alone is UTF-8.
std::optional<CsvEncoding> guess_encoding(std::string_view bytes, const Decoder& cp932);

}  // namespace madoguchi::templates::csv
