#include "render/layout/ruby_line.h"

#include <algorithm>
#include <string>
#include <utility>

#include "render/layout/jlreq/ruby.h"

namespace madoguchi::render {

namespace {

class RubyLine {
  public:
    RubyLine(const GlyphLine& line, const LetterStyle& letters, double centre,
             std::vector<Item>& items)
        : line_(line), letters_(letters), centre_(centre), items_(items) {}

    void place() {
        for (const RubyBlock& block : line_.paragraph.rubies) {
            if (block.first < line_.first || block.first >= line_.end) continue;
            place_letters(block.first);
            const double start = pen_;
            place_letters(block.end);
            place_block(block, start);
        }
        place_letters(line_.end);
    }

  private:
    void place_letters(std::size_t end) {
        if (end <= next_) return;
        place_line({line_.paragraph, next_, end, line_.gaps, along(pen_)}, letters_, items_);
        placed_.clear();
        double way = 0;
        for (; next_ < end; ++next_) {
            placed_.push_back({way, way + line_.paragraph.shaped.characters[next_].advance});
            way += line_.step(next_);
        }
        pen_ += way;
    }

    /// Its letters are the ones that were placed last.
    void place_block(const RubyBlock& block, double start) {
        const double room = placed_.back().end + std::min(line_.paragraph.spacing, 0.0);
        const std::vector<ReadingPlace> places = place_readings(block, placed_, room);
        for (std::size_t i = 0; i < places.size(); ++i)
            place_reading(block.readings[i], places[i], start + places[i].start);
    }

    void place_reading(const RubyBlock::Reading& reading, const ReadingPlace& place, double pen) {
        Paragraph words = reading.text;
        words.spacing = place.spacing;
        LetterStyle small = letters_;
        small.size = letters_.size.scaled(ruby_size);
        small.condense = letters_.condense * place.squeeze;
        Group group;
        group.actual_text = "（" + words.shaped.text + "）";
        group.holds = Group::Holds::Reading;
        place_line({words, 0, words.size(), {}, beside(along(pen))}, small, group.items);
        items_.push_back({letters_.element, std::move(group)});
    }

    bool is_vertical() const {
        return line_.paragraph.shaped.direction == fonts::WritingDirection::Vertical;
    }

    Point along(double pen) const {
        const Length way = letters_.size.scaled(pen * letters_.condense);
        return line_.origin + (is_vertical() ? Point{Length(), way} : Point{way, Length()});
    }

    /// From the letters' line to the readings': their em boxes touch.
    Point beside(Point at) const {
        const Length size = letters_.size;
        if (is_vertical()) return at + Point{size.scaled((1 + ruby_size) / 2), Length()};
        return at +
               Point{Length(), size.scaled(ruby_size * centre_ - centre_ - (1 + ruby_size) / 2)};
    }

    const GlyphLine& line_;
    const LetterStyle& letters_;
    const double centre_;
    std::vector<Item>& items_;
    std::size_t next_ = line_.first;
    double pen_ = 0;                  ///< ems of letters not condensed
    std::vector<LetterSpan> placed_;  ///< the letters placed last
};

}  // namespace

void place_ruby_line(const GlyphLine& line, const LetterStyle& letters, double centre,
                     std::vector<Item>& items) {
    RubyLine(line, letters, centre, items).place();
}

}  // namespace madoguchi::render
