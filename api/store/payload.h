// The texts that are sealed and kept: JSON objects of texts, whole numbers and lists of texts.
#pragma once

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "templates/json/value.h"

namespace madoguchi::api::store {

namespace json = templates::json;

/// Members in the order in which they are put.
class PayloadWriter {
  public:
    void put(std::string_view name, const std::string& text) {
        members_.push_back({std::string(name), {text}});
    }
    void put(std::string_view name, std::int64_t number) {
        members_.push_back({std::string(name), {json::Number{std::to_string(number)}}});
    }
    void put(std::string_view name, const std::vector<std::string>& texts) {
        json::Array items;
        for (const std::string& text : texts)
            items.push_back({text});
        members_.push_back({std::string(name), {std::move(items)}});
    }
    std::string take() { return json::write({std::move(members_)}, json::Layout::Compact); }

  private:
    json::Object members_;
};

/// Members by name; once one is missing or of another kind, it is not sound.
class PayloadReader {
  public:
    explicit PayloadReader(std::string_view text) {
        auto value = json::read(text, "payload");
        sound_ = value.ok();
        if (sound_) root_ = std::move(value).value();
    }

    void get(std::string_view name, std::string& text) {
        const json::Value* const value = root_.find(name);
        if (value == nullptr || value->string() == nullptr) {
            sound_ = false;
        } else {
            text = *value->string();
        }
    }
    template <typename Number>
    void get(std::string_view name, Number& number) {
        const json::Value* const value = root_.find(name);
        if (value == nullptr || value->number() == nullptr) {
            sound_ = false;
            return;
        }
        const std::string& digits = value->number()->text;
        const char* const end = digits.data() + digits.size();
        const auto [behind, error] = std::from_chars(digits.data(), end, number);
        if (error != std::errc() || behind != end) sound_ = false;
    }
    void get(std::string_view name, std::vector<std::string>& texts) {
        const json::Value* const value = root_.find(name);
        if (value == nullptr || value->array() == nullptr) {
            sound_ = false;
            return;
        }
        for (const json::Value& item : *value->array()) {
            if (item.string() == nullptr) {
                sound_ = false;
            } else {
                texts.push_back(*item.string());
            }
        }
    }
    void require(bool holds) { sound_ = sound_ && holds; }
    bool sound() const { return sound_; }

  private:
    json::Value root_;
    bool sound_ = false;
};

}  // namespace madoguchi::api::store
