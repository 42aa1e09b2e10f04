// Any text as a link's file, and behind a NUL any bytes as a file that comes from it and goes to
// it: findings, or a conversion that is whole exactly when it found no error.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>

#include "api/characters/convert.h"
#include "api/characters/link.h"

namespace madoguchi::api {
namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

ByteSource source_of(std::string_view bytes) {
    return [bytes](std::span<char> into) mutable -> Result<std::size_t> {
        const std::size_t count = std::min(into.size(), bytes.size());
        std::copy_n(bytes.begin(), count, into.begin());
        bytes.remove_prefix(count);
        return count;
    };
}

void try_conversion(const ConversionSettings& settings, std::string_view bytes) {
    std::size_t written = 0;
    const auto report = convert(settings, source_of(bytes), [&](std::string_view out) {
        written += out.size();
        return Result<Done>(Done{});
    });
    require(report.ok());
    require(report->whole() == !has_errors(report->findings));
    for (const Diagnostic& finding : report->findings) {
        if (finding.origin.source) require(finding.origin.source->offset <= bytes.size());
    }
}

void try_link(std::string_view json, std::string_view bytes) {
    // No mapping file is read: the folder does not exist.
    const auto link = parse_link(std::string(json), "fuzz", "/nonexistent");
    if (!link.ok()) return require(has_errors(link.findings()));
    ConversionSettings in{.from = link->code, .records = link->records};
    in.rules.link = &*link;
    in.rules.direction = Direction::FromLink;
    try_conversion(in, bytes);
    ConversionSettings out;
    out.rules.link = &*link;
    out.rules.to = link->code;
    out.rules.direction = Direction::ToLink;
    if (link->records.kind == RecordForm::Kind::Fixed) {
        out.written = link->records;
        out.records = lines_of(link->records);
    }
    // Records are filled to their length, which an attacker does not choose.
    if (out.written.bytes < 1'000) try_conversion(out, bytes);
}

}  // namespace
}  // namespace madoguchi::api

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(bytes), size);
    const std::size_t end = std::min(input.find('\0'), input.size());
    madoguchi::api::try_link(input.substr(0, end), input.substr(std::min(end + 1, size)));
    return 0;
}
