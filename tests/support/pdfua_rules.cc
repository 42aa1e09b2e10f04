// ISO 14289-1 (PDF/UA-1), clause 7, which level A of PDF/A leans on (ISO 19005-2, 6.7): what can be
// decided without a person's judgement.
#include <map>
#include <set>
#include <string>

#include <qpdf/QPDFPageDocumentHelper.hh>

#include "tests/support/pdf_marks.h"
#include "tests/support/pdfa_rules.h"

namespace madoguchi::tests {

namespace {

const std::set<std::string> standard_types = {"/Document", "/Sect", "/P",  "/H1",   "/H2",
                                              "/H3",       "/H4",   "/H5", "/H6",   "/Table",
                                              "/TR",       "/TH",   "/TD", "/Form", "/Figure"};

class TagRules {
  public:
    TagRules(QPDF& pdf, Violations& found) : pdf_(pdf), found_(found) {}

    void check() {
        QPDFObjectHandle catalog = pdf_.getRoot();
        check_catalog(catalog);
        QPDFObjectHandle root = catalog.getKey("/StructTreeRoot");
        if (!root.isDictionary()) return report("UA 7.1", "no structure tree");
        QPDFObjectHandle kids = root.getKey("/K");
        for (QPDFObjectHandle kid :
             kids.isArray() ? kids.getArrayAsVector() : std::vector<QPDFObjectHandle>{kids})
            visit(kid, root);
        check_parent_tree(root.getKey("/ParentTree"));
    }

  private:
    void report(const char* clause, const char* detail) { found_.push_back({clause, detail}); }

    void check_catalog(QPDFObjectHandle catalog) {
        QPDFObjectHandle marked = catalog.getKey("/MarkInfo");
        if (!marked.isDictionary() || !marked.getKey("/Marked").isBool() ||
            !marked.getKey("/Marked").getBoolValue())
            report("UA 6.2", "the file does not say that it is tagged");
        if (!catalog.getKey("/Lang").isString()) report("UA 7.2", "no language");
        QPDFObjectHandle preferences = catalog.getKey("/ViewerPreferences");
        if (!preferences.isDictionary() || !preferences.getKey("/DisplayDocTitle").isBool())
            report("UA 7.1", "the title is not shown");
    }

    void visit(QPDFObjectHandle element, QPDFObjectHandle parent) {
        if (!element.isDictionary()) return;
        const std::string type =
            element.getKey("/S").isName() ? element.getKey("/S").getName() : "";
        if (!standard_types.contains(type)) report("UA 7.1", "a type that is not a standard one");
        if (element.getKey("/P").getObjGen() != parent.getObjGen())
            report("UA 7.1", "a parent that is not the parent");
        if (type == "/Figure" && !element.getKey("/Alt").isString())
            report("UA 7.3", "a figure without an alternative text");
        if (type == "/TH" && !element.getKey("/A").getKey("/Scope").isName())
            report("UA 7.5", "a header cell without a scope");
        if (type == "/Table") check_table(element);
        check_heading(type);
        QPDFObjectHandle kids = element.getKey("/K");
        for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) {
            QPDFObjectHandle kid = kids.getArrayItem(i);
            if (kid.isInteger()) {
                pieces_[element.getKey("/Pg").getObjGen()][static_cast<int>(kid.getIntValue())] =
                    element;
            } else if (kid.getKey("/Type").isNameAndEquals("/OBJR")) {
                note_field(kid, element, type);
            } else {
                visit(kid, element);
            }
        }
    }

    void note_field(QPDFObjectHandle reference, QPDFObjectHandle element, const std::string& type) {
        QPDFObjectHandle field = reference.getKey("/Obj");
        if (!field.isDictionary() || type != "/Form")
            return report("UA 7.18.4", "an object that is no field of a Form");
        fields_[field.getObjGen()] = element;
        if (!field.getKey("/TU").isString()) report("UA 7.18.1", "a field without a name to say");
    }

