#include "api/gaiji/registration.h"

#include <algorithm>
#include <utility>

#include "api/files/input_file.h"
#include "api/tenants/gaiji_store.h"
#include "api/tenants/tenant.h"

namespace madoguchi::api {

namespace {

Diagnostic about_file(const std::filesystem::path& file, std::string code, BilingualText what,
                      BilingualText hint) {
    Diagnostic finding{.code = std::move(code), .message = std::move(what)};
    finding.origin.source = SourcePlace{.file = file.string()};
    finding.hints.push_back(std::move(hint));
    return finding;
}

/// The glyphs of the file under their codes.
Result<std::vector<fonts::UploadedGlyph>> wanted(fonts::UploadedGlyphs read,
                                                 const GaijiImport& import) {
    std::vector<fonts::UploadedGlyph>& glyphs = read.glyphs;
    const bool drawing = glyphs.size() == 1 && glyphs.front().code_point == 0;
    if (drawing && !import.code) {
        return about_file(import.file, "gaiji.code-needed",
                          {"図や画像には文字のコードがありません。",
                           "a drawing or a picture does not say its code."},
                          {"--code U+E000 のように外字のコードを指定してください。",
                           "Say the code, as --code U+E000."});
    }
    if (drawing) glyphs.front().code_point = *import.code;
    if (!import.code) return std::move(glyphs);
    std::erase_if(glyphs, [&](const auto& glyph) { return glyph.code_point != *import.code; });
    if (!glyphs.empty()) return std::move(glyphs);
    return fonts::gaiji_finding(
        *import.code, "gaiji.not-in-font",
        {"フォントにこのコードの字形がありません。", "the font has no shape under the code."},
        {"--code を付けなければ、フォントの外字すべてを登録します。",
         "Without --code all of the font's gaiji are registered."});
}

bool says_one_thing(const GaijiImport& import) {
    return !import.vendor_code.empty() || !import.reading.empty() || !import.meaning.empty();
}

std::vector<fonts::GaijiEntry> entries_of(std::vector<fonts::UploadedGlyph> glyphs,
                                          const GaijiImport& import) {
    std::vector<fonts::GaijiEntry> entries;
    for (fonts::UploadedGlyph& glyph : glyphs) {
        entries.push_back(
            {.code_point = glyph.code_point,
             .vendor_code = import.vendor_code,
             .reading = import.reading,
             .meaning = import.meaning,
             .source = import.source.empty() ? import.file.filename().string() : import.source,
             .identity = {},
             .drawing = std::move(glyph.drawing)});
    }
    return entries;
}

void apply(const GaijiDescription& said, fonts::GaijiEntry& entry) {
    if (said.vendor_code) entry.vendor_code = *said.vendor_code;
    if (said.reading) entry.reading = *said.reading;
    if (said.meaning) entry.meaning = *said.meaning;
    if (said.source) entry.source = *said.source;
    if (said.identity) entry.identity = *said.identity;
    if (said.valid_from) entry.valid_from = *said.valid_from;
    if (said.valid_to) entry.valid_to = *said.valid_to;
    for (const auto& [repertoire, text] : said.substitutes) {
        if (text.empty()) {
            entry.substitutes.erase(repertoire);
        } else {
            entry.substitutes[repertoire] = text;
        }
    }
}

}  // namespace

Result<GaijiImported> import_gaiji(const GaijiImport& import, const fonts::GaijiReason& reason,
                                   const UploadPrograms& programs) {
    const TenantSettings tenant = TRY(read_tenant_settings(import.tenant));
    const std::string bytes = TRY(read_file(import.file, largest_upload));
    fonts::UploadedGlyphs read = TRY(read_uploaded_file(bytes, import.file.string(), programs));
    GaijiImported imported{.blanks = read.blanks};
    std::vector<fonts::UploadedGlyph> glyphs = TRY(wanted(std::move(read), import));
    if (glyphs.size() > 1 && says_one_thing(import)) {
        return about_file(
            import.file, "gaiji.one-text-for-many",
            {"読み・意味・他システムのコードは、1字を登録するときだけ指定できます。",
             "reading, meaning and vendor code are for one character."},
            {"--code で1字を選ぶか、登録した後で madoguchi gaiji set を使ってください。",
             "Choose one with --code, or use madoguchi gaiji set afterwards."});
    }
    for (const fonts::UploadedGlyph& glyph : glyphs)
        imported.read.push_back(glyph.code_point);
    const std::vector<fonts::GaijiEntry> entries = entries_of(std::move(glyphs), import);
    const auto changed = TRY(change_gaiji(tenant.gaiji, [&](const fonts::GaijiRegistry& registry) {
        return registry.with(entries, import.other, reason);
    }));
    imported.registered = changed.entries().size();
    return imported;
}

Result<Done> describe_gaiji(const std::filesystem::path& tenant, char32_t code,
                            const GaijiDescription& description, const fonts::GaijiReason& reason) {
    const TenantSettings settings = TRY(read_tenant_settings(tenant));
    TRY(change_gaiji(settings.gaiji, [&](const fonts::GaijiRegistry& registry) {
        const fonts::GaijiEntry* known = registry.find(code);
        fonts::GaijiEntry entry = known != nullptr ? *known : fonts::GaijiEntry{.code_point = code};
        apply(description, entry);
        return registry.described(std::move(entry), reason);
    }));
    return Done{};
}

Result<Done> remove_gaiji(const std::filesystem::path& tenant, char32_t code,
                          const fonts::GaijiReason& reason) {
    const TenantSettings settings = TRY(read_tenant_settings(tenant));
    TRY(change_gaiji(settings.gaiji, [&](const fonts::GaijiRegistry& registry) {
        return registry.without(code, reason);
    }));
    return Done{};
}

}  // namespace madoguchi::api
