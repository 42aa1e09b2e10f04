// PDF files written by hand, object by object (ISO 32000-1, 7.5).
#pragma once

#include <string>
#include <vector>

namespace madoguchi::tests {

std::string pdf_stream(const std::string& entries, const std::string& data);

/// Object 1 is the catalogue.
std::string hand_made_pdf(const std::vector<std::string>& objects);

/// One page of 200 × 100 points: what its dictionary holds beside, its content, and objects from 5
/// on.
std::string one_page_pdf(const std::string& page, const std::string& content,
                         const std::vector<std::string>& more = {});

}  // namespace madoguchi::tests
