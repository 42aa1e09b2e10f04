// Our own judge of PDF/A-2u (ISO 19005-2:2011): reads a finished file with qpdf, which shares no
// code with our writer, and names the clauses it violates. It knows what our files can contain
// (Type 0 fonts, Flate and DCT streams, forms, pictures) and reports anything else.
//
// render/pdf/CONFORMANCE.md lists the clauses; pdf_rules_test.cc breaks a good file once for each.
#pragma once

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

/// All violations, each once, sorted by clause. A file that cannot be read violates "7.5" of ISO
/// 32000-1.
Violations check_pdfa_2u(const std::string& file);

/// The clauses alone, each once.
std::vector<std::string> violated_clauses(const std::string& file);

// The parts, for the sources of this checker.
void check_bytes(const std::string& file, QPDF& pdf, Violations& found);
void check_document(QPDF& pdf, Violations& found);
void check_metadata(QPDF& pdf, Violations& found);
void check_page(QPDFObjectHandle page, Violations& found);
/// `shown` are the codes that content streams show with the font.
void check_font(QPDFObjectHandle font, const std::vector<unsigned>& shown, Violations& found);

}  // namespace madoguchi::tests
