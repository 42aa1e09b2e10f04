// Text as XML takes it, and ids that are valid in XML, HTML and CSS alike.
#pragma once

#include <string>
#include <string_view>

namespace madoguchi::render::svg {

/// Appends text for an attribute in double quotes or for character data. What XML 1.0 cannot hold
/// at all (control characters, noncharacters, broken UTF-8) becomes U+FFFD: a sheet never turns
/// into a file that no parser reads.
void append_escaped(std::string& out, std::string_view text);

/// Appends ` name="value"`; the name is ours and needs no escaping.
void append_attribute(std::string& out, std::string_view name, std::string_view value);

/// Appends `id` as characters that may stand inside an XML NCName. Different ids stay different:
/// "/" becomes ".", "_" becomes "__", any other character that a name cannot hold its number
/// between underscores.
void append_name(std::string& out, std::string_view id);

}  // namespace madoguchi::render::svg
