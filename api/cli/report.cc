#include "api/cli/report.h"

#include <ostream>
#include <string>

#include "api/http/findings.h"

namespace madoguchi::api::cli {

void report(const Diagnostics& findings, FindingsFormat format, Streams streams) {
    if (format == FindingsFormat::Json) {
        std::string json;
        http::append_findings(json, findings);
        streams.out << json << '\n';
        return;
    }
    for (const Diagnostic& finding : findings)
        streams.err << to_line(finding) << '\n';
}

}  // namespace madoguchi::api::cli
