// The objects of a foreign PDF (ISO 32000-1, 7.3), as far as PoDoFo reads them. References are
// followed; what is missing or of another type is nothing.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <podofo/podofo.h>

namespace madoguchi::render::background {

/// An object wherever it stands; empty: there is none.
class Object {
  public:
    Object() = default;
    Object(const PoDoFo::PdfObject* object, const PoDoFo::PdfVecObjects* all);

    explicit operator bool() const { return object_ != nullptr; }
    /// The same object of the file, however it was reached.
    bool operator==(const Object& other) const { return object_ == other.object_; }
    auto operator<=>(const Object& other) const { return object_ <=> other.object_; }

    Object operator[](std::string_view key) const;  ///< of a dictionary or stream
    std::vector<Object> items() const;              ///< of an array; else none
    std::optional<double> number() const;
    std::optional<bool> flag() const;
    std::string name() const;             ///< "" when it is none
    std::string string() const;           ///< bytes of a string; "" when it is none
    std::vector<double> numbers() const;  ///< of an array, as far as they are numbers
    const PoDoFo::PdfObject* raw() const { return object_; }
    bool is_dictionary() const;
    bool is_stream() const;

    /// The stream's bytes behind all its filters; throws Refusal when they are broken or too many.
    std::string bytes() const;
    /// As it stands in the file.
    std::string raw_bytes() const;

  private:
    const PoDoFo::PdfObject* object_ = nullptr;
    const PoDoFo::PdfVecObjects* all_ = nullptr;
};

/// Bytes that one stream may have behind its filters.
inline constexpr std::size_t most_stream_bytes = std::size_t{256} << 20;

class ObjectsFile {
  public:
    /// Throws Refusal on what is no PDF, is broken or encrypted. `pdf` outlives it.
    explicit ObjectsFile(std::string_view pdf);
    ~ObjectsFile();

    const PoDoFo::PdfVecObjects* all() const { return objects_.get(); }
    Object catalog() const;
    /// In the order of the page tree.
    std::size_t pages() const { return pages_.size(); }
    Object page(std::size_t index) const { return pages_[index]; }

  private:
    void collect_pages(const Object& node, int depth);

    std::unique_ptr<PoDoFo::PdfVecObjects> objects_;
    std::unique_ptr<PoDoFo::PdfParser> parser_;
    std::vector<Object> pages_;
};

/// The page's own value or what it inherits (7.7.3.4).
Object inherited(const Object& page, std::string_view key);

}  // namespace madoguchi::render::background
