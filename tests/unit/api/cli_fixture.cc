#include "tests/unit/api/cli_fixture.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <variant>

#include "api/cli/command_line.h"
#include "api/cli/commands.h"

namespace madoguchi::api::cli {

namespace fs = std::filesystem;

const fs::path source_dir = MADOGUCHI_SOURCE_DIR;

Outcome madoguchi(std::vector<std::string> words) {
    words.insert(words.begin(), "madoguchi");
    std::vector<const char*> pointers;
    for (const std::string& word : words)
        pointers.push_back(word.c_str());
    std::ostringstream out, err;
    const int code = std::visit(
        [&](const auto& command) {
            return run(command, {out, err});
        },
        parse_command_line(static_cast<int>(pointers.size()), pointers.data()));
    return {code, out.str(), err.str()};
}

std::string read(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string sample(const std::string& form, const std::string& name) {
    return (source_dir / "templates/forms" / form / "samples" / name).string();
}

std::string one_field_form(const std::string& policy) {
    return R"({"formatVersion": 1, "id": "one", "version": "1", "title": "氏名だけ",
              "missingCharacter": ")" +
           policy +
           R"(", "fields": [{"name": "氏名", "type": "text", "required": true, "maxLength": 100}],
              "pages": [{"id": "front", "size": "A6", "elements": [
                {"id": "name", "kind": "text", "frame": {"x": 5, "y": 5, "width": 60, "height": 10},
                 "text": "{{氏名}}", "style": {"fit": {"steps": ["condense"]}}}]}]})";
}

void CommandLine::SetUp() {
    std::string pattern = (fs::temp_directory_path() / "madoguchi-cli-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    directory = pattern;
}

std::string CommandLine::write(const std::string& name, const std::string& content) const {
    std::ofstream(directory / name, std::ios::binary) << content;
    return place(name);
}

std::vector<std::string> CommandLine::files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(directory))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace madoguchi::api::cli
