#include "fonts/installed_fonts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fixtures.h"

namespace madoguchi::fonts {

namespace {

std::vector<std::string> names_of(const FaceSet& faces) {
    std::vector<std::string> names;
    for (const FaceLink& link : faces.chain())
        names.push_back(link.face->postscript_name());
    return names;
}

TEST(InstalledFonts, StandInTheOrderOfTheirChains) {
    EXPECT_THAT(names_of(*library().mincho),
                testing::ElementsAre("TestGaiji-Regular", "IPAmjMincho", "IPAexMincho",
                                     "NotoSerifCJKjp-Regular"));
    EXPECT_THAT(names_of(*library().gothic),
                testing::ElementsAre("TestGaiji-Regular", "IPAexGothic", "NotoSansCJKjp-Regular",
                                     "IPAmjMincho", "NotoSerifCJKjp-Regular"));
}

TEST(InstalledFonts, OcrBHasNoOtherFaceThanForGeta) {
    const FaceSet& ocr_b = *library().ocr_b;
    EXPECT_THAT(names_of(ocr_b), testing::ElementsAre("OCRB-Regular", "IPAexGothic"));
    EXPECT_TRUE(std::holds_alternative<FoundCharacter>(ocr_b.find("7")));
    EXPECT_TRUE(std::holds_alternative<FoundCharacter>(ocr_b.find("〓")));
    EXPECT_TRUE(std::holds_alternative<MissingReason>(ocr_b.find("年")));
    EXPECT_TRUE(std::holds_alternative<MissingReason>(ocr_b.find("７")));
}

TEST(InstalledFonts, WithoutATenantsFontThereIsNoGaijiLink) {
    const FontLibrary plain = open_installed_fonts().value();
    EXPECT_EQ(plain.mincho->chain().front().role, FaceRole::Text);
}

TEST(InstalledFonts, EachMissingPackageIsNamed) {
    const auto library = open_installed_fonts({}, "/nonexistent");
    ASSERT_FALSE(library.ok());
    ASSERT_EQ(library.findings().size(), 6U);
    const Diagnostic& first = library.findings().front();
    EXPECT_EQ(first.code, "font.not-installed");
    EXPECT_THAT(first.message.ja, testing::HasSubstr("fonts-ipamj-mincho"));
    EXPECT_THAT(first.message.en, testing::HasSubstr("fonts-ipamj-mincho"));
    EXPECT_EQ(first.origin.source->file, "ipamjm.ttf");
}

}  // namespace

}  // namespace madoguchi::fonts
