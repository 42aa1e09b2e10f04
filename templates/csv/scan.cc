#include "templates/csv/scan.h"

#include <algorithm>

namespace madoguchi::templates::csv {

bool Scanner::next(Record& record) {
    while (at_ < source_.size() && at_line_end(at_))
        at_ = behind_line_end(at_);
    if (at_ >= source_.size()) return false;
    move_to(at_);
    record = {.offset = at_, .line = line_};
    while (read_cell(record)) {
    }
    return true;
}

/// Whether another cell of the same record follows.
bool Scanner::read_cell(Record& record) {
    if (at_ < source_.size() && source_[at_] == '"') return read_quoted(record);
    const std::size_t start = at_;
    while (at_ < source_.size() && source_[at_] != ',' && !at_line_end(at_)) {
        if (source_[at_] == '"') return fail(record, Record::Problem::StrayQuote, at_);
        ++at_;
    }
    record.cells.push_back({source_.substr(start, at_ - start), start});
    record.end = at_;
    if (at_ < source_.size() && source_[at_] == ',') return ++at_, true;
    at_ = behind_line_end(at_);
    return false;
}

bool Scanner::read_quoted(Record& record) {
    const std::size_t opened = at_;
    const std::size_t limit = std::min(source_.size(), record.offset + longest_record);
    std::size_t close = opened + 1;
    for (;; close += 2) {
        close = source_.substr(0, limit).find('"', close);
        if (close == source_.npos) {
            at_ = opened;
            return fail(record, Record::Problem::OpenQuote, opened);
        }
        const bool doubled = close + 1 < source_.size() && source_[close + 1] == '"';
        if (!doubled) break;
    }
    record.cells.push_back({source_.substr(opened + 1, close - opened - 1), opened + 1, true});
    at_ = close + 1;
    record.end = at_;
    if (at_ < source_.size() && source_[at_] == ',') return ++at_, true;
    if (at_ < source_.size() && !at_line_end(at_))
        return fail(record, Record::Problem::AfterQuote, opened);
    at_ = behind_line_end(at_);
    return false;
}

/// A quote that was never closed is closed by the first quote of somebody else's line, and what is
/// wrong behind it is not that person's: the first cell that runs over a line end is to blame.
bool Scanner::fail(Record& record, Record::Problem problem, std::size_t opened) {
    const Cell* open = first_of_several_lines(record);
    record.problem = open ? Record::Problem::OpenQuote : problem;
    record.problem_offset = open ? open->offset - 1 : at_;
    resume_behind_line_of(open ? record.problem_offset : opened);
    return false;
}

void Scanner::resume_behind_line_of(std::size_t offset) {
    const std::size_t end = source_.find('\n', offset);
    at_ = end == source_.npos ? source_.size() : end + 1;
}

bool Scanner::at_line_end(std::size_t at) const {
    return source_[at] == '\n' || source_.substr(at, 2) == "\r\n";
}

std::size_t Scanner::behind_line_end(std::size_t at) const {
    if (at >= source_.size()) return at;
    return source_[at] == '\n' ? at + 1 : at + 2;
}

void Scanner::move_to(std::size_t at) {
    const auto from = source_.begin() + static_cast<std::ptrdiff_t>(line_counted_to_);
    const auto to = source_.begin() + static_cast<std::ptrdiff_t>(at);
    line_ += static_cast<std::size_t>(std::count(from, to, '\n'));
    line_counted_to_ = at;
}

const Cell* first_of_several_lines(const Record& record) {
    for (const Cell& cell : record.cells) {
        if (cell.bytes.find('\n') != cell.bytes.npos) return &cell;
    }
    return nullptr;
}

std::string unquoted(std::string_view text, const Cell& cell) {
    if (!cell.quoted) return std::string(text);
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view two = text.substr(at, 2);
        if (two == "\"\"" || two == "\r\n") ++at;
        out += text[at];
    }
    return out;
}

}  // namespace madoguchi::templates::csv
