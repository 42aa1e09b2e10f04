// A link (連携先): how another system writes characters, in a small JSON file that an administrator
// keeps. Its shape is api/characters/link.schema.json; docs/文字コードの変換.md explains it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "fonts/charset/file_code.h"
#include "fonts/charset/repertoire.h"
#include "fonts/gaiji/reduce.h"

namespace madoguchi::api {

/// Two code points for what one Japanese code calls one character (～ U+FF5E and 〜 U+301C), and
/// which of them is meant. Without a choice the character stays what it is.
struct VariantChoice {
    char32_t first = 0, second = 0;
    std::optional<char32_t> read;   ///< what both become when a file of the link comes in
    std::optional<char32_t> write;  ///< what both become before the link's code is written
};

/// A tenant's own characters in the link's code: the code point that the code's table gives for
/// them, and the tenant's own. What is in neither map does not pass.
struct LinkGaiji {
    std::map<char32_t, char32_t> to_tenant, to_link;
};

struct RecordForm {
    enum class Kind {
        Lines,  ///< each ends with a line feed (or NL in EBCDIC)
        Fixed,  ///< `bytes` each, nothing between them; shifts do not reach over a field's end
    };
    enum class Quotes {
        Csv,   ///< a field of a line may be quoted
        None,  ///< a quotation mark is a character like others
    };
    Kind kind = Kind::Lines;
    std::size_t bytes = 0;
    std::vector<std::size_t> fields;  ///< widths in bytes, together `bytes`; empty: one field
    /// Between the fields of a line, or of the line that a record of fixed length becomes; those
    /// have one if and only if they have more than one field, and it stands in no field.
    std::optional<char> delimiter;
    Quotes quotes = Quotes::Csv;
    /// Whether U+0085 ends a line: it is the NL of EBCDIC, and a control character elsewhere.
    bool has_next_line = false;

    /// Of the fields of a record of fixed length; never empty then.
    std::vector<std::size_t> widths() const;
};

struct Link {
    std::string name;
    fonts::FileCode code{fonts::CharsetName::Utf8};
    std::vector<VariantChoice> variants;
    LinkGaiji gaiji;
    std::optional<fonts::RepertoireName> target;  ///< nothing: whatever the code holds
    fonts::NoSubstitutePolicy no_substitute = fonts::NoSubstitutePolicy::Stop;  ///< never Kana
    fonts::ReductionChoices choices;
    /// Names of installed sets whose characters it writes as private codes of plane 16; only for a
    /// code of Unicode.
    std::vector<std::string> character_sets;
    RecordForm records;
};

/// Everything that is wrong comes back together, with line and column ("link.malformed"); what is
/// wrong in a mapping file that it names, with that file's places.
Result<Link> read_link(const std::filesystem::path& file);
/// The same for what was read already; mapping files stand in `directory`.
Result<Link> parse_link(std::string source, std::string name,
                        const std::filesystem::path& directory);

}  // namespace madoguchi::api
