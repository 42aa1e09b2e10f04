#include "api/files/output_place.h"

#include <sys/stat.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <string>
#include <string_view>
#include <utility>

namespace madoguchi::api {

namespace {

namespace fs = std::filesystem;

Diagnostic finding(std::string code, const fs::path& file, BilingualText what, BilingualText hint) {
    Diagnostic found{.code = std::move(code), .message = std::move(what)};
    found.origin.source = SourcePlace{.file = file.string()};
    found.hints.push_back(std::move(hint));
    return found;
}

Diagnostic not_a_file(const fs::path& target, mode_t mode) {
    const BilingualText what =
        S_ISDIR(mode)
            ? BilingualText{"同じ名前のフォルダーがあります", "there is a directory of this name"}
            : BilingualText{"ふつうのファイルではありません（パイプや装置です）",
                            "it is no regular file (but a pipe or a device)"};
    return finding("output.not-a-file", target, what,
                   {"出力先に別の名前を指定してください。", "Give the output another name."});
}

bool is_number(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "000012.pdf", also where another system wrote it in capitals.
bool is_numbered_pdf(const fs::path& file) {
    std::string extension = file.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const std::string stem = file.stem().string();
    return extension == ".pdf" && stem.size() >= 6 && is_number(stem);
}

/// Whether `file` has a name that a sheet of `output` may have, with a number or without.
bool is_sheet_of(const fs::path& output, const fs::path& file) {
    if (file.extension() != output.extension()) return false;
    const std::string stem = output.stem().string(), other = file.stem().string();
    return other == stem || (other.starts_with(stem + '-') &&
                             is_number(std::string_view(other).substr(stem.size() + 1)));
}

}  // namespace

Result<fs::path> follow_links(fs::path target) {
    constexpr int most_links = 40;
    for (int i = 0; i < most_links; ++i) {
        struct stat status = {};
        // What is not there, or out of reach, is found when the file is made.
        if (::lstat(target.c_str(), &status) != 0 || S_ISREG(status.st_mode)) return target;
        if (!S_ISLNK(status.st_mode)) return not_a_file(target, status.st_mode);
        std::error_code error;
        const fs::path link = fs::read_symlink(target, error);
        if (error) return target;
        target = target.parent_path() / link;
    }
    return finding("output.not-a-file", target,
                   {"シンボリックリンクがたどりきれません", "the symbolic links do not end"},
                   {"出力先に別の名前を指定してください。", "Give the output another name."});
}

Result<Done> refuse_inputs(const fs::path& target, const std::vector<fs::path>& inputs) {
    struct stat output = {};
    if (::stat(target.c_str(), &output) != 0) return Done{};
    for (const fs::path& file : inputs) {
        struct stat input = {};
        if (::stat(file.c_str(), &input) != 0) continue;
        if (input.st_dev != output.st_dev || input.st_ino != output.st_ino) continue;
        return finding("output.is-input", target,
                       {"出力先が、読み込んだファイルそのものです",
                        "the output is the very file that was read"},
                       {"出力先に別の名前を指定してください。", "Give the output another name."});
    }
    return Done{};
}

fs::path numbered_pdf(const fs::path& directory, std::size_t number) {
    std::string digits = std::to_string(number);
    return directory /
           (std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits + ".pdf");
}

Result<Done> open_directory(const fs::path& directory) {
    std::error_code error;
    fs::create_directories(directory, error);
    fs::directory_iterator entries;
    if (!error) entries = fs::directory_iterator(directory, error);
    if (error) {
        return finding("output.directory", directory,
                       {"フォルダーを使えません（" + error.message() + "）",
                        "cannot use the directory (" + error.message() + ")"},
                       {"フォルダーの場所と、読み書きの権限を確かめてください。",
                        "Check the directory's place and the permission to read and write."});
    }
    for (const fs::directory_entry& entry : entries) {
        if (!is_numbered_pdf(entry.path())) continue;
        return finding(
            "output.older-files", directory,
            {"フォルダーに前に作った番号のPDFがあります。印字しないデータがあると、前のPDFと"
             "取り違えます",
             "the directory holds numbered PDFs of an earlier run, which would be taken "
             "for those of data that are not printed now"},
            {"新しいフォルダーを指定するか、前のPDFを別の場所に移してください。",
             "Name a new directory, or move the earlier PDFs elsewhere."});
    }
    return Done{};
}

Result<std::vector<fs::path>> name_sheets(const fs::path& output, std::size_t sheets) {
    std::vector<fs::path> names;
    const std::string stem = output.stem().string(), extension = output.extension().string();
    for (std::size_t i = 1; i <= sheets && sheets > 1; ++i)
        names.push_back(output.parent_path() / (stem + '-' + std::to_string(i) + extension));
    if (sheets == 1) names.push_back(output);
    std::error_code error;
    const fs::path directory = output.has_parent_path() ? output.parent_path() : fs::path(".");
    Diagnostics older;
    for (const fs::directory_entry& entry : fs::directory_iterator(directory, error)) {
        const fs::path file = output.parent_path() / entry.path().filename();
        if (!is_sheet_of(output, file)) continue;
        if (std::find(names.begin(), names.end(), file) != names.end()) continue;
        older.push_back(finding("output.older-files", file,
                                {"前に作ったシートが残り、今回のシートと取り違えます",
                                 "an earlier sheet would be taken for one of this form"},
                                {"このファイルを移すか削除するか、出力先に別の名前を指定してくださ"
                                 "い。",
                                 "Move or delete it, or give the output another name."}));
    }
    if (!older.empty()) return older;
    return names;
}

}  // namespace madoguchi::api
