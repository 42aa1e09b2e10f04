// The pictures of one file: each is read once, however often it is shown.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "render/pdf/image.h"

namespace madoguchi::render::pdf {

/// Keeps the bytes alive, because it is known by their address.
struct PooledImage {
    std::shared_ptr<const std::vector<std::uint8_t>> bytes;
    ImageData data;
};

class ImagePool {
  public:
    explicit ImagePool(Effort effort) : effort_(effort) {}
    /// Over the pictures of a prepared form, which outlive the pool.
    ImagePool(std::span<const PooledImage> prepared, Effort effort)
        : prepared_(prepared), effort_(effort) {}

    /// The picture's number; prepared ones come first.
    Result<std::size_t> image(const Picture& picture);
    const ImageData& data(std::size_t index) const;
    /// Forgets the pictures from number `size` on.
    void rollback(std::size_t size);
    std::size_t size() const { return prepared_.size() + own_.size(); }
    std::vector<PooledImage> take_own() && { return std::move(own_); }

  private:
    std::span<const PooledImage> prepared_;
    std::vector<PooledImage> own_;
    Effort effort_;
};

}  // namespace madoguchi::render::pdf
