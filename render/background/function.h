// Functions of a PDF (ISO 32000-1, 7.10): what tints of spot colours become.
#pragma once

#include <memory>
#include <vector>

#include "render/background/objects.h"

namespace madoguchi::render::background {

class Function {
  public:
    virtual ~Function() = default;
    virtual std::vector<double> operator()(const std::vector<double>& in) const = 0;
};

/// Throws Refusal on a function that is broken or calculated by a program (type 4).
std::unique_ptr<Function> read_function(const Object& object);

}  // namespace madoguchi::render::background
