// Any bytes in every built-in code: text that is sound, the same in two parts as at once, and the
// same again after it was written and read.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "fonts/charset/charset.h"

namespace madoguchi::fonts {
namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void try_parts(std::string_view bytes, std::size_t cut, CharsetName from) {
    const Recoded whole = decode(bytes, from);
    CodeState state;
    const Recoded first = decode(bytes.substr(0, cut), from, state, Part::MoreFollows);
    require(first.used <= cut);
    const Recoded last = decode(bytes.substr(first.used), from, state, Part::Last);
    require(first.used + last.used == bytes.size());
    require(first.text + last.text == whole.text);
    require(first.fault_count + last.fault_count == whole.fault_count);
}

/// What is written and not a fault is read again.
void try_text(std::string_view text, CharsetName to) {
    if (text.starts_with("\ufeff")) return;  // a byte order mark, which reading passes over
    const Recoded coded = encode(text, to);
    if (coded.fault_count > most_code_faults) return;
    std::string said;
    std::size_t at = 0;
    for (const CodeFaultPlace& fault : coded.faults) {
        require(fault.fault == CodeFault::NotInCode);
        said += text.substr(at, fault.offset - at);
        at = fault.offset + fault.piece.size();
    }
    said += text.substr(at);
    if (said.starts_with("\ufeff")) return;
    const Recoded back = decode(coded.text, to);
    require(back.whole());
    require(back.text == said);
}

void try_bytes(std::string_view bytes, std::size_t cut, CharsetName charset) {
    const Recoded text = decode(bytes, charset);
    require(!find_invalid_utf8(text.text));
    try_parts(bytes, cut, charset);
    try_text(text.text, charset);
    if (!find_invalid_utf8(bytes)) try_text(bytes, charset);
}

}  // namespace
}  // namespace madoguchi::fonts

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using madoguchi::fonts::CharsetName;
    if (size < 2) return 0;
    const auto charset = static_cast<CharsetName>(bytes[0] % 14);
    const std::string_view text(reinterpret_cast<const char*>(bytes) + 2, size - 2);
    madoguchi::fonts::try_bytes(text, text.empty() ? 0 : bytes[1] % text.size(), charset);
    return 0;
}
