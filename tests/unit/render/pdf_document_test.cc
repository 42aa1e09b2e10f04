#include "render/pdf/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <locale>
#include <set>
#include <sstream>
#include <thread>

#include "render/pdf/object.h"
#include "tests/support/pdfa_rules.h"
#include "tests/unit/render/pdf_fixture.h"

namespace madoguchi::render {
namespace {

using namespace tests;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const PdfOptions proof{.document_id = "golden", .form = PdfOptions::Form::Proof};

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; ++at)
        ++found;
    return found;
}

TEST(PdfDocument, ConformsWithEverythingItCanShow) {
    const FullForm& form = full_form();
    EXPECT_THAT(madoguchi::tests::violated_clauses(write(*form.prepared, form.document)),
                ElementsAre());
    EXPECT_THAT(madoguchi::tests::violated_clauses(write(*form.prepared, form.document, proof)),
                ElementsAre());
}

// Without fonts, whose bytes belong to a package: structure, line work, a picture, metadata.
TEST(PdfDocument, WritesTheGoldenProof) {
    auto layer = std::make_shared<Frame>();
    layer->size = a4();
    Path box;
    box.steps = {PathMove{at_points(50, 50)}, PathLine{at_points(200, 50)},
                 PathLine{at_points(200, 100)}, PathClose{}};
    box.stroke = StrokeStyle{Length::pt(0.5), {0, 0, 0}, {}};
    layer->items.push_back({no_element, box});
    const Rect frame{Length::mm(20), Length::mm(30), Length::mm(10), Length::mm(10)};
    const Document document =
        document_of({{no_element, Picture{Picture::Format::Png, small_png(), frame, "印"}}}, layer);
    PdfOptions options = proof;
    options.issued_at = "2026-04-01T09:30:00+09:00";
    const std::string file = write(*form_with(layer), document, options);
    const std::string path = MADOGUCHI_SOURCE_DIR "/tests/cases/pdf/lines_and_picture.proof.pdf";
    if (std::getenv("MADOGUCHI_UPDATE")) std::ofstream(path, std::ios::binary) << file;
    std::stringstream golden;
    golden << std::ifstream(path, std::ios::binary).rdbuf();
    EXPECT_EQ(file, golden.str());
}

TEST(PdfDocument, WritesAStaticLayerOnce) {
    const FullForm& form = full_form();
    PdfBatch batch(*form.prepared, proof);
    ASSERT_TRUE(batch.add(form.document).ok());
    ASSERT_TRUE(batch.add(form.document).ok());
    const std::string file = *std::move(batch).finish();
    EXPECT_EQ(count(file, "/Type/Page/"), 2u);
    EXPECT_EQ(count(file, "/Subtype/Form"), 1u);
    EXPECT_EQ(count(file, "/L0 Do"), 2u);
}

TEST(PdfDocument, DrawsALayerThatWasNotPrepared) {
    const FullForm& form = full_form();
    const std::string file = write(*empty_form(), form.document, proof);
    EXPECT_EQ(count(file, "/Subtype/Form"), 0u);
    EXPECT_THAT(file, HasSubstr("[2 1] 0 d\n"));
    EXPECT_THAT(madoguchi::tests::violated_clauses(file), ElementsAre());
}

TEST(PdfDocument, HangsALayerOfAnotherHeightFromTheTop) {
    auto layer = std::make_shared<Frame>();
    layer->size = {Length::pt(100), Length::pt(40)};
    Document document = document_of({}, layer);
    document.sheets[0].size = {Length::pt(100), Length::pt(100)};
    EXPECT_THAT(write(*form_with(layer), document, proof),
                HasSubstr("q\n1 0 0 1 0 60 cm\n/L0 Do\nQ\n"));
}

TEST(PdfDocument, ShowsStaticGlyphsWithTheStaticFont) {
    auto layer = std::make_shared<Frame>();
    layer->size = a4();
    layer->items.push_back(text_item("氏名", at_points(10, 20)));
    const auto form = form_with(layer);
    const std::string known =
        write(*form, document_of({text_item("名", at_points(10, 40))}, layer), proof);
    EXPECT_EQ(count(known, "/FontFile2"), 1u);
    EXPECT_THAT(known, HasSubstr("/S0 10 Tf\n10 801.89 Td\n<0002> Tj"));
    const std::string mixed =
        write(*form, document_of({text_item("名前", at_points(10, 40))}, layer), proof);
    EXPECT_EQ(count(mixed, "/FontFile2"), 2u);
    EXPECT_THAT(mixed, HasSubstr("<0002> Tj\n/R0 10 Tf\n<0001> Tj"));
}

TEST(PdfDocument, LeavesOutStaticFontsThatNoSheetUses) {
    auto layer = std::make_shared<Frame>();
    layer->size = a4();
    layer->items.push_back(text_item("氏名", at_points(10, 20)));
    EXPECT_THAT(write(*form_with(layer), document_of({}), proof), Not(HasSubstr("/FontFile2")));
}

