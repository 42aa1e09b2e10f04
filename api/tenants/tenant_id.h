// What a tenant is called in files, keys and addresses: never a name that people read.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::api {

/// 1 to 32 of a–z, 0–9 and '-', beginning with a letter: "minato", "tokyo-131032". Safe in a path.
class TenantId {
  public:
    static std::optional<TenantId> parse(std::string_view text) {
        const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
        const auto is_allowed = [&](char c) {
            return is_letter(c) || (c >= '0' && c <= '9') || c == '-';
        };
        constexpr std::size_t longest = 32;
        if (text.empty() || text.size() > longest || !is_letter(text.front()) ||
            !std::all_of(text.begin(), text.end(), is_allowed))
            return std::nullopt;
        return TenantId(std::string(text));
    }

    /// The service itself: what is about all tenants belongs to it. No tenant can be called so.
    static TenantId control() { return TenantId("-"); }
    bool is_control() const { return text_ == "-"; }

    const std::string& text() const { return text_; }
    auto operator<=>(const TenantId&) const = default;

  private:
    explicit TenantId(std::string text) : text_(std::move(text)) {}

    std::string text_;
};

}  // namespace madoguchi::api
