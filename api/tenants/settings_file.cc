#include "api/tenants/settings_file.h"

#include <algorithm>
#include <utility>

#include "api/files/input_file.h"

namespace madoguchi::api {

namespace json = templates::json;

SettingsFile::SettingsFile(std::string name, std::string code, std::string source, json::Value root)
    : name_(std::move(name)),
      code_(std::move(code)),
      source_(std::move(source)),
      root_(std::move(root)) {}

Result<SettingsFile> SettingsFile::read(const std::filesystem::path& file) {
    std::string source = TRY(read_file(file));
    return parse(std::move(source), file.string(), "tenant.malformed");
}

Result<SettingsFile> SettingsFile::parse(std::string source, std::string name, std::string code) {
    json::Value root = TRY(json::read(source, name));
    return SettingsFile(std::move(name), std::move(code), std::move(source), std::move(root));
}

void SettingsFile::report(const json::Value& at, BilingualText what) {
    add(at, {Diagnostic{.code = code_, .message = std::move(what)}});
}

void SettingsFile::add(const json::Value& at, Diagnostics findings) {
    for (Diagnostic& finding : findings) {
        finding.origin.source = json::place_of(source_, at.offset, name_);
        findings_.push_back(std::move(finding));
    }
}

std::string SettingsFile::required_text(const json::Value& object, std::string_view name) {
    if (object.find(name) != nullptr) return optional_text(object, name);
    const std::string shown(name);
    report(object, {shown + " が必要です。", shown + " is required."});
    return {};
}

std::string SettingsFile::optional_text(const json::Value& object, std::string_view name) {
    const json::Value* member = object.find(name);
    if (member == nullptr) return {};
    if (const std::string* text = member->string(); text != nullptr && !text->empty()) return *text;
    const std::string shown(name);
    report(*member, {shown + " には空でない文字列を書いてください。",
                     shown + " must be a text that is not empty."});
    return {};
}

void SettingsFile::allow_only(const json::Value& object,
                              std::initializer_list<std::string_view> names) {
    if (object.object() == nullptr) {
        return report(object, {"{ } で囲んだ項目の並びが必要です。", "An object is needed here."});
    }
    for (const json::Member& member : *object.object()) {
        if (std::find(names.begin(), names.end(), member.name) != names.end()) continue;
        report(member.value, {"「" + member.name + "」という項目はありません。",
                              "There is no setting \"" + member.name + "\"."});
    }
}

}  // namespace madoguchi::api
