// Foreign PDFs: a drawing that templates take, or a finding.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "render/background/import.h"
#include "templates/drawing_code.h"

using namespace madoguchi;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto page = render::import_page({reinterpret_cast<const char*>(data), size}, 1);
    if (!page.ok()) {
        if (!page.findings().front().code.starts_with("background.")) std::abort();
        return 0;
    }
    if (!templates::decode_drawing(templates::encode_drawing(page->drawing))) std::abort();
    return 0;
}
