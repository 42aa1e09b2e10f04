#include "templates/json/place.h"

#include <algorithm>
#include <cstdint>

#include "templates/json/value.h"

namespace madoguchi::templates::json {

SourcePlace PlaceCursor::at(std::size_t offset, std::string name) {
    for (const std::size_t end = std::min(offset, source_.size()); offset_ < end; ++offset_) {
        const auto byte = static_cast<std::uint8_t>(source_[offset_]);
        if (byte == '\n') {
            ++line_;
            column_ = 1;
        } else if ((byte & 0xc0) != 0x80) {
            ++column_;
        }
    }
    return {std::move(name), line_, column_, offset_};
}

SourcePlace place_of(std::string_view source, std::size_t offset, std::string name) {
    return PlaceCursor(source).at(offset, std::move(name));
}

}  // namespace madoguchi::templates::json
