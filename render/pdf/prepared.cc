#include "render/pdf/prepared.h"

#include "render/pdf/content_hash.h"
#include "render/pdf/icc.h"

namespace madoguchi::render {

namespace {

using namespace pdf;

Result<std::vector<PreparedFont>> embed_all(std::vector<FontUse> uses) {
    std::vector<PreparedFont> fonts;
    for (FontUse& use : uses) {
        // Records may use any of these glyphs in either direction.
        const unsigned ordinal = static_cast<unsigned>(fonts.size());
        EmbeddedFont embedded =
            TRY(embed(use, ordinal, horizontal_use | vertical_use, Effort::Archive));
        fonts.push_back({std::move(use), std::move(embedded)});
    }
    return fonts;
}

}  // namespace

Result<std::shared_ptr<const PreparedPdf>> prepare_pdf(
    std::span<const std::shared_ptr<const Frame>> static_layers, const Elements& elements) {
    auto prepared = std::make_shared<PreparedPdf>();
    FontPool fonts;
    ImagePool images(Effort::Archive);
    Diagnostics findings;
    ContentHash hash;
    for (const std::shared_ptr<const Frame>& frame : static_layers) {
        ContentContext context{fonts, images, elements, {}, {}};
        const std::string content = write_content(*frame, frame->size.height, context);
        append(findings, std::move(context.findings));
        hash.update(content);
        prepared->layers.push_back(
            {frame, deflate(content, Effort::Archive), std::move(context.used)});
    }
    if (!findings.empty()) return findings;
    prepared->fonts = TRY(embed_all(std::move(fonts).take_own()));
    for (const PreparedFont& font : prepared->fonts)
        hash.update(font.embedded.base_font);
    prepared->images = std::move(images).take_own();
    for (const PooledImage& image : prepared->images)
        hash.update(image.data.samples.bytes);
    prepared->colour_profile = deflate(as_text(srgb_profile()), Effort::Archive);
    prepared->content_hash = hash.finish();
    return std::shared_ptr<const PreparedPdf>(std::move(prepared));
}

}  // namespace madoguchi::render
