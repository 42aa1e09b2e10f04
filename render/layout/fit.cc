// 長体・平体 in steps of 1 %, type sizes in steps of 0.1 pt. JLREQ leaves fitting to the
// publication; forms narrow letters first because a name in one line is read fastest.

#include "render/layout/fit.h"

#include <algorithm>
#include <cmath>

#include "render/layout/fill_lines.h"

namespace madoguchi::render {

namespace {

constexpr Length size_step = Length::pt(0.1);
/// A frame that was drawn exactly as large as its text fits it.
constexpr Length tolerance = Length::mm(0.005);

/// More lines than any sheet holds; keeps a tiny line height from overflowing the count.
constexpr double most_lines = 1e6;

enum class Lines { OnePerParagraph, Wrapped };

struct Setting {
    Length size;
    int percent = 100;  ///< of the letters' natural width
    Lines lines = Lines::OnePerParagraph;

    double condense() const { return percent / 100.0; }
};

int narrowest_percent(const templates::Style& style) {
    return std::max(static_cast<int>(std::ceil(style.fit.min_condense * 100 - 1e-9)), 1);
}

/// Across one line.
Length with_ruby(Length size, const Room& room) {
    return room.ruby > 0 ? size + size.scaled(room.ruby) : size;
}

/// The length of a line in ems of the letters as set.
double measure_in_ems(const Room& room, const Setting& setting, Length slack) {
    return (room.measure + slack) / setting.size / setting.condense();
}

class Fitter {
  public:
    Fitter(std::vector<Paragraph>& paragraphs, const Room& room, const templates::Style& style)
        : paragraphs_(paragraphs), room_(room), style_(style), setting_{style.size} {
        for (const Paragraph& paragraph : paragraphs)
            widest_ = std::max(widest_, paragraph.least_width);
    }

    Fitted run() {
        bool fitting = fits(setting_);
        for (const templates::FitStep step : style_.fit.steps) {
            if (fitting) break;
            fitting = take(step);
            ++steps_taken_;
        }
        if (fitting && steps_taken_ > 1) give_back();
        return result(fitting);
    }

  private:
    bool take(templates::FitStep step) {
        switch (step) {
            case templates::FitStep::Condense:
                return condense();
            case templates::FitStep::Shrink:
                return shrink();
            case templates::FitStep::Wrap:
                for (Paragraph& paragraph : paragraphs_)
                    prepare_breaks(paragraph);
                setting_.lines = Lines::Wrapped;
                return fits(setting_);
        }
        return false;
    }

    bool condense() {
        const int narrowest = narrowest_percent(style_);
        while (setting_.percent > narrowest) {
            --setting_.percent;
            if (fits(setting_)) return true;
        }
        return false;
    }

    bool shrink() {
        while (setting_.size > style_.fit.min_size) {
            setting_.size = std::max(setting_.size - size_step, style_.fit.min_size);
            if (fits(setting_)) return true;
        }
        return false;
    }

    /// Linear from above: with 禁則 a smaller size can need more lines, so halving would miss.
    void give_back() {
        const auto better = [this](Setting wanted) {
            const bool taken = fits(wanted);
            if (taken) setting_ = wanted;
            return taken;
        };
        for (Setting wanted = {style_.size, setting_.percent, setting_.lines};
             wanted.size > setting_.size; wanted.size -= size_step) {
            if (better(wanted)) break;
        }
        for (Setting wanted = {setting_.size, 100, setting_.lines};
             wanted.percent > setting_.percent; --wanted.percent) {
            if (better(wanted)) break;
        }
    }

    /// How many lines have room across; none when not even the first has.
    std::size_t room_for_lines(Length size) const {
        if (!has_room_for_line(size, room_)) return 0;
        const double pitch = static_cast<double>(size.units()) * line_pitch(room_, style_);
        if (pitch <= 0) return 1;
        const Length rest = room_.extent + tolerance - with_ruby(size, room_);
        const double more = static_cast<double>(rest.units()) / pitch;
        return 1 + static_cast<std::size_t>(std::min(more, most_lines));
    }

    bool fits(const Setting& setting) const {
        const std::size_t most = room_for_lines(setting.size);
        if (paragraphs_.size() > most) return false;
        const double measure = measure_in_ems(room_, setting, tolerance);
        if (setting.lines == Lines::OnePerParagraph) return widest_ <= measure;
        return wrapped_lines_fit(measure, most);
    }

