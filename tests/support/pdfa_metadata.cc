// ISO 19005-2, 6.6: metadata. XML is read by looking for the one way in which our writer puts each
// property down, so a property in any other dress counts as absent.
#include <optional>
#include <string>

#include "tests/support/pdfa_rules.h"

namespace madoguchi::tests {

namespace {

std::optional<std::string> between(const std::string& text, const std::string& start,
                                   const std::string& end) {
    const std::size_t from = text.find(start);
    if (from == std::string::npos) return std::nullopt;
    const std::size_t to = text.find(end, from + start.size());
    if (to == std::string::npos) return std::nullopt;
    return text.substr(from + start.size(), to - from - start.size());
}

std::optional<std::string> element(const std::string& xmp, const std::string& name) {
    return between(xmp, "<" + name + ">", "</" + name + ">");
}

std::string unescaped(std::string text) {
    for (const auto& [entity, character] :
         {std::pair<const char*, const char*>{"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}}) {
        for (std::size_t at = 0; (at = text.find(entity, at)) != std::string::npos; ++at) {
            text.replace(at, std::string(entity).size(), character);
        }
    }
    return text;
}

/// "D:20260401093000+09'00'" as "2026-04-01T09:30:00+09:00".
std::string as_xmp_date(const std::string& date) {
    if (date.size() < 17) return date;
    std::string out = date.substr(2, 4) + '-' + date.substr(6, 2) + '-' + date.substr(8, 2) + 'T' +
                      date.substr(10, 2) + ':' + date.substr(12, 2) + ':' + date.substr(14, 2);
    if (date[16] == 'Z') return out + 'Z';
    return out + date.substr(16, 3) + ':' + date.substr(20, 2);
}

void compare(const std::string& key, const std::optional<std::string>& info,
             const std::optional<std::string>& xmp, Violations& found) {
    if (info && info != xmp) found.push_back({"6.6.3", key + " differs between Info and XMP"});
}

void check_info(QPDFObjectHandle info, const std::string& xmp, Violations& found) {
    const auto entry = [&info](const char* key) -> std::optional<std::string> {
        QPDFObjectHandle value = info.getKey(key);
        if (!value.isString()) return std::nullopt;
        return value.getUTF8Value();
    };
    const auto date = [&entry](const char* key) -> std::optional<std::string> {
        const auto value = entry(key);
        if (!value) return std::nullopt;
        return as_xmp_date(*value);
    };
    auto title = between(xmp, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", "</rdf:li>");
    if (title) title = unescaped(*title);
    compare("Title", entry("/Title"), title, found);
    compare("Creator", entry("/Creator"), element(xmp, "xmp:CreatorTool"), found);
    compare("Producer", entry("/Producer"), element(xmp, "pdf:Producer"), found);
    compare("CreationDate", date("/CreationDate"), element(xmp, "xmp:CreateDate"), found);
    compare("ModDate", date("/ModDate"), element(xmp, "xmp:ModifyDate"), found);
}

/// 6.6.2.3: what is no property of a predefined schema must be described in the packet.
void check_extension(const std::string& xmp, Violations& found) {
    const std::string described =
        between(xmp, "<pdfaExtension:schemas>", "</pdfaExtension:schemas>").value_or("");
    const auto uri = element(described, "pdfaSchema:namespaceURI");
    const auto declared = between(xmp, "xmlns:form=\"", "\"");
    for (const char* name : {"id", "version", "document"}) {
        if (xmp.find(std::string("<form:") + name + ">") == std::string::npos) continue;
        const std::string entry =
            std::string("<pdfaProperty:name>") + name + "</pdfaProperty:name>";
        if (uri != declared || described.find(entry) == std::string::npos) {
            found.push_back({"6.6.2.3", std::string("form:") + name + " is not described"});
        }
    }
}

/// 6.6.4, and ISO 14289-1, 5.
void check_identification(const std::string& xmp, Claim claim, Violations& found) {
    if (element(xmp, "pdfaid:part") != (claim.has_attachment ? "3" : "2") ||
        element(xmp, "pdfaid:conformance") != (claim.tagged ? "A" : "U") ||
        between(xmp, "xmlns:pdfaid=\"", "\"") != "http://www.aiim.org/pdfa/ns/id/")
        found.push_back({"6.6.4", "the packet does not say what the file is"});
    const auto part = element(xmp, "pdfuaid:part");
    if (part.has_value() != claim.tagged || (claim.tagged && part != "1"))
        found.push_back({"UA 5", "the packet does not say PDF/UA-1"});
    if (part && (xmp.find("<pdfaSchema:prefix>pdfuaid<") == std::string::npos))
        found.push_back({"6.6.2.3", "pdfuaid:part is not described"});
}

}  // namespace

void check_metadata(QPDF& pdf, Claim claim, Violations& found) {
    QPDFObjectHandle metadata = pdf.getRoot().getKey("/Metadata");
    if (!metadata.isStream() || !metadata.getDict().getKey("/Type").isNameAndEquals("/Metadata") ||
        !metadata.getDict().getKey("/Subtype").isNameAndEquals("/XML")) {
        found.push_back({"6.6.2.1", "the catalog has no metadata stream"});
        return;
    }
    const auto data = metadata.getStreamData();
    const std::string xmp(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    const auto header = between(xmp, "<?xpacket begin=", "?>");
    if (!header || header->find("bytes=") != std::string::npos ||
        header->find("encoding=") != std::string::npos ||
        !xmp.ends_with("<?xpacket end=\"r\"?>\n")) {
        found.push_back({"6.6.2.1", "the packet's wrapper"});
    }
    check_identification(xmp, claim, found);
    check_info(pdf.getTrailer().getKey("/Info"), xmp, found);
    check_extension(xmp, found);
}

}  // namespace madoguchi::tests
