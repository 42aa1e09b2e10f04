#include "templates/sample.h"

#include <utility>

namespace madoguchi::templates {

namespace {

std::string text_of(const json::Value* object, std::string_view name) {
    const json::Value* member = object ? object->find(name) : nullptr;
    const std::string* text = member ? member->string() : nullptr;
    return text ? *text : std::string();
}

Diagnostic no_sample(std::string_view source, const json::Value& root, std::string name) {
    Diagnostic finding{.code = "sample.malformed",
                       .message = {"見本の形ではありません", "this is not a sample"}};
    finding.origin.source = json::place_of(source, root.offset, std::move(name));
    finding.hints.push_back({R"({"sample": {"title": "…"}, "data": {…}} の形で書いてください。)",
                             R"(Write {"sample": {"title": "…"}, "data": {…}}.)"});
    return finding;
}

}  // namespace

bool is_sample(const json::Value& root) {
    const json::Object* object = root.object();
    return object && object->size() == 2 && root.find("sample") && root.find("data");
}

std::string sample_tenant(std::string_view source) {
    const Result<json::Value> root = json::read(source, "sample");
    return root.ok() && is_sample(*root) ? text_of(root->find("sample"), "tenant") : std::string();
}

Result<Sample> read_sample(const Template& form, std::string_view source, std::string name) {
    json::Value root = TRY(json::read(source, name));
    const std::string title = text_of(root.find("sample"), "title");
    if (!is_sample(root) || title.empty()) return no_sample(source, root, std::move(name));
    const json::Value& written = *root.find("data");
    Data data = TRY(check_data(form, written, source, std::move(name)));
    return Sample{.title = title,
                  .tenant = text_of(root.find("sample"), "tenant"),
                  .data = std::move(data.root),
                  .written = written};
}

Result<Data> read_data_or_sample(const Template& form, std::string_view source, std::string name) {
    json::Value root = TRY(json::read(source, name));
    if (!is_sample(root)) return check_data(form, std::move(root), source, std::move(name));
    return check_data(form, *root.find("data"), source, std::move(name));
}

}  // namespace madoguchi::templates
