// The rendering core's face: prepare a form once, then turn people's data into sheets and sheets
// into PDF or SVG.
//
//     auto prepared = prepare(compiled_form, fonts);         // once per template version
//     auto laid_out = layout(*prepared, data);               // per person
//     auto pdf      = write_pdf(*prepared, {&laid_out->document, 1}, options);
//
// Everything here may be called from many threads at once; the same input gives the same bytes in
// any thread, process and locale.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "fonts/face_set.h"
#include "render/frame/frame.h"
#include "render/layout/document.h"
#include "render/layout/ink.h"
#include "render/pdf/document.h"
#include "render/pdf/options.h"
#include "templates/fill.h"

namespace madoguchi::render {

/// A template version with its static layers laid out, their fonts subset and their streams
/// compressed.
class PreparedForm;

/// Fails when a static text does not fit or holds a character that no face can show.
Result<std::shared_ptr<const PreparedForm>> prepare(
    std::shared_ptr<const templates::CompiledForm> form, fonts::FontLibrary fonts);

const templates::CompiledForm& compiled(const PreparedForm& form);

/// A tagged file is made of documents that were laid out by ear.
Result<LaidOut> layout(const PreparedForm& form, const templates::Data& data,
                       const LayoutOptions& options = {});

/// Puts a signature into its field. Findings: "ink.no-field" when the template has no such element
/// outside of rows, "ink.other-sheet" when the sheet does not show it.
Result<Done> add_ink(const PreparedForm& form, Document& document, const Ink& ink);

/// One PDF/A-2u file with all documents' sheets one behind the other, fonts shared.
Result<std::string> write_pdf(const PreparedForm& form, std::span<const Document> documents,
                              const PdfOptions& options);

/// Whether PdfOptions::issued_at may say so: "2026-04-01T09:30:00+09:00".
bool is_time_of_issue(std::string_view text);

/// A file to which documents of this form are added one by one; `form` outlives it.
PdfBatch begin_pdf(const PreparedForm& form, PdfOptions options);
/// The same behind a checkpoint that tells all objects.
PdfBatch begin_pdf(const PreparedForm& form, PdfOptions options, const PdfCheckpoint& from);

/// One sheet, counted from 0, as SVG.
Result<std::string> write_svg_sheet(const PreparedForm& form, const Document& document,
                                    std::size_t sheet);

/// One SVG per sheet: outlines only, element ids, accessible labels.
Result<std::vector<std::string>> write_svg(const PreparedForm& form, const Document& document);

}  // namespace madoguchi::render
