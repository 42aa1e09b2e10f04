// The words of the command line by subject: each adds what CLI11 is to parse, and which command
// that then means.
#pragma once

#include <functional>
#include <vector>

#include "api/cli/command_line.h"

namespace CLI {
class App;
}

namespace madoguchi::api::cli {

struct Word {
    const CLI::App* app = nullptr;  ///< owned by the application it was added to
    std::function<Command()> command;
};
using Words = std::vector<Word>;

// What options that several words share say of themselves.
inline constexpr const char* findings_help =
    "所見をJSONで標準出力へ書く / write the findings as JSON to standard output";
inline constexpr const char* tenant_help = "自治体の設定フォルダー / a tenant's directory";
inline constexpr const char* sets_help =
    "導入した文字集合のフォルダー / directory of installed character sets";

/// The word `characters`, which several subjects share.
CLI::App* characters_word(CLI::App& app);

/// `characters show`, `coverage` and `catalogue`.
void add_character_words(CLI::App& app, Words& words);
/// `characters convert` and `characters check`.
void add_character_codes(CLI::App& app, Words& words);
void add_character_set_words(CLI::App& app, Words& words);
/// `characters index`, `characters identify`.
void add_shape_words(CLI::App& app, Words& words);

}  // namespace madoguchi::api::cli
