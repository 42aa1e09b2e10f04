// The only two doors of a confined process: what it is given, and what it answers.
#pragma once

#include <string_view>

#include "base/bytes.h"

namespace madoguchi::api {

Bytes read_standard_input();
/// False when nobody takes it.
bool write_standard_output(std::string_view text);

}  // namespace madoguchi::api
