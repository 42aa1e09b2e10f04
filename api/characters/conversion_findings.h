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
                        const InputPlace& place);

/// A line that does not fit a record of so many bytes.
Diagnostic long_record_finding(std::size_t record_bytes, const InputPlace& place);

/// "渡 → 度": what stands for what, on which ground, in Japanese; empty when it was kept.
std::string ground_in_japanese(const fonts::ReducedCharacter& reduced);

}  // namespace madoguchi::api
