// What a stranger brings as gaiji: a fault, a picture or shapes, and an answer about it that is
// read as it was written. The first byte says what the rest is: edits of a good small font (four
// bytes each: place, place, place, new value), a file, or what a reader says that was taken over.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <utility>

#include "api/gaiji/answer.h"
#include "fonts/gaiji/font_builder.h"
#include "fonts/gaiji/svg_path.h"
#include "fonts/gaiji/upload/upload.h"

namespace madoguchi::api {
namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

Bytes good_font() {
    fonts::DrawnFont font{.family = "Fuzz"};
    for (const char32_t code : {U'\ue000', U'\ue001', U'\U000f0001'}) {
        auto drawing = fonts::read_svg_path("M100 0V700Q400 900 800 700V0ZM200 100H300V200Z");
        require(drawing.ok());
        font.glyphs.push_back({code, "g" + std::to_string(static_cast<std::uint32_t>(code)), 1000,
                               std::move(drawing).value()});
    }
    auto bytes = fonts::build_font(font);
    require(bytes.ok());
    return std::move(bytes).value();
}

Bytes edited(Bytes font, ByteView edits) {
    for (; edits.size() >= 4; edits = edits.subspan(4)) {
        const std::size_t place =
            std::size_t{edits[0]} << 16 | std::size_t{edits[1]} << 8 | edits[2];
        font[place % font.size()] = edits[3];
    }
    return font;
}

void try_file(ByteView file) {
    const fonts::UploadAnswer answer = fonts::read_upload(file);
    if (const auto* fault = std::get_if<fonts::UploadFault>(&answer))
        require(!fonts::explain_fault(*fault, "fuzz").message.ja.empty());
    const std::string said = write_answer(answer);
    const auto heard = read_answer(said);
    require(heard.has_value());
    require(write_answer(*heard) == said);
}

void try_answer(ByteView text) {
    const auto answer = read_answer(as_text(text));
    if (!answer) return;
    const auto again = read_answer(write_answer(*answer));
    require(again.has_value());
    require(write_answer(*again) == write_answer(*answer));
}

void try_input(ByteView input) {
    static const Bytes good = good_font();
    const ByteView rest = input.subspan(1);
    if (input[0] % 3 == 0) return try_file(edited(good, rest));
    if (input[0] % 3 == 1) return try_file(rest);
    try_answer(rest);
}

}  // namespace
}  // namespace madoguchi::api

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size > 0) madoguchi::api::try_input({bytes, size});
    return 0;
}
