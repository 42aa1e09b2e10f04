#include "render/svg/glyph_paths.h"

#include <mutex>
#include <utility>

#include "fonts/outline_path.h"

namespace madoguchi::render::svg {

std::shared_ptr<const std::string> GlyphPaths::find(const fonts::Face& face, fonts::GlyphId glyph) {
    const std::pair key{&face, glyph};
    {
        const std::shared_lock lock(mutex_);
        if (const auto found = paths_.find(key); found != paths_.end()) return found->second;
    }
    auto path = std::make_shared<const std::string>(fonts::path_data(fonts::outline(face, glyph)));
    const std::unique_lock lock(mutex_);
    if (paths_.size() < limit_) paths_.emplace(key, path);
    return path;
}

std::size_t GlyphPaths::size() const {
    const std::shared_lock lock(mutex_);
    return paths_.size();
}

}  // namespace madoguchi::render::svg
