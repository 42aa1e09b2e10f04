// Each rule of the ledger (render/pdf/CONFORMANCE.md) is held by breaking a good file in one place:
// exactly that clause must be reported. Files are broken in their bytes, or through qpdf's objects,
// whose writer then puts the file down anew.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "tests/support/pdf_break.h"
#include "tests/support/pdfa_rules.h"
#include "tests/unit/render/pdf_fixture.h"

namespace madoguchi::render {
namespace {

using namespace tests;
using madoguchi::tests::replace_in;
using madoguchi::tests::set_stream;
using madoguchi::tests::stream_text;
using madoguchi::tests::violated_clauses;
using testing::ElementsAre;

const std::string& good_file() {
    static const std::string file =
        write(*full_form().prepared, full_form().document,
              {.issued_at = "2026-04-01T09:30:00+09:00", .form = PdfOptions::Form::Proof});
    return file;
}

// By bytes ----------------------------------------------------------------------------------------

struct ByteBreak {
    friend void PrintTo(const ByteBreak& one, std::ostream* out) { *out << one.name; }
    const char* name;
    const char* clause;
    std::string from, to;  ///< the first `from` becomes `to`, of equal length
};

class PdfByteRule : public testing::TestWithParam<ByteBreak> {};

TEST_P(PdfByteRule, IsReported) {
    std::string file = good_file();
    const std::size_t at = file.find(GetParam().from);
    ASSERT_NE(at, std::string::npos);
    ASSERT_EQ(GetParam().from.size(), GetParam().to.size());
    file.replace(at, GetParam().to.size(), GetParam().to);
    EXPECT_THAT(violated_clauses(file), ElementsAre(GetParam().clause));
}

INSTANTIATE_TEST_SUITE_P(
    All, PdfByteRule,
    testing::Values(ByteBreak{"HeaderVersion", "6.1.2", "%PDF-1.7", "%PDF-1.8"},
                    ByteBreak{"HeaderComment", "6.1.2", "\n%\xE2\xE3", "\n%ab"},
                    ByteBreak{"NoId", "6.1.3", "/ID [", "/IX ["},
                    ByteBreak{"XrefSpacing", "6.1.4", "\nxref\n0 ", "\nxref  0"},
                    ByteBreak{"HexDigit", "6.1.6", "Document<FEFF", "Document<FEFG"},
                    ByteBreak{"OddHex", "6.1.6", "Document<FEFF", "Document<FEF "},
                    ByteBreak{"StreamKeyword", "6.1.7.1", "\nendstream", " endstream"},
                    ByteBreak{"ObjectSpacing", "6.1.9", " 0 obj\n<<", " 0 obj <<"},
                    ByteBreak{"InlinePicture", "6.1.10", "\nBT\n", "\nBI "},
                    ByteBreak{"UnknownOperator", "6.2.2", " Tz\n", " Tx\n"},
                    ByteBreak{"UnknownResource", "6.2.2", "/I0 Do", "/I9 Do"},
                    ByteBreak{"UnpairedMark", "6.2.2", "\nEMC\n", "\n   \n"},
                    ByteBreak{"NotdefShown", "6.2.11.8", "Td\n<0001", "Td\n<0000"},
                    ByteBreak{"PdfaPart", "6.6.4", "<pdfaid:part>2", "<pdfaid:part>3"},
                    ByteBreak{"PdfaLevel", "6.6.4", "conformance>U<", "conformance>X<"}),
    [](const auto& info) { return info.param.name; });

TEST(PdfRule, ReportsDataAfterTheEnd) {
    EXPECT_THAT(violated_clauses(good_file() + "x"), ElementsAre("6.1.3"));
}

// A signed file -----------------------------------------------------------------------------------

/// With the range of a signature, though without one.
std::string signed_file(bool tagged = false) {
    std::string file =
        write(*full_form().prepared, full_form().document,
              {.issued_at = "2026-04-01T09:30:00+09:00",
               .form = PdfOptions::Form::Proof,
               .tagged = tagged,
               .signature = SignatureRoom{.signer = "見本市長", .reason = "交付", .bytes = 64}});
    const std::size_t mark = file.rfind(signature_room_mark);
    const std::size_t begin = mark + signature_room_mark.size() - 1,
                      end = file.find('>', begin) + 1;
    const auto put = [&](std::size_t at, std::size_t number) {
        const std::string digits = std::to_string(number);
        file.replace(mark + at + 10 - digits.size(), digits.size(), digits);
    };
    put(14, begin);
    put(25, end);
    put(36, file.size() - end);
    return file;
}

TEST(PdfRule, ASignedFileKeepsThemAll) {
    EXPECT_THAT(violated_clauses(signed_file(), {.is_signed = true}), ElementsAre());
    EXPECT_THAT(violated_clauses(good_file(), {.is_signed = true}), ElementsAre("6.4.3"));
    EXPECT_THAT(violated_clauses(signed_file()), testing::Contains("6.4.1"));
}

/// What is wrong with a signed file that is broken in one place.
std::vector<std::string> clauses_of_broken(const ByteBreak& one, bool tagged) {
    std::string file = signed_file(tagged);
    const std::size_t at = file.find(one.from);
    if (at == std::string::npos || one.from.size() != one.to.size()) return {"nothing to break"};
    file.replace(at, one.to.size(), one.to);
    return violated_clauses(file, {.tagged = tagged, .is_signed = true});
}

class PdfSignatureRule : public testing::TestWithParam<ByteBreak> {};

TEST_P(PdfSignatureRule, IsReported) {
    EXPECT_THAT(clauses_of_broken(GetParam(), false), ElementsAre(GetParam().clause));
}

INSTANTIATE_TEST_SUITE_P(
    All, PdfSignatureRule,
    testing::Values(ByteBreak{"NoField", "6.3.1", "/Subtype/Widget", "/Subtype/Stamps"},
                    ByteBreak{"HiddenField", "6.3.2", "/F 132", "/F 134"},
                    ByteBreak{"OtherAppearance", "6.3.3", "/AP <</N ", "/AP <</D "},
                    ByteBreak{"SignsAPart", "6.4.3", "/ByteRange [0 0", "/ByteRange [1 0"}),
    [](const auto& info) { return info.param.name; });

TEST(PdfRule, ASignedAndTaggedFileKeepsThemAll) {
    EXPECT_THAT(violated_clauses(signed_file(true), {.tagged = true, .is_signed = true}),
                ElementsAre());
}

class PdfTaggedSignatureRule : public testing::TestWithParam<ByteBreak> {};

TEST_P(PdfTaggedSignatureRule, IsReported) {
    EXPECT_THAT(clauses_of_broken(GetParam(), true), ElementsAre(GetParam().clause));
}

INSTANTIATE_TEST_SUITE_P(
    All, PdfTaggedSignatureRule,
    testing::Values(
        ByteBreak{"FieldWithoutAName", "UA 7.18.1", "/TU<", "/TV<"},
        ByteBreak{"FieldWithoutAKey", "UA 7.18.4", "/StructParent 1", "/StructParenT 1"},
        ByteBreak{"FieldOfAnotherElement", "UA 7.18.4", "/StructParent 1", "/StructParent 0"},
        ByteBreak{"FieldOfNoForm", "UA 7.18.4", "/S/Form", "/S/Sect"}),
    [](const auto& info) { return info.param.name; });

// By objects --------------------------------------------------------------------------------------

struct ObjectBreak {
    const char* name;
    const char* clause;
    std::function<void(QPDF&)> mutate;
};

std::string rewritten(const std::function<void(QPDF&)>& mutate) {
    return madoguchi::tests::rewritten(good_file(), mutate);
}

QPDFObjectHandle parse(const char* syntax) {
    return QPDFObjectHandle::parse(syntax);
}
QPDFObjectHandle page(QPDF& pdf) {
    return pdf.getAllPages()[0];
}
QPDFObjectHandle resources(QPDF& pdf) {
    return page(pdf).getKey("/Resources");
}
QPDFObjectHandle image(QPDF& pdf) {
    return resources(pdf).getKey("/XObject").getKey("/I0").getDict();
}
QPDFObjectHandle form(QPDF& pdf) {
    return resources(pdf).getKey("/XObject").getKey("/L0").getDict();
}
QPDFObjectHandle font(QPDF& pdf) {
    return resources(pdf).getKey("/Font").getKey("/R0");
}
QPDFObjectHandle descendant(QPDF& pdf) {
    return font(pdf).getKey("/DescendantFonts").getArrayItem(0);
}
QPDFObjectHandle intent(QPDF& pdf) {
    return pdf.getRoot().getKey("/OutputIntents").getArrayItem(0);
}

void add_content(QPDF& pdf, const std::string& operators) {
    QPDFObjectHandle content = page(pdf).getKey("/Contents");
    set_stream(content, stream_text(content) + operators);
}

const std::vector<ObjectBreak>& object_breaks() {
    static const std::vector<ObjectBreak> breaks = {
        {"LzwFilter", "6.1.7.2",
         [](QPDF& pdf) {
             auto stream =
                 QPDFObjectHandle::newStream(&pdf, "\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01");
             stream.getDict().replaceKey("/Filter", parse("/LZWDecode"));
             pdf.getRoot().replaceKey("/Extra", pdf.makeIndirectObject(stream));
         }},
        {"ExternalStream", "6.1.7.1",
         [](QPDF& pdf) { image(pdf).replaceKey("/F", parse("(other.png)")); }},
        {"NameNotUtf8", "6.1.8",
         [](QPDF& pdf) { pdf.getRoot().replaceKey("/Extra", parse("/#C3#28")); }},
        {"Permissions", "6.1.12",
         [](QPDF& pdf) { pdf.getRoot().replaceKey("/Perms", parse("<<>>")); }},
        {"LargeInteger", "6.1.13",
         [](QPDF& pdf) { pdf.getRoot().replaceKey("/Extra", parse("2147483648")); }},
        {"LongString", "6.1.13",
         [](QPDF& pdf) {
             pdf.getRoot().replaceKey("/Extra",
                                      QPDFObjectHandle::newString(std::string(32768, 'a')));
         }},
        {"LongName", "6.1.13",
         [](QPDF& pdf) {
             pdf.getRoot().replaceKey("/Extra",
                                      QPDFObjectHandle::newName("/" + std::string(128, 'a')));
         }},
        {"DeepNesting", "6.1.13",
         [](QPDF& pdf) {
             std::string deep;
             for (int i = 0; i < 29; ++i)
                 deep.insert(0, "q\n").append("Q\n");
             add_content(pdf, deep);
         }},
        {"SmallPage", "6.1.13",
         [](QPDF& pdf) { page(pdf).replaceKey("/MediaBox", parse("[0 0 2 800]")); }},
        {"LargePage", "6.1.13",
         [](QPDF& pdf) { page(pdf).replaceKey("/MediaBox", parse("[0 0 600 14401]")); }},
        {"FormWithoutResources", "6.2.2", [](QPDF& pdf) { form(pdf).removeKey("/Resources"); }},
        {"NoOutputIntent", "6.2.3", [](QPDF& pdf) { pdf.getRoot().removeKey("/OutputIntents"); }},
        {"OtherIntent", "6.2.3",
         [](QPDF& pdf) { intent(pdf).replaceKey("/S", parse("/GTS_PDFX")); }},
        {"NoProfile", "6.2.3", [](QPDF& pdf) { intent(pdf).removeKey("/DestOutputProfile"); }},
        {"ProfileComponents", "6.2.3",
         [](QPDF& pdf) {
             intent(pdf).getKey("/DestOutputProfile").getDict().replaceKey("/N", parse("4"));
         }},
        {"BrokenProfile", "6.2.3",
         [](QPDF& pdf) { replace_in(intent(pdf).getKey("/DestOutputProfile"), "acsp", "xxxx"); }},
        {"CmykColour", "6.2.4.3", [](QPDF& pdf) { add_content(pdf, "0 0 0 1 k\n"); }},
        {"CmykPicture", "6.2.4.3",
         [](QPDF& pdf) { image(pdf).replaceKey("/ColorSpace", parse("/DeviceCMYK")); }},
        {"TransferFunction", "6.2.5",
         [](QPDF& pdf) {
             resources(pdf).replaceKey("/ExtGState", parse("<</G<</TR /Identity>>>>"));
         }},
        {"RenderingIntent", "6.2.6", [](QPDF& pdf) { add_content(pdf, "/Perceptual ri\n"); }},
        {"PictureIntent", "6.2.6",
         [](QPDF& pdf) { image(pdf).replaceKey("/Intent", parse("/Vivid")); }},
        {"AlternatePictures", "6.2.8.1",
         [](QPDF& pdf) { image(pdf).replaceKey("/Alternates", parse("[]")); }},
        {"Interpolation", "6.2.8.1",
         [](QPDF& pdf) { image(pdf).replaceKey("/Interpolate", parse("true")); }},
        {"PostScriptForm", "6.2.9.1",
         [](QPDF& pdf) { form(pdf).replaceKey("/Subtype2", parse("/PS")); }},
        {"ReferenceForm", "6.2.9.2",
         [](QPDF& pdf) { form(pdf).replaceKey("/Ref", parse("<<>>")); }},
        {"PostScriptObject", "6.2.9.3",
         [](QPDF& pdf) {
             auto stream = QPDFObjectHandle::newStream(&pdf, "showpage");
             stream.getDict().replaceKey("/Subtype", parse("/PS"));
             pdf.getRoot().replaceKey("/Extra", pdf.makeIndirectObject(stream));
         }},
        {"BlendMode", "6.2.10",
         [](QPDF& pdf) {
             resources(pdf).replaceKey("/ExtGState", parse("<</G<</BM /Multiply>>>>"));
         }},
        {"SimpleFont", "6.2.11.2",
         [](QPDF& pdf) { font(pdf).replaceKey("/Subtype", parse("/TrueType")); }},
        {"NoSystemInfo", "6.2.11.3.1",
         [](QPDF& pdf) { descendant(pdf).removeKey("/CIDSystemInfo"); }},
        {"NoGlyphMap", "6.2.11.3.2", [](QPDF& pdf) { descendant(pdf).removeKey("/CIDToGIDMap"); }},
        {"OtherCmap", "6.2.11.3.3",
         [](QPDF& pdf) { font(pdf).replaceKey("/Encoding", parse("/UniJIS-UTF16-H")); }},
        {"NotEmbedded", "6.2.11.4.1",
         [](QPDF& pdf) { descendant(pdf).getKey("/FontDescriptor").removeKey("/FontFile2"); }},
        {"BrokenProgram", "6.2.11.4.1",
         [](QPDF& pdf) {
             set_stream(descendant(pdf).getKey("/FontDescriptor").getKey("/FontFile2"), "x");
         }},
        {"CidSet", "6.2.11.4.2",
         [](QPDF& pdf) {
             descendant(pdf).getKey("/FontDescriptor").replaceKey("/CIDSet", parse("<<>>"));
         }},
        {"WrongWidth", "6.2.11.5",
         [](QPDF& pdf) { descendant(pdf).replaceKey("/W", parse("[1 [1002]]")); }},
        {"NoToUnicode", "6.2.11.7.2", [](QPDF& pdf) { font(pdf).removeKey("/ToUnicode"); }},
        {"CodeWithoutText", "6.2.11.7.2",
         [](QPDF& pdf) { replace_in(font(pdf).getKey("/ToUnicode"), "\n<0001>", "\n<FFF1>"); }},
        {"ZeroText", "6.2.11.7.2",
         [](QPDF& pdf) { replace_in(font(pdf).getKey("/ToUnicode"), "<8FBBDB40DD02>", "<0000>"); }},
        {"Annotation", "6.3.1", [](QPDF& pdf) { page(pdf).replaceKey("/Annots", parse("[]")); }},
        {"Fields", "6.4.1",
         [](QPDF& pdf) { pdf.getRoot().replaceKey("/AcroForm", parse("<</Fields []>>")); }},
        {"XmlForm", "6.4.2",
         [](QPDF& pdf) { pdf.getRoot().replaceKey("/NeedsRendering", parse("true")); }},
        {"OpenAction", "6.5.1",
         [](QPDF& pdf) { pdf.getRoot().replaceKey("/OpenAction", parse("<<>>")); }},
        {"PageAction", "6.5.2", [](QPDF& pdf) { page(pdf).replaceKey("/AA", parse("<<>>")); }},
        {"NoMetadata", "6.6.2.1", [](QPDF& pdf) { pdf.getRoot().removeKey("/Metadata"); }},
        {"PacketEncoding", "6.6.2.1",
         [](QPDF& pdf) {
             replace_in(pdf.getRoot().getKey("/Metadata"), " id=", " encoding=\"UTF-8\" id=");
         }},
        {"UndescribedProperty", "6.6.2.3",
         [](QPDF& pdf) {
             replace_in(pdf.getRoot().getKey("/Metadata"), "<pdfaProperty:name>version",
                        "<pdfaProperty:name>edition");
         }},
        {"TitleDiffers", "6.6.3",
         [](QPDF& pdf) {
             pdf.getTrailer().getKey("/Info").replaceKey("/Title", parse("(Other)"));
         }},
        {"DateDiffers", "6.6.3",
         [](QPDF& pdf) {
             pdf.getTrailer().getKey("/Info").replaceKey("/ModDate", parse("(D:20260401093001Z)"));
         }},
        {"EmbeddedFile", "6.8",
         [](QPDF& pdf) { pdf.getRoot().replaceKey("/Names", parse("<</EmbeddedFiles <<>> >>")); }},
        {"OptionalContent", "6.9",
         [](QPDF& pdf) { pdf.getRoot().replaceKey("/OCProperties", parse("<<>>")); }},
        {"Presentation", "6.10",
         [](QPDF& pdf) { page(pdf).replaceKey("/PresSteps", parse("<<>>")); }},
        {"Requirements", "6.11",
         [](QPDF& pdf) { pdf.getRoot().replaceKey("/Requirements", parse("[]")); }},
    };
    return breaks;
}

class PdfObjectRule : public testing::TestWithParam<std::size_t> {};

TEST_P(PdfObjectRule, IsReported) {
    const ObjectBreak& one = object_breaks()[GetParam()];
    EXPECT_THAT(violated_clauses(rewritten(one.mutate)), ElementsAre(one.clause));
}

INSTANTIATE_TEST_SUITE_P(All, PdfObjectRule, testing::Range<std::size_t>(0, object_breaks().size()),
                         [](const auto& info) { return object_breaks()[info.param].name; });

TEST(PdfRule, FindsNothingInTheGoodFile) {
    for (const auto& violation : madoguchi::tests::check_pdfa(good_file())) {
        ADD_FAILURE() << violation.clause << ": " << violation.detail;
    }
}

// So that the breaks above are what is reported, not qpdf's way of writing.
TEST(PdfRule, FindsNothingInTheGoodFileWrittenAnew) {
    for (const auto& violation : madoguchi::tests::check_pdfa(rewritten([](QPDF&) {}))) {
        ADD_FAILURE() << violation.clause << ": " << violation.detail;
    }
}

TEST(PdfRule, RefusesWhatIsNoPdf) {
    EXPECT_FALSE(violated_clauses("").empty());
    EXPECT_FALSE(violated_clauses("%PDF-1.7\n").empty());
}

}  // namespace
}  // namespace madoguchi::render
