// What becomes of a foreign page, case by case; how whole files look is for
// tests/browser/backgrounds.test.mjs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/background/import.h"
#include "tests/support/hand_made_pdf.h"

namespace madoguchi::render {
namespace {

using madoguchi::tests::hand_made_pdf;
using madoguchi::tests::one_page_pdf;
using madoguchi::tests::pdf_stream;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string code_of(const std::string& pdf, std::size_t page = 1) {
    const Result<ImportedPage> imported = import_page(pdf, page);
    return imported.ok() ? "imported" : imported.findings().front().code;
}

std::string points(Length length) {
    std::string text;
    append_decimal(text, length.to_pt(), 2);
    return text;
}

/// One line a mark: how it is painted and where its points are, in points from the top left corner.
struct MarkText {
    std::string operator()(const Path& path) const {
        std::string text =
            path.fill ? "fill " + hex(*path.fill) : "line " + hex(path.stroke->colour);
        if (path.rule == FillRule::EvenOdd) text += " even-odd";
        if (path.stroke) text += " " + points(path.stroke->width);
        for (const PathStep& step : path.steps)
            text += std::visit([](const auto& s) { return words(s); }, step);
        return text;
    }
    std::string operator()(const templates::DrawnPicture& picture) const {
        return std::string(picture.format == templates::DrawnPicture::Format::Png ? "png"
                                                                                  : "jpeg") +
               place(picture.origin) + place(picture.across) + place(picture.down);
    }

