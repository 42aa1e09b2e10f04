// What a batch is made from, as one hash: an unfinished one is gone on with by the same program
// from the same form, data, fonts and options, or not at all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "fonts/face_set.h"

namespace madoguchi::api {

struct BatchInputs {
    std::string_view form;    ///< bytes of the template's file
    std::string_view people;  ///< bytes of the data
    const fonts::FontLibrary& fonts;
    std::vector<std::string> options;  ///< all that change what is printed, in a fixed order
};

/// 64 hex digits. Fails when the program cannot read itself.
Result<std::string> identity_of(const BatchInputs& inputs);

}  // namespace madoguchi::api
