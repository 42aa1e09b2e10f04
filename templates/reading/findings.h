// Values of a template file with the way to them, and what is found wrong about them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "templates/json/value.h"

namespace madoguchi::templates::reading {

/// A value and the way to it. The way stays on the call stack and becomes a JSON Pointer only when
/// it is asked for.
struct Node {
    const json::Value& value;
    const Node* parent = nullptr;
    std::string_view name = {};  ///< when the parent is an object
    std::size_t index = 0;       ///< when the parent is an array
};

std::string pointer_of(const Node& node);

/// Violations of the rules in templates/SPEC.md, in the order in which they are found.
class Findings {
  public:
    void add(int rule, const Node& node, BilingualText message) {
        add(rule, pointer_of(node), std::move(message));
    }
    void add(int rule, std::string pointer, BilingualText message);
    /// Gives the last finding a hint.
    void hint(BilingualText hint);

    /// So many that more would help nobody; readers of lists stop then.
    bool is_full() const;
    const Diagnostics& all() const { return all_; }
    Diagnostics take() { return std::move(all_); }

  private:
    Diagnostics all_;
};

/// "template.T14"
std::string rule_code(int rule);

/// A word of the template in a message, shortened when it is long.
std::string quoted(std::string_view word);

}  // namespace madoguchi::templates::reading
