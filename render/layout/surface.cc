#include "render/layout/surface.h"

#include <utility>

namespace madoguchi::render {

std::string document_id(const templates::FilledElement& filled) {
    std::string id = filled.element->id;
    if (filled.row >= 0) id += '/' + std::to_string(filled.row);
    return id;
}

Rect frame_of(const templates::FilledElement& filled) {
    return filled.element->frame.moved(filled.offset);
}

Origin origin_of(const templates::FilledElement& filled) {
    Origin origin;
    origin.template_pointer = filled.element->pointer;
    origin.element_id = document_id(filled);
    origin.data_pointer = filled.data_pointer;
    return origin;
}

void report(const Surface& surface, std::string code, BilingualText message,
            std::vector<BilingualText> hints) {
    surface.findings.push_back({Severity::Error, std::move(code), std::move(message),
                                origin_of(surface.filled), std::move(hints)});
}

std::string in_mm(Length length) {
    std::string text;
    append_decimal(text, length.to_mm(), 1);
    return text;
}

const fonts::FaceSet& faces_of(const LayoutContext& context, templates::FontFamily family) {
    switch (family) {
        case templates::FontFamily::Gothic:
            return *context.fonts.gothic;
        case templates::FontFamily::OcrB:
            return *context.fonts.ocr_b;
        case templates::FontFamily::Mincho:
            break;
    }
    return *context.fonts.mincho;
}

}  // namespace madoguchi::render
