#include "render/background/font.h"

#include "render/background/font_kinds.h"
#include "render/background/refusal.h"

namespace madoguchi::render::background {

namespace {

std::string font_name(const Object& object) {
    const std::string name = object["BaseFont"].name();
    return name.empty() ? "?" : name;
}

Diagnostic not_embedded(const Object& object) {
    const std::string name = font_name(object);
    return {.code = "background.font-not-embedded",
            .message = {"フォント「" + name +
                            "」がPDFに埋め込まれていません。別の字形で代用することはしません。",
                        "The font " + name +
                            " is not embedded in the PDF; its letters are not replaced by others."},
            .hints = {{"「フォントをすべて埋め込む」設定で、PDFを作り直してください。",
                       "Make the PDF again with all fonts embedded."}}};
}

Diagnostic does_not_open(const Object& object) {
    const std::string name = font_name(object);
    return {.code = "background.font-broken",
            .message = {"埋め込まれたフォント「" + name + "」が読めません。",
                        "The embedded font " + name + " cannot be read."},
            .hints = {{"PDFを作り直してください。", "Make the PDF again."}}};
}

std::unique_ptr<FontProgram> open_program(const Object& font, const Object& descriptor) {
    for (const char* key : {"FontFile2", "FontFile3", "FontFile"}) {
        if (!descriptor[key].is_stream()) continue;
        auto program = FontProgram::open(descriptor[key].bytes());
        if (program == nullptr) throw Refusal{does_not_open(font)};
        return program;
    }
    throw Refusal{not_embedded(font)};
}

}  // namespace

std::unique_ptr<Font> open_font(const Object& object) {
    const std::string kind = object["Subtype"].name();
    if (kind == "Type3") return make_type3_font(object);
    if (kind != "Type0")
        return make_simple_font(object, open_program(object, object["FontDescriptor"]));
    const std::vector<Object> descendants = object["DescendantFonts"].items();
    if (descendants.empty()) throw Refusal{broken()};
    return make_composite_font(object, descendants[0],
                               open_program(object, descendants[0]["FontDescriptor"]));
}

}  // namespace madoguchi::render::background
