// The members of one object of a template file.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "templates/reading/values.h"

namespace madoguchi::templates::reading {

enum class Need { Required, Optional };

/// Asked for one member after the other, it knows at the end which members nobody asked for.
class Members {
  public:
    /// T1 when the value is no object; then no member is there and none is missed.
    Members(Findings& findings, const Node& node);

    /// The member of that name; T3 when it is required and not there.
    std::optional<Node> take(std::string_view name, Need need);

    /// Reads a member into `out`, which keeps its default when the member is not there or not
    /// right.
    template <typename Out, typename Reader>
    void read(std::string_view name, Need need, Out& out, const Reader& reader) {
        const std::optional<Node> node = take(name, need);
        if (!node) return;
        if (auto value = reader(findings_, *node)) out = *std::move(value);
    }
    template <typename Out, typename Reader>
    void required(std::string_view name, Out& out, const Reader& reader) {
        read(name, Need::Required, out, reader);
    }
    template <typename Out, typename Reader>
    void optional(std::string_view name, Out& out, const Reader& reader) {
        read(name, Need::Optional, out, reader);
    }

    /// T2 for every member that was not asked for, with the name that may have been meant.
    void report_unknown();

    Findings& findings() { return findings_; }
    const Node& node() const { return node_; }

  private:
    Findings& findings_;
    const Node& node_;
    const json::Object* object_;
    std::vector<std::string_view> known_;
};

}  // namespace madoguchi::templates::reading
