// Print colours on screens: CMY is mixed from the sRGB colours of offset inks on white paper, and
// black darkens to pure black, so that a black line stays one. ICC profiles are taken for the
// device space of their components; forms are made of lines and tints.

#include "render/background/colour_space.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "render/background/refusal.h"

namespace madoguchi::render::background {

namespace {

constexpr int deepest = 8;

/// By the inks that are printed, cyan 1, magenta 2, yellow 4.
constexpr std::array<std::array<double, 3>, 8> inks = {{{255, 255, 255},
                                                        {0, 174, 239},
                                                        {236, 0, 140},
                                                        {46, 49, 146},
                                                        {255, 242, 0},
                                                        {0, 166, 81},
                                                        {237, 28, 36},
                                                        {54, 54, 57}}};

std::uint8_t channel(double share) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(share, 0.0, 1.0) * 255));
}

Colour mix_inks(const std::vector<double>& cmyk) {
    std::array<double, 3> mixed{};
    for (std::size_t ink = 0; ink < inks.size(); ++ink) {
        double share = 1;
        for (std::size_t i = 0; i < 3; ++i) {
            const double amount = std::clamp(cmyk[i], 0.0, 1.0);
            share *= ink >> i & 1 ? amount : 1 - amount;
        }
        for (std::size_t i = 0; i < 3; ++i)
            mixed[i] += share * inks[ink][i] / 255;
    }
    const double light = 1 - std::clamp(cmyk[3], 0.0, 1.0);
    return {channel(mixed[0] * light), channel(mixed[1] * light), channel(mixed[2] * light)};
}

}  // namespace

std::size_t ColourSpace::components_of(Kind kind) {
    return kind == Kind::Cmyk ? 4 : kind == Kind::Rgb ? 3 : kind == Kind::Pattern ? 0 : 1;
}

ColourSpace ColourSpace::read(const Object& object, const Object& named, int depth) {
    if (depth > deepest) throw Refusal{broken()};
    const std::vector<Object> items = object.items();
    const std::string name = items.empty() ? object.name() : items[0].name();
    if (name == "DeviceGray" || name == "G" || name == "CalGray") return device(Kind::Grey);
    if (name == "DeviceRGB" || name == "RGB" || name == "CalRGB") return device(Kind::Rgb);
    if (name == "DeviceCMYK" || name == "CMYK") return device(Kind::Cmyk);
    if (name == "Pattern") return device(Kind::Pattern);
    if (items.empty()) {
        const Object known = named[name];
        if (!known || known.name() == name)
            throw Refusal{unsupported({"色空間（" + name + "）", "The colour space " + name})};
        return read(known, named, depth + 1);
    }
    if (name == "ICCBased" && items.size() > 1) {
        const double count = items[1]["N"].number().value_or(0);
        if (count == 1) return device(Kind::Grey);
        if (count == 3) return device(Kind::Rgb);
        if (count == 4) return device(Kind::Cmyk);
    }
    if ((name == "Indexed" || name == "I") && items.size() > 3) {
        ColourSpace space(Kind::Indexed, 1);
        space.base_ = std::make_shared<const ColourSpace>(read(items[1], named, depth + 1));
        space.table_ = items[3].is_stream() ? items[3].bytes() : items[3].string();
        return space;
    }
    if ((name == "Separation" || name == "DeviceN") && items.size() > 3) {
        const std::size_t count = name == "Separation" ? 1 : items[1].items().size();
        ColourSpace space(Kind::Tint, count);
        space.base_ = std::make_shared<const ColourSpace>(read(items[2], named, depth + 1));
        space.tint_ = read_function(items[3]);
        return space;
    }
    throw Refusal{unsupported({"色空間（" + name + "）", "The colour space " + name})};
}

Colour ColourSpace::colour(const std::vector<double>& given) const {
    std::vector<double> values = given;
    values.resize(std::max(components_, std::size_t{1}));
    switch (kind_) {
        case Kind::Grey:
            return {channel(values[0]), channel(values[0]), channel(values[0])};
        case Kind::Rgb:
            return {channel(values[0]), channel(values[1]), channel(values[2])};
        case Kind::Cmyk:
            return mix_inks(values);
        case Kind::Tint:
            return base_->colour((*tint_)(values));
        case Kind::Indexed: {
            const std::size_t count = base_->components();
            const auto index = static_cast<std::size_t>(std::clamp(values[0], 0.0, 255.0));
            std::vector<double> entry;
            for (std::size_t i = index * count; i < (index + 1) * count; ++i)
                entry.push_back(i < table_.size() ? static_cast<unsigned char>(table_[i]) / 255.0
                                                  : 0);
            return base_->colour(entry);
        }
        case Kind::Pattern:
            break;
    }
    return {};
}

std::vector<double> ColourSpace::initial() const {
    std::vector<double> values(components_);
    if (kind_ == Kind::Cmyk) values[3] = 1;
    if (kind_ == Kind::Tint) std::fill(values.begin(), values.end(), 1);
    return values;
}

double ColourSpace::highest_sample(unsigned bits) const {
    return kind_ == Kind::Indexed ? static_cast<double>((1u << bits) - 1) : 1;
}

}  // namespace madoguchi::render::background
