// Files with random bytes in them: each is imported or refused in words, and the program that asks
// stands.
#include <gtest/gtest.h>

#include <iostream>
#include <map>
#include <random>

#include "api/backgrounds/import.h"
#include "tests/support/hand_made_pdf.h"

namespace madoguchi::api {
namespace {

std::string whole_file() {
    using tests::pdf_stream;
    return tests::one_page_pdf(
        "/Annots[9 0 R]/Resources<</Font<</F 5 0 R>>/XObject<</I 7 0 R/X 8 0 R>>/ColorSpace<</S["
        "/Separation/Spot/DeviceRGB<</FunctionType 2/Domain[0 1]/C0[1 1 1]/C1[0 1 0]/N 1>>]>>>>",
        "q 1 0 0 1 5 5 cm 0.5 w [3 2] 1 d 0 0 50 40 re W n 1 0 0 RG 0 0 m 40 40 l S Q BT /F 9 Tf 1 "
        "0 "
        "0 1 9 60 Tm [(aa) -200 (a)] TJ ET /S cs 0.5 scn 60 10 30 30 re f* q 20 0 0 20 100 50 cm "
        "/I Do Q "
        "/X Do BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI 1 0 0 0 k 9 9 m 1 2 3 4 5 6 c b",
        {"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[0.1 0 0 0.1 0 0]/CharProcs<</a 6 "
         "0 "
         "R>>/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[9]/Resources<<>>>>",
         pdf_stream("", "9 0 0 0 9 9 d1 0 0 8 8 re f"),
         pdf_stream(
             "/Subtype/Image/Width 4/Height 2/BitsPerComponent 2/ColorSpace[/Indexed/DeviceRGB "
             "3<000000FF000000FF000000FF>]/Mask[0 1]",
             "\x1B\xE4"),
         pdf_stream("/Subtype/Form/BBox[0 0 90 90]/Matrix[1 0 0.2 1 0 0]/Group<</S/Transparency>>"
                    "/Resources<<>>",
                    "0.5 g 100 20 30 20 re B"),
         "<</Type/Annot/Subtype/Widget/Rect[9 9 50 20]/AP<</N 8 0 R>>>>"});
}

TEST(BackgroundMutation, TenThousandBrokenFilesDoNoHarm) {
    const PageReader reader{.program = {PAGE_READER, {}}, .limits = {}};
    const std::string whole = whole_file();
    ASSERT_TRUE(import_background(whole, 1, reader).ok());
    std::mt19937 random(20261126);
    std::map<std::string, int> outcomes;
    for (int round = 0; round < 10'000; ++round) {
        std::string changed = whole;
        for (unsigned changes = 1 + random() % 8; changes > 0; --changes)
            changed[random() % changed.size()] = static_cast<char>(random());
        if (round % 10 == 0) changed.resize(random() % changed.size());
        const Result<ReadPage> page = import_background(changed, 1, reader);
        ++outcomes[page.ok() ? "imported" : page.findings().front().code];
    }
    for (const auto& [outcome, count] : outcomes)
        RecordProperty(outcome, count);
    EXPECT_GT(outcomes["imported"], 1000) << "else the changes reach nothing but the file's frame";
    EXPECT_EQ(outcomes["background.no-reader"], 0);
    for (const auto& [outcome, count] : outcomes)
        std::cout << outcome << ' ' << count << '\n';
}

}  // namespace
}  // namespace madoguchi::api
