// Takes what a page draws and makes the drawing of it.
#pragma once

#include <cstddef>
#include <vector>

#include "render/background/matrix.h"
#include "templates/model/drawing.h"

namespace madoguchi::render::background {

class Canvas {
  public:
    /// `page` turns points of the page's user space into points of the paper, from its top left.
    Canvas(Size size, Matrix page) : page_(page) { drawing_.size = size; }

    const Matrix& page() const { return page_; }

    // Outlines are in the space that `to_page` turns into the page's user space.
    void fill(const Outline& outline, const Matrix& to_page, FillRule rule, Colour colour,
              int clip);
    /// The style's lengths are in points on paper.
    void stroke(const Outline& outline, const Matrix& to_page, StrokeStyle style, int clip);
    /// The unit square of `to_page`, the first row of the picture at its top.
    void picture(templates::DrawnPicture::Format format, std::vector<std::uint8_t> bytes,
                 const Matrix& to_page, int clip);
    /// A narrower clip than `outside`; -1: the page.
    int clip(const Outline& outline, const Matrix& to_page, FillRule rule, int outside);

    templates::Drawing take();

  private:
    Point on_paper(const Matrix& to_page, Spot spot) const;
    std::vector<PathStep> steps(const Outline& outline, const Matrix& to_page);
    void add(int clip, std::variant<Path, templates::DrawnPicture> content);

    Matrix page_;
    templates::Drawing drawing_;
    std::size_t steps_ = 0, picture_bytes_ = 0;
};

}  // namespace madoguchi::render::background