TEST(PdfDocument, BuildsATreeOfManyPages) {
    const auto form = empty_form();
    PdfBatch batch(*form, proof);
    for (int i = 0; i < 5000; ++i)
        ASSERT_TRUE(batch.add(document_of({})).ok());
    const std::string file = *std::move(batch).finish();
    EXPECT_EQ(count(file, "/Type/Page/"), 5000u);
    QPDF pdf;
    pdf.processMemoryFile("batch", file.data(), file.size());
    EXPECT_EQ(pdf.getAllPages().size(), 5000u);
    QPDFObjectHandle root = pdf.getRoot().getKey("/Pages");
    EXPECT_EQ(root.getKey("/Count").getIntValue(), 5000);
    EXPECT_EQ(root.getKey("/Kids").getArrayNItems(), 2);
    EXPECT_EQ(root.getKey("/Kids").getArrayItem(0).getKey("/Kids").getArrayNItems(), 64);
}

TEST(PdfDocument, ForgetsADocumentThatFails) {
    const FullForm& form = full_form();
    const Document good = document_of({text_item("良", at_points(10, 20))}, form.layer);
    Document bad = document_of({text_item("秘", at_points(10, 20))}, form.layer);
    bad.sheets[0].data_layer.items.push_back(glyph_item(0, "密", at_points(10, 40)));
    PdfBatch batch(*form.prepared, {});
    const Result<Done> added = batch.add(bad);
    ASSERT_FALSE(added.ok());
    EXPECT_EQ(added.findings().front().code, "pdf.missing-glyph");
    ASSERT_TRUE(batch.add(good).ok());
    EXPECT_EQ(*std::move(batch).finish(), write(*form.prepared, good));
}

std::string finish_code(PdfBatch batch) {
    const Result<std::string> file = std::move(batch).finish();
    return file.ok() ? "" : file.findings().front().code;
}

TEST(PdfDocument, RefusesWhatCannotBeAFile) {
    const auto form = empty_form();
    EXPECT_EQ(finish_code(PdfBatch(*form, {})), "pdf.no-pages");
    Document tiny = document_of({});
    tiny.sheets[0].size.height = Length::pt(2);
    PdfBatch batch(*form, {});
    EXPECT_EQ(batch.add(tiny).findings().front().code, "pdf.page-size");
    PdfBatch late(*form, {.issued_at = "yesterday"});
    ASSERT_TRUE(late.add(document_of({})).ok());
    EXPECT_EQ(finish_code(std::move(late)), "pdf.issued-at");
}

TEST(PdfDocument, RefusesAStaticGlyphThatDoesNotExist) {
    auto layer = std::make_shared<Frame>();
    layer->size = a4();
    layer->items.push_back(glyph_item(0, "東", at_points(10, 20)));
    layer->items[0].element = 0;
    const std::vector<std::shared_ptr<const Frame>> layers = {layer};
    const Elements elements({{"title", "", "/pages/0/elements/0", ""}});
    const auto form = prepare_pdf(layers, elements);
    ASSERT_FALSE(form.ok());
    EXPECT_EQ(form.findings().front().code, "pdf.missing-glyph");
    EXPECT_EQ(form.findings().front().origin.element_id, "title");
}

TEST(PdfDocument, IsTheSameWhenItsBytesAreTakenOnTheWay) {
    const FullForm& form = full_form();
    PdfBatch whole(*form.prepared, {}), piecewise(*form.prepared, {});
    std::string pieces;
    for (int i = 0; i < 70; ++i) {
        ASSERT_TRUE(whole.add(form.document).ok());
        ASSERT_TRUE(piecewise.add(form.document).ok());
        if (i % 9 != 0) continue;
        EXPECT_GT(piecewise.waiting_bytes(), 0U);
        pieces += piecewise.take_bytes();
        EXPECT_EQ(piecewise.waiting_bytes(), 0U);
    }
    pieces += *std::move(piecewise).finish();
    EXPECT_EQ(pieces, *std::move(whole).finish());
}

/// A batch of 300 documents in chapters of 40, with a stop behind each of the chapters in `stops`:
/// from there on another batch goes on.
std::string written_with_stops(const std::set<int>& stops) {
    const FullForm& form = full_form();
    auto batch = std::make_unique<PdfBatch>(*form.prepared, PdfOptions{});
    std::string file;
    PdfCheckpoint told;
    for (int i = 1; i <= 300; ++i) {
        const Document& document =
            i % 3 == 0 ? form.document
                       : document_of({text_item(i % 2 == 0 ? "他人" : "東京", at_points(1, 20))});
        EXPECT_TRUE(batch->add(document).ok());
        if (i % 40 != 0) continue;
        EXPECT_TRUE(batch->end_chapter().ok());
        file += batch->take_bytes();
        PdfCheckpoint here = batch->checkpoint();
        EXPECT_EQ(here.bytes, file.size());
        EXPECT_TRUE(told.go_on_to(std::move(here)));
        if (stops.count(i / 40) != 0)
            batch = std::make_unique<PdfBatch>(*form.prepared, PdfOptions{}, told);
    }
    return file + *std::move(*batch).finish();
}

