// 印刷位置の調整: what each printer and tray of an office needs so that ink falls into the boxes of
// stock that is printed already.
//
// A file {"printers": [{"name": "窓口1号機", "tray": "下段", "x": 0.3, "y": -0.2, "scaleX": 1.001,
// "scaleY": 1}]}: millimetres of at most one decimal, to the right and down; factors of at most
// four decimals. The test sheet (api/printing/test_sheet.h) says how to find them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "render/render.h"

namespace madoguchi::api {

struct Printer {
    std::string name;
    std::string tray;  ///< may be empty
    render::PrintAdjustment adjustment;

    /// "窓口1号機/下段", or the name alone.
    std::string full_name() const { return tray.empty() ? name : name + '/' + tray; }
};

/// Everything that is wrong with the file comes back together ("printers.malformed").
Result<std::vector<Printer>> read_printers(const std::filesystem::path& file);
Result<std::vector<Printer>> parse_printers(std::string source, std::string file_name);

/// The printer of that full name; the finding "printers.unknown" says which there are.
Result<Printer> find_printer(const std::vector<Printer>& printers, std::string_view full_name);

}  // namespace madoguchi::api
