#include "templates/read.h"

#include <algorithm>

#include "templates/json/place.h"
#include "templates/reading/condition.h"
#include "templates/reading/fields.h"
#include "templates/reading/members.h"
#include "templates/reading/page.h"
#include "templates/reading/style.h"
#include "templates/reading/suspicion.h"
#include "templates/validate.h"

namespace madoguchi::templates {

namespace {

using namespace reading;

constexpr std::string_view current_version = "1";
/// Room for some pictures.
constexpr std::size_t source_bytes = 16u << 20;

/// T15. Of a newer file nothing else can be said.
bool is_newer(Findings& findings, const Node& root) {
    const json::Value* version = root.value.find("formatVersion");
    if (version == nullptr || version->number() == nullptr) return false;
    if (version->number()->text == current_version) return false;
    findings.add(15, Node{*version, &root, "formatVersion"},
                 {"このプログラムが読める formatVersion は 1 です。",
                  "This program reads formatVersion 1."});
    findings.hint(
        {"新しいファイルには新しいプログラムが必要です。", "A newer file needs a newer program."});
    return true;
}

Template read_members(Findings& findings, const Node& root) {
    Members members(findings, root);
    Template form;
    members.required("formatVersion", form.format_version, Count{{1, 1}});
    members.required("id", form.id, read_id);
    members.required("version", form.version, OneLine{limits::version});
    members.required("title", form.title, OneLine{limits::title});
    members.optional("description", form.description, PrintableText{limits::description});
    members.optional("formNumber", form.form_number, OneLine{limits::form_number});
    members.optional("language", form.language, read_language);
    members.optional("missingCharacter", form.missing_character, OneOf{missing_character_words});
    members.optional("styles", form.styles, read_styles);
    members.optional("fields", form.fields, FieldsReader{limits::form_fields});
    members.optional("layers", form.layers, read_layers);
    members.required("pages", form.pages, PagesReader{form.styles});
    members.report_unknown();
    return form;
}

/// The id of the outermost element that a pointer leads into.
std::string element_id(const json::Value& root, std::string_view pointer) {
    constexpr int element_steps = 4;
    std::size_t end = 0;
    for (int i = 0; i < element_steps && end != std::string_view::npos; ++i)
        end = pointer.find('/', end + 1);
    const std::string_view element = pointer.substr(0, end);
    if (!element.starts_with("/pages/") || element.find("/elements/") == std::string_view::npos)
        return {};
    const json::Value* id = json::nearest(root, element).find("id");
    return id != nullptr && id->string() != nullptr ? quoted(*id->string()) : std::string();
}

/// Sets lines and columns and brings the findings into the order of the source.
Diagnostics place(Diagnostics findings, const json::Value& root, std::string_view source,
                  const std::string& name) {
    for (Diagnostic& finding : findings) {
        const std::string& pointer = finding.origin.template_pointer;
        finding.origin.element_id = element_id(root, pointer);
        finding.origin.source = SourcePlace{.offset = json::nearest(root, pointer).offset};
    }
    std::stable_sort(findings.begin(), findings.end(), [](const auto& a, const auto& b) {
        return a.origin.source->offset < b.origin.source->offset;
    });
    json::PlaceCursor places(source);
    for (Diagnostic& finding : findings)
        finding.origin.source = places.at(finding.origin.source->offset, name);
    return findings;
}

}  // namespace

Result<Template> read_template(std::string_view source, std::string name) {
    const json::Value value = TRY(json::read(source, name, {.bytes = source_bytes}));
    const Node root{value};
    Findings findings;
    if (is_newer(findings, root)) return place(findings.take(), value, source, name);
    Template form = read_members(findings, root);
    Diagnostics all = findings.take();
    append(all, without_followers(validate(form), all));
    if (!all.empty()) return place(std::move(all), value, source, name);
    return form;
}

}  // namespace madoguchi::templates
