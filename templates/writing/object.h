// Objects of a template file under construction.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "templates/json/value.h"
#include "templates/words.h"

namespace madoguchi::templates::writing {

json::Value millimetres(Length length);
json::Value points(Length length);
json::Value ratio(double value);
json::Value count(std::int64_t value);
/// Digits as they are.
json::Value number(std::string_view digits);
json::Value text(std::string_view value);
json::Value texts(const std::vector<std::string>& values);
json::Value flag(bool value);
json::Value colour(Colour value);
json::Value frame(const Rect& value);

template <typename Value, std::size_t size>
json::Value word(const Value& value, const std::array<Word<Value>, size>& words) {
    return text(word_for(value, words));
}

/// Members in the order in which they are put.
class Object {
  public:
    void put(std::string_view name, json::Value value) {
        members_.push_back({std::string(name), std::move(value)});
    }
    /// Only what differs from the default.
    template <typename Value, typename Write>
    void put_unless(const Value& by_default, std::string_view name, const Value& value,
                    const Write& write) {
        if (!(value == by_default)) put(name, write(value));
    }
    bool empty() const { return members_.empty(); }
    json::Value take() { return {std::move(members_)}; }

  private:
    json::Object members_;
};

}  // namespace madoguchi::templates::writing
