// What a body is said to be (RFC 9110, section 8.3).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "api/http/headers.h"

namespace madoguchi::api::http {

struct MediaType {
    std::string name;     ///< in lower case, "application/json"
    std::string charset;  ///< in lower case and without quotes; empty when none is named
    bool operator==(const MediaType&) const = default;
};

/// "Application/JSON; charset=\"UTF-8\"". Parameters other than charset say nothing here.
MediaType read_media_type(std::string_view field);

/// Several Content-Type fields, or none, are no media type: the name is empty then.
MediaType media_type_of(const Headers& headers);

/// Whether a body of that type is read as its sender means it: one of `accepted`, in UTF-8.
enum class Readable { Yes, OtherType, OtherCharset };
Readable readable(const MediaType& type, const std::vector<std::string>& accepted);

}  // namespace madoguchi::api::http