    bool wrapped_lines_fit(double measure, std::size_t most) const {
        std::size_t lines = 0;
        for (const Paragraph& paragraph : paragraphs_) {
            std::size_t first = 0;
            do {
                if (++lines > most) return false;
                const LineEnd line = fill_line(paragraph, first, measure);
                if (line.too_wide) return false;
                first = line.end;
            } while (first < paragraph.size());
        }
        return true;
    }

    Fitted result(bool fitting) const {
        Fitted fitted{setting_.size, setting_.condense(), {}, std::nullopt};
        fitted.lines.reserve(paragraphs_.size());
        double widest = 0;
        for (std::size_t i = 0; i < paragraphs_.size(); ++i)
            widest = std::max(widest, add_lines(fitted.lines, i));
        if (!fitting) fitted.overflow = overflow(fitted, widest);
        return fitted;
    }

    /// Returns the widest line in ems.
    double add_lines(std::vector<TextLine>& lines, std::size_t index) const {
        const Paragraph& paragraph = paragraphs_[index];
        if (setting_.lines == Lines::OnePerParagraph) {
            lines.push_back({index, 0, paragraph.size(), paragraph.size(), true});
            return paragraph.least_width;
        }
        const double measure = std::max(0.0, measure_in_ems(room_, setting_, tolerance));
        double widest = 0;
        std::size_t first = 0;
        do {
            const LineEnd line = fill_line(paragraph, first, measure);
            lines.push_back({index, first, line.measured, line.set, line.end >= paragraph.size()});
            widest = std::max(widest, line.width);
            first = line.end;
        } while (first < paragraph.size());
        return widest;
    }

    Overflow overflow(const Fitted& fitted, double widest) const {
        const Length width = setting_.size.scaled(widest * setting_.condense());
        const Length height = block_height(fitted.lines.size(), setting_.size, room_, style_);
        Overflow over{std::max(Length(), width - room_.measure),
                      std::max(Length(), height - room_.extent), 0,
                      std::min(fitted.lines.size(), room_for_lines(setting_.size))};
        for (std::size_t i = 0; i < over.fitting_lines; ++i)
            over.fitting += fitting_characters(fitted.lines[i]);
        return over;
    }

    std::size_t fitting_characters(const TextLine& line) const {
        const Paragraph& paragraph = paragraphs_[line.paragraph];
        const double measure = measure_in_ems(room_, setting_, tolerance);
        double width = 0;
        std::size_t i = line.first;
        for (; i < line.end; ++i) {
            if (i > line.first) width += paragraph.spacing + paragraph.gap(i).least;
            width += paragraph.shaped.characters[i].advance;
            if (width > measure) break;
        }
        return i - line.first;
    }

    std::vector<Paragraph>& paragraphs_;
    const Room room_;
    const templates::Style& style_;
    Setting setting_;
    double widest_ = 0;  ///< of the paragraphs with their gaps at their least
    int steps_taken_ = 0;
};

}  // namespace

bool has_room_for_line(Length size, const Room& room) {
    return with_ruby(size, room) <= room.extent + tolerance && size > Length();
}

double line_pitch(const Room& room, const templates::Style& style) {
    return room.ruby > 0 ? std::max(style.line_height, 1 + room.ruby) : style.line_height;
}

Length block_height(std::size_t lines, Length size, const Room& room,
                    const templates::Style& style) {
    if (lines == 0) return {};
    return with_ruby(size, room) +
           size.scaled(line_pitch(room, style) * static_cast<double>(lines - 1));
}

std::optional<double> condense_to_fit(double least_width, const Room& room,
                                      const templates::Style& style) {
    Setting setting{style.size};
    const auto fits = [&] { return least_width <= measure_in_ems(room, setting, tolerance); };
    if (fits()) return 1;
    const auto& steps = style.fit.steps;
    if (steps.empty() || steps.front() != templates::FitStep::Condense) return std::nullopt;
    while (setting.percent > narrowest_percent(style)) {
        --setting.percent;
        if (fits()) return setting.condense();
    }
    return std::nullopt;
}

Fitted fit(std::vector<Paragraph>& paragraphs, const Room& room, const templates::Style& style) {
    return Fitter(paragraphs, room, style).run();
}

}  // namespace madoguchi::render
