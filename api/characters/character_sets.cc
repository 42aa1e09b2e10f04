#include "api/characters/character_sets.h"

#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <utility>

#include "api/characters/character_set_package.h"
#include "api/characters/set_folder.h"
#include "api/places.h"

namespace madoguchi::api {

namespace {

namespace fs = std::filesystem;
using SharedSet = std::shared_ptr<const fonts::CharacterSet>;

/// Which folder a name stands for just now.
std::pair<dev_t, ino_t> identity(const fs::path& directory) {
    struct stat status = {};
    if (::stat(directory.c_str(), &status) != 0) return {};
    return {status.st_dev, status.st_ino};
}

/// A folder may be exchanged between the reading of its files.
Result<CharacterSetPackage> read_one_edition(const fs::path& directory) {
    constexpr int attempts = 3;
    for (int attempt = 1;; ++attempt) {
        const auto before = identity(directory);
        Result<CharacterSetPackage> package = read_character_set_package(directory);
        if (before == identity(directory) || attempt == attempts) return package;
    }
}

Result<std::vector<fs::path>> set_folders(const fs::path& directory) {
    std::vector<fs::path> folders;
    std::error_code error;
    for (auto entry = fs::directory_iterator(directory, error);
         !error && entry != fs::directory_iterator(); entry.increment(error)) {
        const bool hidden = entry->path().filename().string().starts_with('.');
        std::error_code unreadable;  // is said when the set is read
        if (!hidden && entry->is_directory(unreadable)) folders.push_back(entry->path());
    }
    if (error) {
        return fonts::set_finding(
            "folder", directory.string(), 0,
            {"文字集合のフォルダーを開けません（" + error.message() + "）。",
             "The folder of character sets cannot be opened (" + error.message() + ")."},
            {"--character-sets の場所と権限を確かめてください。",
             "Check the place that --character-sets names, and its permissions."});
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

Diagnostic misnamed(const fs::path& folder, const std::string& name) {
    return fonts::set_finding("misnamed", folder.string(), 0,
                              {"フォルダーの名前が文字集合の名前「" + name + "」と違います。",
                               "The folder does not bear the name of its set, \"" + name + "\"."},
                              {"文字集合は madoguchi character-sets install で導入してください。",
                               "Install sets with madoguchi character-sets install."});
}

Diagnostic same_prefix(const SharedSet& a, const SharedSet& b, const fs::path& directory) {
    const std::string first = a->description().name, second = b->description().name;
    return fonts::set_finding(
        "same-prefix", directory.string(), 0,
        {"文字集合「" + first + "」と「" + second + "」が同じ記号（" + b->description().prefix +
             "）の名前を与えています。",
         "The sets \"" + first + "\" and \"" + second + "\" both give names with " +
             b->description().prefix + "."},
        {"どちらかのフォルダーを取り除いてください。", "Remove the folder of one of them."});
}

void refuse_same_prefix(const CharacterSets& sets, const fs::path& directory,
                        Diagnostics& findings) {
    std::map<std::string, SharedSet> known;
    for (const SharedSet& set : sets) {
        const auto [other, first] = known.emplace(set->description().prefix, set);
        if (!first) findings.push_back(same_prefix(other->second, set, directory));
    }
}

Diagnostic lost(const fonts::CharacterSet& old, const fonts::SetCharacter& character,
                std::size_t count) {
    const std::string name = fonts::set_character_name(old.description().prefix, character.number);
    Diagnostic finding = fonts::set_finding(
        "characters-lost", old.description().name, 0,
        {"前の版の " + std::to_string(count) + " 字（" + name +
             " など）が、新しい版にないか、別の符号位置に変わっています。",
         std::to_string(count) + " characters of the replaced edition (" + name +
             " among them) are missing from the new one, or have another code."},
        {"前の版で登録した氏名が印字できなくなります。発行元の変更履歴を確かめてください。",
         "Names recorded with them no longer print. See the publisher's list of changes."});
    finding.severity = Severity::Warning;
    return finding;
}

Diagnostics compare_editions(const fonts::CharacterSet& old, const fonts::CharacterSet& fresh) {
    const fonts::SetCharacter* first = nullptr;
    std::size_t count = 0;
    for (const fonts::SetCharacter& character : old.characters()) {
        const fonts::SetCharacter* kept = fresh.by_number(character.number);
        if (kept != nullptr && kept->code == character.code) continue;
        if (count++ == 0) first = &character;
    }
    return count == 0 ? Diagnostics{} : Diagnostics{lost(old, *first, count)};
}

/// The sets that stay beside the new one give no names of its prefix.
Result<Done> refuse_clash(const SharedSet& fresh, const fs::path& directory) {
    const std::vector<fs::path> folders = TRY(set_folders(directory));
    CharacterSets sets{fresh};
    for (const fs::path& folder : folders) {
        if (folder.filename() == fresh->description().name) continue;
        CharacterSetPackage other = TRY(read_one_edition(folder));
        sets.push_back(std::move(other.set));
    }
    Diagnostics findings;
    refuse_same_prefix(sets, directory, findings);
    if (!findings.empty()) return findings;
    return Done{};
}

/// Null when there is none, or none that can be read: that it is damaged is a reason to replace it.
SharedSet installed_edition(const fs::path& folder) {
    Result<CharacterSetPackage> package = read_one_edition(folder);
    return package.ok() ? std::move(package->set) : nullptr;
}

}  // namespace

Result<CharacterSets> open_character_sets(const fs::path& directory) {
    const std::vector<fs::path> folders = TRY(set_folders(directory));
    CharacterSets sets;
    Diagnostics findings;
    for (const fs::path& folder : folders) {
        Result<CharacterSetPackage> package = read_one_edition(folder);
        if (!package.ok()) {
            append(findings, std::move(package).findings());
        } else if (package->set->description().name != folder.filename()) {
            findings.push_back(misnamed(folder, package->set->description().name));
        } else {
            sets.push_back(std::move(package->set));
        }
    }
    refuse_same_prefix(sets, directory, findings);
    if (!findings.empty()) return findings;
    return sets;
}

Result<CharacterSets> character_sets_in_use(const fs::path& named) {
    if (!named.empty()) return open_character_sets(named);
    const fs::path usual = find_places().character_sets;
    std::error_code unreadable;  // then opening it says why
    if (fs::status(usual, unreadable).type() == fs::file_type::not_found) return CharacterSets{};
    return open_character_sets(usual);
}

Result<InstalledCharacterSet> install_character_set(const fs::path& package,
                                                    const fs::path& directory) {
    CharacterSetPackage read = TRY(read_character_set_package(package));
    SetFolder folder = TRY(SetFolder::open(directory, read.set->description().name));
    TRY(refuse_clash(read.set, directory));
    InstalledCharacterSet installed{.set = read.set, .replaced = installed_edition(folder.place())};
    TRY(folder.replace(read.files));
    if (installed.replaced) {
        installed.warnings = compare_editions(*installed.replaced, *installed.set);
    }
    return installed;
}

}  // namespace madoguchi::api
