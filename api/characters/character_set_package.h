// A character-set package: a folder with package.json, a font and a list.
//
//     {"formatVersion": 1, "name": "gj", "title": "行政事務標準文字（追加文字）",
//      "version": "2026-08-18", "licence": "SIL OFL 1.1", "source": "デジタル庁",
//      "font": "acgjm.ttf", "list": "gj.tsv", "prefix": "GJ", "count": 9420,
//      "codes": {"first": "U+10DE92", "last": "U+10FFFD"}}
//
// The font is TrueType or OpenType, or either packed as WOFF or WOFF2; fonts/sets/set_list.h says
// what the list looks like, docs/文字集合パッケージ.md what an operator does with it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "fonts/sets/character_set.h"

namespace madoguchi::api {

struct PackageFile {
    std::string name;
    std::string bytes;
};

/// The set, and the very bytes that it was read from.
struct CharacterSetPackage {
    std::shared_ptr<const fonts::CharacterSet> set;
    std::vector<PackageFile> files;  ///< package.json, the font, the list
};

/// Everything that is wrong with one of the three files comes back together, with file and line.
Result<CharacterSetPackage> read_character_set_package(const std::filesystem::path& directory);

}  // namespace madoguchi::api
