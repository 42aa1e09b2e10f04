// Where a file stands behind a chapter, as plain numbers: what another process needs beside its
// bytes, its form and its options to go on with it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace madoguchi::render {

/// Object numbers are those of the PDF; 0 is none. What concerns objects tells what changed since
/// the checkpoint before, or since the file began.
struct PdfCheckpoint {
    /// A node of the page tree that will get more kids.
    struct Node {
        std::uint32_t id = 0;
        std::size_t pages = 0;
        std::vector<std::uint32_t> kids;
        bool operator==(const Node&) const = default;
    };

    std::uint64_t bytes = 0;             ///< of the file so far
    std::uint32_t first_object = 1;      ///< the number of the first of `offsets`
    std::vector<std::uint64_t> offsets;  ///< 0: reserved, not written yet
    /// Objects before `first_object` that were written only now, and where they stand.
    std::vector<std::pair<std::uint32_t, std::uint64_t>> late;
    std::vector<Node> open_nodes;  ///< by height, leaves first
    std::size_t pages = 0, chapters = 0;
    std::vector<std::uint32_t> prepared;  ///< objects that the form brought, see pdf/file.h
    std::string content_hash;             ///< 64 hex digits
    /// Of the first document: its title, language, form and form version.
    std::array<std::string, 4> metadata;

    /// From this checkpoint to the next one of the same file: afterwards it tells all objects.
    /// False when `next` does not follow this one.
    bool go_on_to(PdfCheckpoint next);

    bool operator==(const PdfCheckpoint&) const = default;
};

}  // namespace madoguchi::render
