#include "fonts/installed_fonts.h"

#include <array>
#include <string>
#include <utility>

#include "fonts/font_file.h"

namespace madoguchi::fonts {

namespace {

enum Installed : std::size_t { ipamj, ipaex_mincho, ipaex_gothic, noto_serif, noto_sans, ocr_b };

struct InstalledFont {
    const char* path;
    unsigned index;
    const char* package;
};

constexpr std::array<InstalledFont, 6> installed = {{
    // Every character of the 文字情報基盤 (Moji_Joho sequences, MJ names): names of people.
    {"truetype/ipamj/ipamjm.ttf", 0, "fonts-ipamj-mincho"},
    // JIS X 0213 with Adobe-Japan1 sequences, drawn by the same foundry as IPAmj.
    {"opentype/ipaexfont-mincho/ipaexm.ttf", 0, "fonts-ipaexfont-mincho"},
    // The same in gothic.
    {"opentype/ipaexfont-gothic/ipaexg.ttf", 0, "fonts-ipaexfont-gothic"},
    // The whole of Adobe-Japan1, Hangul and the hanzi of foreign residents. Font 0 of the
    // collection is the Japanese one.
    {"opentype/noto/NotoSerifCJK-Regular.ttc", 0, "fonts-noto-cjk"},
    {"opentype/noto/NotoSansCJK-Regular.ttc", 0, "fonts-noto-cjk"},
    // Lines that machines read.
    {"opentype/ocr-b/OCRB.otf", 0, "fonts-ocr-b"},
}};

using Faces = std::array<std::shared_ptr<const Face>, installed.size()>;

Diagnostic not_installed(const InstalledFont& font) {
    const std::string package = font.package;
    const std::string name = std::filesystem::path(font.path).filename().string();
    return font_finding(
        "font.not-installed", name,
        {"フォント「" + name + "」がインストールされていません（Debian パッケージ " + package +
             "）。",
         "The font \"" + name + "\" is not installed (Debian package " + package + ")."},
        {"「apt-get install " + package + "」を実行してください。",
         "Run \"apt-get install " + package + "\"."});
}

Result<Faces> open_all(const std::filesystem::path& directory) {
    Faces faces;
    Diagnostics findings;
    for (std::size_t i = 0; i < installed.size(); ++i) {
        const std::filesystem::path path = directory / installed[i].path;
        std::error_code ignored;
        if (!std::filesystem::exists(path, ignored)) {
            findings.push_back(not_installed(installed[i]));
            continue;
        }
        auto face = Face::open(path, installed[i].index);
        if (face) {
            faces[i] = std::move(face).value();
        } else {
            append(findings, std::move(face).findings());
        }
    }
    if (!findings.empty()) return findings;
    return faces;
}

FaceLink text_link(const Faces& faces, Installed font) {
    using enum Collection;
    const bool moji_joho = font == ipamj;
    return {faces[font], FaceRole::Text,
            moji_joho ? std::vector{MojiJoho, Standardised} : std::vector{AdobeJapan1}};
}

std::shared_ptr<const FaceSet> make_chain(const Faces& faces, const TenantFonts& tenant,
                                          std::initializer_list<Installed> order) {
    std::vector<FaceLink> chain;
    if (tenant.gaiji) chain.push_back({tenant.gaiji, FaceRole::Gaiji, {}});
    for (const Installed font : order)
        chain.push_back(text_link(faces, font));
    for (const auto& set : tenant.sets)
        chain.push_back({set->face(), FaceRole::Named, {}, set->description().prefix});
    return std::make_shared<const FaceSet>(std::move(chain), tenant.mappings);
}

}  // namespace

Result<FontLibrary> open_installed_fonts(TenantFonts tenant,
                                         const std::filesystem::path& directory) {
    const Faces faces = TRY(open_all(directory));
    FontLibrary library;
    library.mincho = make_chain(faces, tenant, {ipamj, ipaex_mincho, noto_serif});
    // The exact shape comes before the style: a name whose character no gothic face has is set in
    // mincho.
    library.gothic = make_chain(faces, tenant, {ipaex_gothic, noto_sans, ipamj, noto_serif});
    // A machine reads no other shapes: what OCR-B does not have is missing.
    library.ocr_b = std::make_shared<const FaceSet>(
        std::vector{FaceLink{faces[ocr_b], FaceRole::Text, {}},
                    FaceLink{faces[ipaex_gothic], FaceRole::Geta, {}}});
    return library;
}

}  // namespace madoguchi::fonts
