// From the parser's events to values.
#pragma once

#include <rapidjson/rapidjson.h>
#include <rapidjson/reader.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "templates/json/value.h"

namespace madoguchi::templates::json {

/// Where the parser stands. It reads a copy of the source that it may write to, ended by a NUL. A
/// type of its own, because of the library's the parser works on copies, and the builder would be
/// told where a token began when it asks where it ends.
struct SourceStream : rapidjson::InsituStringStream {
    explicit SourceStream(char* text) : rapidjson::InsituStringStream(text) {}
};

/// Builds the value and stops the parser (by answering false) at what it does not notice itself.
class Builder {
  public:
    Builder(std::string_view source, SourceStream& stream, const ReadLimits& limits)
        : source_(source), stream_(stream), limits_(limits), behind_(stream.Tell()) {}

    bool Null() { return add_scalar(nullptr); }
    bool Bool(bool truth) { return add_scalar(truth); }
    bool RawNumber(const char* text, rapidjson::SizeType size, bool copy);
    bool String(const char* text, rapidjson::SizeType size, bool copy);
    bool Key(const char* text, rapidjson::SizeType size, bool copy);
    bool StartObject() { return open(Object()); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool StartArray() { return open(Array()); }
    bool EndArray(rapidjson::SizeType) { return close(); }
    // Numbers come as text.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(std::int64_t) { return false; }
    bool Uint64(std::uint64_t) { return false; }
    bool Double(double) { return false; }

    /// Why this builder stopped the parser; the code is empty when it did not.
    const Diagnostic& finding() const { return finding_; }
    std::size_t finding_offset() const { return finding_offset_; }
    Value take_root() { return std::move(root_); }

  private:
    struct Open {
        Value value;
        std::string name;             ///< of the member that comes next
        std::set<std::string> names;  ///< once there are many
    };

    std::size_t begin_token() const;
    bool add_scalar(decltype(Value::content) content);
    bool open(decltype(Value::content) container);
    bool close();
    void attach(Value value);
    bool is_repeated(Open& object, const std::string& name);
    bool check_surrogates(std::string_view text, std::size_t begin);
    bool count_value(std::size_t offset);
    bool stop(std::string code, BilingualText message, std::size_t offset);

    std::string_view source_;
    SourceStream& stream_;
    const ReadLimits& limits_;
    std::size_t behind_;  ///< the end of the last token that was an event
    std::size_t values_ = 0;
    std::vector<Open> open_;
    Value root_;
    Diagnostic finding_;
    std::size_t finding_offset_ = 0;
};

}  // namespace madoguchi::templates::json
