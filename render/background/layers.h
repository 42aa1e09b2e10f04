// Optional content (ISO 32000-1, 8.11): what a reader does not show when the file is opened.
#pragma once

#include <set>

#include "render/background/objects.h"

namespace madoguchi::render::background {

class Layers {
  public:
    explicit Layers(const Object& catalog);
    /// `content` is what OC names: a group, or a dictionary of several.
    bool is_hidden(const Object& content) const;

  private:
    bool is_off(const Object& group) const;

    bool all_off_ = false;
    std::set<Object> on_, off_;
};

}  // namespace madoguchi::render::background
