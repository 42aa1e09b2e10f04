// The PDF writer's face: what is done once per form, and files of any number of documents.
//
//     const auto prepared = prepare_pdf(static_layers, elements);     // once per form version
//     PdfBatch file(**prepared, options);                             // per file
//     file.add(document);                                             // per person
//     Result<std::string> bytes = std::move(file).finish();
//
// Files are PDF/A-2u (ISO 19005-2:2011, level U; the clauses are listed in CONFORMANCE.md). The
// same input gives the same bytes in any thread, process and locale.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "base/result.h"
#include "render/frame/frame.h"
#include "render/pdf/checkpoint.h"
#include "render/pdf/options.h"

namespace madoguchi::render {

/// Static layers as compressed streams, their subset fonts, pictures and the colour profile.
/// Immutable; used by many threads at once.
class PreparedPdf;

/// `elements` are those of the documents to come; findings name them. The faces of the layers' runs
/// must outlive the result. Fails on glyph 0, on fonts that forbid embedding and on broken
/// pictures.
Result<std::shared_ptr<const PreparedPdf>> prepare_pdf(
    std::span<const std::shared_ptr<const Frame>> static_layers, const Elements& elements);

/// One file while documents are added to it. Record fonts are shared by the documents of a chapter.
class PdfBatch {
  public:
    /// `prepared` outlives the batch.
    PdfBatch(const PreparedPdf& prepared, PdfOptions options);
    /// Goes on behind a checkpoint, all of whose objects are told; form and options are the same.
    PdfBatch(const PreparedPdf& prepared, PdfOptions options, const PdfCheckpoint& from);
    ~PdfBatch();
    PdfBatch(PdfBatch&&) noexcept;
    PdfBatch& operator=(PdfBatch&&) noexcept;

    /// All sheets of the document, or none and its findings; the batch stays usable. A static layer
    /// that was not prepared is written with the sheet.
    Result<Done> add(const Document& document);

    /// Ends a chapter: its fonts are written, and later documents begin new ones. The file's bytes
    /// depend on where chapters end, and on nothing else about how it is made.
    Result<Done> end_chapter();
    /// Only right behind the end of a chapter, and of a file that is not tagged: its structure is
    /// written last.
    PdfCheckpoint checkpoint();

    /// The file's bytes since it began, or since they were taken last. Whoever prints many people
    /// takes them now and then: what is left of a person is where their pages stand.
    std::string take_bytes();
    std::size_t waiting_bytes() const;
    /// Added so far, those before a checkpoint among them.
    std::size_t sheets() const;

    /// The rest of the file: all of it unless bytes were taken. Title, language and form are those
    /// of the first document. Fails when there is no sheet.
    Result<std::string> finish() &&;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace madoguchi::render
