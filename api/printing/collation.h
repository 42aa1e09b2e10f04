// 丁合: people in the order in which an office hands their papers out, with a cover, a sheet before
// each group and a count at the end.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "fonts/face_set.h"
#include "render/batch.h"

namespace madoguchi::api {

struct CollationWishes {
    std::vector<std::string> sort_by;  ///< paths of fields, the first weighs most
    std::string separate_by;           ///< path of a field; empty: no groups
    bool cover = false;
    bool count_sheet = false;
    /// Records of the file from … to …, counted from 1 in the printed order; 0: all. For what a
    /// printer has lost.
    std::size_t from = 0, to = 0;
    std::string issued_at;  ///< printed as it is
    std::string note;       ///< on all sheets of the job: 再印刷

    bool is_plain() const {
        return sort_by.empty() && separate_by.empty() && !cover && !count_sheet && from == 0;
    }
};

/// A batch put together. It keeps what its records point to; the form outlives it.
class Collation {
  public:
    /// Reads everybody once. Values are compared as Japanese collates (ICU, "ja"), numbers by
    /// size; people whose data cannot be read stand last. A group is those who follow each other
    /// with one value of separate_by, which sorts before all other keys. Findings:
    /// "collation.field" when a path names no text, date, number or code; "collation.records" when
    /// there are fewer records than asked for.
    static Result<std::unique_ptr<Collation>> make(const render::PreparedForm& form,
                                                   render::RecordSource& people,
                                                   CollationWishes wishes,
                                                   const fonts::FontLibrary& fonts);
    virtual ~Collation() = default;

    virtual render::RecordSource& records() = 0;
    /// Covers and separators, which a batch counts as printed.
    virtual std::size_t job_sheets() const = 0;
    /// The count sheet; empty when none is wished for.
    virtual render::Closing closing() = 0;
};

}  // namespace madoguchi::api
