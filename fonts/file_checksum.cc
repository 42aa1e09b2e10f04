#include "fonts/file_checksum.h"

#include <libdeflate.h>

#include <bit>
#include <cstring>

namespace madoguchi::fonts {

static_assert(std::endian::native == std::endian::little);

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
