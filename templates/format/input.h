// What every format is given and what it gives back.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace madoguchi::templates::format {

/// One value on its way to paper: its characters as the data hold them (or as the format before
/// this one left them) and, for a date that is not wholly known, its own wording (不詳表記).
struct Input {
    std::string_view text;
    std::string_view wording = {};
};

/// A pure function: the same input gives the same text. Findings carry no place; whoever knows the
/// element and the value adds it. `text` and `wording` are valid UTF-8 and not both empty.
using Function = Result<std::string> (*)(const Input&);

}  // namespace madoguchi::templates::format
