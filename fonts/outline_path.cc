#include "fonts/outline_path.h"

#include <cmath>
#include <cstdint>
#include <utility>

#include "base/units.h"

namespace madoguchi::fonts {

namespace {

// Tenths of a font unit: TrueType's implied points lie on halves. Working on a grid keeps relative
// coordinates from drifting.
struct GridPoint {
    std::int64_t x = 0, y = 0;
    bool operator==(const GridPoint&) const = default;
};

GridPoint on_grid(OutlinePoint point) {
    return {std::llround(point.x * 10), std::llround(-point.y * 10)};
}

// Writes relative commands, which take two thirds of the bytes of absolute ones.
class PathWriter {
  public:
    void operator()(const MoveTo& step) {
        command('m');
        move_pen(on_grid(step.to));
        start_ = pen_;
    }
    void operator()(const LineTo& step) {
        const GridPoint to = on_grid(step.to);
        if (to.y == pen_.y) {
            command('h');
            number(to.x - pen_.x);
        } else if (to.x == pen_.x) {
            command('v');
            number(to.y - pen_.y);
        } else {
            command('l');
            offset(to);
        }
        pen_ = to;
    }
    void operator()(const QuadTo& step) {
        command('q');
        offset(on_grid(step.control));
        move_pen(on_grid(step.to));
    }
    void operator()(const CubicTo& step) {
        command('c');
        offset(on_grid(step.first));
        offset(on_grid(step.second));
        move_pen(on_grid(step.to));
    }
    void operator()(const ClosePath&) {
        command('z');
        pen_ = start_;
    }

    std::string take() { return std::move(out_); }

  private:
    void command(char letter) {
        out_ += letter;
        after_letter_ = true;
    }
    void number(std::int64_t tenths) {
        if (!after_letter_ && tenths >= 0) out_ += ' ';
        append_decimal(out_, static_cast<double>(tenths) / 10, 1);
        after_letter_ = false;
    }
    void offset(GridPoint to) {
        number(to.x - pen_.x);
        number(to.y - pen_.y);
    }
    void move_pen(GridPoint to) {
        offset(to);
        pen_ = to;
    }

    std::string out_;
    GridPoint pen_, start_;
    bool after_letter_ = true;
};

}  // namespace

std::string path_data(const Outline& outline) {
    PathWriter writer;
    for (const auto& step : outline)
        std::visit(writer, step);
    return writer.take();
}

}  // namespace madoguchi::fonts
