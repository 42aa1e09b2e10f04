#include "tests/unit/render/layout_case.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "templates/read.h"
#include "tests/support/layout_fixture.h"

namespace madoguchi::render {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view template_heading = "--- template\n", data_heading = "--- data\n",
                           expected_heading = "--- expected\n";

std::string between(const std::string& text, std::string_view heading, std::string_view next) {
    const std::size_t found = text.find(heading);
    if (found == std::string::npos) return {};
    const std::size_t start = found + heading.size();
    return text.substr(start, next.empty() ? next.npos : text.find(next, start) - start);
}

}  // namespace

std::vector<fs::path> layout_case_files() {
    std::vector<fs::path> files;
    for (const auto& entry :
         fs::directory_iterator(fs::path(MADOGUCHI_SOURCE_DIR) / "tests/cases/layout")) {
        if (entry.path().extension() == ".case") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

LayoutCase read_layout_case(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    const std::string text = content.str();
    return {text.substr(0, text.find(template_heading)),
            between(text, template_heading, data_heading),
            between(text, data_heading, expected_heading), between(text, expected_heading, "")};
}

void write_layout_case(const fs::path& file, const LayoutCase& content) {
    std::ofstream out(file, std::ios::binary);
    out << content.remarks << template_heading << content.form << data_heading << content.data
        << expected_heading << content.expected;
}

Result<std::shared_ptr<const PreparedForm>> prepare_case(const LayoutCase& content) {
    templates::Template form = TRY(templates::read_template(content.form, "case"));
    auto compiled = TRY(templates::CompiledForm::compile(std::move(form)));
    return prepare(std::move(compiled), installed_fonts());
}

Result<LaidOut> lay_out_case(const PreparedForm& form, const LayoutCase& content) {
    const templates::Data data =
        TRY(templates::read_data(compiled(form).form(), content.data, "data"));
    return layout(form, data);
}

std::string case_name(const fs::path& file) {
    std::string name = file.stem().string();
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

}  // namespace madoguchi::render
