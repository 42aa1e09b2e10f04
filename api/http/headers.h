// Header fields of a message, in the order they came.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::api::http {

/// ASCII only, as RFC 9110 compares field names and most tokens; no locale.
bool equal_ignoring_case(std::string_view left, std::string_view right);

/// One or more of the characters of a token (RFC 9110, section 5.6.2).
bool is_token(std::string_view text);

struct Header {
    std::string name;
    std::string value;
    bool operator==(const Header&) const = default;
};

class Headers {
  public:
    Headers() = default;
    Headers(std::initializer_list<Header> fields) : fields_(fields) {}

    void add(std::string name, std::string value);
    /// Replaces every field of that name.
    void set(std::string_view name, std::string value);
    /// The first field of that name, or nullptr.
    const std::string* find(std::string_view name) const;
    std::size_t count(std::string_view name) const;

    std::size_t size() const { return fields_.size(); }
    auto begin() const { return fields_.begin(); }
    auto end() const { return fields_.end(); }
    bool operator==(const Headers&) const = default;

  private:
    std::vector<Header> fields_;
};

}  // namespace madoguchi::api::http
