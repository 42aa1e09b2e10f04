// Any text as the mapping file of a host code, and behind a NUL any bytes in that code: refused
// with findings, or a code whose texts come back as they were.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "fonts/charset/host_code.h"

namespace madoguchi::fonts {
namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void try_text(std::string_view text, const HostCode& code) {
    const Recoded coded = encode(text, code);
    if (coded.fault_count > most_code_faults) return;
    std::string said;
    std::size_t at = 0;
    for (const CodeFaultPlace& fault : coded.faults) {
        said += text.substr(at, fault.offset - at);
        at = fault.offset + fault.piece.size();
    }
    said += text.substr(at);
    const Recoded back = decode(coded.text, code);
    require(back.whole());
    require(back.text == said);
}

void try_code(std::string_view table, std::string_view bytes) {
    const auto code = HostCode::read(table, "fuzz");
    if (!code.ok()) return require(has_errors(code.findings()));
    const Recoded text = decode(bytes, *code);
    require(!find_invalid_utf8(text.text));
    CodeState state;
    const Recoded first =
        decode(bytes.substr(0, bytes.size() / 2), *code, state, Part::MoreFollows);
    const Recoded last = decode(bytes.substr(first.used), *code, state, Part::Last);
    require(first.text + last.text == text.text);
    require(first.fault_count + last.fault_count == text.fault_count);
    try_text(text.text, *code);
    if (!find_invalid_utf8(bytes)) try_text(bytes, *code);
}

}  // namespace
}  // namespace madoguchi::fonts

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(bytes), size);
    const std::size_t end = std::min(input.find('\0'), input.size());
    madoguchi::fonts::try_code(input.substr(0, end), input.substr(std::min(end + 1, size)));
    return 0;
}
