#include <algorithm>
#include <cstdint>

#include "templates/json/value.h"

namespace madoguchi::templates::json {

std::string pointer_step(std::string_view name) {
    std::string step = "/";
    for (const char c : name) {
        if (c == '~') {
            step += "~0";
        } else if (c == '/') {
            step += "~1";
        } else {
            step += c;
        }
    }
    return step;
}

SourcePlace place_of(std::string_view source, std::size_t offset, std::string name) {
    const std::string_view before = source.substr(0, std::min(offset, source.size()));
    SourcePlace place{std::move(name), 1, 1, before.size()};
    for (const char c : before) {
        const auto byte = static_cast<std::uint8_t>(c);
        if (byte == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((byte & 0xc0) != 0x80) {
            ++place.column;
        }
    }
    return place;
}

}  // namespace madoguchi::templates::json
