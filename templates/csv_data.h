// People's data from a CSV file, as a core system writes it: a header row with the names of the
// form's fields, then one person in each record.
//
// Names: 氏名, 届出人.氏名 (a group), 異動者[1].氏名 or 異動者.1.氏名 (the first item of a list),
// 生年月日.日付 and 生年月日.不詳表記 (a date in its two parts). An empty cell is an absent value.
// true, false, 1 and 0 are the values of a Boolean; several codes in one cell are divided by ";".
// CR LF inside quotes is a line feed.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "templates/data.h"
#include "templates/model/template.h"

namespace madoguchi::templates {

enum class CsvEncoding {
    Detect,  ///< a byte order mark, else the header's names, else what the bytes allow
    Utf8,    ///< with or without a byte order mark
    Cp932,   ///< Windows' Shift_JIS with the NEC and IBM extensions and 外字
};

/// One record. A bad one is its findings, each with line, column and byte; records behind it still
/// come.
struct CsvRecord {
    std::size_t number = 0;  ///< from 1, bad ones counted
    SourcePlace place;
    Result<Data> data;
};

class CsvData {
  public:
    /// Reads the header. `form` and `source` outlive the reader; `name` is what findings call the
    /// file. Fails when a name is unknown, when two columns hold the same value, when a required
    /// value has no column, and when the encoding cannot be told ("csv.ambiguous-encoding").
    static Result<CsvData> open(const Template& form, std::string_view source, std::string name,
                                CsvEncoding encoding = CsvEncoding::Detect);
    CsvData(CsvData&&) noexcept;
    CsvData& operator=(CsvData&&) noexcept;
    ~CsvData();

    /// The next record, or nothing at the end. One record is held at a time.
    std::optional<CsvRecord> next();

    /// Utf8 or Cp932.
    CsvEncoding encoding() const;

  private:
    struct State;
    explicit CsvData(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace madoguchi::templates
