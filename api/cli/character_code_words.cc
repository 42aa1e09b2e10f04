// The words of `madoguchi characters` about codes of files.
#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "api/cli/usage_error.h"
#include "api/cli/validators.h"
#include "api/cli/words.h"

namespace madoguchi::api::cli {

namespace {

std::vector<std::string_view> codes() {
    return {"utf-8",          "utf-16le", "utf-16be",     "cp932",       "shift_jis",
            "shift_jis-2004", "euc-jp",   "euc-jis-2004", "iso-2022-jp", "iso-2022-jp-2004",
            "ibm930",         "ibm939",   "ibm1390",      "ibm1399"};
}

std::vector<std::string_view> codes_and_link() {
    std::vector<std::string_view> words = codes();
    words.push_back("link");
    return words;
}

Command check_sides(const ConvertCommand& command) {
    const int sides = (command.from == "link" ? 1 : 0) + (command.to == "link" ? 1 : 0);
    if (sides == 2 || (sides == 1 && command.link.empty()))
        return PrintAndLeave{wrong_words("link は --link があるとき、--from か --to の片方だけに書"
                                         "けます",
                                         "link may stand once, and needs --link"),
                             wrong_use};
    return command;
}

void add_convert(CLI::App& characters, Words& words) {
    const auto said = std::make_shared<ConvertCommand>();
    ConvertCommand& command = *said;
    CLI::App* convert = characters.add_subcommand(
        "convert", "ファイルの文字コードを変える / convert a file into another code");
    convert
        ->add_option("--from", command.from,
                     "読む文字コード（utf-8、cp932、ibm1399 …、link）/ code that is read")
        ->check(one_of(codes_and_link()));
    convert->add_option("--to", command.to, "書く文字コード / code that is written")
        ->check(one_of(codes_and_link()));
    convert->add_option(
        "--link", command.link,
        "連携先のファイル、または自治体のフォルダーの links/ にある名前 / a link's file or name");
    convert->add_option("--tenant", command.tenant, tenant_help);
    convert->add_option("--character-sets", command.character_sets, sets_help);
    convert->add_option("INPUT", command.input, "読むファイル / input")->required();
    convert->add_option("OUTPUT", command.output, "書くファイル / output")
        ->required()
        ->check(not_empty());
    convert->add_flag_callback(
        "--explain", [said] { said->findings = FindingsFormat::Json; }, findings_help);
    words.push_back({convert, [said] { return check_sides(*said); }});
}

void add_check(CLI::App& characters, Words& words) {
    const auto said = std::make_shared<CheckCharactersCommand>();
    CheckCharactersCommand& command = *said;
    CLI::App* check = characters.add_subcommand(
        "check", "文字の範囲に収まるか確かめる / check a file against a repertoire");
    check->add_option("FILE", command.input, "調べるファイル / file")->required();
    check->add_option("--target", command.target, "文字の範囲（jisx0213 など）/ repertoire")
        ->required()
        ->check(one_of({"jisx0208", "jisx0213", "jpki", "cp932", "ascii-kana"}));
    check->add_option("--from", command.from, "ファイルの文字コード / code of the file")
        ->check(one_of(codes()));
    check->add_option("--tenant", command.tenant, tenant_help);
    check->add_option("--character-sets", command.character_sets, sets_help);
    check->add_flag("--all", command.lists_kept,
                    "そのまま持てる文字も並べる / list what is kept too");
    check->add_flag_callback(
        "--explain", [said] { said->findings = FindingsFormat::Json; }, findings_help);
    words.push_back({check, [said] { return Command(*said); }});
}

}  // namespace

void add_character_codes(CLI::App& app, Words& words) {
    CLI::App* characters = characters_word(app);
    add_convert(*characters, words);
    add_check(*characters, words);
}

}  // namespace madoguchi::api::cli
