#include <CLI/CLI.hpp>
#include <memory>

#include "api/cli/usage_error.h"
#include "api/cli/validators.h"
#include "api/cli/words.h"

namespace madoguchi::api::cli {

namespace {

constexpr const char* json_help = "JSONで書く / write JSON";

void add_show(CLI::App& characters, Words& words) {
    const auto said = std::make_shared<ShowCharacters>();
    CLI::App* show = characters.add_subcommand(
        "show", "文字について知られていることを示す / what is known of a character");
    CLI::Option* written = show->add_option(
        "CHARACTER", said->written,
        "文字、MJ文字図形名、コードポイント（例 辻 MJ025760 U+8FBB+E0102）/ which characters");
    CLI::Option* name = show->add_option(
        "--name", said->name,
        "氏名などの各文字に書かれる字形をすべて示す / every variant of each character of a name");
    written->excludes(name);
    show->add_option("--tenant", said->tenant, tenant_help);
    show->add_option("--character-sets", said->character_sets, sets_help);
    show->add_flag_callback(
        "--json", [said] { said->format = FindingsFormat::Json; }, json_help);
    words.push_back({show, [said]() -> Command {
                         if (!said->written.empty() || !said->name.empty()) return *said;
                         return PrintAndLeave{
                             wrong_words("文字か --name のどちらかを書いてください",
                                         "give characters or --name"),
                             wrong_use};
                     }});
}

void add_coverage(CLI::App& characters, Words& words) {
    const auto said = std::make_shared<ShowCoverage>();
    CLI::App* coverage = characters.add_subcommand(
        "coverage", "フォントが描ける文字を数える / what the fonts draw of each set");
    coverage->add_option("--tenant", said->tenant, tenant_help);
    coverage->add_option("--character-sets", said->character_sets, sets_help);
    coverage->add_flag_callback(
        "--json", [said] { said->format = FindingsFormat::Json; }, json_help);
    words.push_back({coverage, [said] { return Command(*said); }});
}

void add_catalogue(CLI::App& characters, Words& words) {
    const auto said = std::make_shared<PrintCatalogue>();
    CLI::App* catalogue = characters.add_subcommand(
        "catalogue", "文字情報基盤の全文字の見本帳を作る / print every character of MJ");
    catalogue->add_option("--output", said->output, "出力先 .pdf / output")
        ->required()
        ->check(file_of_kind({".pdf"}));
    words.push_back({catalogue, [said] { return Command(*said); }});
}

}  // namespace

CLI::App* characters_word(CLI::App& app) {
    const auto there =
        app.get_subcommands([](const CLI::App* word) { return word->get_name() == "characters"; });
    if (!there.empty()) return there.front();
    CLI::App* characters = app.add_subcommand(
        "characters", "文字を調べ、ファイルの文字コードを変える / characters and their codes");
    characters->require_subcommand(1);
    return characters;
}

void add_character_words(CLI::App& app, Words& words) {
    CLI::App* characters = characters_word(app);
    add_show(*characters, words);
    add_coverage(*characters, words);
    add_catalogue(*characters, words);
}

}  // namespace madoguchi::api::cli
