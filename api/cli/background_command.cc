#include <ostream>
#include <utility>

#include "api/backgrounds/import.h"
#include "api/cli/commands.h"
#include "api/cli/printing.h"
#include "api/cli/report.h"
#include "api/files/input_file.h"
#include "api/files/output_file.h"
#include "api/files/output_place.h"
#include "templates/limits.h"
#include "templates/write.h"

namespace madoguchi::api::cli {

namespace {

struct Imported {
    templates::Template form;
    Diagnostics warnings;
};

templates::Page page_of(ReadPage read, std::size_t number, const std::string& source) {
    templates::Page page;
    page.id = "page-" + std::to_string(number);
    page.elements.push_back(background_element("background-" + std::to_string(number),
                                               std::move(read),
                                               source + " p." + std::to_string(number)));
    const Rect& frame = page.elements.front().frame;
    page.size = frame.size();
    return page;
}

constexpr std::size_t most_pages = templates::limits::pages.most;

Diagnostic too_many(std::size_t pages) {
    const std::string count = std::to_string(pages), most = std::to_string(most_pages);
    return {.code = "background.too-many-pages",
            .message = {"PDFは " + count + " ページあります。様式は " + most + " ページまでです。",
                        "The PDF has " + count + " pages; a form has at most " + most + "."},
            .hints = {{"--page で1ページずつ取り込んでください。",
                       "Take one page at a time with --page."}}};
}

/// All pages, or the one that is asked for.
Result<Imported> import(const BackgroundCommand& command, std::string_view pdf) {
    Imported imported;
    imported.form.id = command.id;
    imported.form.version = "1.0";
    imported.form.title = command.title;
    const std::string source = command.pdf.filename().string();
    const PageReader reader = installed_page_reader();
    const std::size_t first = command.page == 0 ? 1 : command.page;
    std::size_t last = first;
    for (std::size_t number = first; number <= last; ++number) {
        ReadPage page = TRY(import_background(pdf, number, reader));
        if (command.page == 0) last = page.pages;
        if (last - first >= most_pages) return too_many(last);
        append(imported.warnings, std::move(page.warnings));
        imported.form.pages.push_back(page_of(std::move(page), number, source));
    }
    return imported;
}

Result<Imported> make_form(const BackgroundCommand& command) {
    TRY(refuse_inputs(command.output, {command.pdf}));
    const std::string pdf = TRY(read_file(command.pdf, largest_background_pdf));
    Imported imported = TRY(import(command, pdf));
    TRY(write_files({{command.output, templates::write_template(imported.form)}}));
    return imported;
}

}  // namespace

int run(const BackgroundCommand& command, Streams streams) {
    const Result<Imported> outcome = make_form(command);
    report(outcome.ok() ? outcome->warnings : outcome.findings(), command.findings, streams);
    return outcome.ok() ? done : stopped;
}

}  // namespace madoguchi::api::cli
