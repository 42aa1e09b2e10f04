#include "render/batch.h"

#include <utility>

#include "render/ordered_work.h"
#include "render/pdf/document.h"

namespace madoguchi::render {

namespace {

Result<LaidOut> read_and_lay_out(const PreparedForm& form, const Record& record) {
    const templates::Data data = TRY(record.read());
    return layout(form, data);
}

/// What became of one record: its findings, and something to print unless one of them stopped it.
template <typename T>
struct Printed {
    SourcePlace place;
    Diagnostics findings;
    std::optional<T> content;
};

Printed<Document> lay_out_record(const PreparedForm& form, const Record& record) {
    Result<LaidOut> laid_out = read_and_lay_out(form, record);
    if (!laid_out.ok()) return {record.place, std::move(laid_out).findings(), std::nullopt};
    return {record.place, std::move(laid_out->warnings), std::move(laid_out->document)};
}

Result<std::string> print_one(const PreparedForm& form, const Document& document,
                              const PdfOptions& options) {
    return write_pdf(form, {&document, 1}, options);
}

Printed<Done> keep_record(const PreparedForm& form, const Record& record, const PdfOptions& options,
                          const std::function<Result<Done>(std::string_view)>& keep) {
    Printed<Document> laid_out = lay_out_record(form, record);
    Printed<Done> kept{record.place, std::move(laid_out.findings), std::nullopt};
    if (!laid_out.content) return kept;
    Result<std::string> pdf = print_one(form, *laid_out.content, options);
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

Result<BatchFile> print_together(const PreparedForm& form, RecordSource& people,
                                 const BatchSettings& settings) {
    BatchFile file;
    Counter counter(file.outcome, settings);
    PdfBatch pdf = begin_pdf(form, settings.pdf);
    for_each_record<Printed<Document>>(
        people, settings.threads,
        [&](std::size_t, Record& record) { return lay_out_record(form, record); },
        [&](Printed<Document> record) {
            if (record.content) {
                Result<Done> added = pdf.add(*record.content);
                if (!added.ok()) {
                    append(record.findings, std::move(added).findings());
                    record.content.reset();
                }
            }
            counter.count(std::move(record));
        });
    if (file.outcome.printed > 0) file.pdf = TRY(std::move(pdf).finish());
    return file;
}

BatchOutcome print_apart(const PreparedForm& form, RecordSource& people,
                         const BatchSettings& settings, const KeepPdf& keep) {
    BatchOutcome outcome;
    Counter counter(outcome, settings);
    for_each_record<Printed<Done>>(
        people, settings.threads,
        [&](std::size_t index, Record& record) {
            return keep_record(form, record, settings.pdf,
                               [&](std::string_view pdf) { return keep(index + 1, pdf); });
        },
        [&](Printed<Done> record) { counter.count(std::move(record)); });
    return outcome;
}

}  // namespace madoguchi::render
