#include "templates/catalogue.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include "templates/read.h"

namespace madoguchi::templates {

namespace {

namespace fs = std::filesystem;

Diagnostic at_file(std::string code, BilingualText message, const fs::path& file) {
    Diagnostic finding{.code = std::move(code), .message = std::move(message)};
    finding.origin.source = SourcePlace{.file = file.string()};
    return finding;
}

Result<std::string> read_whole(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(stream), {}};
    if (!stream) {
        return at_file("catalogue.unreadable", {"ファイルを読めません", "cannot read the file"},
                       file);
    }
    return content;
}

/// Sorted, so that a catalogue is the same on every file system.
std::vector<fs::path> list(const fs::path& directory) {
    std::error_code error;
    std::vector<fs::path> paths;
    for (const fs::directory_entry& entry : fs::directory_iterator(directory, error))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

Result<Sample> open_sample(const Template& form, const fs::path& file) {
    const std::string source = TRY(read_whole(file));
    Sample sample = TRY(read_sample(form, source, file.string()));
    sample.id = file.stem().string();
    return sample;
}

Result<CatalogueEntry> open_entry(const fs::path& directory) {
    const fs::path file = directory / "form.json";
    const std::string source = TRY(read_whole(file));
    CatalogueEntry entry;
    entry.form = TRY(read_template(source, file.string()));
    if (entry.form.id != directory.filename().string()) {
        return at_file(
            "catalogue.id",
            {"様式のidとフォルダーの名前が違います", "the form's id is not its directory's name"},
            file);
    }
    Diagnostics findings;
    for (const fs::path& path : list(directory / "samples")) {
        if (path.extension() != ".json") continue;
        Result<Sample> sample = open_sample(entry.form, path);
        if (sample.ok()) {
            entry.samples.push_back(std::move(sample).value());
        } else {
            append(findings, std::move(sample).findings());
        }
    }
    if (!findings.empty()) return findings;
    return entry;
}

}  // namespace

Result<Catalogue> Catalogue::open(const fs::path& directory) {
    Catalogue catalogue;
    Diagnostics findings;
    for (const fs::path& path : list(directory)) {
        if (!fs::is_directory(path)) continue;
        Result<CatalogueEntry> entry = open_entry(path);
        if (entry.ok()) {
            catalogue.entries_.push_back(std::move(entry).value());
        } else {
            append(findings, std::move(entry).findings());
        }
    }
    if (!findings.empty()) return findings;
    if (catalogue.entries_.empty()) {
        return at_file("catalogue.empty", {"様式がありません", "there are no forms"}, directory);
    }
    return catalogue;
}

Result<const CatalogueEntry*> Catalogue::find(std::string_view id) const {
    std::string known;
    for (const CatalogueEntry& entry : entries_) {
        if (entry.form.id == id) return &entry;
        known += (known.empty() ? "" : ", ") + entry.form.id;
    }
    return Diagnostic{.code = "catalogue.unknown-form",
                      .message = {"その様式はありません", "there is no such form"},
                      .hints = {{"使える様式：" + known, "The forms are: " + known}}};
}

}  // namespace madoguchi::templates
