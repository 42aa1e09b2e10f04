// A registry of gaiji as a file: refused with findings, or a registry that is written and read
// again as it was and that becomes a font.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "api/tenants/gaiji_file.h"
#include "base/bytes.h"

namespace madoguchi::api {
namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void try_file(std::string_view text) {
    const auto registry = read_gaiji_file(std::string(text), "fuzz");
    if (!registry.ok()) return require(has_errors(registry.findings()));
    const std::string written = write_gaiji_file(*registry);
    const auto again = read_gaiji_file(written, "fuzz");
    require(again.ok());
    require(write_gaiji_file(*again) == written);
    require(fonts::build_font(registry->font()).ok());
}

}  // namespace
}  // namespace madoguchi::api

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    madoguchi::api::try_file(madoguchi::as_text({bytes, size}));
    return 0;
}
