// One character of a tenant's own (外字) as its registry keeps it.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.h"
#include "fonts/character.h"
#include "fonts/charset/repertoire.h"
#include "fonts/outline.h"

namespace madoguchi::fonts {

/// Which public character has the same shape (同定). Nobody has looked yet …
struct NotExamined {
    bool operator==(const NotExamined&) const = default;
};
/// … or somebody has, and there is none (未同定).
struct NotIdentified {
    bool operator==(const NotIdentified&) const = default;
};
/// A Character here is never a GaijiCharacter.
using GaijiIdentity = std::variant<NotExamined, NotIdentified, Character>;

/// "none", "MJ003719", "GJ000001", "U+9AD9", "U+8FBB+E0102"; nothing when the text is none of them
/// or names a private-use code point.
std::optional<GaijiIdentity> parse_gaiji_identity(std::string_view text);
/// The same text; "" for NotExamined.
std::string write_gaiji_identity(const GaijiIdentity& identity);

/// The "E000" of "U+E000": 4 to 6 hexadecimal digits. Nothing unless it is private use.
std::optional<char32_t> parse_gaiji_code(std::string_view text);
std::string write_gaiji_code(char32_t code_point);

/// "2026-04-01", a day that the calendar has.
std::optional<std::chrono::year_month_day> parse_day(std::string_view text);
std::string write_day(std::chrono::year_month_day day);

/// How it looks: a square of 1000 units, y downwards; the baseline stands at gaiji_baseline, the
/// next character begins `advance` to the right. At most three decimals.
struct GaijiDrawing {
    int advance = 1000;
    Outline outline;
    bool operator==(const GaijiDrawing&) const = default;
};
inline constexpr int gaiji_em = 1000;
inline constexpr int gaiji_baseline = 880;
/// Whether both print the same.
bool are_same_shape(const GaijiDrawing& a, const GaijiDrawing& b);

struct GaijiEntry {
    char32_t code_point = 0;  ///< private use; of this tenant, and of nobody else
    /// In the system it came from: "F040", "JEF:80A1"; no other character of the tenant has it. May
    /// be empty.
    std::string vendor_code;
    std::string reading, meaning;
    std::string source;  ///< where the shape came from: a file's kind, a system's name
    GaijiIdentity identity;
    /// What stands for it in a system that holds no more than the repertoire.
    std::map<RepertoireName, std::string> substitutes;
    /// When the municipality uses it. Printing does not ask: old records are printed too.
    std::optional<std::chrono::year_month_day> valid_from, valid_to;
    GaijiDrawing drawing;
};

/// Everything that is wrong with the entry, each with code "gaiji.…".
Diagnostics check(const GaijiEntry& entry);

/// A finding about one character of the tenant; the code stands in its place and its message.
Diagnostic gaiji_finding(char32_t code_point, std::string code, BilingualText what,
                         BilingualText hint);

}  // namespace madoguchi::fonts
