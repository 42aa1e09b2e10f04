// The text of a drawing, packed: a drawing that is written again and read again is the same one.
#include <libdeflate.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "templates/drawing_code.h"

using madoguchi::Bytes;
using namespace madoguchi::templates;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Bytes packed;
    madoguchi::append_u32(packed, static_cast<std::uint32_t>(size));
    libdeflate_compressor* compressor = libdeflate_alloc_compressor(1);
    packed.resize(4 + libdeflate_zlib_compress_bound(compressor, size));
    packed.resize(
        4 + libdeflate_zlib_compress(compressor, data, size, packed.data() + 4, packed.size() - 4));
    libdeflate_free_compressor(compressor);
    if (const auto drawing = decode_drawing(packed)) {
        const Bytes written = encode_drawing(*drawing);
        const auto again = decode_drawing(written);
        if (!again || encode_drawing(*again) != written) std::abort();
    }
    decode_drawing({data, size});
    return 0;
}
