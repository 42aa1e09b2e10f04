#include "api/cli/print_words.h"

#include <CLI/CLI.hpp>

#include "api/cli/validators.h"
#include "api/printing/printers.h"

namespace madoguchi::api::cli {

namespace {

/// As many as stay large on a sheet.
constexpr std::size_t longest_watermark = 20;

}  // namespace

void add_printer_options(CLI::App& app, PrintWords& words) {
    app.add_option("--printers", words.printers,
                   "プリンターごとの位置の調整 .json（指定しなければ --tenant の printers.json）/ "
                   "adjustments of printers")
        ->check(file_of_kind({".json"}));
    app.add_option("--printer", words.printer,
                   "調整を使うプリンター「名前」か「名前/トレイ」/ the printer, or printer/tray")
        ->check(not_empty());
}

void add_print_options(CLI::App& app, PrintWords& words) {
    app.add_flag("--data-only", words.data_only,
                 "印刷済みの用紙に、記入する部分だけを印字する / on stock that is printed already");
    app.add_option(
           "--watermark", words.watermark,
           "用紙いっぱいに薄く印字する語（見本、複写、再印刷 など、20字まで）/ words across "
           "each sheet")
        ->check(short_text(longest_watermark));
    add_printer_options(app, words);
    app.add_option(
           "--duplex", words.duplex,
           "両面印刷 off / long-edge（長辺とじ）/ short-edge（短辺とじ）。PDFに書く印刷の初期"
           "値 / what a print dialogue begins with")
        ->check(one_of({"off", "long-edge", "short-edge"}));
    app.add_option("--copies", words.copies, "部数 2～5。PDFに書く印刷の初期値 / copies")
        ->check(whole_number(2, 5));
}

bool is_about_pdf(const PrintWords& words) {
    return !words.printer.empty() || !words.duplex.empty() || words.copies > 0;
}

Result<render::PrintAdjustment> adjustment_of(const PrintWords& words,
                                              const std::filesystem::path& tenant) {
    if (words.printer.empty()) return render::PrintAdjustment();
    if (words.printers.empty() && tenant.empty())
        return Diagnostic{.code = "printers.no-file",
                          .message = {"プリンターの設定ファイルがわかりません。",
                                      "It is open which file has the printers."},
                          .hints = {{"--printers か --tenant を指定してください。",
                                     "Give --printers or --tenant."}}};
    const auto printers =
        TRY(read_printers(words.printers.empty() ? tenant / "printers.json" : words.printers));
    const Printer printer = TRY(find_printer(printers, words.printer));
    return printer.adjustment;
}

render::PrintHints hints_of(const PrintWords& words) {
    using Duplex = render::PrintHints::Duplex;
    render::PrintHints hints{.copies = words.copies};
    if (words.duplex == "off") hints.duplex = Duplex::OneSided;
    if (words.duplex == "long-edge") hints.duplex = Duplex::LongEdge;
    if (words.duplex == "short-edge") hints.duplex = Duplex::ShortEdge;
    return hints;
}

}  // namespace madoguchi::api::cli
