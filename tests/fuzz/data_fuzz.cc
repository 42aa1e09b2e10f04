// Any bytes as the data of a form that has a field of every type: refused with findings, or filled.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "templates/data.h"
#include "tests/fuzz/every_type_form.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace madoguchi::templates;
    const std::string_view source(reinterpret_cast<const char*>(bytes), size);
    require_fills_or_finds(read_data(every_type_form().form(), source, "fuzz"));
    return 0;
}
