// Composite fonts: characters are numbers of a collection (ISO 32000-1, 9.7).
#include <map>

#include "render/background/cmap.h"
#include "render/background/font_kinds.h"

namespace madoguchi::render::background {

namespace {

constexpr std::size_t most_widths = 70'000;

/// W (9.7.4.3): "first [w w …]" and "first last w".
std::map<std::uint32_t, double> read_widths(const Object& array) {
    std::map<std::uint32_t, double> widths;
    const std::vector<Object> items = array.items();
    for (std::size_t i = 0; i + 1 < items.size() && widths.size() < most_widths;) {
        auto cid = static_cast<std::uint32_t>(items[i].number().value_or(0));
        const std::vector<Object> list = items[i + 1].items();
        if (!list.empty()) {
            for (const Object& width : list)
                widths[cid++] = width.number().value_or(0);
            i += 2;
            continue;
        }
        const auto last = static_cast<std::uint32_t>(items[i + 1].number().value_or(0));
        const double width = i + 2 < items.size() ? items[i + 2].number().value_or(0) : 0;
        for (; cid <= last && widths.size() < most_widths; ++cid)
            widths[cid] = width;
        i += 3;
    }
    return widths;
}

struct Vertical {
    double advance = -1000;
    Spot origin;
};

/// W2: "first [w1y vx vy …]" and "first last w1y vx vy".
std::map<std::uint32_t, Vertical> read_verticals(const Object& array) {
    std::map<std::uint32_t, Vertical> verticals;
    const std::vector<Object> items = array.items();
    for (std::size_t i = 0; i + 1 < items.size() && verticals.size() < most_widths;) {
        auto cid = static_cast<std::uint32_t>(items[i].number().value_or(0));
        const std::vector<double> list = items[i + 1].numbers();
        if (!list.empty()) {
            for (std::size_t k = 0; k + 2 < list.size(); k += 3)
                verticals[cid++] = {list[k], {list[k + 1], list[k + 2]}};
            i += 2;
            continue;
        }
        if (i + 4 >= items.size()) break;
        const auto last = static_cast<std::uint32_t>(items[i + 1].number().value_or(0));
        const Vertical vertical{
            items[i + 2].number().value_or(-1000),
            {items[i + 3].number().value_or(0), items[i + 4].number().value_or(0)}};
        for (; cid <= last && verticals.size() < most_widths; ++cid)
            verticals[cid] = vertical;
        i += 5;
    }
    return verticals;
}

class CompositeFont : public Font {
  public:
    CompositeFont(const Object& object, const Object& descendant,
                  std::unique_ptr<FontProgram> program)
        : program_(std::move(program)),
          cmap_(CMap::read(object["Encoding"])),
          widths_(read_widths(descendant["W"])),
          usual_width_(descendant["DW"].number().value_or(1000)) {
        if (const Object map = descendant["CIDToGIDMap"]; map.is_stream()) glyphs_ = map.bytes();
        if (!cmap_.is_vertical()) return;
        verticals_ = read_verticals(descendant["W2"]);
        const std::vector<double> usual = descendant["DW2"].numbers();
        usual_height_ = usual.size() > 0 ? usual[0] : 880;
        usual_advance_ = usual.size() > 1 ? usual[1] : -1000;
    }

    bool is_vertical() const override { return cmap_.is_vertical(); }

    std::vector<ShownCharacter> read(std::string_view codes) const override {
        std::vector<ShownCharacter> shown;
        while (!codes.empty()) {
            const CMap::Character character = cmap_.next(codes);
            const bool is_space = character.bytes == 1 && codes[0] == ' ';
            shown.push_back(place(character.cid, is_space));
            codes.remove_prefix(character.bytes);
        }
        return shown;
    }

    const Outline& outline(std::uint32_t cid) override {
        if (glyphs_.empty()) return program_->outline(cid);
        const std::size_t at = std::size_t{cid} * 2;
        if (at + 1 >= glyphs_.size()) return program_->outline(0);
        return program_->outline(static_cast<FT_UInt>(static_cast<unsigned char>(glyphs_[at]) << 8 |
                                                      static_cast<unsigned char>(glyphs_[at + 1])));
    }

  private:
    ShownCharacter place(std::uint32_t cid, bool is_space) const {
        const auto width = widths_.find(cid);
        const double across = width != widths_.end() ? width->second : usual_width_;
        if (!is_vertical()) return {cid, across / 1000, {}, is_space};
        const auto known = verticals_.find(cid);
        const Vertical vertical = known != verticals_.end()
                                      ? known->second
                                      : Vertical{usual_advance_, {across / 2, usual_height_}};
        return {cid,
                vertical.advance / 1000,
                {vertical.origin.x / 1000, vertical.origin.y / 1000},
                is_space};
    }

    std::unique_ptr<FontProgram> program_;
    CMap cmap_;
    std::map<std::uint32_t, double> widths_;
    double usual_width_;
    std::string glyphs_;  ///< CIDToGIDMap
    std::map<std::uint32_t, Vertical> verticals_;
    double usual_height_ = 880, usual_advance_ = -1000;
};

}  // namespace

std::unique_ptr<Font> make_composite_font(const Object& object, const Object& descendant,
                                          std::unique_ptr<FontProgram> program) {
    return std::make_unique<CompositeFont>(object, descendant, std::move(program));
}

}  // namespace madoguchi::render::background
