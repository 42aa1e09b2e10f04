// How a PDF is to be written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

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

/// Room for a signature that is put in when the file is finished (ISO 32000-1, 12.8).
struct SignatureRoom {
    /// The picture or drawn element of the template that the field lies over (公印); empty: the
    /// field is not seen.
    std::string over_element;
    std::string signer;  ///< as readers show it: 見本市長
    std::string reason;  ///< may be empty
    std::size_t bytes = 16384;
};

/// What the room begins with, the last of its kind in the file: three numbers of ten digits and,
/// behind, two digits for each byte are filled in by the signer.
inline constexpr std::string_view signature_room_mark =
    "/ByteRange [0 0000000000 0000000000 0000000000]/Contents <";

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
    /// Of a file whose bytes are not taken before its end, and that is not tagged.
    std::optional<SignatureRoom> signature = std::nullopt;
    /// False: the file does not claim to be PDF/A, as one that will be encrypted must not.
    bool archival = true;
};

}  // namespace madoguchi::render
