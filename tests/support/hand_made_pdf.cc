#include "tests/support/hand_made_pdf.h"

#include <cstdio>

namespace madoguchi::tests {

std::string pdf_stream(const std::string& entries, const std::string& data) {
    return "<<" + entries + "/Length " + std::to_string(data.size()) + ">>\nstream\n" + data +
           "\nendstream";
}

std::string hand_made_pdf(const std::vector<std::string>& objects) {
    std::string file = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        char entry[32];
        std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", file.size());
        table += entry;
        file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string count = std::to_string(objects.size() + 1);
    const std::string place = std::to_string(file.size());
    return file + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer\n<</Size " +
           count + "/Root 1 0 R>>\nstartxref\n" + place + "\n%%EOF\n";
}

std::string one_page_pdf(const std::string& page, const std::string& content,
                         const std::vector<std::string>& more) {
    std::vector<std::string> objects = {
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R" + page + ">>",
        pdf_stream("", content)};
    objects.insert(objects.end(), more.begin(), more.end());
    return hand_made_pdf(objects);
}

}  // namespace madoguchi::tests
