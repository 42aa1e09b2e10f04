#include <charconv>

#include "api/http/findings.h"

namespace madoguchi::api::http {

namespace {

using templates::json::Array;
using templates::json::Value;

std::string text_of(const Value& object, std::string_view name) {
    const Value* value = object.find(name);
    return value != nullptr && value->string() != nullptr ? *value->string() : std::string();
}

std::size_t number_of(const Value& object, std::string_view name) {
    const Value* value = object.find(name);
    std::size_t number = 0;
    if (value == nullptr || value->number() == nullptr) return number;
    const std::string& text = value->number()->text;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

BilingualText both_of(const Value* value) {
    if (value == nullptr) return {};
    return {text_of(*value, "ja"), text_of(*value, "en")};
}

Origin origin_of(const Value& finding) {
    Origin origin{text_of(finding, "templatePointer"), text_of(finding, "element"),
                  text_of(finding, "pointer"), std::nullopt, std::nullopt};
    if (const Value* place = finding.find("character"))
        origin.character = CharacterPlace{text_of(*place, "text"), text_of(*place, "codePoints"),
                                          number_of(*place, "index")};
    if (const Value* place = finding.find("source"))
        origin.source = SourcePlace{text_of(*place, "file"), number_of(*place, "line"),
                                    number_of(*place, "column"), number_of(*place, "offset")};
    return origin;
}

}  // namespace

std::optional<Diagnostics> read_findings(const Array& array) {
    Diagnostics findings;
    for (const Value& value : array) {
        const std::string severity = text_of(value, "severity");
        if (severity != "error" && severity != "warning") return std::nullopt;
        Diagnostic& finding = findings.emplace_back();
        finding.severity = severity == "error" ? Severity::Error : Severity::Warning;
        finding.code = text_of(value, "code");
        finding.message = both_of(value.find("message"));
        finding.origin = origin_of(value);
        const Value* hints = value.find("hints");
        if (hints == nullptr || hints->array() == nullptr) continue;
        for (const Value& hint : *hints->array())
            finding.hints.push_back(both_of(&hint));
    }
    return findings;
}

}  // namespace madoguchi::api::http
