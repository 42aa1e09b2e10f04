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

int finish(int exit_code, Streams streams) {
    if (!streams.out.flush()) {
        streams.err << "error output.stream: 標準出力に書き込めません / cannot write to standard "
                       "output\n";
    }
    const bool said = streams.err.flush() && streams.out;
    return exit_code == done && !said ? stopped : exit_code;
}

}  // namespace madoguchi::api::cli
