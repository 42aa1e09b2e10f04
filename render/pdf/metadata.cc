#include "render/pdf/metadata.h"

#include <array>
#include <span>
#include <utility>

#include "render/pdf/syntax.h"

namespace madoguchi::render::pdf {

namespace {

constexpr std::string_view producer = "Madoguchi";

int number(std::string_view text, std::size_t offset, std::size_t size) {
    int value = 0;
    for (const char digit : text.substr(offset, size))
        value = value * 10 + (digit - '0');
    return value;
}

bool matches(std::string_view text, std::string_view pattern) {
    if (text.size() != pattern.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        const bool sign = text[i] == '+' || text[i] == '-';
        if (pattern[i] == '0' ? !digit : pattern[i] == '+' ? !sign : text[i] != pattern[i]) {
            return false;
        }
    }
    return true;
}

/// XML 1.0, 2.2: no control characters and neither U+FFFE nor U+FFFF.
bool is_xml_text(std::string_view text) {
    for (const char c : text) {
        if ((c >= 0 && c < ' ') || c == '\x7F') return false;
    }
    return text.find("\xEF\xBF\xBE") == std::string_view::npos &&
           text.find("\xEF\xBF\xBF") == std::string_view::npos;
}

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        if (c == '&') {
            out += "&amp;";
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else {
            out += c;
        }
    }
}

void append_element(std::string& out, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out.append("<").append(name).append(">");
    append_escaped(out, value);
    out.append("</").append(name).append(">\n");
}

constexpr std::string_view packet_start =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"\n"
    " xmlns:form=\"urn:x-madoguchi:form:1#\"";

constexpr std::string_view packet_end =
    "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";

struct Property {
    std::string_view name, type, category, description;
};

struct Schema {
    std::string_view title, uri, prefix;
    std::span<const Property> properties;
};

constexpr std::array<Property, 3> form_properties = {{
    {"id", "Text", "external", "Name of the form template"},
    {"version", "Text", "external", "Version of the form template"},
    {"document", "Text", "external", "Identifier of the issued document"},
}};
constexpr Schema form_schema{"Application form", "urn:x-madoguchi:form:1#", "form",
                             form_properties};

/// ISO 14289-1, 5.
constexpr std::array<Property, 1> universal_access_properties = {{
    {"part", "Integer", "internal", "Part of ISO 14289 that the file follows"},
}};
constexpr Schema universal_access_schema{"PDF/UA identification",
                                         "http://www.aiim.org/pdfua/ns/id/", "pdfuaid",
                                         universal_access_properties};

void append_property(std::string& out, const Property& property) {
    out += "<rdf:li rdf:parseType=\"Resource\">\n";
    append_element(out, "pdfaProperty:name", property.name);
    append_element(out, "pdfaProperty:valueType", property.type);
    append_element(out, "pdfaProperty:category", property.category);
    append_element(out, "pdfaProperty:description", property.description);
    out += "</rdf:li>\n";
}

void append_schema(std::string& out, const Schema& schema) {
    out += "<rdf:li rdf:parseType=\"Resource\">\n";
    append_element(out, "pdfaSchema:schema", schema.title);
    append_element(out, "pdfaSchema:namespaceURI", schema.uri);
    append_element(out, "pdfaSchema:prefix", schema.prefix);
    out += "<pdfaSchema:property><rdf:Seq>\n";
    for (const Property& property : schema.properties)
        append_property(out, property);
    out += "</rdf:Seq></pdfaSchema:property>\n</rdf:li>";
}

void append_extension_schemas(std::string& out, const Metadata& metadata) {
    out += "<pdfaExtension:schemas><rdf:Bag>";
    append_schema(out, form_schema);
    if (metadata.tagged) append_schema(out, universal_access_schema);
    out += "</rdf:Bag></pdfaExtension:schemas>\n";
}

/// ISO 19005-2 and -3, 6.6.4; ISO 14289-1, 5.
void append_conformance(std::string& out, const Metadata& metadata) {
    if (metadata.archival) {
        append_element(out, "pdfaid:part", metadata.has_attachment ? "3" : "2");
        append_element(out, "pdfaid:conformance", metadata.tagged ? "A" : "U");
    }
    if (metadata.tagged) append_element(out, "pdfuaid:part", "1");
}

}  // namespace

