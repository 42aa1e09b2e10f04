// The words for what happens to an account at the turn of the year, in files and in what is kept.
#pragma once

#include <array>
#include <string>
#include <utility>

#include "api/access/yearly_change.h"

namespace madoguchi::api::access {

inline constexpr std::array<std::pair<StaffChange::Kind, const char*>, 3> staff_change_kinds = {{
    {StaffChange::Kind::Join, "採用"},
    {StaffChange::Kind::Move, "異動"},
    {StaffChange::Kind::Leave, "退職"},
}};

inline std::string word_of(StaffChange::Kind kind) {
    for (const auto& [known, word] : staff_change_kinds) {
        if (known == kind) return word;
    }
    return {};
}

}  // namespace madoguchi::api::access
