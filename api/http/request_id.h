// Numbers by which a request is found again.
#pragma once

#include <string>
#include <string_view>

namespace madoguchi::api::http {

/// 32 hexadecimal digits from the system's random source.
std::string make_request_id();

/// 1 to 64 of A-Z a-z 0-9 . _ - : safe in a header, a log line and a file name.
bool is_request_id(std::string_view text);

}  // namespace madoguchi::api::http