bool is_time_of_issue(std::string_view text) {
    const bool zulu = matches(text, "0000-00-00T00:00:00Z");
    if (!zulu && !matches(text, "0000-00-00T00:00:00+00:00")) return false;
    const int year = number(text, 0, 4), month = number(text, 5, 2), day = number(text, 8, 2);
    constexpr std::array<int, 13> days = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return false;
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    const int last = days[static_cast<std::size_t>(month)] + (month == 2 && leap ? 1 : 0);
    if (day < 1 || day > last || number(text, 11, 2) > 23) return false;
    if (number(text, 14, 2) > 59 || number(text, 17, 2) > 59) return false;
    return zulu || (number(text, 20, 2) <= 14 && number(text, 23, 2) <= 59);
}

Result<Done> check(const Metadata& metadata) {
    if (!metadata.issued_at.empty() && !is_time_of_issue(metadata.issued_at)) {
        return Diagnostic{.code = "pdf.issued-at",
                          .message = {"発行日時の書き方が正しくありません。",
                                      "the time of issue is not a valid date and time"},
                          .hints = {{"「2026-04-01T09:30:00+09:00」の形で指定してください。",
                                     "Write it as 2026-04-01T09:30:00+09:00."}}};
    }
    for (const std::string* value : {&metadata.title, &metadata.language, &metadata.form_id,
                                     &metadata.form_version, &metadata.document_id}) {
        if (!is_xml_text(*value)) {
            return Diagnostic{
                .code = "pdf.bad-metadata",
                .message = {"文書の表題などに制御文字が含まれています。",
                            "the document's title or a name holds a control character"}};
        }
        if (utf16_size(*value) <= longest_text_string) continue;
        return Diagnostic{
            .code = "pdf.text-too-long",
            .message = {"文書の表題などがPDF/Aの上限を超えています。",
                        "the document's title or a name is longer than PDF/A allows"}};
    }
    return Done{};
}

std::string pdf_date(const std::string& issued_at) {
    std::string out = "D:";
    for (const std::size_t part : {0u, 2u, 5u, 8u, 11u, 14u, 17u})
        out.append(issued_at, part, 2);
    if (issued_at.back() == 'Z') return out + 'Z';
    out.append(issued_at, 19, 3).append("'").append(issued_at, 23, 2).append("'");
    return out;
}

Dictionary info_of(const Metadata& metadata) {
    Dictionary info;
    if (!metadata.title.empty()) info.text("Title", metadata.title);
    info.text("Creator", producer).text("Producer", producer);
    if (!metadata.issued_at.empty()) {
        const std::string date = '(' + pdf_date(metadata.issued_at) + ')';
        info.literal("CreationDate", date).literal("ModDate", date);
    }
    // The file's ID is the hash of this dictionary.
    return info.text("MadoguchiDocument", metadata.document_id);
}

std::string xmp_packet(const Metadata& metadata) {
    std::string out(packet_start);
    if (metadata.tagged)
        out.append("\n xmlns:pdfuaid=\"").append(universal_access_schema.uri).append("\"");
    out += ">\n";
    append_conformance(out, metadata);
    if (!metadata.title.empty()) {
        out += "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">";
        append_escaped(out, metadata.title);
        out += "</rdf:li></rdf:Alt></dc:title>\n";
    }
    if (!metadata.language.empty()) {
        out += "<dc:language><rdf:Bag><rdf:li>";
        append_escaped(out, metadata.language);
        out += "</rdf:li></rdf:Bag></dc:language>\n";
    }
    append_element(out, "xmp:CreatorTool", producer);
    append_element(out, "pdf:Producer", producer);
    append_element(out, "xmp:CreateDate", metadata.issued_at);
    append_element(out, "xmp:ModifyDate", metadata.issued_at);
    append_element(out, "form:id", metadata.form_id);
    append_element(out, "form:version", metadata.form_version);
    append_element(out, "form:document", metadata.document_id);
    append_extension_schemas(out, metadata);
    out += packet_end;
    return out;
}

ObjectId write_xmp(ObjectFile& file, const Metadata& metadata) {
    Dictionary dictionary;
    dictionary.name("Type", "Metadata").name("Subtype", "XML");
    return file.write_plain_stream(std::move(dictionary), xmp_packet(metadata));
}

}  // namespace madoguchi::render::pdf
