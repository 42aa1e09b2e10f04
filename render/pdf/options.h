// How a PDF is to be written.
#pragma once

#include <string>

namespace madoguchi::render {

struct PdfOptions {
    /// Time of issue as "2026-04-01T09:30:00+09:00"; the same time gives the same bytes. Empty: no
    /// dates are written.
    std::string issued_at;
    /// Identifies the document; its hash becomes the PDF's ID. Empty: derived from the content.
    std::string document_id;
    enum class Compression { Fast, Small } compression = Compression::Fast;
    /// Proof is for eyes and tests: streams as readable text, pictures and fonts as hex digits.
    enum class Form { Issued, Proof } form = Form::Issued;
};

}  // namespace madoguchi::render