TEST(PdfDocument, GoesOnBehindACheckpointInAnotherProcess) {
    const std::string undisturbed = written_with_stops({});
    EXPECT_THAT(madoguchi::tests::violated_clauses(undisturbed), ElementsAre());
    EXPECT_EQ(written_with_stops({1}), undisturbed);
    EXPECT_EQ(written_with_stops({7}), undisturbed);
    EXPECT_EQ(written_with_stops({1, 2, 3, 4, 5, 6, 7}), undisturbed);
}

TEST(PdfDocument, FinishesBehindTheLastCheckpointOfAll) {
    const FullForm& form = full_form();
    PdfBatch first(*form.prepared, {}), whole(*form.prepared, {});
    for (PdfBatch* batch : {&first, &whole}) {
        ASSERT_TRUE(batch->add(form.document).ok());
        ASSERT_TRUE(batch->end_chapter().ok());
    }
    std::string file = first.take_bytes();
    PdfCheckpoint told;
    ASSERT_TRUE(told.go_on_to(first.checkpoint()));
    PdfBatch second(*form.prepared, {}, told);
    file += *std::move(second).finish();
    EXPECT_EQ(file, *std::move(whole).finish());
}

TEST(PdfCheckpoint, RefusesWhatDoesNotFollow) {
    PdfCheckpoint told;
    told.offsets = {10, 0};
    PdfCheckpoint next;
    next.first_object = 3;
    next.late = {{2, 50}};
    next.offsets = {60};
    PdfCheckpoint both = told;
    ASSERT_TRUE(both.go_on_to(next));
    EXPECT_EQ(both.offsets, (std::vector<std::uint64_t>{10, 50, 60}));
    next.first_object = 4;
    EXPECT_FALSE(told.go_on_to(next));
    next.first_object = 3;
    next.late = {{3, 50}};
    EXPECT_FALSE(told.go_on_to(next));
}

TEST(PdfDocument, DerivesTheIdFromOptionsOrContent) {
    const FullForm& form = full_form();
    const auto id = [](const std::string& file) { return file.substr(file.rfind("/ID"), 80); };
    const std::string one = write(*form.prepared, form.document);
    const std::string other =
        write(*form.prepared, document_of({text_item("他", at_points(1, 20))}, form.layer));
    EXPECT_NE(id(one), id(other));
    EXPECT_NE(id(one), id(write(*form.prepared, form.document, {.document_id = "a"})));
    EXPECT_EQ(id(write(*form.prepared, form.document, {.document_id = "a"})),
              id(write(*form.prepared, document_of({}), {.document_id = "a"})));
}

TEST(PdfDocument, NamesNoClock) {
    const std::string file = write(*full_form().prepared, full_form().document);
    EXPECT_THAT(file, Not(HasSubstr("Date")));
}

/// Points, groups of digits and their separators all unlike C's.
class OddNumbers : public std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '\''; }
    std::string do_grouping() const override { return "\1"; }
};

TEST(PdfDocument, WritesTheSameBytesInAnyLocale) {
    const FullForm& form = full_form();
    const PdfOptions options{.issued_at = "2026-04-01T09:30:00+09:00"};
    const std::string file = write(*form.prepared, form.document, options);
    const std::locale before = std::locale::global(std::locale(std::locale(), new OddNumbers));
    const auto again = form_with(form.layer);
    Document document = form.document;
    const std::string in_locale = write(*again, document, options);
    std::locale::global(before);
    EXPECT_EQ(file, in_locale);
}

TEST(PdfDocument, WritesTheSameBytesInAnyThread) {
    const FullForm& form = full_form();
    const std::string file = write(*form.prepared, form.document);
    std::vector<int> equal(4);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < equal.size(); ++i) {
        threads.emplace_back([&, i] {
            for (int round = 0; round < 20; ++round) {
                PdfBatch batch(*form.prepared, {});
                if (!batch.add(form.document).ok()) return;
                const Result<std::string> again = std::move(batch).finish();
                equal[i] += again.ok() && *again == file;
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_THAT(equal, ElementsAre(20, 20, 20, 20));
}

TEST(PdfDocument, CompressesSmallerWhenAsked) {
    const FullForm& form = full_form();
    EXPECT_LT(write(*form.prepared, form.document, {.compression = PdfOptions::Compression::Small})
                  .size(),
              write(*form.prepared, form.document).size());
}

TEST(PdfDocument, RefusesToSayMoreThanPdfaAllows) {
    Document document = document_of({text_item("転入", at_points(60, 100))});
    StructureNode node{.spoken = std::string(16'383, 'a'), .elements = {0}};
    document.elements.add({"move-kind", "異動の種類", "/pages/0/elements/0", "", -1});
    document.sheets[0].data_layer.items[0].element = 0;
    document.sheets[0].structure.push_back({.role = StructureNode::Role::Row, .kids = {node}});
    const auto form = empty_form();
    PdfBatch file(*form, {.tagged = true});
    const Result<Done> refused = file.add(document);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.findings()[0].code, "pdf.text-too-long");
    EXPECT_EQ(refused.findings()[0].origin.element_id, "move-kind");
    document.sheets[0].structure[0].kids[0].spoken.pop_back();
    EXPECT_TRUE(file.add(document).ok());
}

}  // namespace
}  // namespace madoguchi::render
