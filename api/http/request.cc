#include "api/http/request.h"

#include <algorithm>
#include <cassert>

namespace madoguchi::api::http {
namespace {

const std::string* first(const std::vector<Parameter>& list, std::string_view name) {
    const auto found = std::find_if(list.begin(), list.end(),
                                    [&](const Parameter& item) { return item.name == name; });
    return found == list.end() ? nullptr : &found->value;
}

}  // namespace

const std::string* Request::query_value(std::string_view name) const {
    return first(query, name);
}

const std::string& Request::parameter(std::string_view name) const {
    const std::string* value = first(parameters, name);
    assert(value && "the route's pattern has no such parameter");
    return *value;
}

std::string Request::media_type() const {
    const std::string* field = headers.find("Content-Type");
    if (!field) return {};
    std::string type = field->substr(0, field->find(';'));
    while (!type.empty() && (type.back() == ' ' || type.back() == '\t'))
        type.pop_back();
    for (char& character : type) {
        if (character >= 'A' && character <= 'Z')
            character = static_cast<char>(character - 'A' + 'a');
    }
    return type;
}

}  // namespace madoguchi::api::http
