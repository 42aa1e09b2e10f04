// What the items of frames belong to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace madoguchi::render {

/// Index into Elements.
using ElementIndex = std::uint32_t;
inline constexpr ElementIndex no_element = 0xffffffff;

/// What an item belongs to, for ids, accessible names and findings.
struct ElementInfo {
    std::string id;            ///< the template's; rows add "/0", "/1" …
    std::string label;         ///< accessible name
    std::string pointer;       ///< into the template
    std::string data_pointer;  ///< of the value shown; empty for static parts
};

/// The elements of a form's static layers come first: the same for every document of the form, they
/// are held once by all. A document's own follow.
class Elements {
  public:
    Elements() = default;
    explicit Elements(std::vector<ElementInfo> own) : own_(std::move(own)) {}

    /// What a further document of the form begins with: all elements so far, shared from now on.
    Elements shared() && {
        own_.insert(own_.begin(), shared_->begin(), shared_->end());
        Elements elements;
        elements.shared_ = std::make_shared<const std::vector<ElementInfo>>(std::move(own_));
        return elements;
    }

    std::size_t size() const { return shared_->size() + own_.size(); }
    const ElementInfo& operator[](std::size_t index) const {
        return index < shared_->size() ? (*shared_)[index] : own_[index - shared_->size()];
    }

    void reserve_own(std::size_t count) { own_.reserve(count); }
    ElementIndex add(ElementInfo info) {
        own_.push_back(std::move(info));
        return static_cast<ElementIndex>(size() - 1);
    }

  private:
    using Shared = std::shared_ptr<const std::vector<ElementInfo>>;
    static const Shared& nothing() {
        static const Shared none = std::make_shared<const std::vector<ElementInfo>>();
        return none;
    }

    Shared shared_ = nothing();
    std::vector<ElementInfo> own_;
};

}  // namespace madoguchi::render
