// What the items of frames belong to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace madoguchi::render {

/// Index into Elements.
using ElementIndex = std::uint32_t;
inline constexpr ElementIndex no_element = 0xffffffff;

/// What an item belongs to, for ids, accessible names and findings. Texts of the template are views
/// of it: they live as long as the prepared form, as the faces of runs do.
struct ElementInfo {
    std::string_view template_id;
    std::string_view label;    ///< accessible name
    std::string_view pointer;  ///< into the template
    std::string data_pointer;  ///< of the value shown; empty for static parts
    int row = -1;              ///< of a table; -1 outside

    /// As documents know it: "氏名", in the third row of a table "氏名/2".
    std::string id() const {
        std::string id(template_id);
        if (row >= 0) id += '/' + std::to_string(row);
        return id;
    }
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
