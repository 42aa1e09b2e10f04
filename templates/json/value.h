// A JSON document whose every value remembers where it stood in its source (RFC 8259).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"

namespace madoguchi::templates::json {

struct Value;
struct Member;

/// Numbers stay text, as written: amounts and codes of any length lose nothing.
struct Number {
    std::string text;
    bool operator==(const Number&) const = default;
};
using Array = std::vector<Value>;
using Object = std::vector<Member>;  ///< in source order; names are unique

struct Value {
    std::variant<std::nullptr_t, bool, Number, std::string, Array, Object> content;
    std::size_t offset = 0;  ///< byte offset in the source

    bool is_null() const { return content.index() == 0; }
    const bool* boolean() const { return std::get_if<bool>(&content); }
    const Number* number() const { return std::get_if<Number>(&content); }
    const std::string* string() const { return std::get_if<std::string>(&content); }
    const Array* array() const { return std::get_if<Array>(&content); }
    const Object* object() const { return std::get_if<Object>(&content); }
    /// The member of that name, or nullptr (also when this is no object).
    const Value* find(std::string_view name) const;
    /// Equal content, wherever it stood in its source; members in the same order.
    bool operator==(const Value& other) const;
};

struct Member {
    std::string name;
    Value value;
    bool operator==(const Member&) const = default;
};

struct ReadLimits {
    std::size_t bytes = 64u << 20;
    std::size_t depth = 64;
    std::size_t values = 4u << 20;  ///< arrays, objects and everything in them
};

/// Reads one whole JSON text; a byte order mark before it is skipped, as RFC 8259 section 8.1
/// allows: Windows editors write it. Refuses, with place and code: broken syntax, invalid UTF-8,
/// lone surrogates, names that occur twice, text after the end, what exceeds the limits, numbers
/// beyond 1e308. `name` is what findings call the source; it must not hold personal data.
Result<Value> read(std::string_view source, std::string name, const ReadLimits& limits = {});

/// Line and column of a byte offset.
SourcePlace place_of(std::string_view source, std::size_t offset, std::string name);

/// Writes compactly, or for people: two spaces of indentation, innermost arrays and objects that
/// fit a line on one line, a line feed at the end. Reading it again gives an equal value.
enum class Layout { Compact, Indented };
std::string write(const Value& value, Layout layout);
/// Appends text as a JSON string with its quotes.
void append_string(std::string& out, std::string_view text);

/// One step of a JSON Pointer (RFC 6901): "~" and "/" escaped, with the leading "/".
std::string pointer_step(std::string_view name);
/// The value a JSON Pointer leads to, or the innermost one on the way that is there.
const Value& nearest(const Value& root, std::string_view pointer);

}  // namespace madoguchi::templates::json
