// Names in a template, resolved once against the declared fields.
//
// A name is looked for in the innermost scope first (the row, then the section around it …) and
// then outwards. What counts is what is declared, not what one person's data hold: a row whose
// 備考 is empty never prints the 備考 of somebody else.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "templates/model/template.h"

namespace madoguchi::templates::fill {

/// Names that every form has.
inline constexpr std::string_view page_number_name = "頁.番号";
inline constexpr std::string_view page_total_name = "頁.総数";
inline constexpr std::string_view row_number_name = "行.番号";  ///< within a list, from 1

inline constexpr std::string_view form_number_name = "様式.番号";
inline constexpr std::string_view form_title_name = "様式.名称";
inline constexpr std::string_view form_version_name = "様式.版";

enum class Builtin { None, PageNumber, PageTotal, RowNumber, FormNumber, FormTitle, FormVersion };

/// What names can refer to at one depth of nesting.
struct Scope {
    const std::vector<Field>* fields = nullptr;  ///< none inside an inverted section or a scalar's
    const Field* self = nullptr;                 ///< what {{.}} prints
    enum class Kind { Single, Item } kind = Kind::Single;
    const Template* form = nullptr;  ///< of the outermost scope: what 様式.番号 and the like print
};
using Scopes = std::vector<Scope>;  ///< the whole data first

/// A resolved name.
struct Binding {
    const Field* field = nullptr;  ///< none for a built-in
    Builtin builtin = Builtin::None;
    std::size_t scope = 0;               ///< which of the scopes, counted from the outside
    std::vector<std::string_view> path;  ///< members from there; empty for {{.}}
    std::string pointer;                 ///< the same as steps of a JSON Pointer
};

/// The text behind 様式.番号 and its kin, nothing for other names: the same for every person.
std::optional<std::string_view> form_text(const Binding& binding, const Scopes& scopes);

/// Findings "template.unknown-field", "template.name-in-list" and "template.no-row", without a
/// place. The binding points into the declared fields.
Result<Binding> resolve(std::string_view name, const Scopes& scopes);

/// The scope that a section over `binding` opens.
Scope scope_inside(const Binding& binding);

}  // namespace madoguchi::templates::fill
