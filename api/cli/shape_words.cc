#include <CLI/CLI.hpp>
#include <memory>

#include "api/cli/validators.h"
#include "api/cli/words.h"

namespace madoguchi::api::cli {

namespace {

void add_index(CLI::App& characters, Words& words) {
    const auto said = std::make_shared<IndexShapesCommand>();
    CLI::App* index = characters.add_subcommand(
        "index", "字形の索引を作る（同定に使う）/ make the index of shapes");
    index->add_option("--output", said->output, "出力先。省けば build/shapes.index / where to");
    words.push_back({index, [said] { return Command(*said); }});
}

void add_identify(CLI::App& characters, Words& words) {
    const auto said = std::make_shared<IdentifyCommand>();
    CLI::App* identify = characters.add_subcommand(
        "identify", "似た字形の文字を近い順に書く（同定）/ list the characters most alike");
    CLI::Option_group* what = identify->add_option_group("what");
    CLI::Option* picture =
        what->add_option("--picture", said->picture, "1字の画像（PNG）/ a picture of the character")
            ->check(file_of_kind({".png"}));
    CLI::Option* gaiji =
        what->add_option("--gaiji", said->gaiji, "外字のコード（U+E000）/ the code of a gaiji");
    what->require_option(1);
    CLI::Option* tenant =
        identify->add_option("--tenant", said->tenant, "外字の自治体 / whose gaiji it is");
    gaiji->needs(tenant);
    picture->excludes(tenant);
    identify->add_option("--count", said->count, "書く数（10）/ how many")
        ->check(whole_number(1, 40));
    identify->add_option("--svg", said->sheet, "字形を並べた図 / a sheet of the shapes")
        ->check(file_of_kind({".svg"}));
    identify->add_option("--character-sets", said->character_sets, sets_help);
    words.push_back({identify, [said] { return Command(*said); }});
}

}  // namespace

void add_shape_words(CLI::App& app, Words& words) {
    CLI::App* const characters = characters_word(app);
    add_index(*characters, words);
    add_identify(*characters, words);
}

}  // namespace madoguchi::api::cli
