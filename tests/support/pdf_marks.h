// The marked content of a page (ISO 32000-1, 14.6), read with qpdf.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <qpdf/QPDF.hh>

namespace madoguchi::tests {

struct PageMarks {
    std::map<int, std::string> texts;  ///< what each numbered piece says, as UTF-8
    std::map<int, std::string> types;  ///< as what each is marked
    std::vector<int> repeated;         ///< numbers that stand twice
    bool has_unmarked = false;         ///< something is painted that is neither piece nor artifact
    bool has_mixed = false;            ///< a piece in an artifact, or the other way round
};

PageMarks read_marks(QPDFObjectHandle page);

/// The structure tree as lines, two blanks a level: "TD", "Form 氏名: 辻󠄂", "P: …".
/// ActualText and Alt stand for what they replace.
std::string structure_dump(const std::string& file);

}  // namespace madoguchi::tests
