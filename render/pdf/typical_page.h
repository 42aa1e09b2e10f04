// What the content streams of data layers look like: fields of text with their positions, most of
// them kanji and digits of a record font, some with their words beside them, and marks.
#pragma once

#include <string>

namespace madoguchi::render::pdf {

/// Always the same bytes. It says nothing; the codes of pages are made for its letters.
std::string typical_page();

}  // namespace madoguchi::render::pdf
