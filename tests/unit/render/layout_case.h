// Golden cases of layout: tests/cases/layout/*.case, each a whole small template, its data and the
// frames (or findings) that must come of them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "render/render.h"

namespace madoguchi::render {

/// A case file: remarks, then three parts under headings of their own line.
struct LayoutCase {
    std::string remarks, form, data, expected;
};

std::vector<std::filesystem::path> layout_case_files();
LayoutCase read_layout_case(const std::filesystem::path& file);
void write_layout_case(const std::filesystem::path& file, const LayoutCase& content);

/// The case's form with the installed fonts.
Result<std::shared_ptr<const PreparedForm>> prepare_case(const LayoutCase& content);
Result<LaidOut> lay_out_case(const PreparedForm& form, const LayoutCase& content);

/// "even_spacing", as gtest wants names.
std::string case_name(const std::filesystem::path& file);

}  // namespace madoguchi::render
