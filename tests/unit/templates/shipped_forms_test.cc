// Every form that is shipped can be read, compiled and filled with each of its samples.
#include <gtest/gtest.h>

#include "templates/catalogue.h"
#include "templates/fill.h"
#include "templates/read.h"
#include "templates/write.h"

namespace madoguchi::templates {
namespace {

std::string lines_of(const Diagnostics& findings) {
    std::string lines;
    for (const Diagnostic& finding : findings)
        lines += to_line(finding) + '\n';
    return lines;
}

TEST(ShippedForms, AreReadFilledAndWritten) {
    const auto catalogue = Catalogue::open(MADOGUCHI_SOURCE_DIR "/templates/forms");
    ASSERT_TRUE(catalogue.ok()) << lines_of(catalogue.findings());
    for (const CatalogueEntry& entry : catalogue->entries()) {
        SCOPED_TRACE(entry.form.id);
        EXPECT_FALSE(entry.samples.empty());
        const std::string written = write_template(entry.form);
        const auto again = read_template(written, "form.json");
        ASSERT_TRUE(again.ok()) << lines_of(again.findings());
        EXPECT_EQ(write_template(*again), written);
        const auto compiled = CompiledForm::compile(entry.form);
        ASSERT_TRUE(compiled.ok()) << lines_of(compiled.findings());
        for (const Sample& sample : entry.samples) {
            SCOPED_TRACE(sample.id);
            const auto filled = (*compiled)->fill(Data{sample.data});
            ASSERT_TRUE(filled.ok()) << lines_of(filled.findings());
            EXPECT_FALSE(filled->pages.empty());
        }
    }
}

}  // namespace
}  // namespace madoguchi::templates
