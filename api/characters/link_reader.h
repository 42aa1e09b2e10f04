// Reads the members of a link's file; api/characters/link.h says what they mean.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "api/characters/link.h"
#include "api/tenants/settings_file.h"

namespace madoguchi::api {

class LinkReader {
  public:
    LinkReader(SettingsFile& settings, std::filesystem::path directory)
        : settings_(settings), directory_(std::move(directory)) {}

    /// What is wrong is a finding of the settings file.
    Link read();

  private:
    using Value = templates::json::Value;

    void read_code(const Value& value);
    void read_host_code(const Value& value);
    void read_duplicates(const Value& value);
    void read_variants(const Value& value);
    void read_variant(std::string_view name, VariantChoice choice, const Value& value);
    std::optional<char32_t> read_member_of(const VariantChoice& choice, const Value& value);
    void read_target();
    void read_policy(const Value& value);
    void read_choices(const Value& value);
    void read_character_sets(const Value& value);
    void read_records(const Value& value);
    void read_fixed(const Value& value);
    /// `delimiter` may be null.
    void read_fields(const Value& value, const Value* delimiter);
    void read_delimiter(const Value& value, std::string_view usable);
    /// A whole number of at most seven digits, not 0.
    std::optional<std::size_t> read_count(const Value& value);

    SettingsFile& settings_;
    std::filesystem::path directory_;
    Link link_;
    bool knows_code_ = false;  ///< else nothing can be said of what depends on it
};

/// The "gaiji" member, for a code that is known.
void read_link_gaiji(SettingsFile& settings, const templates::json::Value& value, Link& link);

}  // namespace madoguchi::api
