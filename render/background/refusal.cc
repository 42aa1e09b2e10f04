#include "render/background/refusal.h"

namespace madoguchi::render::background {

Diagnostic broken() {
    return {
        .code = "background.broken",
        .message = {"PDFが壊れているため、読めません。", "The PDF is broken and cannot be read."},
        .hints = {{"作成したソフトで、PDFを保存し直してください。",
                   "Save the PDF again with the program that made it."}}};
}

Diagnostic too_large() {
    return {.code = "background.too-large",
            .message = {"このページは描く物が多すぎて、下敷きにできません。",
                        "The page draws too much to become a background."},
            .hints = {{"図や写真の少ないPDFにしてください。", "Use a PDF with fewer drawings."}}};
}

Diagnostic unsupported(const BilingualText& what) {
    return {.code = "background.unsupported",
            .message = {what.ja + "は取り込めません。", what.en + " cannot be imported."},
            .hints = {{"使わずに作り直すか、印刷用PDF（PDF/X-1a など）に書き出してください。",
                       "Make the page without it, or export a flattened PDF (PDF/X-1a)."}}};
}

}  // namespace madoguchi::render::background
