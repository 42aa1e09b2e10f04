// Any bytes as a template: read or refused with findings, and what is read can be written and read
// again as the same template.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "templates/fill.h"
#include "templates/read.h"
#include "templates/write.h"

namespace madoguchi::templates {
namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void try_template(std::string_view source) {
    auto form = read_template(source, "fuzz");
    if (!form) {
        require(has_errors(form.findings()));
        return;
    }
    const std::string written = write_template(*form);
    const auto again = read_template(written, "fuzz");
    require(again.ok());
    require(write_template(*again) == written);
    // Compiling may refuse what reading allows, with findings.
    const auto compiled = CompiledForm::compile(std::move(*form));
    if (!compiled) require(has_errors(compiled.findings()));
}

}  // namespace
}  // namespace madoguchi::templates

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    madoguchi::templates::try_template({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
