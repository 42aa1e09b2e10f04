// ISO 19005-2, 6.1.3, 6.1.7, 6.2.3, 6.2.8 to 6.2.10 and 6.3 to 6.11: what objects say.
#include <array>
#include <set>
#include <string>

#include <qpdf/QPDFPageDocumentHelper.hh>

#include "tests/support/pdfa_rules.h"

namespace madoguchi::tests {

namespace {

struct ForbiddenKey {
    const char* key;
    const char* clause;
};

/// Keys that our files have no use for, each with the clause that restricts it.
constexpr std::array<ForbiddenKey, 28> forbidden_keys = {{
    {"/F", "6.1.7.1"},
    {"/FFilter", "6.1.7.1"},
    {"/FDecodeParms", "6.1.7.1"},
    {"/Perms", "6.1.12"},
    {"/TR", "6.2.5"},
    {"/TR2", "6.2.5"},
    {"/HTP", "6.2.5"},
    {"/Alternates", "6.2.8.1"},
    {"/OPI", "6.2.8.1"},
    {"/PS", "6.2.9.1"},
    {"/Subtype2", "6.2.9.1"},
    {"/Ref", "6.2.9.2"},
    {"/BM", "6.2.10"},
    {"/Annots", "6.3.1"},
    {"/AcroForm", "6.4.1"},
    {"/XFA", "6.4.2"},
    {"/NeedsRendering", "6.4.2"},
    {"/A", "6.5.1"},
    {"/AA", "6.5.2"},
    {"/OpenAction", "6.5.1"},
    {"/JavaScript", "6.5.1"},
    {"/EF", "6.8"},
    {"/EmbeddedFiles", "6.8"},
    {"/OCProperties", "6.9"},
    {"/OC", "6.9"},
    {"/AlternatePresentations", "6.10"},
    {"/PresSteps", "6.10"},
    {"/Requirements", "6.11"},
}};

class ObjectWalk {
  public:
    ObjectWalk(Claim claim, Violations& found) : claim_(claim), found_(found) {}

    void visit(QPDFObjectHandle object) {
        if (object.isIndirect() && !seen_.insert(object.getObjGen()).second) return;
        if (object.isArray()) {
            for (QPDFObjectHandle item : object.getArrayAsVector())
                visit(item);
        }
        if (object.isStream()) stream(object);
        if (object.isDictionary()) dictionary(object);
    }

  private:
    void dictionary(QPDFObjectHandle object) {
        for (const ForbiddenKey& rule : forbidden_keys) {
            if (object.hasKey(rule.key) && !is_allowed(object, rule.key)) {
                found_.push_back({rule.clause, std::string("the key ") + rule.key});
            }
        }
        for (const std::string& key : object.getKeys())
            visit(object.getKey(key));
    }

    /// A structure element has attributes where an annotation has an action; part 3 allows files.
    bool is_allowed(QPDFObjectHandle object, const std::string& key) const {
        if (key == "/A")
            return claim_.tagged && object.getKey("/Type").isNameAndEquals("/StructElem");
        if (claim_.is_signed && (key == "/Annots" || key == "/AcroForm")) return true;
        if (claim_.is_signed && key == "/F" && object.getKey("/F").isInteger()) return true;
        if (!claim_.has_attachment) return false;
        const bool is_specification = object.getKey("/Type").isNameAndEquals("/Filespec");
        return key == "/EmbeddedFiles" ||
               (key == "/F" && !object.isStream() &&
                (is_specification || object.getKeys().size() == 2)) ||
               (key == "/EF" && is_specification);
    }

    void stream(QPDFObjectHandle object) {
        QPDFObjectHandle dictionary = object.getDict();
        this->dictionary(dictionary);
        check_filters(dictionary.getKey("/Filter"));
        if (dictionary.getKey("/Subtype").isNameAndEquals("/Image")) check_image(dictionary);
        if (dictionary.getKey("/Subtype").isNameAndEquals("/PS")) {
            found_.push_back({"6.2.9.3", "a PostScript XObject"});
        }
    }

    /// 6.1.7.2: the standard filters, without LZWDecode.
    void check_filters(QPDFObjectHandle filter) {
        static const std::set<std::string> allowed = {"/FlateDecode", "/DCTDecode",
                                                      "/ASCIIHexDecode"};
        std::vector<QPDFObjectHandle> filters;
        if (filter.isArray()) filters = filter.getArrayAsVector();
        if (filter.isName()) filters = {filter};
        for (QPDFObjectHandle one : filters) {
            if (!one.isName() || !allowed.contains(one.getName())) {
                found_.push_back({"6.1.7.2", "a filter that is not allowed"});
            }
        }
    }

