#include "render/batch.h"

#include <atomic>
#include <utility>

#include "render/ordered_work.h"
#include "render/pdf/document.h"

namespace madoguchi::render {

namespace {

/// A file is named after its first document, which may be a cover.
void name_as(const PreparedForm& form, Document& document) {
    const templates::Template& declared = compiled(form).form();
    document.title = declared.title;
    document.language = declared.language;
    document.form_id = declared.id;
    document.form_version = declared.version;
}

Result<LaidOut> read_and_lay_out(const PreparedForm& form, const Record& record,
                                 const LayoutOptions& options) {
    const templates::Data data = TRY(record.read());
    if (record.instead == nullptr) return layout(form, data, options);
    LaidOut laid_out = TRY(layout(*record.instead, data));
    name_as(form, laid_out.document);
    return laid_out;
}

/// What became of one record: its findings, and something to print unless one of them stopped it.
template <typename T>
struct Printed {
    SourcePlace place;
    Diagnostics findings;
    std::optional<T> content;
};

Printed<Document> lay_out_record(const PreparedForm& form, const Record& record,
                                 const LayoutOptions& options) {
    Result<LaidOut> laid_out = read_and_lay_out(form, record, options);
    if (!laid_out.ok()) return {record.place, std::move(laid_out).findings(), std::nullopt};
    return {record.place, std::move(laid_out->warnings), std::move(laid_out->document)};
}

Result<std::string> print_one(const PreparedForm& form, const Document& document,
                              const PdfOptions& options) {
    return write_pdf(form, {&document, 1}, options);
}

Printed<Done> keep_record(const PreparedForm& form, const Record& record,
                          const BatchSettings& settings, bool is_kept,
                          const std::function<Result<Done>(std::string_view)>& keep) {
    Printed<Document> laid_out = lay_out_record(form, record, settings.layout);
    Printed<Done> kept{record.place, std::move(laid_out.findings), std::nullopt};
    if (!laid_out.content) return kept;
    if (is_kept) {
        kept.content = Done{};
        return kept;
    }
    Result<std::string> pdf = print_one(form, *laid_out.content, settings.pdf);
    if (!pdf.ok()) {
        append(kept.findings, std::move(pdf).findings());
        return kept;
    }
    Result<Done> done = keep(*pdf);
    if (done.ok()) {
        kept.content = Done{};
    } else {
        append(kept.findings, std::move(done).findings());
    }
    return kept;
}

class Counter {
  public:
    Counter(BatchOutcome& outcome, const BatchSettings& settings)
        : outcome_(outcome), settings_(settings) {}

    template <typename T>
    void count(Printed<T> record) {
        const bool printed = record.content.has_value();
        for (Diagnostic& finding : record.findings) {
            if (!finding.origin.source) finding.origin.source = record.place;
        }
        append(outcome_.findings, std::move(record.findings));
        ++(printed ? outcome_.printed : outcome_.refused);
        if (settings_.progress) settings_.progress(outcome_.printed + outcome_.refused);
    }

  private:
    BatchOutcome& outcome_;
    const BatchSettings& settings_;
};

/// Runs `work` over all records: in the calling thread alone, or in several with the results in
/// the order of the records.
template <typename Output>
void for_each_record(RecordSource& people, unsigned threads,
                     const std::function<Output(std::size_t, Record&)>& work,
                     const std::function<void(Output)>& take) {
    if (threads > 1) {
        OrderedWork<Record, Output>(
            threads, [&] { return people.next(); }, work)
            .take_all(take);
        return;
    }
    std::size_t index = 0;
    while (std::optional<Record> record = people.next())
        take(work(index++, *record));
}

}  // namespace

namespace {

/// Writes so many bytes at once.
constexpr std::size_t piece = std::size_t{1} << 20;

PdfBatch open_file(const PreparedForm& form, const PdfOptions& options,
                   const BatchCheckpoint* from) {
    return from ? begin_pdf(form, options, from->pdf) : begin_pdf(form, options);
}

/// Records into one file, chapter by chapter.
class TogetherWriter {
  public:
    TogetherWriter(const PreparedForm& form, const BatchSettings& settings, BatchOutput& output,
                   const BatchCheckpoint* from)
        : counter_(outcome_, settings),
          closing_(settings.closing),
          pdf_(open_file(form, settings.pdf, from)),
          output_(output) {
        if (!from) return;
        outcome_ = {from->printed, from->refused, from->findings};
        told_findings_ = outcome_.findings.size();
    }

