#include "api/http/findings.h"

#include "templates/json/value.h"

namespace madoguchi::api::http {
namespace {

using templates::json::append_string;

void append_member(std::string& out, std::string_view name, std::string_view value) {
    if (out.back() != '{') out += ',';
    append_string(out, name);
    out += ':';
    append_string(out, value);
}

void append_known(std::string& out, std::string_view name, std::string_view value) {
    if (!value.empty()) append_member(out, name, value);
}

void append_number(std::string& out, std::string_view name, std::size_t value) {
    if (out.back() != '{') out += ',';
    append_string(out, name);
    out += ':' + std::to_string(value);
}

void append_both(std::string& out, const BilingualText& text) {
    out += '{';
    append_member(out, "ja", text.ja);
    append_member(out, "en", text.en);
    out += '}';
}

void append_character(std::string& out, const CharacterPlace& place) {
    out += ",\"character\":{";
    append_member(out, "text", place.text);
    append_member(out, "codePoints", place.code_points);
    append_number(out, "index", place.index);
    out += '}';
}

void append_source(std::string& out, const SourcePlace& place) {
    out += ",\"source\":{";
    append_member(out, "file", place.file);
    if (place.line > 0) {
        append_number(out, "line", place.line);
        append_number(out, "column", place.column);
        append_number(out, "offset", place.offset);
    }
    out += '}';
}

void append_hints(std::string& out, const std::vector<BilingualText>& hints) {
    out += ",\"hints\":[";
    for (std::size_t i = 0; i < hints.size(); ++i) {
        if (i > 0) out += ',';
        append_both(out, hints[i]);
    }
    out += ']';
}

void append_finding(std::string& out, const Diagnostic& finding) {
    out += '{';
    append_member(out, "severity", finding.severity == Severity::Error ? "error" : "warning");
    append_member(out, "code", finding.code);
    out += ",\"message\":";
    append_both(out, finding.message);
    append_known(out, "templatePointer", finding.origin.template_pointer);
    append_known(out, "element", finding.origin.element_id);
    append_known(out, "pointer", finding.origin.data_pointer);
    if (finding.origin.character) append_character(out, *finding.origin.character);
    if (finding.origin.source) append_source(out, *finding.origin.source);
    if (!finding.hints.empty()) append_hints(out, finding.hints);
    out += '}';
}

}  // namespace

void append_findings(std::string& out, const Diagnostics& findings) {
    out += '[';
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (i > 0) out += ',';
        append_finding(out, findings[i]);
    }
    out += ']';
}

}  // namespace madoguchi::api::http