    void check_image(QPDFObjectHandle image) {
        QPDFObjectHandle interpolate = image.getKey("/Interpolate");
        if (interpolate.isBool() && interpolate.getBoolValue()) {
            found_.push_back({"6.2.8.1", "an interpolated picture"});
        }
        QPDFObjectHandle intent = image.getKey("/Intent");
        if (!intent.isNull()) found_.push_back({"6.2.6", "a rendering intent of a picture"});
        QPDFObjectHandle space = image.getKey("/ColorSpace");
        if (!space.isNameAndEquals("/DeviceRGB") && !space.isNameAndEquals("/DeviceGray")) {
            found_.push_back({"6.2.4.3", "a picture in neither DeviceRGB nor DeviceGray"});
        }
    }

    Claim claim_;
    Violations& found_;
    std::set<QPDFObjGen> seen_;
};

bool is_rgb_profile(const std::string& icc) {
    return icc.size() > 128 && icc.compare(36, 4, "acsp") == 0 && icc[8] <= 4 &&
           icc.compare(16, 4, "RGB ") == 0 &&
           (icc.compare(12, 4, "mntr") == 0 || icc.compare(12, 4, "prtr") == 0);
}

/// 6.2.3: one intent, GTS_PDFA1, with an RGB profile; 6.2.4.3 leans on it.
void check_output_intent(QPDFObjectHandle catalog, Violations& found) {
    QPDFObjectHandle intents = catalog.getKey("/OutputIntents");
    if (!intents.isArray() || intents.getArrayNItems() != 1) {
        found.push_back({"6.2.3", "not one output intent"});
        return;
    }
    QPDFObjectHandle intent = intents.getArrayItem(0);
    if (!intent.getKey("/S").isNameAndEquals("/GTS_PDFA1") ||
        !intent.getKey("/OutputConditionIdentifier").isString()) {
        found.push_back({"6.2.3", "the output intent is not one of PDF/A"});
    }
    QPDFObjectHandle profile = intent.getKey("/DestOutputProfile");
    if (!profile.isStream()) {
        found.push_back({"6.2.3", "the output intent has no profile"});
        return;
    }
    const auto data = profile.getStreamData();
    const std::string icc(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    QPDFObjectHandle components = profile.getDict().getKey("/N");
    if (!is_rgb_profile(icc) || !components.isInteger() || components.getIntValue() != 3) {
        found.push_back({"6.2.3", "the profile is not an RGB profile of three components"});
    }
}

/// ISO 19005-3, 6.8: each embedded file says what it is to the document.
void check_attachment(QPDFObjectHandle catalog, Violations& found) {
    QPDFObjectHandle associated = catalog.getKey("/AF");
    if (!associated.isArray() || associated.getArrayNItems() != 1) {
        found.push_back({"6.8", "no associated file"});
        return;
    }
    QPDFObjectHandle specification = associated.getArrayItem(0);
    QPDFObjectHandle names = catalog.getKey("/Names").getKey("/EmbeddedFiles").getKey("/Names");
    if (!specification.getKey("/AFRelationship").isName() ||
        !specification.getKey("/F").isString() || !specification.getKey("/UF").isString())
        found.push_back({"6.8", "a file specification that says too little"});
    if (names.getArrayItem(1).getObjGen() != specification.getObjGen())
        found.push_back({"6.8", "the associated file is not the embedded one"});
    QPDFObjectHandle stream = specification.getKey("/EF").getKey("/F");
    if (!stream.isStream() || !stream.getDict().getKey("/Subtype").isName())
        found.push_back({"6.8", "an embedded file without a media type"});
}

void check_trailer(QPDF& pdf, Violations& found) {
    QPDFObjectHandle trailer = pdf.getTrailer();
    QPDFObjectHandle id = trailer.getKey("/ID");
    const bool sound = id.isArray() && id.getArrayNItems() == 2 && id.getArrayItem(0).isString() &&
                       !id.getArrayItem(0).getStringValue().empty();
    if (!sound) found.push_back({"6.1.3", "the trailer has no ID"});
    if (trailer.hasKey("/Encrypt")) found.push_back({"6.1.3", "the file is encrypted"});
}

}  // namespace

void check_document(QPDF& pdf, Claim claim, Violations& found) {
    check_trailer(pdf, found);
    check_output_intent(pdf.getRoot(), found);
    if (claim.has_attachment) check_attachment(pdf.getRoot(), found);
    ObjectWalk walk(claim, found);
    walk.visit(pdf.getTrailer());
}

}  // namespace madoguchi::tests