    static std::string place(Point at) { return " " + points(at.x) + "," + points(at.y); }
    static std::string words(const PathMove& step) { return " M" + place(step.to); }
    static std::string words(const PathLine& step) { return " L" + place(step.to); }
    static std::string words(const PathCurve& step) {
        return " C" + place(step.first) + place(step.second) + place(step.to);
    }
    static std::string words(const PathClose&) { return " Z"; }
    static std::string hex(Colour colour) {
        char text[8];
        std::snprintf(text, sizeof text, "%02x%02x%02x", colour.red, colour.green, colour.blue);
        return text;
    }
};

std::vector<std::string> marks_of(const std::string& pdf) {
    const Result<ImportedPage> imported = import_page(pdf, 1);
    if (!imported.ok()) return {imported.findings().front().code};
    std::vector<std::string> lines;
    for (const templates::DrawnMark& mark : imported->drawing.marks)
        lines.push_back(std::visit(MarkText(), mark.content));
    return lines;
}

TEST(Background, DrawsPathsFromTheTopLeftCorner) {
    EXPECT_THAT(marks_of(one_page_pdf("", "1 0 0 rg 10 20 30 40 re f")),
                ElementsAre("fill ff0000 M 10,80 L 40,80 L 40,40 L 10,40 Z"));
    EXPECT_THAT(marks_of(one_page_pdf("", "0 G 2 w 0 0 m 10 0 20 10 20 20 c S")),
                ElementsAre("line 000000 2 M 0,100 C 10,100 20,90 20,80"));
    EXPECT_THAT(marks_of(one_page_pdf("", "q 2 0 0 2 5 5 cm 3 w 0 0 m 10 0 l s Q")),
                ElementsAre("line 000000 6 M 5,95 L 25,95 Z"));
    EXPECT_THAT(marks_of(one_page_pdf("", "0 0 9 9 re f* 0 w 0 0 m 9 9 l S")),
                ElementsAre(HasSubstr("even-odd"), HasSubstr("line 000000 0.12")));
}

TEST(Background, TurnsAndCutsThePage) {
    const Result<ImportedPage> turned = import_page(
        one_page_pdf("/CropBox[50 0 150 100]/Rotate 90/UserUnit 2", "50 0 10 10 re f"), 1);
    ASSERT_TRUE(turned.ok());
    EXPECT_EQ(turned->drawing.size, (Size{Length::pt(200), Length::pt(200)}));
    EXPECT_EQ(std::visit(MarkText(), turned->drawing.marks[0].content),
              "fill 000000 M 0,0 L 0,20 L 20,20 L 20,0 Z");
}

TEST(Background, MixesColours) {
    EXPECT_THAT(marks_of(one_page_pdf("", "0 0 0 1 k 0 0 1 1 re f")),
                ElementsAre(HasSubstr("fill 000000")));
    EXPECT_THAT(marks_of(one_page_pdf("/Resources<</ColorSpace<</S[/Separation/Spot/DeviceGray<<"
                                      "/FunctionType 2/Domain[0 1]/C0[1]/C1[0]/N 1>>]>>>>",
                                      "/S cs 0.5 scn 0 0 1 1 re f")),
                ElementsAre(HasSubstr("fill 808080")));
}

TEST(Background, ReadsASampledTint) {
    const std::string samples =
        pdf_stream("/FunctionType 0/Domain[0 1]/Range[0 1 0 1 0 1]/Size[2]/BitsPerSample 8",
                   "\xFF\xFF\xFF\xFF\x80\x01");
    EXPECT_THAT(
        marks_of(one_page_pdf("/Resources<</ColorSpace<</S[/Separation/Spot/DeviceRGB 5 0 R]>>>>",
                              "/S cs 1 scn 0 0 1 1 re f", {samples})),
        ElementsAre(HasSubstr("fill ff8001")));
}

TEST(Background, KeepsTintsOfTransparencyAndSaysSo) {
    const std::string page =
        one_page_pdf("/Resources<</ExtGState<</T<</ca 0.5>>>>>>", "/T gs 0 g 0 0 9 9 re f");
    const Result<ImportedPage> imported = import_page(page, 1);
    ASSERT_TRUE(imported.ok());
    EXPECT_THAT(marks_of(page), ElementsAre(HasSubstr("fill 808080")));
    ASSERT_EQ(imported->warnings.size(), 1u);
    EXPECT_EQ(imported->warnings[0].code, "background.transparency");
    EXPECT_EQ(imported->warnings[0].severity, Severity::Warning);
}

TEST(Background, PlacesPictures) {
    const std::string picture = pdf_stream(
        "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
        "x");
    EXPECT_THAT(marks_of(one_page_pdf("/Resources<</XObject<</I 5 0 R>>>>",
                                      "40 0 0 20 10 30 cm /I Do", {picture})),
                ElementsAre("png 10,50 40,0 0,20"));
    const std::string jpeg = pdf_stream(
        "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB"
        "/Filter/DCTDecode",
        "\xFF\xD8 whatever");
    EXPECT_THAT(marks_of(one_page_pdf("/Resources<</XObject<</I 5 0 R>>>>", "/I Do", {jpeg})),
                ElementsAre(HasSubstr("jpeg")));
}

TEST(Background, SaysThatAnEmptyPageIsEmpty) {
    const Result<ImportedPage> imported = import_page(one_page_pdf("", ""), 1);
    ASSERT_TRUE(imported.ok());
    ASSERT_EQ(imported->warnings.size(), 1u);
    EXPECT_EQ(imported->warnings[0].code, "background.empty");
}

TEST(Background, RefusesInWords) {
    EXPECT_EQ(code_of(""), "background.not-pdf");
    EXPECT_EQ(code_of("%PDF-1.7\n"), "background.broken");
    EXPECT_EQ(code_of(one_page_pdf("", ""), 2), "background.no-such-page");
    EXPECT_EQ(code_of(one_page_pdf("", ""), 0), "background.no-such-page");
    EXPECT_EQ(code_of(one_page_pdf("/MediaBox[0 0 9 9]", "")), "background.page-size");
    EXPECT_EQ(code_of(one_page_pdf("/MediaBox[0 0 9999 9999]", "")), "background.page-size");
    EXPECT_EQ(code_of(one_page_pdf("/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont"
                                   "/Helvetica>>>>>>",
                                   "BT /F 9 Tf (a) Tj ET")),
              "background.font-not-embedded");
    EXPECT_EQ(code_of(one_page_pdf("/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/X"
                                   "/FontDescriptor<</FontFile3 5 0 R>>>>>>>>",
                                   "BT /F 9 Tf (a) Tj ET", {pdf_stream("", "no font")})),
              "background.font-broken");
    EXPECT_EQ(code_of(one_page_pdf("", "BT (a) Tj ET")), "background.broken");
}

TEST(Background, RefusesWhatADrawingDoesNotHave) {
    const auto with = [](const std::string& resources, const std::string& content,
                         const std::vector<std::string>& more = {}) {
        return code_of(one_page_pdf("/Resources<<" + resources + ">>", content, more));
    };
    EXPECT_EQ(with("/Shading<</S<</ShadingType 2>>>>", "/S sh"), "background.unsupported");
    EXPECT_EQ(with("/Pattern<</P<<>>>>", "/Pattern cs /P scn 0 0 9 9 re f"),
              "background.unsupported");
    EXPECT_EQ(with("/ExtGState<</G<</SMask<</S/Alpha>>>>>>", "/G gs"), "background.unsupported");
    EXPECT_EQ(with("/ColorSpace<</L[/Lab<<>>]>>", "/L cs"), "background.unsupported");
    for (const char* filter : {"JPXDecode", "JBIG2Decode", "CCITTFaxDecode"}) {
        EXPECT_EQ(with("/XObject<</I 5 0 R>>", "/I Do",
                       {pdf_stream("/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace"
                                   "/DeviceGray/Filter/" +
                                       std::string(filter),
                                   "x")}),
                  "background.unsupported");
    }
}

TEST(Background, EndsWhateverTheFileAsksFor) {
    const std::string itself =
        pdf_stream("/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>", "/F Do /F Do");
    EXPECT_EQ(code_of(one_page_pdf("/Resources<</XObject<</F 5 0 R>>>>", "/F Do", {itself})),
              "background.too-large");
    EXPECT_EQ(code_of(one_page_pdf("/Resources<</XObject<</I 5 0 R>>>>", "/I Do",
                                   {pdf_stream("/Subtype/Image/Width 30000/Height 30000"
                                               "/BitsPerComponent 1/ColorSpace/DeviceGray",
                                               "")})),
              "background.too-large");
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "q ";
    EXPECT_EQ(code_of(one_page_pdf("", deep)), "background.too-large");
    EXPECT_EQ(code_of(hand_made_pdf(
                  {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>"})),
              "background.broken");
    const std::string boxes[] = {"/MediaBox[0 0 nan 5]", "/MediaBox 7", "/MediaBox[1e300 0 0 0]"};
    for (const std::string& box : boxes)
        EXPECT_NE(code_of(one_page_pdf(box, "1e30 0 0 1e-30 0 0 cm 9e99 0 m 1 1 l S")), "");
}

TEST(Background, PassesOverWhatItDoesNotKnow) {
    EXPECT_THAT(
        marks_of(one_page_pdf("", "BX /x yz EX ) ] >> 5 0 0 5 5 re f Q Q EMC ET n 1 1 l S")),
        testing::SizeIs(1));
    EXPECT_THAT(marks_of(one_page_pdf("", "/No Do /No gs 10 20 l S 0 0 5 re")), IsEmpty());
}

}  // namespace
}  // namespace madoguchi::render
