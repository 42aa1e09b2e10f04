#include "base/diagnostic.h"

#include <algorithm>
#include <iterator>

namespace madoguchi {

bool has_errors(const Diagnostics& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Diagnostic& f) { return f.severity == Severity::Error; });
}

std::string to_line(const Diagnostic& finding) {
    std::string line = finding.severity == Severity::Error ? "error " : "warning ";
    line += finding.code;
    const Origin& origin = finding.origin;
    if (origin.source) line += ' ' + origin.source->file;
    if (origin.source && origin.source->line > 0) {
        line +=
            ':' + std::to_string(origin.source->line) + ':' + std::to_string(origin.source->column);
    }
    for (const std::string* part :
         {&origin.element_id, &origin.template_pointer, &origin.data_pointer}) {
        if (!part->empty()) line += ' ' + *part;
    }
    line += ": " + finding.message.ja + " / " + finding.message.en;
    for (const BilingualText& hint : finding.hints)
        line += "\n    " + hint.ja + " / " + hint.en;
    return line;
}

void append(Diagnostics& findings, Diagnostics more) {
    findings.insert(findings.end(), std::make_move_iterator(more.begin()),
                    std::make_move_iterator(more.end()));
}

}  // namespace madoguchi
