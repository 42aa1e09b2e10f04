// The journal of an unfinished batch: any bytes as its text, and any bytes as one sealed line of
// it. What is read is written as a line that reads as the same.
#include <libdeflate.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "api/batch/journal.h"

namespace madoguchi::api {
namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check(const std::string& text) {
    Journal journal = read_journal(text);
    require(journal.ends.size() == journal.entries.size());
    render::PdfCheckpoint all;
    for (const JournalEntry& entry : journal.entries) {
        const std::string line = journal_line(entry);
        const Journal again = read_journal(journal_head("a") + line);
        require(again.entries.size() == 1);
        require(journal_line(again.entries[0]) == line);
        all.go_on_to(entry.here.pdf);
    }
}

}  // namespace
}  // namespace madoguchi::api

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace madoguchi::api;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    check(bytes);
    const std::uint32_t seal = libdeflate_crc32(0, bytes.data(), bytes.size());
    check(journal_head("a") + bytes + '\t' + std::to_string(seal) + '\n');
    return 0;
}
