#include "fonts/whole_file.h"

#include <libdeflate.h>

#include <bit>
#include <cstring>

namespace madoguchi::fonts {

static_assert(std::endian::native == std::endian::little);

bool is_of_another_version(ByteView bytes, std::string_view mark) {
    const std::string_view begin = as_text(bytes).substr(0, mark.size());
    return begin.size() == mark.size() && begin != mark &&
           begin.starts_with(mark.substr(0, mark.size() - 1));
}

std::uint32_t file_checksum(ByteView bytes, std::size_t place) {
    const ByteView behind = bytes.subspan(place + checksum_size);
    const std::uint32_t before = libdeflate_crc32(0, bytes.data(), place);
    return libdeflate_crc32(before, behind.data(), behind.size());
}

bool has_its_checksum(ByteView bytes, std::size_t place) {
    std::uint32_t kept = 0;
    std::memcpy(&kept, bytes.data() + place, sizeof kept);
    return kept == file_checksum(bytes, place);
}

void write_checksum(Bytes& bytes, std::size_t place) {
    const std::uint32_t checksum = file_checksum(bytes, place);
    std::memcpy(bytes.data() + place, &checksum, sizeof checksum);
}

}  // namespace madoguchi::fonts
