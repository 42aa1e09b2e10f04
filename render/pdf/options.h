// How a PDF is to be written.
#pragma once

#include <optional>
#include <string>

#include "base/units.h"

namespace madoguchi::render {

/// A file within the file: what was printed, for programs (PDF/A-3).
struct PdfAttachment {
    std::string name;        ///< "data.json"
    std::string media_type;  ///< "application/json"
    std::string bytes;
};

/// What a printer and its tray need so that ink falls where the form says: every point of a sheet
/// is scaled from the top left corner, then moved right and down.
struct PrintAdjustment {
    Length x, y;  ///< negative: left, up
    double scale_x = 1, scale_y = 1;
    bool operator==(const PrintAdjustment&) const = default;
};

/// What a print dialogue begins with (ISO 32000-1, table 150).
struct PrintHints {
    enum class Duplex { Unsaid, OneSided, LongEdge, ShortEdge } duplex = Duplex::Unsaid;
    int copies = 0;  ///< 2 to 5, as far as the standard goes; 0: unsaid
};

struct PdfOptions {
    /// Time of issue as "2026-04-01T09:30:00+09:00"; the same time gives the same bytes. Empty: no
    /// dates are written.
    std::string issued_at;
    /// Identifies the document; its hash becomes the PDF's ID. Empty: derived from the content.
    std::string document_id;
    enum class Compression { Fast, Small } compression = Compression::Fast;
    /// Proof is for eyes and tests: streams as readable text, pictures and fonts as hex digits.
    enum class Form { Issued, Proof } form = Form::Issued;
    /// For those who hear it: level A of PDF/A, and PDF/UA-1. Documents are laid out by ear.
    bool tagged = false;
    /// Makes the file PDF/A-3.
    std::optional<PdfAttachment> attachment = std::nullopt;
    /// Only of files that are not tagged: those are for screens.
    PrintAdjustment adjustment = {};
    PrintHints hints = {};
};

}  // namespace madoguchi::render
