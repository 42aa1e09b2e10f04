// The field of a signature and the room for it in the file (ISO 32000-1, 12.7.4.5 and 12.8;
// ETSI EN 319 142-1, 5). The signature itself is made of the finished bytes, by whoever has the
// key.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "render/frame/frame.h"
#include "render/pdf/object.h"
#include "render/pdf/options.h"

namespace madoguchi::render::pdf {

/// What readers call the field, and those who read it aloud.
inline constexpr std::string_view signature_field_name = "電子署名";

struct SignaturePlace {
    std::size_t sheet = 0;
    Rect frame;  ///< empty: not seen
};

/// Where the element's picture or drawing stands; the first sheet for a field that is not seen.
std::optional<SignaturePlace> find_signature_place(const Document& document,
                                                   std::string_view over_element);
Diagnostic no_signature_place(const SignatureRoom& room);

struct SignatureField {
    ObjectId widget;  ///< reserved
    ObjectId page;
    Rect frame;
    Length top;                                ///< height of the page
    std::optional<std::size_t> structure_key;  ///< in a tagged file (ISO 14289-1, 7.18.4)
};

/// Writes the signature's dictionary with its room and the field; returns the field. The room is
/// the last one of its kind in the file.
ObjectId write_signature_field(ObjectFile& file, const SignatureField& field,
                               const SignatureRoom& room, const std::string& issued_at);

}  // namespace madoguchi::render::pdf
