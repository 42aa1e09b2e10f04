#include "api/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <sstream>
#include <utility>

#include "api/cli/gaiji_words.h"
#include "api/cli/print_words.h"
#include "api/cli/protection_words.h"
#include "api/cli/store_words.h"
#include "api/cli/usage_error.h"
#include "api/cli/validators.h"
#include "api/cli/words.h"

namespace madoguchi::api::cli {

namespace {

constexpr const char* form_help = "様式のID、またはファイル / a form's id, or a template file";
constexpr const char* issued_help =
    "PDFに書く発行日時（例 2026-04-01T09:30:00+09:00）/ time of issue, for PDF";

/// Sheets of the job stand among the people's, and their count behind them.
bool needs_one_file(const BatchCommand& command) {
    return command.cover || command.count_sheet || !command.separate_by.empty();
}

/// JSON Lines have no other encoding than UTF-8 (RFC 8259).
Command check_encoding(BatchCommand command) {
    if (command.encoding.empty() || is_of_kind(command.data, ".csv")) return command;
    return PrintAndLeave{wrong_words("--encoding は --data が .csv のときだけ使えます",
                                     "--encoding is for CSV alone"),
                         wrong_use};
}

Command check_batch(BatchCommand command) {
    if (auto wrong = find_contradiction(command.protection, true)) return *std::move(wrong);
    if (is_protected(command.protection) && command.directory.empty())
        return PrintAndLeave{wrong_words("電子署名と暗号化は --output-dir のときだけ使えます",
                                         "signing and encryption need --output-dir"),
                             wrong_use};
    if (needs_one_file(command) && !command.directory.empty())
        return PrintAndLeave{
            wrong_words("--cover、--count-sheet、--separate-by は --output のときだけ"
                        "使えます",
                        "--cover, --count-sheet and --separate-by need --output"),
            wrong_use};
    return check_encoding(std::move(command));
}

void add_collation_options(CLI::App& batch, BatchCommand& command) {
    batch
        .add_option("--sort-by", command.sort_by,
                    "並べる項目（例 地区,世帯主.氏名_フリガナ）/ fields to sort by")
        ->delimiter(',');
    batch
        .add_option("--separate-by", command.separate_by,
                    "この項目が変わるところに区切り紙を入れる / a sheet before each group")
        ->check(not_empty());
    batch.add_flag("--cover", command.cover, "表紙を付ける / a cover");
    batch.add_flag("--count-sheet", command.count_sheet,
                   "最後に集計票を付ける / a count sheet at the end");
    batch
        .add_option(
            "--records", command.records,
            "印字する順で何件目から何件目まで（例 101-200）。刷り直しに / records to print, "
            "in the printed order")
        ->check(record_range());
    batch
        .add_option(
            "--note", command.note,
            "表紙・区切り紙・集計票に書く語（再印刷 など、20字まで）/ words on the sheets of "
            "the job")
        ->check(short_text(20));
}

Command check_pdf_words(RenderCommand command) {
    const bool is_pdf = is_of_kind(command.output, ".pdf");
    if (auto wrong = find_contradiction(command.protection, is_pdf)) return *std::move(wrong);
    if (command.tagged && !command.print.printer.empty())
        return PrintAndLeave{
            wrong_words("--tagged は画面で読むPDFのため、--printer と一緒には使えません",
                        "--tagged is for screens and does not go with --printer"),
            wrong_use};
    const bool is_about_pdf_alone =
        command.tagged || command.attach_data || is_about_pdf(command.print);
    if (!is_about_pdf_alone || is_pdf) return command;
    return PrintAndLeave{
        wrong_words("--tagged、--attach-data、--printer、--duplex、--copies は --output が .pdf の"
                    "ときだけ使えます",
                    "--tagged, --attach-data, --printer, --duplex and --copies are for PDF alone"),
        wrong_use};
}

void add_render(CLI::App& app, Words& words) {
    const auto said = std::make_shared<RenderCommand>();
    RenderCommand& command = *said;
    CLI::App* render =
        app.add_subcommand("render", "1人分の様式を印字する / print one person's form");
    render->add_option("--form", command.form, form_help)->required();
    render->add_option("--data", command.data, "1人分のデータ（JSON）/ one person's data")
        ->required();
    render
        ->add_option("--output", command.output,
                     "出力先 .pdf / .svg（SVGが複数枚なら名前-1.svg、名前-2.svg …）/ output")
        ->required()
        ->check(file_of_kind({".pdf", ".svg"}));
    render->add_option("--tenant", command.tenant, tenant_help);
    render->add_option("--character-sets", command.character_sets, sets_help);
    render->add_option("--issued-at", command.issued_at, issued_help)->check(time_of_issue());
    render->add_flag("--tagged", command.tagged,
                     "読み上げの順と欄の名前をPDFに書く / a tagged PDF (PDF/UA-1)");
    render->add_flag("--attach-data", command.attach_data,
                     "データのファイルをPDFの中に入れる / the data within the PDF (PDF/A-3)");
    render->add_flag_callback(
        "--explain", [said] { said->findings = FindingsFormat::Json; }, findings_help);
    add_print_options(*render, command.print);
    add_protection_options(*render, command.protection);
    render
        ->add_option(
            "--ink", command.ink,
            "タブレットで書いた署名 .json（docs/電子署名と暗号化.md）/ a captured signature")
        ->check(file_of_kind({".json"}));
    words.push_back({render, [said] { return check_pdf_words(*said); }});
}

void add_batch(CLI::App& app, Words& words) {
    const auto said = std::make_shared<BatchCommand>();
    BatchCommand& command = *said;
    CLI::App* batch =
        app.add_subcommand("batch", "多人数分をまとめて印字する / print many people's forms");
    batch->add_option("--form", command.form, form_help)->required();
    batch
        ->add_option("--data", command.data,
                     "データ .jsonl / .csv（1行が1人）/ data, one person on each line")
        ->required()
        ->check(file_of_kind({".csv", ".jsonl"}));
    CLI::Option_group* target = batch->add_option_group("target");
    target->add_option("--output", command.output, "全員分を1つのPDFに / one PDF for all")
        ->check(file_of_kind({".pdf"}));
    target
        ->add_option("--output-dir", command.directory,
                     "1人ずつのPDF（000001.pdf …）を入れるフォルダー。前に作った番号のPDFがある"
                     "フォルダーは使えない / directory for one PDF each; one that holds numbered "
                     "PDFs of an earlier run is refused")
        ->check(not_empty());
    target->require_option(1);
    batch->add_option("--tenant", command.tenant, tenant_help);
    batch->add_option("--character-sets", command.character_sets, sets_help);
    batch
        ->add_option("--encoding", command.encoding,
                     "CSVの文字コード utf-8 / cp932 / encoding of the CSV")
        ->check(one_of({"utf-8", "cp932"}));
    batch->add_option("--threads", command.threads, "並列数 / threads")
        ->check(whole_number(1, 256));
    batch->add_option("--issued-at", command.issued_at, issued_help)->check(time_of_issue());
    batch->add_flag(
        "--restart", command.restart,
        "途中で止まった前回の続きからではなく、最初から / begin anew, not behind what an "
        "earlier run has left");
    batch
        ->add_option("--findings", command.findings_file,
                     "所見を1行に1件ずつ書くファイル .jsonl / file for the findings, one a line")
        ->check(file_of_kind({".jsonl"}));
    batch->add_flag_callback(
        "--explain", [said] { said->findings = FindingsFormat::Json; }, findings_help);
    add_print_options(*batch, command.print);
    add_protection_options(*batch, command.protection);
    add_collation_options(*batch, command);
    words.push_back({batch, [said] { return check_batch(*said); }});
}

void add_test_sheet(CLI::App& app, Words& words) {
    const auto said = std::make_shared<TestSheetCommand>();
    TestSheetCommand& command = *said;
    CLI::App* sheet = app.add_subcommand(
        "test-sheet", "印刷位置の確認用紙を作る / rulers to find a printer's adjustment with");
    sheet->add_option("--output", command.output, "出力先 .pdf / output")
        ->required()
        ->check(file_of_kind({".pdf"}));
    sheet->add_option("--paper", command.paper, "用紙 A3～A6、B4～B6、postcard / paper")
        ->check(one_of({"A3", "A4", "A5", "A6", "B4", "B5", "B6", "postcard"}));
    sheet->add_option("--tenant", command.tenant, tenant_help);
    add_printer_options(*sheet, command.print);
    words.push_back({sheet, [said] { return *said; }});
}

void add_background(CLI::App& app, Words& words) {
    const auto said = std::make_shared<BackgroundCommand>();
    BackgroundCommand& command = *said;
    CLI::App* background = app.add_subcommand(
        "background",
        "様式のPDFを下敷きにした様式ファイルを作る / make a template on a form's PDF");
    background->add_option("--pdf", command.pdf, "様式のPDF / the form's PDF")->required();
    background->add_option("--output", command.output, "様式ファイル .json / the template")
        ->required()
        ->check(file_of_kind({".json"}));
    background
        ->add_option("--page", command.page,
                     "取り込むページ（1から。指定しなければ全部）/ the page, counted from 1; all")
        ->check(CLI::Range(1, 10'000));
    background->add_option("--id", command.id, "様式のID / the template's id");
    background->add_option("--title", command.title, "様式の名称 / the template's title");
    background->add_flag_callback(
        "--explain", [said] { said->findings = FindingsFormat::Json; }, findings_help);
    words.push_back({background, [said] { return Command(*said); }});
}

void add_serve(CLI::App& app, Words& words) {
    const auto said = std::make_shared<ServeCommand>();
    ServeCommand& command = *said;
    CLI::App* serve = app.add_subcommand("serve", "サービスを始める / start the service");
    serve->add_option("--address", command.address, "待ち受けるアドレス / address to listen on");
    serve->add_option("--port", command.port, "ポート番号 / port")->check(whole_number(0, 65535));
    serve->add_option("--tenant", command.tenant, tenant_help);
    serve->add_option("--character-sets", command.character_sets, sets_help);
    serve->add_option("--workers", command.workers, "処理を並行する数 / workers")
        ->check(whole_number(1, 256));
    serve->add_flag("--behind-proxy", command.behind_proxy,
                    "前にリバースプロキシがあるので127.0.0.1以外でも待ち受ける / a reverse proxy "
                    "stands in front");
    words.push_back({serve, [said] { return Command(*said); }});
}

void add_forms(CLI::App& app, Words& words) {
    words.push_back({app.add_subcommand("forms", "使える様式の一覧 / list the forms"),
                     [] { return Command(FormsCommand{}); }});
}

}  // namespace

Command parse_command_line(int count, const char* const* arguments) {
    CLI::App app("窓口 Madoguchi: 様式と住民のデータから、文字の形をそのままにPDFとSVGを作る",
                 "madoguchi");
    app.set_help_flag("-h,--help", "使い方 / how it is used");
    app.set_version_flag("--version", std::string(MADOGUCHI_VERSION), "版 / version");
    app.require_subcommand(1);
    Words words;
    add_render(app, words);
    add_batch(app, words);
    add_test_sheet(app, words);
    add_background(app, words);
    add_serve(app, words);
    add_forms(app, words);
    add_character_words(app, words);
    add_character_codes(app, words);
    add_character_set_words(app, words);
    add_shape_words(app, words);
    add_gaiji(app, words);
    add_store_words(app, words);
    try {
        app.parse(count, arguments);
    } catch (const CLI::Success& asked) {
        std::ostringstream text;
        app.exit(asked, text, text);
        return PrintAndLeave{text.str()};
    } catch (const CLI::ParseError& error) {
        return PrintAndLeave{describe(error), wrong_use};
    }
    for (const Word& word : words) {
        if (word.app->parsed()) return word.command();
    }
    return PrintAndLeave{app.help(), wrong_use};
}

}  // namespace madoguchi::api::cli
