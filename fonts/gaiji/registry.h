// A tenant's own characters (外字) with what is known of them, and what became of them.
//
// The room states what a registry is; where it is kept is the business of the rooms above
// (api/tenants/gaiji_store.h). A registry belongs to one tenant: the same code in two registries is
// two characters, and nothing here looks into another one.
#pragma once

#include <string>
#include <vector>

#include "fonts/gaiji/font_builder.h"
#include "fonts/gaiji/gaiji_entry.h"

namespace madoguchi::fonts {

/// What was done, when and why; who did it is the audit's to say. Never changed or taken away.
struct GaijiChange {
    enum class Action { Registered, Replaced, Described, Removed };
    std::chrono::year_month_day day;
    char32_t code_point = 0;
    Action action = Action::Registered;
    std::string note;  ///< no personal data; may be empty
    /// What stood under the code until this change, of Replaced and Removed alone; it is looked at
    /// and never printed. Absent where the registry did not keep shapes yet.
    std::optional<GaijiDrawing> former = std::nullopt;
    bool operator==(const GaijiChange&) const = default;
};
/// "registered", "replaced", "described", "removed"
std::string_view to_string(GaijiChange::Action action);
std::optional<GaijiChange::Action> parse_gaiji_action(std::string_view text);
/// Whether it takes a shape away, which the change then keeps.
bool ends_shape(GaijiChange::Action action);

/// When a change is made and why.
struct GaijiReason {
    std::chrono::year_month_day day;
    std::string note;
};

/// What becomes of a code that has another shape already.
enum class OtherShape {
    Refused,   ///< "gaiji.other-shape"
    Replaced,  ///< the shape and its source; what was decided about the old one is dropped, for a
               ///< new shape may be another character
};

/// Immutable: a change gives another registry or, with everything that is wrong, none.
class GaijiRegistry {
  public:
    static constexpr std::size_t most_entries = 20000;

    /// An empty one. `family` is the name of the font that is made of it: ASCII.
    explicit GaijiRegistry(std::string family) : family_(std::move(family)) {}
    /// All that is wrong comes back together: two glyphs for one code ("gaiji.duplicate"), one
    /// vendor code of two characters ("gaiji.duplicate-vendor-code"), whatever check() says,
    /// also of a former drawing.
    static Result<GaijiRegistry> of(std::string family, std::vector<GaijiEntry> entries,
                                    std::vector<GaijiChange> history);

    const std::string& family() const { return family_; }
    const std::vector<GaijiEntry>& entries() const { return entries_; }  ///< by code point
    const std::vector<GaijiChange>& history() const { return history_; }
    const GaijiEntry* find(char32_t code_point) const;

    /// All of them or none. Of a code that has this very shape already, nothing changes but texts
    /// that are not empty.
    Result<GaijiRegistry> with(std::vector<GaijiEntry> entries, OtherShape other,
                               const GaijiReason& reason) const;
    /// Everything but the drawing of a registered code; "gaiji.unknown-code" when there is none.
    Result<GaijiRegistry> described(GaijiEntry entry, const GaijiReason& reason) const;
    Result<GaijiRegistry> without(char32_t code_point, const GaijiReason& reason) const;

    /// The font that prints them.
    DrawnFont font() const;

  private:
    std::string family_;
    std::vector<GaijiEntry> entries_;
    std::vector<GaijiChange> history_;
};

}  // namespace madoguchi::fonts
