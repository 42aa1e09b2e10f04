#include "templates/json/builder.h"

#include <algorithm>
#include <cstdint>

namespace madoguchi::templates::json {

namespace {

/// From so many members on, names are looked up in a set.
constexpr std::size_t many_members = 24;

/// The escape \uDC00 … \uDFFF that follows no high surrogate, from the opening quote on.
std::size_t find_lone_low_surrogate(std::string_view source, std::size_t begin) {
    for (std::size_t i = begin; i + 3 < source.size(); ++i) {
        if (source[i] != '\\') continue;
        const bool is_surrogate = source[i + 1] == 'u' && (source[i + 2] | 0x20) == 'd';
        const bool is_high = is_surrogate && std::string_view("89abAB").find(source[i + 3]) !=
                                                 std::string_view::npos;
        if (is_surrogate && !is_high && source[i + 3] > '7') return i;
        i += is_high ? 11 : 1;
    }
    return begin;
}

}  // namespace

/// Between two events stand only white space and the marks that separate values.
std::size_t Builder::begin_token() const {
    const std::size_t begin = source_.find_first_not_of(" \t\r\n,:", behind_);
    return std::min(begin, source_.size());
}

bool Builder::RawNumber(const char*, rapidjson::SizeType, bool) {
    const std::size_t begin = begin_token();
    return add_scalar(Number{std::string(source_.substr(begin, stream_.Tell() - begin))});
}

bool Builder::String(const char* text, rapidjson::SizeType size, bool) {
    return check_surrogates({text, size}, begin_token()) && add_scalar(std::string(text, size));
}

bool Builder::Key(const char* text, rapidjson::SizeType size, bool) {
    const std::size_t begin = begin_token();
    behind_ = stream_.Tell();
    if (!check_surrogates({text, size}, begin)) return false;
    std::string name(text, size);
    if (is_repeated(open_.back(), name))
        return stop("json.duplicate-name",
                    {"同じ項目名が2度書かれています。", "A member's name occurs twice."}, begin);
    open_.back().name = std::move(name);
    return true;
}

bool Builder::is_repeated(Open& object, const std::string& name) {
    const Object& members = *object.value.object();
    if (members.size() < many_members)
        return std::any_of(members.begin(), members.end(),
                           [&](const Member& member) { return member.name == name; });
    if (object.names.empty()) {
        for (const Member& member : members)
            object.names.insert(member.name);
    }
    return !object.names.insert(name).second;
}

/// The parser lets a low surrogate pass that follows no high one; in UTF-8 it looks like no
/// character does (ED A0..BF).
bool Builder::check_surrogates(std::string_view text, std::size_t begin) {
    for (std::size_t i = text.find('\xed'); i != std::string_view::npos;
         i = text.find('\xed', i + 1)) {
        if (static_cast<std::uint8_t>(text[i + 1]) < 0xa0) continue;
        return stop("json.lone-surrogate",
                    {"サロゲートの片方だけがあります。", "A surrogate has no partner."},
                    find_lone_low_surrogate(source_, begin));
    }
    return true;
}

bool Builder::add_scalar(decltype(Value::content) content) {
    const std::size_t begin = begin_token();
    behind_ = stream_.Tell();
    if (!count_value(begin)) return false;
    attach({std::move(content), begin});
    return true;
}

/// The parser announces a bracket before it takes it.
bool Builder::open(decltype(Value::content) container) {
    const std::size_t begin = stream_.Tell();
    behind_ = begin + 1;
    if (!count_value(begin)) return false;
    if (open_.size() >= limits_.depth) {
        const std::string most = std::to_string(limits_.depth);
        return stop("json.too-deep",
                    {"入れ子が深すぎます（" + most + "段まで）。",
                     "Arrays and objects nest deeper than " + most + "."},
                    begin);
    }
    constexpr std::size_t usual_members = 8;
    if (Object* members = std::get_if<Object>(&container)) members->reserve(usual_members);
    open_.push_back({{std::move(container), begin}, {}, {}});
    return true;
}

bool Builder::close() {
    behind_ = stream_.Tell() + 1;
    Value value = std::move(open_.back().value);
    open_.pop_back();
    attach(std::move(value));
    return true;
}

void Builder::attach(Value value) {
    if (open_.empty()) {
        root_ = std::move(value);
        return;
    }
    Open& parent = open_.back();
    if (Array* items = std::get_if<Array>(&parent.value.content)) {
        items->push_back(std::move(value));
    } else {
        std::get<Object>(parent.value.content)
            .push_back({std::move(parent.name), std::move(value)});
    }
}

bool Builder::count_value(std::size_t offset) {
    if (++values_ <= limits_.values) return true;
    const std::string most = std::to_string(limits_.values);
    return stop(
        "json.too-many-values",
        {"値が多すぎます（" + most + "個まで）。", "There are more than " + most + " values."},
        offset);
}

bool Builder::stop(std::string code, BilingualText message, std::size_t offset) {
    finding_ = {.code = std::move(code), .message = std::move(message)};
    finding_offset_ = offset;
    return false;
}

}  // namespace madoguchi::templates::json
