// Our own judge of PDF/A-2 and -3 (ISO 19005-2:2011, -3:2012), levels U and A, and of what PDF/UA-1
// (ISO 14289-1) asks of files that say so: reads a finished file with qpdf, which shares no
// code with our writer, and names the clauses it violates. It knows what our files can contain
// (Type 0 fonts, Flate and DCT streams, forms, pictures) and reports anything else.
//
// render/pdf/CONFORMANCE.md lists the clauses; pdf_rules_test.cc breaks a good file once for each.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <qpdf/QPDF.hh>

namespace madoguchi::tests {

struct Violation {
    std::string clause;  ///< "6.2.11.5"
    std::string detail;
    auto operator<=>(const Violation&) const = default;
};
using Violations = std::vector<Violation>;

/// What a file has to say of itself, and to be.
struct Claim {
    bool tagged = false;          ///< level A and PDF/UA-1, else level U
    bool has_attachment = false;  ///< part 3, else part 2
    bool is_signed = false;       ///< one field, that of a signature
};

/// All violations, each once, sorted by clause; those of PDF/UA begin with "UA". A file that cannot
/// be read violates "7.5" of ISO 32000-1.
Violations check_pdfa(const std::string& file, Claim claim = {});

/// The clauses alone, each once.
std::vector<std::string> violated_clauses(const std::string& file, Claim claim = {});

/// What the font's codes say, as hex digits of UTF-16.
std::map<unsigned, std::string> to_unicode_of(QPDFObjectHandle font);

// The parts, for the sources of this checker.
void check_bytes(const std::string& file, QPDF& pdf, Violations& found);
void check_document(QPDF& pdf, Claim claim, Violations& found);
void check_metadata(QPDF& pdf, Claim claim, Violations& found);
void check_signature(const std::string& file, QPDF& pdf, Violations& found);
void check_tags(QPDF& pdf, Violations& found);
void check_page(QPDFObjectHandle page, Violations& found);
/// `shown` are the codes that content streams show with the font.
void check_font(QPDFObjectHandle font, const std::vector<unsigned>& shown, Violations& found);

}  // namespace madoguchi::tests
