// Characters that no face can show exactly: said, never hidden.
#pragma once

#include <cstddef>
#include <functional>

#include "fonts/shape.h"
#include "render/layout/surface.h"

namespace madoguchi::render {

/// Adds a finding for each missing character of an element: an error under the template's policy
/// Stop, a warning under Mark, where 〓 is printed. An element without end of such characters is
/// cut short by one last finding, which says how many there are more.
class MissingCharacters {
  public:
    /// Where a character of a text stands in the element's filled text, both by index.
    using PlaceOf = std::function<std::size_t(std::size_t)>;

    explicit MissingCharacters(const Surface& surface) : surface_(surface) {}
    ~MissingCharacters();
    MissingCharacters(const MissingCharacters&) = delete;
    MissingCharacters& operator=(const MissingCharacters&) = delete;

    void report(const fonts::ShapedText& text, const PlaceOf& place_of);

  private:
    const Surface& surface_;
    std::size_t reported_ = 0, more_ = 0;
    Severity severity_ = Severity::Error;
    std::string last_pointer_;  ///< of the value that showed the one reported last
};

/// Of an element that is one text; `first_character` is the index of its first character in the
/// value.
void report_missing(const Surface& surface, const fonts::ShapedText& text,
                    std::size_t first_character);

}  // namespace madoguchi::render
