// What a conversion has to say of a place or a character.
#pragma once

#include <string>
#include <string_view>

#include "api/characters/character_rules.h"
#include "api/characters/record_place.h"
#include "base/diagnostic.h"

namespace madoguchi::api {

/// Where in the input it is.
struct InputPlace {
    std::string file;
    std::size_t offset = 0;  ///< in bytes
    RecordPlace record;
};

/// Of the input's bytes.
Diagnostic code_finding(const fonts::CodeFaultPlace& fault, const InputPlace& place);

/// Of a character that stops, or that was replaced or marked `count` times, first at the place.
Diagnostic fate_finding(std::string_view character, const Fate& fate, std::size_t count,
                        const InputPlace& place, Direction direction);

/// A field of a line, the place's, that does not fit the record to be written.
Diagnostic long_field_finding(const RecordForm& written, const InputPlace& place);

/// A line with other fields than the record to be written; the place's is its last.
Diagnostic field_count_finding(const RecordForm& written, const InputPlace& place);

/// A character of a record of fixed length that would end a field or a line.
Diagnostic delimiter_finding(std::string_view character, const InputPlace& place);

}  // namespace madoguchi::api
