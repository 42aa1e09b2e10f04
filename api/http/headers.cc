#include "api/http/headers.h"

#include <algorithm>

namespace madoguchi::api::http {
namespace {

char to_lower(char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a')
                                                : character;
}

bool is_token_character(char character) {
    const bool letter = to_lower(character) >= 'a' && to_lower(character) <= 'z';
    const bool digit = character >= '0' && character <= '9';
    return letter || digit ||
           std::string_view("!#$%&'*+-.^_`|~").find(character) != std::string_view::npos;
}

}  // namespace

bool equal_ignoring_case(std::string_view left, std::string_view right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char a, char b) { return to_lower(a) == to_lower(b); });
}

bool is_token(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_token_character);
}

void Headers::add(std::string name, std::string value) {
    fields_.push_back({std::move(name), std::move(value)});
}

void Headers::set(std::string_view name, std::string value) {
    std::erase_if(fields_,
                  [&](const Header& field) { return equal_ignoring_case(field.name, name); });
    add(std::string(name), std::move(value));
}

const std::string* Headers::find(std::string_view name) const {
    for (const Header& field : fields_) {
        if (equal_ignoring_case(field.name, name)) return &field.value;
    }
    return nullptr;
}

std::size_t Headers::count(std::string_view name) const {
    return static_cast<std::size_t>(
        std::count_if(fields_.begin(), fields_.end(),
                      [&](const Header& field) { return equal_ignoring_case(field.name, name); }));
}

}  // namespace madoguchi::api::http
