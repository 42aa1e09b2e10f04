#include "tests/support/pdfa_rules.h"

#include <algorithm>
#include <exception>
#include <set>

#include <qpdf/QPDFPageDocumentHelper.hh>

namespace madoguchi::tests {

Violations check_pdfa(const std::string& file, Claim claim) {
    Violations found;
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("file", file.data(), file.size());
        check_bytes(file, pdf, found);
        check_document(pdf, claim, found);
        check_metadata(pdf, claim, found);
        if (claim.is_signed) check_signature(file, pdf, found);
        if (claim.tagged) check_tags(pdf, found);
        for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
            check_page(page.getObjectHandle(), found);
        }
    } catch (const std::exception& error) {
        found.push_back({"7.5", error.what()});
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::vector<std::string> violated_clauses(const std::string& file, Claim claim) {
    std::set<std::string> clauses;
    for (const Violation& violation : check_pdfa(file, claim))
        clauses.insert(violation.clause);
    return {clauses.begin(), clauses.end()};
}

}  // namespace madoguchi::tests
