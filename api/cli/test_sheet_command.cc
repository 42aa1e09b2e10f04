#include <algorithm>

#include "api/cli/commands.h"
#include "api/cli/print_words.h"
#include "api/cli/report.h"
#include "api/files/output_file.h"
#include "api/files/output_place.h"
#include "api/printing/test_sheet.h"
#include "fonts/installed_fonts.h"
#include "templates/words.h"

namespace madoguchi::api::cli {

namespace {

Size paper_of(const std::string& name) {
    const auto& sizes = templates::page_size_words;
    const auto found = std::find_if(sizes.begin(), sizes.end(),
                                    [&](const auto& size) { return size.word == name; });
    return found->value;  // the command line takes no other name
}

Result<Done> print(const TestSheetCommand& command) {
    TRY(refuse_inputs(command.output, {command.print.printers}));
    const render::PrintAdjustment adjustment = TRY(adjustment_of(command.print, command.tenant));
    const fonts::FontLibrary fonts = TRY(fonts::open_installed_fonts());
    const std::string pdf =
        TRY(print_test_sheet(paper_of(command.paper), command.print.printer, adjustment, fonts));
    return write_files({{command.output, pdf}});
}

}  // namespace

int run(const TestSheetCommand& command, Streams streams) {
    const Result<Done> printed = print(command);
    if (printed.ok()) return done;
    report(printed.findings(), FindingsFormat::Lines, streams);
    return stopped;
}

}  // namespace madoguchi::api::cli
