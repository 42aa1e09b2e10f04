// Where one element puts what it makes: items on a frame, and findings with the element's place.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "fonts/face_set.h"
#include "render/frame/frame.h"
#include "templates/filled_form.h"

namespace madoguchi::render {

/// What all elements of a form share.
struct LayoutContext {
    fonts::FontLibrary fonts;
    templates::MissingCharacterPolicy missing = templates::MissingCharacterPolicy::Stop;
    /// Keeps the template, and with it the bytes of its pictures, alive as long as a frame.
    std::shared_ptr<const void> owner;
};

/// Borrows everything; lives while one element is laid out.
struct Surface {
    const LayoutContext& context;
    const templates::FilledElement& filled;
    ElementIndex element = no_element;
    std::vector<Item>& items;
    Diagnostics& findings;
    /// Where a picture stands that covers a letter; its frame for all others.
    std::optional<Rect> moved = {};
};

/// The element's id as documents know it: "氏名", in the third row of a table "氏名/2".
std::string document_id(const templates::FilledElement& filled);

/// The element's frame where it stands on its sheet.
Rect frame_of(const templates::FilledElement& filled);

/// Template pointer, element id and data pointer of the element.
Origin origin_of(const templates::FilledElement& filled);

/// Adds an error about the element.
void report(const Surface& surface, std::string code, BilingualText message,
            std::vector<BilingualText> hints = {});

/// A length for people: "3.2".
std::string in_mm(Length length);

/// The chain of the family.
const fonts::FaceSet& faces_of(const LayoutContext& context, templates::FontFamily family);

}  // namespace madoguchi::render
