#include "templates/csv_data.h"

#include <algorithm>
#include <utility>

#include "templates/check.h"
#include "templates/csv/columns.h"
#include "templates/csv/decode.h"
#include "templates/csv/header.h"
#include "templates/csv/scan.h"

namespace madoguchi::templates {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

Diagnostic finding(std::string code, std::string ja, std::string en) {
    return {.code = std::move(code), .message = {std::move(ja), std::move(en)}};
}

Diagnostic ambiguous_encoding() {
    Diagnostic ambiguous = finding("csv.ambiguous-encoding", "文字コードを判別できません。",
                                   "The file's encoding cannot be told.");
    ambiguous.hints.push_back({"--encoding utf-8 か --encoding cp932 を指定してください。",
                               "Say which one it is with --encoding utf-8 or --encoding cp932."});
    return ambiguous;
}

Diagnostic bare_line_end() {
    Diagnostic bare =
        finding("csv.line-end", "改行が CR だけです。", "The lines end with CR alone.");
    bare.hints.push_back({"改行を CR LF か LF にして保存し直してください。",
                          "Save the file with CR LF or LF at the ends of lines."});
    return bare;
}

Diagnostic describe(csv::Record::Problem problem) {
    switch (problem) {
        case csv::Record::Problem::StrayQuote:
            return finding("csv.quote", "引用符「\"」で始まらない欄の中に引用符があります。",
                           "A cell that does not begin with a quote holds one.");
        case csv::Record::Problem::AfterQuote:
            return finding("csv.quote", "閉じる引用符の後に区切りがありません。",
                           "No comma or line end follows the closing quote.");
        default:
            return finding("csv.open-quote", "引用符が閉じていません。", "A quote is not closed.");
    }
}

csv::Decoded read_cell(const csv::Decoder& decoder, const csv::Cell& cell) {
    csv::Decoded decoded = decoder.decode(cell.bytes);
    decoded.text = csv::unquoted(decoded.text, cell);
    return decoded;
}

/// How many of the header's names are the form's, read in that encoding.
std::size_t count_known(const Template& form, const csv::Record& header,
                        const csv::Decoder& decoder) {
    return static_cast<std::size_t>(
        std::count_if(header.cells.begin(), header.cells.end(), [&](const csv::Cell& cell) {
            const csv::Decoded name = read_cell(decoder, cell);
            return !name.bad && csv::find_column(form, name.text);
        }));
}

Result<CsvEncoding> detect(const Template& form, std::string_view source,
                           const csv::Record& header) {
    const csv::Decoder utf8 = TRY(csv::Decoder::open(CsvEncoding::Utf8));
    const csv::Decoder cp932 = TRY(csv::Decoder::open(CsvEncoding::Cp932));
    const std::string_view names = source.substr(header.offset, header.end - header.offset);
    const bool tells = utf8.decode(names).text != cp932.decode(names).text;
    const std::size_t as_utf8 = tells ? count_known(form, header, utf8) : 0;
    const std::size_t as_cp932 = tells ? count_known(form, header, cp932) : 0;
    if (as_utf8 != as_cp932) return as_utf8 > as_cp932 ? CsvEncoding::Utf8 : CsvEncoding::Cp932;
    const std::optional<CsvEncoding> guessed = csv::guess_encoding(source, cp932);
    if (!guessed) return ambiguous_encoding();
    return *guessed;
}

}  // namespace

struct CsvData::State {
    const Template* form = nullptr;
    std::string_view source;
    std::string name;
    csv::Scanner scanner{{}, 0};
    csv::Decoder decoder;
    std::vector<csv::Column> columns;
    std::size_t number = 0;

    SourcePlace place(const csv::Record& record, std::size_t offset) const;
    Diagnostic at(Diagnostic finding, const csv::Record& record, std::size_t offset) const;
    Diagnostic at(ValueFinding found, const csv::Record& record) const;
    Diagnostics read_header(const csv::Record& header);
    Result<Data> read_record(const csv::Record& record);
    Result<json::Value> read_cells(const csv::Record& record) const;
    Diagnostics wrong_count(const csv::Record& record);
    std::optional<std::size_t> find_undecodable(const csv::Record& record) const;
    Diagnostic undecodable(const csv::Record& record, std::size_t offset) const;
};

SourcePlace CsvData::State::place(const csv::Record& record, std::size_t offset) const {
    const std::string_view before = source.substr(record.offset, offset - record.offset);
    const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t line_start = lines == 0 ? 0 : before.rfind('\n') + 1;
    return {name, record.line + lines, decoder.count_characters(before.substr(line_start)) + 1,
            offset};
}

Diagnostic CsvData::State::at(Diagnostic found, const csv::Record& record,
                              std::size_t offset) const {
    found.origin.source = place(record, offset);
    return found;
}

Diagnostic CsvData::State::at(ValueFinding found, const csv::Record& record) const {
    const std::size_t offset = found.offset == no_offset ? record.offset : found.offset;
    return at(std::move(found.finding), record, offset);
}

Diagnostic CsvData::State::undecodable(const csv::Record& record, std::size_t offset) const {
    const std::string encoding = decoder.encoding() == CsvEncoding::Cp932 ? "CP932" : "UTF-8";
    return at(finding("csv.encoding", encoding + " の文字として読めないバイトがあります。",
                      "Some bytes are no character of " + encoding + "."),
              record, offset);
}

