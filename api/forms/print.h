// Printing as the service offers it: bytes of a request in, bytes of an answer out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "render/render.h"

namespace madoguchi::api {

/// What findings call data that came with a request: a body has no name and must not get one that
/// could say whose it is.
inline constexpr std::string_view request_body_name = "body";

struct PrintedPdf {
    std::string pdf;
    Diagnostics warnings;
};

/// What a client may ask of a PDF.
struct PdfWishes {
    bool tagged = false;       ///< it can be read aloud
    bool attach_data = false;  ///< the data as they came stand within it
    bool data_only = false;    ///< for stock that is printed already
    std::string watermark;     ///< across every sheet; empty: none
};

/// JSON as it came, to stand within the PDF it became.
render::PdfAttachment data_attachment(std::string json);

Result<PrintedPdf> print_pdf(const render::PreparedForm& form, std::string_view data,
                             PdfWishes wishes = {});

/// All that print_pdf() would find, errors or warnings; empty when the data print as they are.
Diagnostics check_data(const render::PreparedForm& form, std::string_view data);

struct DrawnSheet {
    std::string svg;
    std::size_t sheets = 0;
    std::size_t warnings = 0;
};

/// `sheet` counts from 1; one that does not exist is the finding "document.no-such-sheet".
Result<DrawnSheet> draw_sheet(const render::PreparedForm& form, std::string_view data,
                              std::size_t sheet);

/// JSON Lines in, one PDF out; all or none.
Result<PrintedPdf> print_batch(const render::PreparedForm& form, std::string_view people);

}  // namespace madoguchi::api
