// The formats that a tag may name: {{生年月日|和暦}}.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "templates/format/input.h"
#include "templates/model/template.h"

namespace madoguchi::templates::format {

/// The types of fields whose values a format takes. What another format printed is text.
struct Takes {
    bool text = false;
    bool code = false;
    bool date = false;
    bool number = false;
};

/// One format, described so that the specification and the studio can list it; its example is true.
struct Format {
    std::string_view name;
    Takes takes;
    Function function;
    std::string_view example_value;
    std::string_view example_text;
    std::string_view description_ja;
    std::string_view description_en;
};

/// All formats, dates first, then numbers, then texts.
std::span<const Format> formats();

/// The format of that name, or nullptr.
const Format* find_format(std::string_view name);

bool takes(const Format& format, FieldType type);

/// Findings "template.unknown-format" (with the name that may have been meant) and
/// "template.format-type", without a place.
Diagnostic unknown_format(std::string_view name);
Diagnostic wrong_type_for(const Format& format);

}  // namespace madoguchi::templates::format
