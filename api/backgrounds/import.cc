#include "api/backgrounds/import.h"

#include <filesystem>
#include <utility>

#include "templates/drawing_code.h"
#include "templates/limits.h"

namespace madoguchi::api {

namespace {

Diagnostic unreadable(BilingualText what) {
    return {.code = "background.unreadable",
            .message = std::move(what),
            .hints = {{"作成したソフトでPDFを保存し直すか、「PDFに印刷」で作り直してください。",
                       "Save the PDF again with the program that made it, or print it to PDF."}}};
}

Diagnostic too_large() {
    return {.code = "background.too-large",
            .message = {"PDFが大きすぎます（16 MBまで、1ページの下敷きは4 MBまで）。",
                        "The PDF is too large: at most 16 MB, and 4 MB for the background of a "
                        "page."},
            .hints = {{"図や写真を減らしてください。", "Use fewer drawings and photographs."}}};
}

Diagnostic encrypted() {
    return {.code = "background.encrypted",
            .message = {"PDFにパスワードなどの保護がかかっています。", "The PDF is encrypted."},
            .hints = {{"保護を外して保存し直してください。", "Save it again without protection."}}};
}

/// Why there is no answer. A reader that set out to decrypt was stopped by its confinement: the
/// dictionary that says so is never compressed.
Diagnostic failed(const ConfinedEnd& end, std::string_view pdf) {
    switch (end.how) {
        case ConfinedEnd::How::NotStarted:
            return {.code = "background.no-reader",
                    .message = {"PDFを読むためのプロセスを始められません。",
                                "The process that reads PDFs cannot be started."},
                    .hints = {{"madoguchi-page-reader が madoguchi "
                               "と同じフォルダーにあるか確かめてください。",
                               "Check that madoguchi-page-reader stands beside madoguchi."}}};
        case ConfinedEnd::How::TooLate:
            return unreadable({"時間内に読み終わりませんでした。", "It was not read in time."});
        case ConfinedEnd::How::TooMuch:
            return too_large();
        case ConfinedEnd::How::Killed:
            if (pdf.find("/Encrypt") != pdf.npos) return encrypted();
            break;
        case ConfinedEnd::How::Left:
            break;
    }
    return unreadable({"PDFの読み取りが異常終了しました。", "Reading the PDF ended in a crash."});
}

Length to_hundredths(Length length) {
    return Length::mm100((length.units() + 180) / 360);
}

}  // namespace

PageReader installed_page_reader() {
    std::error_code error;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
    return {.program = {(self.parent_path() / "madoguchi-page-reader").string(), {}}, .limits = {}};
}

Result<ReadPage> import_background(std::string_view pdf, std::size_t page,
                                   const PageReader& reader) {
    if (pdf.size() > largest_background_pdf) return too_large();
    Program program = reader.program;
    program.words.push_back(std::to_string(page));
    const ConfinedEnd end = run_confined(program, pdf, reader.limits);
    if (end.how != ConfinedEnd::How::Left || end.code != 0) return failed(end, pdf);
    std::optional<Result<ReadPage>> answer = read_page_answer(end.output);
    if (!answer)
        return unreadable({"読み取りの答えが正しくありません。", "The reader's answer is none."});
    if (answer->ok() &&
        templates::encode_drawing((*answer)->drawing).size() > templates::limits::drawing_bytes)
        return too_large();
    return *std::move(answer);
}

templates::Element background_element(std::string id, ReadPage page, std::string source) {
    templates::Element element;
    element.id = std::move(id);
    element.frame = {
        {}, {}, to_hundredths(page.drawing.size.width), to_hundredths(page.drawing.size.height)};
    element.kind = templates::Background{
        std::make_shared<const templates::Drawing>(std::move(page.drawing)), std::move(source), {}};
    return element;
}

}  // namespace madoguchi::api
