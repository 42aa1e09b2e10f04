#include "render/pdf/prepared.h"

#include "render/pdf/content_hash.h"
#include "render/pdf/icc.h"
#include "render/pdf/typical_page.h"

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

DeflateCode code_for_pages() {
    const std::string page = typical_page();
    const std::string_view typical = page;
    return DeflateCode({&typical, 1});
}

DeflateCode code_for(const std::vector<std::string>& streams) {
    const std::vector<std::string_view> typical(streams.begin(), streams.end());
    return DeflateCode(typical);
}

/// The fonts of records are much like those of the layers.
FontCodes codes_for_fonts(const std::vector<PreparedFont>& fonts) {
    std::vector<std::string> programs, to_unicode;
    for (const PreparedFont& font : fonts) {
        programs.push_back(inflate(font.embedded.program));
        to_unicode.push_back(inflate(font.embedded.to_unicode));
    }
    return {code_for(programs), code_for(to_unicode)};
}

}  // namespace

Result<std::shared_ptr<const PreparedPdf>> prepare_pdf(
    std::span<const std::shared_ptr<const Frame>> static_layers, const Elements& elements) {
    FontPool fonts;
    ImagePool images(Effort::Archive);
    Diagnostics findings;
    ContentHash hash;
    std::vector<PreparedPdf::Layer> layers;
    for (const std::shared_ptr<const Frame>& frame : static_layers) {
        ContentContext context{fonts, images, elements, {}, {}};
        const std::string content = write_content(*frame, frame->size.height, context);
        append(findings, std::move(context.findings));
        hash.update(content);
        layers.push_back({frame, deflate(content, Effort::Archive), std::move(context.used)});
    }
    if (!findings.empty()) return findings;
    std::vector<PreparedFont> embedded = TRY(embed_all(std::move(fonts).take_own()));
    auto prepared = std::make_shared<PreparedPdf>(code_for_pages(), codes_for_fonts(embedded));
    prepared->layers = std::move(layers);
    prepared->fonts = std::move(embedded);
    for (const PreparedFont& font : prepared->fonts)
        hash.update(font.embedded.base_font);
    prepared->images = std::move(images).take_own();
    for (const PooledImage& image : prepared->images)
        hash.update(image.data.samples.bytes);
    prepared->colour_profile = deflate(as_text(srgb_profile()), Effort::Archive);
    prepared->content_hash = hash.hex();
    return std::shared_ptr<const PreparedPdf>(std::move(prepared));
}

}  // namespace madoguchi::render
