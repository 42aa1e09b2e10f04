// The journal beside an unfinished file: a line for what the batch is made from, then one for each
// checkpoint, each with a checksum. A line that is torn or damaged ends what is believed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "render/batch.h"

namespace madoguchi::api {

struct JournalEntry {
    render::BatchCheckpoint here;
    std::uint32_t checksum = 0;  ///< CRC-32 of the file's bytes since the entry before
};

struct Journal {
    std::string identity;  ///< empty: not even the first line is whole
    std::vector<JournalEntry> entries;
    std::vector<std::size_t> ends;  ///< bytes of the journal behind each entry
};

std::string journal_head(std::string_view identity);
std::string journal_line(const JournalEntry& entry);

/// As far as its lines are whole.
Journal read_journal(std::string_view text);

}  // namespace madoguchi::api
