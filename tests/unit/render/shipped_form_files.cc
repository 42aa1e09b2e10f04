#include "tests/unit/render/shipped_form_files.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "fonts/installed_fonts.h"
#include "templates/catalogue.h"

namespace madoguchi::render::tests {

namespace {

/// Prepared once for the whole program. The gaiji of a demonstration tenant are not among the fonts
/// here; what a sample shows of them is marked.
struct ShippedForm {
    templates::CatalogueEntry entry;
    std::shared_ptr<const PreparedForm> prepared;
};

const std::vector<ShippedForm>& shipped_forms() {
    static const std::vector<ShippedForm> forms = [] {
        std::vector<ShippedForm> all;
        const auto catalogue = templates::Catalogue::open(
            std::filesystem::path(MADOGUCHI_SOURCE_DIR) / "templates/forms");
        const auto fonts = fonts::open_installed_fonts();
        EXPECT_TRUE(catalogue.ok() && fonts.ok());
        for (const templates::CatalogueEntry& entry : catalogue->entries()) {
            templates::Template form = entry.form;
            form.missing_character = templates::MissingCharacterPolicy::Mark;
            const auto compiled = templates::CompiledForm::compile(std::move(form));
            EXPECT_TRUE(compiled.ok());
            const auto prepared = prepare(*compiled, *fonts);
            EXPECT_TRUE(prepared.ok());
            all.push_back({entry, *prepared});
        }
        return all;
    }();
    return forms;
}

}  // namespace

std::vector<FormFile> shipped_files(const PdfOptions& options) {
    std::vector<FormFile> files;
    for (const ShippedForm& form : shipped_forms()) {
        for (const templates::Sample& sample : form.entry.samples) {
            const auto laid_out =
                layout(*form.prepared, {sample.data},
                       {.reading = options.tagged ? Reading::ByEar : Reading::ByEye});
            EXPECT_TRUE(laid_out.ok()) << sample.id;
            if (!laid_out.ok()) continue;
            const auto pdf = write_pdf(*form.prepared, {&laid_out->document, 1}, options);
            EXPECT_TRUE(pdf.ok()) << sample.id;
            if (pdf.ok()) files.push_back({form.entry.form.id + "/" + sample.id, *pdf});
        }
    }
    EXPECT_FALSE(files.empty());
    return files;
}

}  // namespace madoguchi::render::tests
