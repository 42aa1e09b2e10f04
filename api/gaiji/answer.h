// What the confined reader says to the process that started it: lines of plain text.
//
//     madoguchi-gaiji 1
//     glyph E000 1000 M0 0L9 0L9 9Z        code ("-": none), advance, outline
//     blank E001
//     bitmap 64 64 0ff0…                   width, height, ink as hexadecimal digits, 4 pixels each
//     fault 3 1234                         kind, place
//     end
//
// The reader may have been taken over by what it read: nothing it says is believed unseen.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "fonts/gaiji/upload/upload.h"

namespace madoguchi::api {

std::string write_answer(const fonts::UploadAnswer& answer);

/// Nothing when it is not an answer to the last letter: an unknown or unfinished line, a code that
/// is not private use or not in order, a shape beyond the limits of fonts/gaiji/upload/upload.h.
std::optional<fonts::UploadAnswer> read_answer(std::string_view text);

}  // namespace madoguchi::api
