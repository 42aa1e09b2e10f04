#include "api/cli/gaiji_words.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "api/cli/validators.h"
#include "api/gaiji/reader.h"
#include "fonts/gaiji/gaiji_entry.h"

namespace madoguchi::api::cli {

namespace {

CLI::Validator right(bool (*is_right)(const std::string&), std::string what) {
    const auto check = [is_right, what = std::move(what)](const std::string& value) {
        return is_right(value) ? std::string() : what;
    };
    return CLI::Validator(check, "");
}

CLI::Validator private_code() {
    return right([](const std::string& text) { return fonts::parse_gaiji_code(text).has_value(); },
                 "U+E000 の形の私用領域のコードにしてください / must be a private-use code, as "
                 "U+E000");
}

CLI::Validator day() {
    return right([](const std::string& text) { return fonts::parse_day(text).has_value(); },
                 "2026-04-01 の形の日付にしてください / must be a day, as 2026-04-01");
}

CLI::Validator day_or_none() {
    return right(
        [](const std::string& text) { return text.empty() || fonts::parse_day(text).has_value(); },
        "2026-04-01 の形の日付か空にしてください / must be a day, as 2026-04-01, or empty");
}

CLI::Validator identity() {
    return right(
        [](const std::string& text) {
            return text.empty() || fonts::parse_gaiji_identity(text).has_value();
        },
        "MJ003719、GJ000001、U+8FBB+E0102、U+9AD9、none のどれかの形にしてください / must look "
        "like MJ003719, GJ000001, U+8FBB+E0102, U+9AD9 or none");
}

CLI::Validator substitute() {
    return right(
        [](const std::string& text) {
            const std::size_t equals = text.find('=');
            return equals != std::string::npos &&
                   fonts::parse_repertoire_name(text.substr(0, equals)).has_value();
        },
        "jisx0213=辻 の形にしてください / must look like jisx0213=辻");
}

template <typename C>
void add_tenant(CLI::App& app, C& command) {
    app.add_option("--tenant", command.tenant, tenant_help)->required()->check(not_empty());
}

template <typename C>
void add_reason(CLI::App& app, C& command) {
    app.add_option("--date", command.date, "履歴に書く日付（なければ今日）/ day of the change")
        ->check(day());
    app.add_option("--note", command.note,
                   "履歴に書く理由（個人情報を書かない）/ why, without personal data");
}

template <typename C>
void add_texts(CLI::App& app, C& command) {
    app.add_option("--vendor-code", command.vendor_code,
                   "元のシステムでのコード（例 F040、JEF:80A1）/ code in the system it is from");
    app.add_option("--reading", command.reading, "読み / reading");
    app.add_option("--meaning", command.meaning, "意味や覚え書き / meaning");
    app.add_option("--source", command.source, "字形の出所 / where the shape is from");
}

void add_import(CLI::App& gaiji, Words& words) {
    const auto said = std::make_shared<GaijiImportCommand>();
    CLI::App* app = gaiji.add_subcommand(
        "import", "フォント・図・画像から外字を登録する / register from a font or a picture");
    add_tenant(*app, *said);
    app->add_option("file", said->file,
                    "EUDC.TTE・TTF・OTF・WOFF・WOFF2・SVG・PNG・BMP・PBM のファイル / file")
        ->required();
    app->add_option("--code", said->code,
                    "外字のコード（図と画像では必須、フォントでは1字を選ぶ）/ code")
        ->check(private_code());
    add_texts(*app, *said);
    app->add_flag("--replace", said->replace,
                  "登録済みの別の字形を差し替える / replace other shapes");
    add_reason(*app, *said);
    words.push_back({app, [said] { return Command(*said); }});
}

void add_list(CLI::App& gaiji, Words& words) {
    const auto said = std::make_shared<GaijiListCommand>();
    CLI::App* app = gaiji.add_subcommand("list", "登録した外字の一覧 / list what is registered");
    add_tenant(*app, *said);
    words.push_back({app, [said] { return Command(*said); }});
}

void add_set(CLI::App& gaiji, Words& words) {
    const auto said = std::make_shared<GaijiSetCommand>();
    CLI::App* app = gaiji.add_subcommand(
        "set", "外字の同定・代替文字・読みなどを記録する / say what is known of one");
    add_tenant(*app, *said);
    app->add_option("code", said->code, "外字のコード U+E000 / code")
        ->required()
        ->check(private_code());
    app->add_option("--identified", said->identified,
                    "同定した文字 MJ003719・GJ000001・U+8FBB+E0102、なければ none / the same "
                    "shape among public characters")
        ->check(identity());
    app->add_option("--substitute", said->substitutes,
                    "文字集合ごとの代替文字 jisx0213=辻（空なら取り消し）/ substitute")
        ->check(substitute());
    add_texts(*app, *said);
    app->add_option("--valid-from", said->valid_from, "使用の始まり / first day of use")
        ->check(day_or_none());
    app->add_option("--valid-to", said->valid_to, "使用の終わり / last day of use")
        ->check(day_or_none());
    add_reason(*app, *said);
    words.push_back({app, [said] { return Command(*said); }});
}

void add_remove(CLI::App& gaiji, Words& words) {
    const auto said = std::make_shared<GaijiRemoveCommand>();
    CLI::App* app =
        gaiji.add_subcommand("remove", "外字の登録を取り消す（履歴は残る）/ take one away");
    add_tenant(*app, *said);
    app->add_option("code", said->code, "外字のコード U+E000 / code")
        ->required()
        ->check(private_code());
    add_reason(*app, *said);
    words.push_back({app, [said] { return Command(*said); }});
}

void add_history(CLI::App& gaiji, Words& words) {
    const auto said = std::make_shared<GaijiHistoryCommand>();
    CLI::App* app = gaiji.add_subcommand(
        "history", "登録・差し替え・削除の履歴と、前の形 / what was done, and former shapes");
    add_tenant(*app, *said);
    app->add_option("code", said->code, "外字のコード U+E000（なければすべて）/ code")
        ->check(private_code());
    app->add_option("--sheet", said->sheet,
                    "前の形と今の形を並べたSVGファイル / sheet of former and present shapes")
        ->check(not_empty());
    words.push_back({app, [said] { return Command(*said); }});
}

}  // namespace

void add_gaiji(CLI::App& app, Words& words) {
    CLI::App* gaiji = app.add_subcommand("gaiji", "自治体の外字 / a tenant's own characters");
    gaiji->require_subcommand(1);
    add_import(*gaiji, words);
    add_list(*gaiji, words);
    add_set(*gaiji, words);
    add_remove(*gaiji, words);
    add_history(*gaiji, words);
    CLI::App* reader = app.add_subcommand(gaiji_reader_word, "")->group("");
    words.push_back({reader, [] { return Command(GaijiReaderCommand{}); }});
}

}  // namespace madoguchi::api::cli
