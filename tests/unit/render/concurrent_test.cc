// One prepared form, many threads: the same bytes in each, and nothing for ThreadSanitizer to say.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "fonts/installed_fonts.h"
#include "render/render.h"
#include "templates/catalogue.h"

namespace madoguchi::render {
namespace {

struct Printed {
    std::string pdf, svg;
    bool operator==(const Printed&) const = default;
};

Printed print(const PreparedForm& form, const templates::Data& data) {
    const auto laid_out = layout(form, data);
    if (!laid_out.ok()) return {};
    auto pdf = write_pdf(form, {&laid_out->document, 1}, {});
    auto svg = write_svg_sheet(form, laid_out->document, 0);
    return {pdf.ok() ? *pdf : std::string(), svg.ok() ? *svg : std::string()};
}

/// Every sample that needs no tenant, of every form; each thread prints all of them from a cold
/// start, so that caches are filled by all threads at once.
TEST(ConcurrentRendering, GivesTheSameBytesInEveryThread) {
    const auto catalogue =
        templates::Catalogue::open(std::filesystem::path(MADOGUCHI_SOURCE_DIR) / "templates/forms");
    ASSERT_TRUE(catalogue.ok());
    const auto fonts = fonts::open_installed_fonts();
    ASSERT_TRUE(fonts.ok());
    for (const templates::CatalogueEntry& entry : catalogue->entries()) {
        const auto compiled = templates::CompiledForm::compile(entry.form);
        ASSERT_TRUE(compiled.ok());
        const auto form = prepare(*compiled, *fonts);
        ASSERT_TRUE(form.ok());
        std::vector<std::vector<Printed>> results(4);
        std::vector<std::thread> threads;
        for (auto& mine : results) {
            threads.emplace_back([&] {
                for (const templates::Sample& sample : entry.samples)
                    if (sample.tenant.empty()) mine.push_back(print(**form, {sample.data}));
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        ASSERT_FALSE(results[0].empty());
        for (const Printed& printed : results[0]) {
            EXPECT_FALSE(printed.pdf.empty());
            EXPECT_FALSE(printed.svg.empty());
        }
        for (const auto& other : results)
            EXPECT_TRUE(other == results[0]) << entry.form.id;
    }
}

}  // namespace
}  // namespace madoguchi::render
