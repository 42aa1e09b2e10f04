#include "api/gaiji/upload.h"

#include <utility>

#include "api/gaiji/answer.h"
#include "api/gaiji/reader.h"
#include "api/gaiji/trace.h"

namespace madoguchi::api {

namespace {

Diagnostic unreadable(const std::string& name, std::string code, BilingualText what,
                      BilingualText hint) {
    Diagnostic finding{.code = std::move(code), .message = std::move(what)};
    finding.origin.source = SourcePlace{.file = name};
    finding.hints.push_back(std::move(hint));
    return finding;
}

BilingualText ask_for_another() {
    return {"別のプログラムで保存し直したファイルで試してください。",
            "Save the file with another program and try that."};
}

Diagnostic too_large(const std::string& name) {
    const std::string most = std::to_string(largest_upload >> 20);
    return unreadable(name, "gaiji.too-large",
                      {"ファイルが大きすぎます。", "the file is too large."},
                      {"上限は " + most + "MB です。", "At most " + most + " MB are read."});
}

/// Why there is no answer.
Diagnostic failed(const ConfinedEnd& end, const std::string& name) {
    switch (end.how) {
        case ConfinedEnd::How::NotStarted:
            return unreadable(name, "gaiji.no-reader",
                              {"外字を読むためのプロセスを始められません。",
                               "the process that reads gaiji cannot be started."},
                              {"メモリと /proc を確かめてください。", "Check memory and /proc."});
        case ConfinedEnd::How::TooLate:
            return unreadable(name, "gaiji.unreadable",
                              {"時間内に読み終わりませんでした。", "it was not read in time."},
                              ask_for_another());
        case ConfinedEnd::How::TooMuch:
            return unreadable(name, "gaiji.too-large",
                              {"字形の点が多すぎます。", "the shapes have too many points."},
                              ask_for_another());
        case ConfinedEnd::How::Killed:
            return unreadable(
                name, "gaiji.unreadable",
                {"読み取りが異常終了しました（シグナル " + std::to_string(end.code) + "）。",
                 "reading it ended in a crash (signal " + std::to_string(end.code) + ")."},
                ask_for_another());
        case ConfinedEnd::How::Left:
            break;
    }
    return unreadable(name, "gaiji.unreadable",
                      {"読み取りが途中で終わりました（" + std::to_string(end.code) + "）。",
                       "reading it did not come to its end (" + std::to_string(end.code) + ")."},
                      ask_for_another());
}

}  // namespace

UploadPrograms upload_programs() {
    return {.reader = {"/proc/self/exe", {gaiji_reader_word}},
            .tracer = {"/usr/bin/potrace",
                       {"--backend", "svg", "--flat", "--turdsize", "0", "--unit", "100",
                        "--output", "-", "-"}},
            .limits = {}};
}

Result<fonts::UploadedGlyphs> read_uploaded_file(std::string_view bytes, const std::string& name,
                                                 const UploadPrograms& programs) {
    if (bytes.size() > largest_upload) return too_large(name);
    const ConfinedEnd end = run_confined(programs.reader, bytes, programs.limits);
    if (end.how != ConfinedEnd::How::Left || end.code != 0) return failed(end, name);
    std::optional<fonts::UploadAnswer> answer = read_answer(end.output);
    if (!answer) {
        return unreadable(
            name, "gaiji.unreadable",
            {"読み取りの答えが正しくありません。", "the reader's answer is no answer."},
            ask_for_another());
    }
    if (const auto* fault = std::get_if<fonts::UploadFault>(&*answer))
        return fonts::explain_fault(*fault, name);
    if (auto* glyphs = std::get_if<fonts::UploadedGlyphs>(&*answer)) return std::move(*glyphs);
    fonts::GaijiDrawing drawing = TRY(
        trace(std::get<fonts::UploadedBitmap>(*answer), name, programs.tracer, programs.limits));
    return fonts::UploadedGlyphs{{{0, std::move(drawing)}}, {}};
}

}  // namespace madoguchi::api
