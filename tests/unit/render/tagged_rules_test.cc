// Each rule of tagged and of attached files, held by breaking a good file in one place, as
// pdf_rules_test.cc does for the others.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/pdf_break.h"
#include "tests/support/pdfa_rules.h"
#include "tests/unit/render/shipped_form_files.h"

namespace madoguchi::render {
namespace {

using madoguchi::tests::replace_in;
using madoguchi::tests::rewritten;
using madoguchi::tests::set_stream;
using madoguchi::tests::stream_text;
using madoguchi::tests::violated_clauses;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr madoguchi::tests::Claim claim{true, true};

/// A form with a table, tagged, and one with a figure.
const std::string& good_file(std::string_view form) {
    static const std::vector<tests::FormFile> files =
        tests::shipped_files({.issued_at = "2026-04-01T09:30:00+09:00",
                              .tagged = true,
                              .attachment = PdfAttachment{"data.json", "application/json", "{}"}});
    for (const tests::FormFile& file : files) {
        if (file.name.starts_with(form)) return file.bytes;
    }
    ADD_FAILURE() << form;
    return files[0].bytes;
}

QPDFObjectHandle page(QPDF& pdf) {
    return pdf.getAllPages()[0];
}

QPDFObjectHandle parse(const char* syntax) {
    return QPDFObjectHandle::parse(syntax);
}

/// The first structure element of the type.
QPDFObjectHandle find(QPDFObjectHandle element, const std::string& type) {
    if (element.getKey("/S").isNameAndEquals(type)) return element;
    QPDFObjectHandle kids = element.getKey("/K");
    for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) {
        if (!kids.getArrayItem(i).isDictionary()) continue;
        QPDFObjectHandle found = find(kids.getArrayItem(i), type);
        if (found.isDictionary()) return found;
    }
    return QPDFObjectHandle::newNull();
}

QPDFObjectHandle element(QPDF& pdf, const std::string& type) {
    QPDFObjectHandle root = pdf.getRoot().getKey("/StructTreeRoot");
    return find(root.getKey("/K").getArrayItem(0), type);
}

QPDFObjectHandle file_specification(QPDF& pdf) {
    return pdf.getRoot().getKey("/AF").getArrayItem(0);
}

void add_content(QPDF& pdf, const std::string& operators) {
    QPDFObjectHandle content = page(pdf).getKey("/Contents");
    set_stream(content, stream_text(content) + operators);
}

struct Break {
    const char* name;
    const char* clause;
    std::function<void(QPDF&)> mutate;
    const char* form = "residence-change";
};

const std::vector<Break>& breaks() {
    static const std::vector<Break> all = {
        {"NotMarked", "UA 6.2", [](QPDF& pdf) { pdf.getRoot().removeKey("/MarkInfo"); }},
        {"NoStructure", "UA 7.1", [](QPDF& pdf) { pdf.getRoot().removeKey("/StructTreeRoot"); }},
        {"NoTitleShown", "UA 7.1",
         [](QPDF& pdf) { pdf.getRoot().removeKey("/ViewerPreferences"); }},
        {"NoLanguage", "UA 7.2", [](QPDF& pdf) { pdf.getRoot().removeKey("/Lang"); }},
        {"OwnType", "UA 7.1",
         [](QPDF& pdf) { element(pdf, "/Sect").replaceKey("/S", parse("/Sheet")); }},
        {"WrongParent", "UA 7.1",
         [](QPDF& pdf) { element(pdf, "/H1").replaceKey("/P", element(pdf, "/Table")); }},
        {"FigureWithoutText", "UA 7.3",
         [](QPDF& pdf) { element(pdf, "/Figure").removeKey("/Alt"); }, "seal-registration"},
        {"SkippedHeading", "UA 7.4.2",
         [](QPDF& pdf) {
             QPDFObjectHandle heading = element(pdf, "/H2");
             heading.replaceKey("/S", parse("/H3"));
             replace_in(page(pdf).getKey("/Contents"), "/H2 <<", "/H3 <<");
         }},
        {"HeaderWithoutScope", "UA 7.5", [](QPDF& pdf) { element(pdf, "/TH").removeKey("/A"); }},
        {"RaggedTable", "UA 7.5",
         [](QPDF& pdf) {
             QPDFObjectHandle row = element(pdf, "/Table").getKey("/K").getArrayItem(1);
             QPDFObjectHandle kids = row.getKey("/K");
             kids.eraseItem(kids.getArrayNItems() - 1);  // an empty cell
         }},
        {"UntaggedContent", "UA 7.1", [](QPDF& pdf) { add_content(pdf, "0 0 9 9 re f\n"); }},
        {"ArtifactInContent", "UA 7.1",
         [](QPDF& pdf) { add_content(pdf, "/Artifact BMC /P <</MCID 9999>> BDC EMC EMC\n"); }},
        {"UnknownPiece", "UA 7.1",
         [](QPDF& pdf) { add_content(pdf, "/P <</MCID 9999>> BDC EMC\n"); }},
        {"RepeatedPiece", "UA 7.1",
         [](QPDF& pdf) { add_content(pdf, "/H1 <</MCID 0>> BDC EMC\n"); }},
        {"OtherType", "UA 7.1",
         [](QPDF& pdf) { replace_in(page(pdf).getKey("/Contents"), "/H1 <<", "/P <<"); }},
        {"MissingPiece", "UA 7.1",
         [](QPDF& pdf) { element(pdf, "/H1").getKey("/K").appendItem(parse("9999")); }},
        {"NoParentTree", "UA 7.1",
         [](QPDF& pdf) { pdf.getRoot().getKey("/StructTreeRoot").removeKey("/ParentTree"); }},
        {"NoKey", "UA 7.1", [](QPDF& pdf) { page(pdf).removeKey("/StructParents"); }},
        {"TabOrder", "UA 7.18.3", [](QPDF& pdf) { page(pdf).removeKey("/Tabs"); }},
        {"NotIdentified", "UA 5",
         [](QPDF& pdf) {
             replace_in(pdf.getRoot().getKey("/Metadata"), "<pdfuaid:part>1", "<pdfuaid:part>2");
         }},
        {"Undescribed", "6.6.2.3",
         [](QPDF& pdf) {
             replace_in(pdf.getRoot().getKey("/Metadata"), "prefix>pdfuaid<", "prefix>pdfuaix<");
         }},
        {"Level", "6.6.4",
         [](QPDF& pdf) {
             replace_in(pdf.getRoot().getKey("/Metadata"), "conformance>A<", "conformance>U<");
         }},
        {"Part", "6.6.4",
         [](QPDF& pdf) {
             replace_in(pdf.getRoot().getKey("/Metadata"), "<pdfaid:part>3", "<pdfaid:part>2");
         }},
        {"NotAssociated", "6.8", [](QPDF& pdf) { pdf.getRoot().removeKey("/AF"); }},
        {"NoRelationship", "6.8",
         [](QPDF& pdf) { file_specification(pdf).removeKey("/AFRelationship"); }},
        {"NoUnicodeName", "6.8", [](QPDF& pdf) { file_specification(pdf).removeKey("/UF"); }},
        {"NoMediaType", "6.8",
         [](QPDF& pdf) {
             file_specification(pdf).getKey("/EF").getKey("/F").getDict().removeKey("/Subtype");
         }},
    };
    return all;
}

class TaggedRule : public testing::TestWithParam<std::size_t> {};

TEST_P(TaggedRule, IsReported) {
    const Break& one = breaks()[GetParam()];
    EXPECT_THAT(violated_clauses(rewritten(good_file(one.form), one.mutate), claim),
                ElementsAre(one.clause));
}

INSTANTIATE_TEST_SUITE_P(All, TaggedRule, testing::Range<std::size_t>(0, breaks().size()),
                         [](const auto& info) { return breaks()[info.param].name; });

TEST(TaggedRules, FindNothingInTheGoodFileWrittenAnew) {
    EXPECT_THAT(violated_clauses(rewritten(good_file("residence-change"), [](QPDF&) {}), claim),
                IsEmpty());
}

TEST(TaggedRules, SeeAnEmbeddedFileWhereNoneIsClaimed) {
    EXPECT_THAT(violated_clauses(good_file("residence-change"), {.tagged = true}),
                ElementsAre("6.1.7.1", "6.6.4", "6.8"));
}

TEST(Attachment, ComesOutAsItWentIn) {
    QPDF pdf;
    const std::string& file = good_file("residence-change");
    pdf.processMemoryFile("file", file.data(), file.size());
    EXPECT_EQ(stream_text(file_specification(pdf).getKey("/EF").getKey("/F")), "{}");
}

}  // namespace
}  // namespace madoguchi::render
