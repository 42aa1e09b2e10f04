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

}  // namespace madoguchi::api::http
