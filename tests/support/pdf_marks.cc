#include "tests/support/pdf_marks.h"

#include <set>

#include "tests/support/pdfa_rules.h"

namespace madoguchi::tests {

namespace {

const std::set<std::string> painting = {"S",  "s",  "f",  "F", "f*", "B",  "B*", "b",
                                        "b*", "Tj", "TJ", "'", "\"", "Do", "sh"};

struct Mark {
    enum class Kind { Piece, Artifact, Other } kind = Kind::Other;
    int number = -1;
    bool is_spoken = false;  ///< ActualText stands for what it holds
};

class MarkWalk : public QPDFObjectHandle::ParserCallbacks {
  public:
    MarkWalk(QPDFObjectHandle fonts, PageMarks& out) : fonts_(fonts), out_(out) {}

    using ParserCallbacks::handleObject;
    void handleObject(QPDFObjectHandle object) override {
        if (!object.isOperator()) {
            operands_.push_back(object);
            return;
        }
        run(object.getOperatorValue());
        operands_.clear();
    }
    void handleEOF() override {}

  private:
    void run(const std::string& op) {
        if (op == "BMC" || op == "BDC") open();
        if (op == "EMC" && !marks_.empty()) marks_.pop_back();
        if (op == "Tf" && !operands_.empty())
            texts_ = to_unicode_of(fonts_.getKey(operands_[0].getName()));
        if (painting.contains(op)) paint();
        if (op == "Tj" || op == "TJ") show();
    }

    void open() {
        Mark mark;
        if (operands_.at(0).isNameAndEquals("/Artifact")) mark.kind = Mark::Kind::Artifact;
        QPDFObjectHandle properties = operands_.back();
        if (properties.isDictionary() && properties.hasKey("/MCID")) {
            mark.kind = Mark::Kind::Piece;
            mark.number = static_cast<int>(properties.getKey("/MCID").getIntValue());
            if (out_.types.contains(mark.number)) out_.repeated.push_back(mark.number);
            out_.types[mark.number] = operands_[0].getName();
            out_.texts[mark.number];
        }
        for (const Mark& outer : marks_) {
            if (outer.kind != Mark::Kind::Other && mark.kind != Mark::Kind::Other)
                out_.has_mixed = true;
        }
        marks_.push_back(mark);
        if (properties.isDictionary() && properties.hasKey("/ActualText")) {
            say(properties.getKey("/ActualText").getUTF8Value());
            marks_.back().is_spoken = true;
        }
    }

    void paint() {
        for (const Mark& mark : marks_) {
            if (mark.kind != Mark::Kind::Other) return;
        }
        out_.has_unmarked = true;
    }

    void say(const std::string& text) {
        int number = -1;
        for (const Mark& mark : marks_) {
            if (mark.is_spoken) return;
            if (mark.number >= 0) number = mark.number;
        }
        if (number >= 0) out_.texts[number] += text;
    }

    void show() {
        for (QPDFObjectHandle operand : operands_) {
            if (operand.isString()) show(operand.getStringValue());
            if (!operand.isArray()) continue;
            for (QPDFObjectHandle item : operand.getArrayAsVector()) {
                if (item.isString()) show(item.getStringValue());
            }
        }
    }

    void show(const std::string& codes) {
        for (std::size_t i = 0; i + 1 < codes.size(); i += 2) {
            const unsigned code = static_cast<unsigned char>(codes[i]) * 256u +
                                  static_cast<unsigned char>(codes[i + 1]);
            const std::string& hex = texts_[code];
            // A text string of the same hex digits, read by qpdf.
            say(QPDFObjectHandle::parse("<FEFF" + hex + ">").getUTF8Value());
        }
    }

    QPDFObjectHandle fonts_;
    PageMarks& out_;
    std::vector<QPDFObjectHandle> operands_;
    std::vector<Mark> marks_;
    std::map<unsigned, std::string> texts_;
};

class StructureDump {
  public:
    void node(QPDFObjectHandle element, int depth) {
        std::string line(static_cast<std::size_t>(depth) * 2, ' ');
        line += element.getKey("/S").getName().substr(1);
        if (element.hasKey("/T")) line += ' ' + element.getKey("/T").getUTF8Value();
        const std::string said = words(element);
        if (!said.empty()) line += ": " + said;
        out_ += line + '\n';
        for (QPDFObjectHandle kid : kids(element)) {
            if (kid.isDictionary()) node(kid, depth + 1);
        }
    }
    std::string take() { return std::move(out_); }

  private:
    static std::vector<QPDFObjectHandle> kids(QPDFObjectHandle element) {
        QPDFObjectHandle kids = element.getKey("/K");
        return kids.isArray() ? kids.getArrayAsVector() : std::vector<QPDFObjectHandle>{kids};
    }

    std::string words(QPDFObjectHandle element) {
        for (const char* key : {"/ActualText", "/Alt"}) {
            if (element.hasKey(key)) return element.getKey(key).getUTF8Value();
        }
        std::string said;
        for (QPDFObjectHandle kid : kids(element)) {
            if (!kid.isInteger()) continue;
            QPDFObjectHandle page = element.getKey("/Pg");
            const auto known = pages_.try_emplace(page.getObjGen());
            if (known.second) known.first->second = read_marks(page);
            said += known.first->second.texts[static_cast<int>(kid.getIntValue())];
        }
        return said;
    }

    std::map<QPDFObjGen, PageMarks> pages_;
    std::string out_;
};

}  // namespace

PageMarks read_marks(QPDFObjectHandle page) {
    PageMarks marks;
    MarkWalk walk(page.getKey("/Resources").getKey("/Font"), marks);
    page.parsePageContents(&walk);
    return marks;
}

std::string structure_dump(const std::string& file) {
    QPDF pdf;
    pdf.processMemoryFile("file", file.data(), file.size());
    StructureDump dump;
    QPDFObjectHandle root = pdf.getRoot().getKey("/StructTreeRoot");
    dump.node(root.getKey("/K").getArrayItem(0), 0);
    return dump.take();
}

}  // namespace madoguchi::tests
