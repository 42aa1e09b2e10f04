#include "render/pdf/metadata.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace madoguchi::render::pdf {
namespace {

using testing::HasSubstr;
using testing::Not;

Metadata full() {
    return {"住民異動届 <転入 & 転居>", "ja", "resident-move", "3", "document-1",
            "2026-04-01T09:30:00+09:00"};
}

std::string code_of(const Metadata& metadata) {
    const Result<Done> result = check(metadata);
    return result.ok() ? "" : result.findings().front().code;
}

std::string code_of_time(std::string time) {
    Metadata metadata = full();
    metadata.issued_at = std::move(time);
    return code_of(metadata);
}

TEST(PdfMetadata, SaysWhatTheFileIs) {
    const std::string xmp = xmp_packet(full());
    EXPECT_THAT(xmp, HasSubstr("<pdfaid:part>2</pdfaid:part>\n"
                               "<pdfaid:conformance>U</pdfaid:conformance>"));
    EXPECT_THAT(xmp, HasSubstr("住民異動届 &lt;転入 &amp; 転居&gt;</rdf:li>"));
    EXPECT_THAT(xmp, HasSubstr("<xmp:CreateDate>2026-04-01T09:30:00+09:00</xmp:CreateDate>"));
    EXPECT_THAT(xmp, HasSubstr("<form:version>3</form:version>"));
}

TEST(PdfMetadata, LeavesOutWhatIsNotKnown) {
    const std::string xmp = xmp_packet({});
    EXPECT_THAT(xmp, Not(HasSubstr("Date>")));
    EXPECT_THAT(xmp, Not(HasSubstr("dc:title>")));
    EXPECT_THAT(xmp, Not(HasSubstr("<form:id>")));
}

TEST(PdfMetadata, WritesDatesInBothForms) {
    EXPECT_EQ(pdf_date("2026-04-01T09:30:00+09:00"), "D:20260401093000+09'00'");
    EXPECT_EQ(pdf_date("2026-04-01T09:30:00Z"), "D:20260401093000Z");
}

TEST(PdfMetadata, AcceptsTimes) {
    EXPECT_EQ(code_of_time(""), "");
    EXPECT_EQ(code_of_time("2026-04-01T09:30:00+09:00"), "");
    EXPECT_EQ(code_of_time("2024-02-29T23:59:59Z"), "");
}

TEST(PdfMetadata, RefusesWhatIsNoTime) {
    for (const char* time :
         {"2026-04-01", "2026-04-01T09:30:00", "2026-13-01T09:30:00Z", "2026-02-29T09:30:00Z",
          "2026-00-10T00:00:00Z", "2026-04-31T00:00:00Z", "2026-04-01T24:00:00Z",
          "2026-04-01T09:60:00Z", "2026-04-01T09:30:00+15:00", "2026-04-01 09:30:00Z", "now"}) {
        EXPECT_EQ(code_of_time(time), "pdf.issued-at") << time;
    }
}

TEST(PdfMetadata, RefusesWhatXmlOrPdfaCannotHold) {
    Metadata metadata = full();
    metadata.title = "a\x01";
    EXPECT_EQ(code_of(metadata), "pdf.bad-metadata");
    metadata.title = "\uFFFE";
    EXPECT_EQ(code_of(metadata), "pdf.bad-metadata");
    metadata.title = std::string(16383, 'a');
    EXPECT_EQ(code_of(metadata), "pdf.text-too-long");
}

}  // namespace
}  // namespace madoguchi::render::pdf