Diagnostics CsvData::State::read_header(const csv::Record& header) {
    if (header.problem != csv::Record::Problem::None)
        return {at(describe(header.problem), header, header.problem_offset)};
    std::vector<csv::HeaderCell> cells;
    for (const csv::Cell& cell : header.cells) {
        const std::size_t bare = cell.bytes.find('\r');
        if (!cell.quoted && bare != cell.bytes.npos)
            return {at(bare_line_end(), header, cell.offset + bare)};
        csv::Decoded decoded = read_cell(decoder, cell);
        if (decoded.bad) {
            Diagnostic bad = undecodable(header, cell.offset + *decoded.bad);
            bad.hints.push_back({"文字コードが違うときは --encoding で指定してください。",
                                 "If the encoding is another one, say so with --encoding."});
            return {std::move(bad)};
        }
        cells.push_back({std::move(decoded.text), cell.offset});
    }
    csv::Header read = csv::read_header(*form, cells);
    columns = std::move(read.columns);
    Diagnostics findings;
    for (ValueFinding& found : read.findings)
        findings.push_back(at(std::move(found), header));
    return findings;
}

/// Where the first undecodable bytes of a record are; nothing when all cells can be read.
std::optional<std::size_t> CsvData::State::find_undecodable(const csv::Record& record) const {
    for (const csv::Cell& cell : record.cells) {
        if (const auto bad = decoder.decode(cell.bytes).bad) return cell.offset + *bad;
    }
    return std::nullopt;
}

/// A cell that runs over line ends may have taken them from other people's lines: it is where the
/// record went wrong, and the lines behind its first are read again.
Diagnostics CsvData::State::wrong_count(const csv::Record& record) {
    const std::size_t expected = columns.size(), count = record.cells.size();
    std::size_t where = count > expected ? record.cells[expected].offset : record.end;
    Diagnostic wrong = finding("csv.column-count",
                               "列の数が見出しと違います（見出し" + std::to_string(expected) +
                                   "列、この行" + std::to_string(count) + "列）。",
                               "The record has " + std::to_string(count) +
                                   " cells; the header has " + std::to_string(expected) + ".");
    if (const csv::Cell* open = csv::first_of_several_lines(record)) {
        where = open->offset - 1;
        scanner.resume_behind_line_of(where);
        wrong.hints.push_back({"この欄の引用符が閉じていないのかもしれません。",
                               "The quote of this cell may never have been closed."});
    }
    // Half a character at its end took a comma or a line's end with it, and so cells.
    if (const auto bad = find_undecodable(record)) return {undecodable(record, *bad)};
    return {at(std::move(wrong), record, where)};
}

Result<json::Value> CsvData::State::read_cells(const csv::Record& record) const {
    json::Value root{json::Object(), record.offset};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const csv::Cell& cell = record.cells[i];
        csv::Decoded decoded = read_cell(decoder, cell);
        if (decoded.bad) return undecodable(record, cell.offset + *decoded.bad);
        csv::put(root, columns[i], std::move(decoded.text), cell.offset);
    }
    return root;
}

Result<Data> CsvData::State::read_record(const csv::Record& record) {
    if (record.problem != csv::Record::Problem::None)
        return at(describe(record.problem), record, record.problem_offset);
    if (record.cells.size() != columns.size()) return wrong_count(record);
    json::Value root = TRY(read_cells(record));
    Diagnostics findings;
    for (ValueFinding& found : check_values(*form, root))
        findings.push_back(at(std::move(found), record));
    if (has_errors(findings)) return findings;
    return Data{std::move(root), std::move(findings)};
}

CsvData::CsvData(std::unique_ptr<State> state) : state_(std::move(state)) {}
CsvData::CsvData(CsvData&&) noexcept = default;
CsvData& CsvData::operator=(CsvData&&) noexcept = default;
CsvData::~CsvData() = default;

Result<CsvData> CsvData::open(const Template& form, std::string_view source, std::string name,
                              CsvEncoding encoding) {
    const bool marked = source.starts_with(byte_order_mark);
    if (encoding == CsvEncoding::Detect && marked) encoding = CsvEncoding::Utf8;
    const bool skip_mark = marked && encoding == CsvEncoding::Utf8;
    auto state = std::make_unique<State>();
    state->form = &form;
    state->source = source;
    state->name = std::move(name);
    state->scanner = csv::Scanner(source, skip_mark ? byte_order_mark.size() : 0);
    csv::Record header;
    if (!state->scanner.next(header)) {
        Diagnostic empty = finding("csv.empty", "見出しの行がありません。", "There is no header.");
        empty.origin.source = SourcePlace{state->name, 1, 1, 0};
        return empty;
    }
    if (encoding == CsvEncoding::Detect) {
        Result<CsvEncoding> detected = detect(form, source, header);
        if (!detected.ok()) {
            Diagnostics findings = std::move(detected).findings();
            for (Diagnostic& found : findings)
                found.origin.source = SourcePlace{.file = state->name};
            return findings;
        }
        encoding = *detected;
    }
    state->decoder = TRY(csv::Decoder::open(encoding));
    if (Diagnostics findings = state->read_header(header); !findings.empty()) return findings;
    return CsvData(std::move(state));
}

std::optional<CsvRecord> CsvData::next() {
    csv::Record record;
    if (!state_->scanner.next(record)) return std::nullopt;
    SourcePlace start = state_->place(record, record.offset);
    return CsvRecord{++state_->number, std::move(start), state_->read_record(record)};
}

CsvEncoding CsvData::encoding() const {
    return state_->decoder.encoding();
}

}  // namespace madoguchi::templates
