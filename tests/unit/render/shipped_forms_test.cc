// Long names on the forms that are shipped: whatever a field takes is printed, and can be read.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "fonts/installed_fonts.h"
#include "render/render.h"
#include "templates/catalogue.h"

namespace madoguchi::render {
namespace {

namespace json = templates::json;

bool is_name(std::string_view field) {
    return field == "氏名" || field == "世帯主氏名" || field == "筆頭者氏名" || field == "通称";
}

/// The value with every name replaced by `name` and every reading by `reading`.
json::Value with_names(json::Value value, const std::string& name, const std::string& reading) {
    if (const json::Array* items = value.array()) {
        json::Array replaced;
        for (const json::Value& item : *items)
            replaced.push_back(with_names(item, name, reading));
        return {std::move(replaced)};
    }
    if (value.object() == nullptr) return value;
    json::Object replaced;
    for (const json::Member& member : *value.object()) {
        json::Value next = with_names(member.value, name, reading);
        if (is_name(member.name)) next = {name};
        if (member.name == "氏名_フリガナ") next = {reading};
        replaced.push_back({member.name, std::move(next)});
    }
    return {std::move(replaced)};
}

void find_smallest(const std::vector<Item>& items, const std::string& in, Length& smallest) {
    for (const Item& item : items) {
        if (const auto* group = std::get_if<Group>(&item.content))
            find_smallest(group->items, in, smallest);
        const auto* run = std::get_if<GlyphRun>(&item.content);
        if (run != nullptr && in.find(run->text) != std::string::npos)
            smallest = std::min(smallest, run->size);
    }
}

/// The smallest type in which a piece of `name` stands; a finding fails the test.
Length smallest_type(const PreparedForm& form, const templates::Sample& sample,
                     const std::string& name, const std::string& reading) {
    Length smallest = Length::pt(1000);
    const auto laid_out = layout(form, {with_names(sample.data, name, reading)});
    if (!laid_out.ok()) {
        for (const Diagnostic& finding : laid_out.findings())
            ADD_FAILURE() << sample.id << ": " << to_line(finding);
        return smallest;
    }
    for (const Sheet& sheet : laid_out->document.sheets)
        find_smallest(sheet.data_layer.items, name, smallest);
    EXPECT_LT(smallest, Length::pt(1000)) << "no name is printed";
    return smallest;
}

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

TEST(ShippedForms, PrintLongNamesInReadableType) {
    const auto catalogue =
        templates::Catalogue::open(std::filesystem::path(MADOGUCHI_SOURCE_DIR) / "templates/forms");
    ASSERT_TRUE(catalogue.ok());
    const auto fonts = fonts::open_installed_fonts();
    ASSERT_TRUE(fonts.ok());
    const std::string latin =
        "MARIA DE LOS ANGELES ALEXANDRA GONZALEZ Y RODRIGUEZ DE LA FUENTE-HERNANDEZ";
    for (const templates::CatalogueEntry& entry : catalogue->entries()) {
        SCOPED_TRACE(entry.form.id);
        const auto compiled = templates::CompiledForm::compile(entry.form);
        ASSERT_TRUE(compiled.ok());
        const auto form = prepare(*compiled, *fonts);
        ASSERT_TRUE(form.ok());
        for (const templates::Sample& sample : entry.samples) {
            if (!sample.tenant.empty()) continue;
            EXPECT_GE(smallest_type(**form, sample, latin, "マリア"), Length::pt(9));
            // As long as the fields take.
            EXPECT_GE(smallest_type(**form, sample, repeated("亜", 100), repeated("ア", 100)),
                      Length::pt(7));
        }
    }
}

}  // namespace
}  // namespace madoguchi::render
