// Where in a file of records a character stands.
#pragma once

#include <cstddef>
#include <string_view>

#include "api/characters/link.h"

namespace madoguchi::api {

/// Records, fields and columns (characters that people see) count from 1.
struct RecordPlace {
    std::size_t record = 1, field = 1, column = 1;
};

/// Walks over the text of a file.
class RecordWalk {
  public:
    explicit RecordWalk(const RecordForm& form) : form_(form) {}

    const RecordPlace& place() const { return place_; }
    /// Past a character that people see.
    void pass(std::string_view character);
    /// Past the end of a field, and of the last field, of a record of fixed length.
    void pass_field_end() { ++place_.field; }
    void pass_record_end();

  private:
    RecordForm form_;
    RecordPlace place_;
    bool is_quoted_ = false;
};

/// Whether the character ends a line: LF, CR LF, or, where the form has it, NL.
bool ends_line(std::string_view character, const RecordForm& form);

/// The lines that records of fixed length become.
RecordForm lines_of(const RecordForm& fixed);

/// Whether the text would end a line of such a form, or a field of it.
bool breaks_field(std::string_view text, const RecordForm& fixed);

}  // namespace madoguchi::api
