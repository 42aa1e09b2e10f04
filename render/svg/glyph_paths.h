// Path data of glyphs, written once per glyph and kept.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <shared_mutex>
#include <string>
#include <utility>

#include "fonts/outline.h"

namespace madoguchi::render::svg {

/// Remembers the path data of up to `limit` glyphs; beyond that it still answers, without
/// remembering. Safe to use from many threads at once. The faces outlive it.
class GlyphPaths {
  public:
    explicit GlyphPaths(std::size_t limit = 8192) : limit_(limit) {}

    std::shared_ptr<const std::string> find(const fonts::Face& face, fonts::GlyphId glyph);
    std::size_t size() const;

  private:
    std::size_t limit_;
    mutable std::shared_mutex mutex_;
    std::map<std::pair<const fonts::Face*, fonts::GlyphId>, std::shared_ptr<const std::string>>
        paths_;
};

}  // namespace madoguchi::render::svg
