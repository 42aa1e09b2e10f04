#include "render/pdf/image_pool.h"

#include <utility>

namespace madoguchi::render::pdf {

Result<std::size_t> ImagePool::image(const Picture& picture) {
    for (std::size_t i = 0; i < prepared_.size(); ++i) {
        if (prepared_[i].bytes == picture.bytes) return i;
    }
    for (std::size_t i = 0; i < own_.size(); ++i) {
        if (own_[i].bytes == picture.bytes) return prepared_.size() + i;
    }
    const ByteView bytes = picture.bytes ? ByteView(*picture.bytes) : ByteView();
    // TRY stands alone: leaving a half-built initialiser list would leak its first members.
    ImageData data = TRY(read_image(bytes, picture.format, effort_));
    own_.push_back({picture.bytes, std::move(data)});
    return size() - 1;
}

void ImagePool::rollback(std::size_t size) {
    own_.erase(own_.begin() + static_cast<std::ptrdiff_t>(size - prepared_.size()), own_.end());
}

const ImageData& ImagePool::data(std::size_t index) const {
    return index < prepared_.size() ? prepared_[index].data : own_[index - prepared_.size()].data;
}

}  // namespace madoguchi::render::pdf
