#include "templates/writing/object.h"

namespace madoguchi::templates::writing {

namespace {

json::Value hundredths(double value) {
    std::string digits;
    append_decimal(digits, value, 2);
    return {json::Number{std::move(digits)}};
}

}  // namespace

json::Value millimetres(Length length) {
    return hundredths(length.to_mm());
}
json::Value points(Length length) {
    return hundredths(length.to_pt());
}
json::Value ratio(double value) {
    return hundredths(value);
}
json::Value count(std::int64_t value) {
    return {json::Number{std::to_string(value)}};
}
json::Value number(std::string_view digits) {
    return {json::Number{std::string(digits)}};
}
json::Value text(std::string_view value) {
    return {std::string(value)};
}
json::Value flag(bool value) {
    return {value};
}

json::Value texts(const std::vector<std::string>& values) {
    json::Array items;
    for (const std::string& value : values)
        items.push_back(text(value));
    return {std::move(items)};
}

json::Value colour(Colour value) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "#";
    for (const std::uint8_t channel : {value.red, value.green, value.blue}) {
        out += digits[channel >> 4];
        out += digits[channel & 15];
    }
    return {std::move(out)};
}

json::Value frame(const Rect& value) {
    Object object;
    object.put("x", millimetres(value.x));
    object.put("y", millimetres(value.y));
    object.put("width", millimetres(value.width));
    object.put("height", millimetres(value.height));
    return object.take();
}

}  // namespace madoguchi::templates::writing
