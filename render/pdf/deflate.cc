#include "render/pdf/deflate.h"

#include <libdeflate.h>

#include <memory>
#include <new>
#include <vector>

namespace madoguchi::render::pdf {

namespace {

struct FreeCompressor {
    void operator()(libdeflate_compressor* c) const { libdeflate_free_compressor(c); }
};
struct FreeDecompressor {
    void operator()(libdeflate_decompressor* d) const { libdeflate_free_decompressor(d); }
};
using Compressor = std::unique_ptr<libdeflate_compressor, FreeCompressor>;

libdeflate_compressor& compressor(Effort effort) {
    static thread_local Compressor record, archive;
    Compressor& slot = effort == Effort::Record ? record : archive;
    if (!slot) slot.reset(libdeflate_alloc_compressor(effort == Effort::Record ? 1 : 9));
    if (!slot) throw std::bad_alloc();
    return *slot;
}

}  // namespace

Effort effort_of(PdfOptions::Compression compression) {
    return compression == PdfOptions::Compression::Fast ? Effort::Record : Effort::Archive;
}

StreamData deflate(std::string_view raw, Effort effort) {
    libdeflate_compressor& engine = compressor(effort);
    // Room for the worst case is three times what a page takes, and pages are kept until their file
    // is written: pages share the room, pictures bring their own.
    constexpr std::size_t largest_shared = std::size_t{1} << 20;
    const std::size_t most = libdeflate_zlib_compress_bound(&engine, raw.size());
    static thread_local std::vector<char> shared;
    std::vector<char> own;
    std::vector<char>& room = most <= largest_shared ? shared : own;
    if (room.size() < most) room.resize(most);
    const std::size_t size =
        libdeflate_zlib_compress(&engine, raw.data(), raw.size(), room.data(), most);
    return {std::string(room.data(), size), raw.size(), StreamFilter::Flate};
}

std::string inflate(const StreamData& stream) {
    const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> engine(
        libdeflate_alloc_decompressor());
    if (!engine) throw std::bad_alloc();
    std::string raw(stream.raw_size, '\0');
    // Only ever given what deflate() made, so it cannot fail.
    libdeflate_zlib_decompress(engine.get(), stream.bytes.data(), stream.bytes.size(), raw.data(),
                               raw.size(), nullptr);
    return raw;
}

}  // namespace madoguchi::render::pdf
