// Looking up resolved names in one person's data.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "templates/fill/binding.h"
#include "templates/format/input.h"
#include "templates/json/value.h"

namespace madoguchi::templates::fill {

inline constexpr std::size_t no_index = static_cast<std::size_t>(-1);

/// One scope at work: what its names refer to.
struct Frame {
    const json::Value* value = nullptr;  ///< may be absent
    const Binding* list = nullptr;       ///< what was opened to get here; none for the whole data
    std::size_t index = no_index;        ///< of the item in that list
};

/// Where a text is being printed. Frames correspond one to one to the scopes of its compilation.
struct Surroundings {
    std::vector<Frame> frames;
    std::size_t page_number = 0;  ///< from 1
    std::size_t page_total = 0;
};

/// The value, or nullptr when it is absent.
const json::Value* look_up(const Binding& binding, const std::vector<Frame>& frames);

/// JSON Pointer of the value, also when it is absent; "" for a built-in.
std::string pointer_to(const Binding& binding, const std::vector<Frame>& frames);

/// What there is to print of a value that may be absent; both parts are empty when there is
/// nothing.
format::Input printable(const json::Value* value);

/// A non-empty text, a number, a date, true, a non-empty list, a group.
bool is_present(const json::Value* value);

/// The number that a built-in name stands for.
std::size_t builtin_number(const Binding& binding, const Surroundings& surroundings);

}  // namespace madoguchi::templates::fill
