#include "tests/unit/render/pdf_fixture.h"

#include <gtest/gtest.h>
#include <png.h>

#include "fonts/shape.h"

namespace madoguchi::render::tests {

namespace {

std::shared_ptr<const fonts::Face> open_face(const char* file) {
    Result<std::shared_ptr<const fonts::Face>> face = fonts::Face::open(file);
    if (face.ok()) return *face;
    ADD_FAILURE() << to_line(face.findings().front());
    std::abort();
}

GlyphRun empty_run(const RunStyle& style) {
    GlyphRun run;
    run.face = style.face.get();
    run.size = Length::pt(style.size);
    run.condense = style.condense;
    run.direction = style.direction;
    return run;
}

std::vector<Item> names() {
    return {
        text_item("辻\U000E0102邉\U000E010F𠮷か゚", at_points(60, 100)),
        // Private use: the gaiji of a tenant.
        glyph_item(*ipamj()->glyph(U'外'), "\uE000", at_points(60, 120)),
        text_item("&MJ003719;", at_points(60, 130)),
        text_item("長体の文字", at_points(60, 140), {.condense = 0.7}),
        text_item("縦書き「東京都」", at_points(500, 100), {.direction = RunDirection::Vertical}),
        text_item("縦長体", at_points(530, 100),
                  {.condense = 0.8, .direction = RunDirection::Vertical}),
        text_item("明朝", at_points(60, 180), {.face = noto_serif()})};
}

/// As an imported page has them: a clip of two boxes, an even-odd fill, a line of every ending.
Item clipped_shapes() {
    const auto box = [](double x, double y, double side) {
        return std::vector<PathStep>{PathMove{at_points(x, y)}, PathLine{at_points(x + side, y)},
                                     PathLine{at_points(x + side, y + side)},
                                     PathLine{at_points(x, y + side)}, PathClose{}};
    };
    Group group;
    group.clips = {{box(300, 400, 80), FillRule::NonZero}, {box(310, 410, 60), FillRule::EvenOdd}};
    Path filled{.steps = box(300, 400, 90), .fill = Colour{10, 200, 30}, .rule = FillRule::EvenOdd};
    Path stroked{.steps = box(320, 420, 30),
                 .stroke = StrokeStyle{.width = Length::pt(3),
                                       .colour = {200, 0, 0},
                                       .dashes = {Length::pt(5)},
                                       .dash_phase = Length::pt(2),
                                       .cap = LineCap::Round,
                                       .join = LineJoin::Bevel,
                                       .miter_limit = 4}};
    group.items = {{no_element, std::move(filled)}, {no_element, std::move(stroked)}};
    return {no_element, std::move(group)};
}

Item wide_set() {
    Group group;
    group.actual_text = "山田 花子";
    double x = 60;
    for (const char* letter : {"山", "田", "花", "子"}) {
        group.items.push_back(text_item(letter, at_points(x, 160)));
        x += 40;
    }
    return {no_element, std::move(group)};
}

}  // namespace

std::shared_ptr<const fonts::Face> ipamj() {
    static const auto face = open_face("/usr/share/fonts/truetype/ipamj/ipamjm.ttf");
    return face;
}

std::shared_ptr<const fonts::Face> noto_serif() {
    static const auto face = open_face("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc");
    return face;
}

Item text_item(std::string_view text, Point at, RunStyle style) {
    const bool vertical = style.direction == RunDirection::Vertical;
    const fonts::FaceSet faces({{style.face,
                                 fonts::FaceRole::Text,
                                 {fonts::Collection::MojiJoho, fonts::Collection::Standardised}}});
    const fonts::ShapedText shaped = fonts::shape(
        faces, std::string(text),
        vertical ? fonts::WritingDirection::Vertical : fonts::WritingDirection::Horizontal);
    EXPECT_TRUE(shaped.missing.empty());
    GlyphRun run = empty_run(style);
    run.text = shaped.text;
    double pen = 0;  // ems along the line
    for (const fonts::ShapedCharacter& character : shaped.characters) {
        double x = 0;
        for (std::size_t i = 0; i < character.glyph_count; ++i) {
            const fonts::ShapedGlyph& glyph = shaped.glyphs[character.first_glyph + i];
            const double along = vertical ? pen - glyph.y : pen + x + glyph.x;
            const double across = vertical ? glyph.x : glyph.y;
            const Point offset =
                vertical ? Point{run.size.scaled(across * style.condense), run.size.scaled(along)}
                         : Point{run.size.scaled(along * style.condense), -run.size.scaled(across)};
            run.glyphs.push_back({glyph.glyph, at + offset,
                                  static_cast<std::uint32_t>(character.offset),
                                  i == 0 ? static_cast<std::uint32_t>(character.size) : 0});
            x += glyph.advance;
        }
        pen += character.advance;
    }
    return {no_element, std::move(run)};
}

Item glyph_item(fonts::GlyphId glyph, std::string_view text, Point at, RunStyle style) {
    GlyphRun run = empty_run(style);
    run.text = text;
    run.glyphs.push_back({glyph, at, 0, static_cast<std::uint32_t>(text.size())});
    return {no_element, std::move(run)};
}

Point at_points(double x, double y) {
    return {Length::pt(x), Length::pt(y)};
}

Size a4() {
    return {Length::mm(210), Length::mm(297)};
}

Document document_of(std::vector<Item> items, std::shared_ptr<const Frame> static_layer) {
    Document document;
    document.title = "住民異動届";
    document.language = "ja";
    document.form_id = "resident-move";
    document.form_version = "1";
    document.sheets.push_back({a4(), std::move(static_layer), {a4(), std::move(items)}, {}});
    return document;
}

std::shared_ptr<const PreparedPdf> empty_form() {
    return *prepare_pdf(std::vector<std::shared_ptr<const Frame>>{}, {});
}

std::shared_ptr<const PreparedPdf> form_with(const std::shared_ptr<const Frame>& layer) {
    const std::vector<std::shared_ptr<const Frame>> layers = {layer};
    Result<std::shared_ptr<const PreparedPdf>> form = prepare_pdf(layers, {});
    EXPECT_TRUE(form.ok());
    return *form;
}

std::string write(const PreparedPdf& form, const Document& document, PdfOptions options) {
    PdfBatch batch(form, std::move(options));
    const Result<Done> added = batch.add(document);
    EXPECT_TRUE(added.ok()) << to_line(added.findings().front());
    Result<std::string> file = std::move(batch).finish();
    EXPECT_TRUE(file.ok()) << to_line(file.findings().front());
    return file.ok() ? *file : std::string();
}

std::shared_ptr<const std::vector<std::uint8_t>> small_png() {
    const std::vector<std::uint8_t> pixels = {255, 0, 0,   255, 0, 255, 0, 255,
                                              0,   0, 255, 128, 9, 9,   9, 0};
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = 2;
    image.height = 2;
    image.format = PNG_FORMAT_RGBA;
    png_alloc_size_t size = 4096;
    std::vector<std::uint8_t> bytes(size);
    EXPECT_TRUE(
        png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.data(), 0, nullptr));
    bytes.resize(size);
    return std::make_shared<const std::vector<std::uint8_t>>(std::move(bytes));
}

const FullForm& full_form() {
    static const FullForm form = [] {
        FullForm out;
        auto layer = std::make_shared<Frame>();
        layer->size = a4();
        layer->items.push_back(text_item("氏名 住所", at_points(40, 80)));
        Path line;
        line.steps = {PathMove{at_points(40, 90)}, PathLine{at_points(400, 90)}};
        line.stroke = StrokeStyle{Length::pt(0.5), {0, 0, 0}, {Length::pt(2), Length::pt(1)}};
        layer->items.push_back({no_element, line});
        layer->items.push_back(clipped_shapes());
        out.layer = layer;
        out.prepared = form_with(out.layer);
        std::vector<Item> items = names();
        items.push_back(wide_set());
        items.push_back(text_item("氏", at_points(60, 200)));
        const Rect box{Length::pt(300), Length::pt(300), Length::pt(50), Length::pt(50)};
        items.push_back({no_element, Picture{Picture::Format::Png, small_png(), box, "印"}});
        out.document = document_of(std::move(items), out.layer);
        return out;
    }();
    return form;
}

}  // namespace madoguchi::render::tests
