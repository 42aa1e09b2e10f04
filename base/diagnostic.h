// A finding: what is wrong (or worth knowing), where, and what to do about it.
//
// A finding's text never quotes a person's data beyond the single character it is about: findings
// reach logs, problem documents and screens.
#pragma once

#include <string>
#include <vector>

#include "base/origin.h"

namespace madoguchi {

enum class Severity {
    Error,    ///< stops: nothing is written
    Warning,  ///< the result stands, a person should look
};

/// The same sentence for people who read Japanese and for those who read English.
struct BilingualText {
    std::string ja;
    std::string en;
    bool operator==(const BilingualText&) const = default;
};

struct Diagnostic {
    Severity severity = Severity::Error;
    /// Stable name that programs may compare: "template.unknown-element", "character.no-glyph".
    std::string code;
    BilingualText message;
    Origin origin;
    std::vector<BilingualText> hints;
};

using Diagnostics = std::vector<Diagnostic>;

bool has_errors(const Diagnostics& findings);

/// One line for a terminal: "error character.no-glyph 氏名 /異動者/0/氏名 …: message".
std::string to_line(const Diagnostic& finding);

/// Moves all of `more` behind `findings`.
void append(Diagnostics& findings, Diagnostics more);

}  // namespace madoguchi
