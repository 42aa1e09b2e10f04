// How a PDF goes to a printer: the options that printing words share, and what they mean.
#pragma once

#include <filesystem>

#include "api/cli/words.h"
#include "base/result.h"
#include "render/render.h"

namespace madoguchi::api::cli {

void add_print_options(CLI::App& app, PrintWords& words);
/// --printers and --printer.
void add_printer_options(CLI::App& app, PrintWords& words);
/// Whether a value was given that has a meaning for PDF alone.
bool is_about_pdf(const PrintWords& words);

/// Of the printer that is named; the adjustment that changes nothing when none is.
Result<render::PrintAdjustment> adjustment_of(const PrintWords& words,
                                              const std::filesystem::path& tenant);
render::PrintHints hints_of(const PrintWords& words);

}  // namespace madoguchi::api::cli
