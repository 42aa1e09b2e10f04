// 公印: a picture that half covers the last letter of a name.
//
// Rules of municipalities on seals (公印規程) put it so, that nothing can be added behind the name
// unseen.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "render/frame/frame.h"

namespace madoguchi::render {

/// The em box of the letter that the element shows last, and which way its line runs.
struct LastLetter {
    Rect box;
    RunDirection direction = RunDirection::Horizontal;
};

/// Nothing when none of the items is a letter of that element.
std::optional<LastLetter> find_last_letter(std::span<const Item> items, const Elements& elements,
                                           std::string_view element_id);

/// The frame, moved so that its near edge stands in the middle of the letter and its middle on the
/// letter's line.
Rect covering(const Rect& frame, const LastLetter& letter);

}  // namespace madoguchi::render
