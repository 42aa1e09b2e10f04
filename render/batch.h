// One form for many people: into one file, or a file for each.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "render/render.h"

namespace madoguchi::render {

/// One person's data, still to be read, and where they begin in their source: what is wrong with
/// the printed form is reported there when nothing nearer is known.
struct Record {
    SourcePlace place;
    std::function<Result<templates::Data>()> read;  ///< runs in any thread
    /// Another form that is printed in this place, such as a separator sheet; it outlives the
    /// batch. Without layout options, and counted as a record.
    const PreparedForm* instead = nullptr;
};

/// Where people come from, one after the other. Asked from one thread at a time.
class RecordSource {
  public:
    virtual ~RecordSource() = default;
    virtual std::optional<Record> next() = 0;
};

struct BatchOutcome;

/// A last document that tells what became of all records, such as a count sheet; `sheets` are those
/// before it.
using Closing = std::function<Result<Document>(const BatchOutcome& outcome, std::size_t sheets)>;

struct BatchSettings {
    PdfOptions pdf;
    LayoutOptions layout;
    unsigned threads = 1;
    /// Told how many records are through, in the calling thread; may be empty.
    std::function<void(std::size_t done)> progress;
    Closing closing = {};          ///< of one file; may be empty
    std::size_t first_number = 1;  ///< of the first record, where each has a file of its own
};

struct BatchOutcome {
    std::size_t printed = 0;
    std::size_t refused = 0;
    /// Of all records, in their order. A record with an error is not printed, the others are.
    Diagnostics findings;
};

/// Where a batch into one file stands: its records so far, the file, and what was found since the
/// checkpoint before.
struct BatchCheckpoint {
    std::size_t printed = 0, refused = 0;
    PdfCheckpoint pdf;
    Diagnostics findings;
};

/// Takes one file's bytes as they come. What it fails with ends the batch.
class BatchOutput {
  public:
    virtual ~BatchOutput() = default;
    virtual Result<Done> write(std::string_view bytes) = 0;
    /// Everything up to `here` has been written.
    virtual Result<Done> checkpoint(const BatchCheckpoint& here) = 0;
};

/// After so many records a chapter of the file ends (PdfBatch::end_chapter), and a checkpoint
/// comes.
inline constexpr std::size_t records_per_chapter = 1000;

/// All people in one PDF, in the order of the source; the same bytes with any number of threads,
/// and whether it was made in one go or behind `from`, a checkpoint that tells all objects and
/// findings. Nothing printed: nothing that has been written is a file. Memory holds a chapter.
Result<BatchOutcome> print_together(const PreparedForm& form, RecordSource& people,
                                    const BatchSettings& settings, BatchOutput& output,
                                    const BatchCheckpoint* from = nullptr);

struct BatchFile {
    BatchOutcome outcome;
    std::string pdf;  ///< empty when nothing could be printed
};

/// The same in memory.
Result<BatchFile> print_together(const PreparedForm& form, RecordSource& people,
                                 const BatchSettings& settings);

/// Takes the finished PDF of the record `number` (from 1); called from several threads, once for
/// each record. What it fails with becomes a finding of that record.
using KeepPdf = std::function<Result<Done>(std::size_t number, std::string_view pdf)>;

/// Whether the PDF of a record has been kept by an earlier run of the same batch: it is laid out
/// again for its findings, and not written.
using IsKept = std::function<bool(std::size_t number)>;

BatchOutcome print_apart(const PreparedForm& form, RecordSource& people,
                         const BatchSettings& settings, const KeepPdf& keep,
                         const IsKept& is_kept = {});

}  // namespace madoguchi::render
