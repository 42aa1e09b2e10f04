// Colours of a foreign page as sRGB (ISO 32000-1, 8.6).
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "render/background/function.h"

namespace madoguchi::render::background {

class ColourSpace {
  public:
    enum class Kind { Grey, Rgb, Cmyk, Indexed, Tint, Pattern };

    static ColourSpace device(Kind kind) { return ColourSpace(kind, components_of(kind)); }
    /// `named` are the colour spaces of the resources. Throws Refusal on what is unknown (Lab).
    static ColourSpace read(const Object& object, const Object& named, int depth = 0);

    Kind kind() const { return kind_; }
    std::size_t components() const { return components_; }
    Colour colour(const std::vector<double>& values) const;
    std::vector<double> initial() const;
    /// What a sample of all bits means when the picture does not say (8.9.5.2).
    double highest_sample(unsigned bits) const;

  private:
    ColourSpace(Kind kind, std::size_t components) : kind_(kind), components_(components) {}
    static std::size_t components_of(Kind kind);

    Kind kind_;
    std::size_t components_;
    std::shared_ptr<const ColourSpace> base_;  ///< of Indexed and Tint
    std::string table_;                        ///< of Indexed
    std::shared_ptr<const Function> tint_;     ///< of Tint
};

}  // namespace madoguchi::render::background