    std::size_t records() const { return outcome_.printed + outcome_.refused; }
    bool failed() const { return failed_; }

    void take(Printed<Document> record) {
        if (failed_) return;
        if (record.content) {
            Result<Done> added = pdf_.add(*record.content);
            if (!added.ok()) {
                append(record.findings, std::move(added).findings());
                record.content.reset();
            }
        }
        counter_.count(std::move(record));
        if (pdf_.waiting_bytes() >= piece) keep(output_.write(pdf_.take_bytes()));
        if (records() % records_per_chapter == 0) keep(end_chapter());
    }

    Result<BatchOutcome> finish() {
        if (!failure_.empty()) return std::move(failure_);
        if (outcome_.printed > 0) {
            if (closing_) {
                const Document last = TRY(closing_(outcome_, pdf_.sheets()));
                TRY(pdf_.add(last));
            }
            const std::string rest = TRY(std::move(pdf_).finish());
            TRY(output_.write(rest));
        }
        return std::move(outcome_);
    }

  private:
    Result<Done> end_chapter() {
        TRY(pdf_.end_chapter());
        TRY(output_.write(pdf_.take_bytes()));
        const auto told = outcome_.findings.begin() + static_cast<std::ptrdiff_t>(told_findings_);
        const BatchCheckpoint here{outcome_.printed, outcome_.refused, pdf_.checkpoint(),
                                   Diagnostics(told, outcome_.findings.end())};
        told_findings_ = outcome_.findings.size();
        return output_.checkpoint(here);
    }

    void keep(Result<Done> done) {
        if (done.ok()) return;
        append(failure_, std::move(done).findings());
        failed_ = true;
    }

    BatchOutcome outcome_;
    Counter counter_;
    const Closing& closing_;
    PdfBatch pdf_;
    BatchOutput& output_;
    std::size_t told_findings_ = 0;
    Diagnostics failure_;
    std::atomic<bool> failed_ = false;  ///< read where people are taken from
};

/// People behind those that are through, until the writer has failed.
class PeopleLeft : public RecordSource {
  public:
    PeopleLeft(RecordSource& people, const TogetherWriter& writer)
        : people_(people), writer_(writer) {
        for (std::size_t i = 0; i < writer.records(); ++i)
            people_.next();
    }
    std::optional<Record> next() override {
        if (writer_.failed()) return std::nullopt;
        return people_.next();
    }

  private:
    RecordSource& people_;
    const TogetherWriter& writer_;
};

class MemoryOutput : public BatchOutput {
  public:
    Result<Done> write(std::string_view bytes) override {
        file += bytes;
        return Done{};
    }
    Result<Done> checkpoint(const BatchCheckpoint&) override { return Done{}; }

    std::string file;
};

}  // namespace

Result<BatchOutcome> print_together(const PreparedForm& form, RecordSource& people,
                                    const BatchSettings& settings, BatchOutput& output,
                                    const BatchCheckpoint* from) {
    TogetherWriter writer(form, settings, output, from);
    PeopleLeft left(people, writer);
    for_each_record<Printed<Document>>(
        left, settings.threads,
        [&](std::size_t, Record& record) { return lay_out_record(form, record, settings.layout); },
        [&](Printed<Document> record) { writer.take(std::move(record)); });
    return writer.finish();
}

Result<BatchFile> print_together(const PreparedForm& form, RecordSource& people,
                                 const BatchSettings& settings) {
    MemoryOutput output;
    BatchOutcome outcome = TRY(print_together(form, people, settings, output));
    if (outcome.printed == 0) output.file.clear();
    return BatchFile{std::move(outcome), std::move(output.file)};
}

BatchOutcome print_apart(const PreparedForm& form, RecordSource& people,
                         const BatchSettings& settings, const KeepPdf& keep,
                         const IsKept& is_kept) {
    BatchOutcome outcome;
    Counter counter(outcome, settings);
    for_each_record<Printed<Done>>(
        people, settings.threads,
        [&](std::size_t index, Record& record) {
            const std::size_t number = settings.first_number + index;
            return keep_record(form, record, settings, is_kept && is_kept(number),
                               [&](std::string_view pdf) { return keep(number, pdf); });
        },
        [&](Printed<Done> record) { counter.count(std::move(record)); });
    return outcome;
}

}  // namespace madoguchi::render