    void check_heading(const std::string& type) {
        if (type.size() != 3 || !type.starts_with("/H")) return;
        const int level = type[2] - '0';
        if (level > heading_ + 1) report("UA 7.4.2", "levels of headings are skipped");
        heading_ = level;
    }

    void check_table(QPDFObjectHandle table) {
        std::set<int> widths;
        for (QPDFObjectHandle row : table.getKey("/K").getArrayAsVector())
            widths.insert(row.getKey("/K").getArrayNItems());
        if (widths.size() > 1) report("UA 7.5", "rows of different lengths");
    }

    void check_parent_tree(QPDFObjectHandle tree) {
        std::map<int, QPDFObjectHandle> arrays;
        if (tree.isDictionary() && tree.getKey("/Nums").isArray()) {
            QPDFObjectHandle numbers = tree.getKey("/Nums");
            for (int i = 0; i + 1 < numbers.getArrayNItems(); i += 2)
                arrays[static_cast<int>(numbers.getArrayItem(i).getIntValue())] =
                    numbers.getArrayItem(i + 1);
        }
        for (QPDFPageObjectHelper& helper : QPDFPageDocumentHelper(pdf_).getAllPages()) {
            check_page(helper.getObjectHandle(), arrays);
            check_fields(helper.getObjectHandle().getKey("/Annots"), arrays);
        }
    }

    /// ISO 32000-1, 14.7.4.4: a field's key leads to its element, not to an array.
    void check_fields(QPDFObjectHandle annotations, std::map<int, QPDFObjectHandle>& owners) {
        for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i) {
            QPDFObjectHandle field = annotations.getArrayItem(i);
            const auto element = fields_.find(field.getObjGen());
            QPDFObjectHandle key = field.getKey("/StructParent");
            const bool is_owned = element != fields_.end() && key.isInteger() &&
                                  owners[static_cast<int>(key.getIntValue())].getObjGen() ==
                                      element->second.getObjGen();
            if (!is_owned) report("UA 7.18.4", "a field that the structure does not hold");
        }
    }

    void check_page(QPDFObjectHandle page, std::map<int, QPDFObjectHandle>& arrays) {
        const PageMarks marks = read_marks(page);
        if (marks.has_unmarked) report("UA 7.1", "content that is neither tagged nor an artifact");
        if (marks.has_mixed) report("UA 7.1", "an artifact in tagged content");
        if (!marks.repeated.empty()) report("UA 7.1", "a number of two pieces");
        if (!page.getKey("/Tabs").isNameAndEquals("/S")) report("UA 7.18.3", "another tab order");
        QPDFObjectHandle key = page.getKey("/StructParents");
        QPDFObjectHandle owners = key.isInteger() ? arrays[static_cast<int>(key.getIntValue())]
                                                  : QPDFObjectHandle::newNull();
        auto& pieces = pieces_[page.getObjGen()];
        for (const auto& [number, type] : marks.types) {
            const auto piece = pieces.find(number);
            const bool is_owned =
                piece != pieces.end() && owners.isArray() && number < owners.getArrayNItems() &&
                owners.getArrayItem(number).getObjGen() == piece->second.getObjGen() &&
                piece->second.getKey("/S").isNameAndEquals(type);
            if (!is_owned) report("UA 7.1", "a piece that the structure does not hold");
        }
        if (pieces.size() != marks.types.size())
            report("UA 7.1", "the structure holds a piece that is not there");
    }

    QPDF& pdf_;
    Violations& found_;
    int heading_ = 0;
    /// By page and number, the element that holds the piece.
    std::map<QPDFObjGen, std::map<int, QPDFObjectHandle>> pieces_;
    std::map<QPDFObjGen, QPDFObjectHandle> fields_;  ///< the element that holds each
};

}  // namespace

void check_tags(QPDF& pdf, Violations& found) {
    TagRules(pdf, found).check();
}

}  // namespace madoguchi::tests
