#include "api/batch/unfinished_findings.h"

#include <cerrno>
#include <cstring>
#include <utility>

namespace madoguchi::api {

namespace {

Diagnostic about(const std::filesystem::path& file, std::string code, BilingualText message,
                 BilingualText hint) {
    Diagnostic finding{
        .code = std::move(code), .message = std::move(message), .hints = {std::move(hint)}};
    finding.origin.source = SourcePlace{.file = file.string()};
    return finding;
}

}  // namespace

Diagnostic already_running(const std::filesystem::path& target) {
    return about(target, "batch.already-running",
                 {"同じ保存先への印字がほかで動いています。",
                  "Another process is printing to the same place."},
                 {"終わるのを待つか、別の保存先へ印字してください。",
                  "Wait until it ends, or print to another place."});
}

Diagnostic unfinished_differs(const std::filesystem::path& target, Restart restart) {
    const BilingualText hint =
        restart == Restart::ByWord
            ? BilingualText{"前回と同じ入力で続けるか、--restart を付けて最初から印字してくださ"
                            "い。",
                            "Go on with the same input, or add --restart to begin anew."}
            : BilingualText{"前回と同じ入力で続けるか、別のフォルダーへ印字してください。",
                            "Go on with the same input, or print into another folder."};
    return about(target, "batch.unfinished-differs",
                 {"途中で止まった印字が残っていますが、様式・データ・フォント・指定・プログラムの"
                  "どれかが今回と違います。",
                  "An unfinished batch is left that was made from another form, data, fonts, "
                  "options or program."},
                 hint);
}

Diagnostic journal_failure(const std::filesystem::path& journal) {
    const std::string reason = std::strerror(errno);
    return about(journal, "batch.journal",
                 {"途中経過の記録を書けません（" + reason + "）。",
                  "The journal cannot be written (" + reason + ")."},
                 {"保存先の空き容量と書き込み権限を確かめてください。",
                  "Check the free space and the permissions."});
}

}  // namespace madoguchi::api
