// A file from one code into another, character by character and in bounded memory.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "api/characters/character_rules.h"
#include "api/characters/conversion_findings.h"
#include "api/characters/record_output.h"
#include "api/characters/text_pieces.h"
#include "base/result.h"

namespace madoguchi::api {

struct ConversionSettings {
    fonts::FileCode from{fonts::CharsetName::Utf8};
    CharacterRuleSettings rules;  ///< with the code that is written
    RecordForm records;           ///< of the input
    /// Fixed: records that are written, each from a line of lines_of(). Lines: text as it comes.
    RecordForm written;
    std::string input_name;  ///< what findings call the input
};

/// One of the different characters of a file.
struct SeenCharacter {
    std::string character;
    Fate fate;
    std::size_t count = 0;
    InputPlace first;
};

struct ConversionReport {
    std::size_t records = 0, characters = 0;
    std::size_t variants = 0, gaiji = 0, own_codes = 0, replaced = 0, marked = 0, stopped = 0;
    std::size_t faults = 0;           ///< of the input's code, and of records
    std::vector<SeenCharacter> seen;  ///< of check() alone; at most CharacterRules::most_known
    /// Errors by place, the first most_errors; then a warning for each different character that was
    /// replaced, marked or kept as an own code, with the place where it first stood, in the order
    /// of their texts.
    Diagnostics findings;
    static constexpr std::size_t most_errors = 1'000;

    /// Whether the output may be kept.
    bool whole() const { return faults == 0 && stopped == 0; }
};

/// Fails only as source and sink fail. From the first error on nothing more goes into the sink;
/// what is there already must be thrown away unless the report is whole. Findings:
/// "charset.unmapped", "charset.truncated", "charset.open-shift", "charset.not-in-code",
/// "gaiji.no-mapping", "gaiji.own-code", "reduction.replaced", "reduction.marked",
/// "reduction.no-substitute", "record.too-long", "record.fields", "record.delimiter",
/// "convert.more-errors".
Result<ConversionReport> convert(ConversionSettings settings, const ByteSource& source,
                                 const ByteSink& sink);

/// The same walk for a report alone: which characters of a text the target keeps.
Result<ConversionReport> check(ConversionSettings settings, const ByteSource& source);

}  // namespace madoguchi::api
