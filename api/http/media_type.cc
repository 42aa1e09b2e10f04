#include "api/http/media_type.h"

#include <algorithm>

namespace madoguchi::api::http {
namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string in_lower_case(std::string_view text) {
    std::string out(text);
    for (char& character : out) {
        if (character >= 'A' && character <= 'Z')
            character = static_cast<char>(character - 'A' + 'a');
    }
    return out;
}

/// Takes what stands before the next ";" that is not quoted, and the ";".
std::string_view take_part(std::string_view& rest) {
    bool quoted = false;
    std::size_t end = 0;
    for (; end < rest.size(); ++end) {
        if (quoted && rest[end] == '\\') {
            ++end;
        } else if (rest[end] == '"') {
            quoted = !quoted;
        } else if (rest[end] == ';' && !quoted) {
            break;
        }
    }
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return trimmed(part);
}

std::string_view without_quotes(std::string_view value) {
    const bool quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
    return quoted ? value.substr(1, value.size() - 2) : value;
}

}  // namespace

MediaType read_media_type(std::string_view field) {
    MediaType type{.name = in_lower_case(take_part(field))};
    while (!field.empty()) {
        const std::string_view parameter = take_part(field);
        const std::size_t equals = parameter.find('=');
        if (equals == std::string_view::npos) continue;
        if (!equal_ignoring_case(parameter.substr(0, equals), "charset")) continue;
        const std::string charset = in_lower_case(without_quotes(parameter.substr(equals + 1)));
        // Two that differ become a name that no charset has.
        const bool agrees = type.charset.empty() || type.charset == charset;
        type.charset = agrees ? charset : type.charset + "," + charset;
    }
    return type;
}

MediaType media_type_of(const Headers& headers) {
    if (headers.count("Content-Type") != 1) return {};
    return read_media_type(*headers.find("Content-Type"));
}

Readable readable(const MediaType& type, const std::vector<std::string>& accepted) {
    if (accepted.empty()) return Readable::Yes;
    if (std::find(accepted.begin(), accepted.end(), type.name) == accepted.end())
        return Readable::OtherType;
    return type.charset.empty() || type.charset == "utf-8" ? Readable::Yes : Readable::OtherCharset;
}

}  // namespace madoguchi::api::http
