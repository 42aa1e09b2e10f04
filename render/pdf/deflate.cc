#include "render/pdf/deflate.h"

#include <libdeflate.h>

#include <memory>
#include <new>

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
    StreamData out{{}, raw.size(), StreamFilter::Flate};
    out.bytes.resize(libdeflate_zlib_compress_bound(&engine, raw.size()));
    out.bytes.resize(libdeflate_zlib_compress(&engine, raw.data(), raw.size(), out.bytes.data(),
                                              out.bytes.size()));
    return out;
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
