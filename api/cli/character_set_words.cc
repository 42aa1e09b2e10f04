#include <CLI/CLI.hpp>
#include <memory>

#include "api/cli/validators.h"
#include "api/cli/words.h"

namespace madoguchi::api::cli {

namespace {

void add_install(CLI::App& app, Words& words) {
    const auto said = std::make_shared<InstallCharacterSetCommand>();
    CLI::App* install = app.add_subcommand(
        "install", "パッケージを調べて導入する / check a package and install it");
    install
        ->add_option("package", said->package, "パッケージのフォルダー / directory of the package")
        ->required()
        ->check(not_empty());
    install
        ->add_option("--into", said->into,
                     "導入先。省けば MADOGUCHI_ROOT/character-sets / where to")
        ->check(not_empty());
    words.push_back({install, [said] { return Command(*said); }});
}

void add_list(CLI::App& app, Words& words) {
    const auto said = std::make_shared<ListCharacterSetsCommand>();
    CLI::App* list = app.add_subcommand("list", "導入した文字集合を書く / list the installed sets");
    list->add_option("--character-sets", said->character_sets, sets_help)->check(not_empty());
    words.push_back({list, [said] { return Command(*said); }});
}

}  // namespace

void add_character_set_words(CLI::App& app, Words& words) {
    CLI::App* sets = app.add_subcommand(
        "character-sets", "行政事務標準文字などの文字集合を導入する / install character sets");
    sets->require_subcommand(1);
    add_install(*sets, words);
    add_list(*sets, words);
}

}  // namespace madoguchi::api::cli
