// Records and cells of a CSV file as bytes (RFC 4180).
//
// UTF-8 and CP932 both keep commas, quotes and line ends out of the later bytes of a character, so
// that a file is cut into cells before it is decoded, and an undecodable cell spoils no other.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::templates::csv {

struct Cell {
    std::string_view bytes;  ///< without the outer quotes; doubled quotes are still doubled
    std::size_t offset = 0;  ///< of `bytes` in the source
    bool quoted = false;
};

struct Record {
    enum class Problem {
        None,
        StrayQuote,  ///< inside a cell that does not begin with one
        AfterQuote,  ///< something other than a comma or a line end behind a closing quote
        OpenQuote,   ///< no closing quote within `longest_record` bytes, or one in another line
                     ///< with something wrong behind it
    };
    std::size_t offset = 0;
    std::size_t end = 0;   ///< where its last cell ends
    std::size_t line = 0;  ///< from 1
    std::vector<Cell> cells;
    Problem problem = Problem::None;
    std::size_t problem_offset = 0;
};

inline constexpr std::size_t longest_record = 64u << 10;

class Scanner {
  public:
    Scanner(std::string_view source, std::size_t start) : source_(source), at_(start) {}

    /// Reads the next record that is not an empty line; false at the end. After a problem reading
    /// goes on behind the line in which the first suspicious quote was opened: a quote that was
    /// never closed must not swallow the records behind it.
    bool next(Record& record);

    /// Goes back to the line behind the one that holds `offset` of the record read last.
    void resume_behind_line_of(std::size_t offset);

  private:
    bool read_cell(Record& record);
    bool read_quoted(Record& record);
    bool fail(Record& record, Record::Problem problem, std::size_t opened);
    bool at_line_end(std::size_t at) const;
    std::size_t behind_line_end(std::size_t at) const;
    void move_to(std::size_t at);

    std::string_view source_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t line_counted_to_ = 0;
};

/// The record's first cell that holds a line end, and so a quote that may never have been closed.
const Cell* first_of_several_lines(const Record& record);

/// Decoded text of a cell: in quotes, doubled quotes made single and CR LF made a line feed.
std::string unquoted(std::string_view text, const Cell& cell);

}  // namespace madoguchi::templates::csv
