#include "render/pdf/deflate_code.h"

#include <isa-l/igzip_lib.h>

#include <cstring>
#include <limits>
#include <vector>

namespace madoguchi::render::pdf {

namespace {

/// The library reads through pointers to bytes that it does not change.
std::uint8_t* bytes_of(std::string_view text) {
    return const_cast<std::uint8_t*>(reinterpret_cast<const std::uint8_t*>(text.data()));
}

/// What cannot be made smaller is stored, in blocks of 65,535 bytes with five bytes before each
/// (RFC 1951, 3.2.4); the header of the code may stand before that is found out.
std::size_t most_bytes(std::size_t raw) {
    return raw + (raw / 65535 + 1) * 5 + ISAL_DEF_MAX_HDR_SIZE + 64;
}

/// The library counts in 32 bits.
constexpr std::size_t largest = std::numeric_limits<std::uint32_t>::max() / 2;

std::unique_ptr<isal_hufftables> make_tables(std::span<const std::string_view> typical) {
    if (typical.empty()) return nullptr;
    auto seen = std::make_unique<isal_huff_histogram>();
    std::memset(seen.get(), 0, sizeof *seen);
    for (const std::string_view text : typical)
        isal_update_histogram(bytes_of(text), static_cast<int>(text.size()), seen.get());
    auto tables = std::make_unique<isal_hufftables>();
    std::memset(tables.get(), 0, sizeof *tables);
    // Fails only where a code is longer than its own limit; the library's general code stays then,
    // as it does where nothing is typical.
    if (isal_create_hufftables(tables.get(), seen.get()) != 0) return nullptr;
    return tables;
}

}  // namespace

DeflateCode::DeflateCode(std::span<const std::string_view> typical)
    : tables_(make_tables(typical)) {}
DeflateCode::~DeflateCode() = default;
DeflateCode::DeflateCode(DeflateCode&&) noexcept = default;
DeflateCode& DeflateCode::operator=(DeflateCode&&) noexcept = default;

StreamData DeflateCode::deflate(std::string_view raw) const {
    if (raw.size() > largest) return pdf::deflate(raw, Effort::Record);
    static thread_local std::vector<std::uint8_t> room;
    if (room.size() < most_bytes(raw.size())) room.resize(most_bytes(raw.size()));
    // Zeroed by the library where it matters; 80 KB of it are scratch.
    static thread_local const auto stream = std::make_unique<isal_zstream>();
    isal_deflate_stateless_init(stream.get());
    stream->end_of_stream = 1;
    stream->flush = NO_FLUSH;
    stream->gzip_flag = IGZIP_ZLIB;
    stream->level = 0;
    stream->next_in = bytes_of(raw);
    stream->avail_in = static_cast<std::uint32_t>(raw.size());
    stream->next_out = room.data();
    stream->avail_out = static_cast<std::uint32_t>(room.size());
    if (tables_) stream->hufftables = tables_.get();
    if (isal_deflate_stateless(stream.get()) != COMP_OK || stream->avail_in != 0)
        return pdf::deflate(raw, Effort::Record);
    return {std::string(reinterpret_cast<const char*>(room.data()), stream->total_out), raw.size(),
            StreamFilter::Flate};
}

}  // namespace madoguchi::render::pdf
