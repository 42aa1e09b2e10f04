// A tenant's settings: a JSON file in which every member is known and of the right kind. What is
// misspelt must not be passed over: a name without its gaiji would print with a hole.
#pragma once

#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/result.h"
#include "templates/json/value.h"

namespace madoguchi::api {

class SettingsFile {
  public:
    /// Its own findings are "tenant.malformed".
    static Result<SettingsFile> read(const std::filesystem::path& file);
    /// Of what was read already; `name` is what findings call it, `code` that of its own findings.
    static Result<SettingsFile> parse(std::string source, std::string name, std::string code);

    const templates::json::Value& root() const { return root_; }

    /// The text of a member that must be there and not be empty; else "" and a finding.
    std::string required_text(const templates::json::Value& object, std::string_view name);
    /// The same for a member that may be absent.
    std::string optional_text(const templates::json::Value& object, std::string_view name);
    /// A finding for every member of the object, or for the value that is none, beyond `names`.
    void allow_only(const templates::json::Value& object,
                    std::initializer_list<std::string_view> names);

    /// Finding with the file's code at the value.
    void report(const templates::json::Value& at, BilingualText what);
    /// Findings of other readers about the value: with its place.
    void add(const templates::json::Value& at, Diagnostics findings);

    /// Findings about a file that this one names: with their own places.
    void add_of_another_file(Diagnostics findings) { append(findings_, std::move(findings)); }

    bool sound() const { return findings_.empty(); }
    Diagnostics take_findings() { return std::move(findings_); }

  private:
    SettingsFile(std::string name, std::string code, std::string source,
                 templates::json::Value root);

    std::string name_;
    std::string code_;
    std::string source_;
    templates::json::Value root_;
    Diagnostics findings_;
};

}  // namespace madoguchi::api
