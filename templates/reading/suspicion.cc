#include "templates/reading/suspicion.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace madoguchi::templates::reading {

namespace {

constexpr std::array field_rules = {"template.T26", "template.T35", "template.T36",
                                    "template.T43", "template.T44", "template.T46"};
constexpr std::array table_rules = {"template.T48", "template.T49", "template.T50"};

/// The first `steps` steps of a pointer; all of it when it has fewer.
std::string_view first_steps(std::string_view pointer, int steps) {
    std::size_t end = 0;
    for (int i = 0; i < steps && end != std::string_view::npos; ++i)
        end = pointer.find('/', end + 1);
    return pointer.substr(0, end);
}

bool is_inside(std::string_view pointer, std::string_view outer) {
    return pointer.starts_with(outer) &&
           (pointer.size() == outer.size() || pointer[outer.size()] == '/');
}

std::string_view page_of(std::string_view pointer) {
    return first_steps(pointer, 2);
}
/// "/pages/0/elements/3"; for a pointer to a page's own member that member.
std::string_view part_of(std::string_view pointer) {
    return first_steps(pointer, 4);
}

template <typename Rules>
bool is_one_of(const Rules& rules, std::string_view code) {
    return std::find(rules.begin(), rules.end(), code) != rules.end();
}

bool follows(const Diagnostic& finding, std::string_view cause) {
    const std::string_view pointer = finding.origin.template_pointer;
    if (is_inside(cause, "/fields") && is_one_of(field_rules, finding.code)) return true;
    if (is_inside(cause, "/pages") && is_one_of(table_rules, finding.code)) return true;
    if (!is_inside(pointer, "/pages")) return is_inside(cause, pointer);
    if (!is_inside(cause, page_of(pointer))) return false;
    const bool is_about_whole_page = !is_inside(cause, std::string(page_of(cause)) + "/elements");
    return is_about_whole_page || is_inside(cause, part_of(pointer));
}

}  // namespace

Diagnostics without_followers(Diagnostics validated, const Diagnostics& read) {
    std::erase_if(validated, [&](const Diagnostic& finding) {
        return std::any_of(read.begin(), read.end(), [&](const Diagnostic& cause) {
            return follows(finding, cause.origin.template_pointer);
        });
    });
    return validated;
}

}  // namespace madoguchi::templates::reading
