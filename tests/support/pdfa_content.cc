// ISO 19005-2, 6.1.10, 6.1.13, 6.2.2, 6.2.4.3, 6.2.6 and 6.2.11.8: what content streams say.
#include <map>
#include <set>
#include <string>

#include "tests/support/pdfa_rules.h"

namespace madoguchi::tests {

namespace {

/// ISO 32000-1, annex A, without inline pictures, Type 3 and colour spaces by name.
const std::set<std::string> known_operators = {
    "q",  "Q",  "cm", "w",  "J",  "j",  "M",  "d",  "i",   "gs",  "m",   "l",  "c",  "v",  "y",
    "h",  "re", "S",  "s",  "f",  "F",  "f*", "B",  "B*",  "b",   "b*",  "n",  "W",  "W*", "BT",
    "ET", "Tc", "Tw", "Tz", "TL", "Tf", "Tr", "Ts", "Td",  "TD",  "Tm",  "T*", "Tj", "TJ", "'",
    "\"", "G",  "g",  "RG", "rg", "Do", "MP", "DP", "BMC", "BDC", "EMC", "BX", "EX"};

using Codes = std::map<QPDFObjGen, std::vector<unsigned>>;

class ContentWalk : public QPDFObjectHandle::ParserCallbacks {
  public:
    ContentWalk(QPDFObjectHandle resources, Codes& shown, Violations& found)
        : resources_(resources), shown_(shown), found_(found) {}

    using ParserCallbacks::handleObject;
    void handleObject(QPDFObjectHandle object) override {
        if (!object.isOperator()) {
            operands_.push_back(object);
            return;
        }
        run(object.getOperatorValue());
        operands_.clear();
    }
    void handleEOF() override {
        if (depth_ != 0 || marked_ != 0) found_.push_back({"6.2.2", "operators do not pair"});
    }

  private:
    void run(const std::string& op) {
        if (op == "BI") {
            found_.push_back({"6.1.10", "an inline picture"});
        } else if (op == "ri") {
            found_.push_back({"6.2.6", "a rendering intent"});
        } else if (op == "k" || op == "K") {
            found_.push_back({"6.2.4.3", "a CMYK colour"});
        } else if (!known_operators.contains(op)) {
            found_.push_back({"6.2.2", "the operator " + op});
        }
        nesting(op);
        if (op == "Tf" && !operands_.empty()) font_ = resource("/Font", operands_.front());
        if (op == "Do" && !operands_.empty()) paint(resource("/XObject", operands_.front()));
        if (op == "Tj" || op == "TJ") show();
    }

    void nesting(const std::string& op) {
        if (op == "q" && ++depth_ > 28) found_.push_back({"6.1.13", "q nests deeper than 28"});
        if (op == "Q") --depth_;
        if (op == "BDC" || op == "BMC") ++marked_;
        if (op == "EMC") --marked_;
    }

    QPDFObjectHandle resource(const char* kind, QPDFObjectHandle name) {
        QPDFObjectHandle group = resources_.getKey(kind);
        if (!group.isDictionary() || !name.isName() || !group.hasKey(name.getName())) {
            found_.push_back({"6.2.2", "a resource that is not in the stream's own dictionary"});
            return QPDFObjectHandle::newNull();
        }
        return group.getKey(name.getName());
    }

    void paint(QPDFObjectHandle object) {
        if (!object.isStream() || !object.getDict().getKey("/Subtype").isNameAndEquals("/Form")) {
            return;
        }
        QPDFObjectHandle own = object.getDict().getKey("/Resources");
        if (!own.isDictionary()) {
            found_.push_back({"6.2.2", "a form without resources"});
            return;
        }
        ContentWalk inner(own, shown_, found_);
        object.parseAsContents(&inner);
    }

    void show() {
        std::string codes;
        for (QPDFObjectHandle operand : operands_) {
            if (operand.isString()) codes += operand.getStringValue();
            if (!operand.isArray()) continue;
            for (QPDFObjectHandle item : operand.getArrayAsVector()) {
                if (item.isString()) codes += item.getStringValue();
            }
        }
        if (!font_.isIndirect()) {
            found_.push_back({"6.2.11.4.1", "text without a font"});
            return;
        }
        for (std::size_t i = 0; i + 1 < codes.size(); i += 2) {
            const unsigned code = static_cast<unsigned char>(codes[i]) * 256u +
                                  static_cast<unsigned char>(codes[i + 1]);
            if (code == 0) {
                found_.push_back({"6.2.11.8", ".notdef is shown"});
            } else {
                shown_[font_.getObjGen()].push_back(code);
            }
        }
    }

    QPDFObjectHandle resources_;
    Codes& shown_;
    Violations& found_;
    std::vector<QPDFObjectHandle> operands_;
    QPDFObjectHandle font_ = QPDFObjectHandle::newNull();
    int depth_ = 0, marked_ = 0;
};

void check_media_box(QPDFObjectHandle page, Violations& found) {
    QPDFObjectHandle box = page.getKey("/MediaBox");
    if (!box.isArray() || box.getArrayNItems() != 4) {
        found.push_back({"6.1.13", "no media box"});
        return;
    }
    for (const int i : {0, 1}) {
        const double edge =
            box.getArrayItem(i + 2).getNumericValue() - box.getArrayItem(i).getNumericValue();
        if (edge < 3 || edge > 14400) found.push_back({"6.1.13", "the size of a page"});
    }
}

}  // namespace

void check_page(QPDFObjectHandle page, Violations& found) {
    check_media_box(page, found);
    QPDFObjectHandle resources = page.getKey("/Resources");
    if (!resources.isDictionary()) {
        found.push_back({"6.2.2", "a page without resources"});
        return;
    }
    Codes shown;
    ContentWalk walk(resources, shown, found);
    page.parsePageContents(&walk);
    QPDF* owner = page.getOwningQPDF();
    for (const auto& [font, codes] : shown) {
        check_font(owner->getObjectByObjGen(font), codes, found);
    }
}

}  // namespace madoguchi::tests
