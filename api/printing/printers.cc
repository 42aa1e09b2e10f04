#include "api/printing/printers.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <set>
#include <utility>

#include "api/files/input_file.h"
#include "api/tenants/settings_file.h"

namespace madoguchi::api {

namespace {

namespace json = templates::json;

/// A decimal number in so many decimals, as a whole number of them: "0.3" in one is 3.
std::optional<long> fixed_point(const std::string& text, std::size_t decimals) {
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::size_t fraction = point == text.size() ? 0 : text.size() - point - 1;
    if (fraction > decimals || text.find_first_of("eE") != text.npos || point > 6)
        return std::nullopt;
    std::string digits = text.substr(0, point);
    if (fraction > 0) digits += text.substr(point + 1);
    digits.append(decimals - fraction, '0');
    return std::strtol(digits.c_str(), nullptr, 10);
}

class PrinterReader {
  public:
    explicit PrinterReader(SettingsFile& file) : file_(file) {}

    Printer read(const json::Value& value) {
        file_.allow_only(value, {"name", "tray", "x", "y", "scaleX", "scaleY"});
        Printer printer{.name = file_.required_text(value, "name"),
                        .tray = file_.optional_text(value, "tray")};
        render::PrintAdjustment& adjustment = printer.adjustment;
        adjustment.x = millimetres(value, "x");
        adjustment.y = millimetres(value, "y");
        adjustment.scale_x = factor(value, "scaleX");
        adjustment.scale_y = factor(value, "scaleY");
        return printer;
    }

  private:
    Length millimetres(const json::Value& printer, std::string_view name) {
        constexpr long most = 300;  // tenths of a millimetre
        const json::Value* value = printer.find(name);
        if (value == nullptr) return {};
        const auto tenths = value->number() ? fixed_point(value->number()->text, 1) : std::nullopt;
        if (tenths && std::labs(*tenths) <= most) return Length::mm100(*tenths * 10);
        const std::string shown(name);
        file_.report(*value, {shown + " は -30～30 の mm を小数1桁までの数で書いてください。",
                              shown + " is a number of mm from -30 to 30, with one decimal."});
        return {};
    }

    double factor(const json::Value& printer, std::string_view name) {
        constexpr long one = 10'000, most_off = 500;
        const json::Value* value = printer.find(name);
        if (value == nullptr) return 1;
        const auto parts = value->number() ? fixed_point(value->number()->text, 4) : std::nullopt;
        if (parts && std::labs(*parts - one) <= most_off)
            return static_cast<double>(*parts) / static_cast<double>(one);
        const std::string shown(name);
        file_.report(*value, {shown + " は 0.95～1.05 を小数4桁までの数で書いてください。",
                              shown + " is a number from 0.95 to 1.05, with four decimals."});
        return 1;
    }

    SettingsFile& file_;
};

}  // namespace

Result<std::vector<Printer>> parse_printers(std::string source, std::string file_name) {
    SettingsFile file =
        TRY(SettingsFile::parse(std::move(source), std::move(file_name), "printers.malformed"));
    file.allow_only(file.root(), {"printers"});
    const json::Value* list = file.root().find("printers");
    std::vector<Printer> printers;
    if (list == nullptr || list->array() == nullptr) {
        if (file.sound())
            file.report(file.root(), {"printers（プリンターの並び）が必要です。",
                                      "A list \"printers\" is required."});
        return file.take_findings();
    }
    PrinterReader reader(file);
    std::set<std::string> known;
    for (const json::Value& value : *list->array()) {
        Printer printer = reader.read(value);
        if (!known.insert(printer.full_name()).second)
            file.report(value, {"「" + printer.full_name() + "」が二度あります。",
                                "\"" + printer.full_name() + "\" stands here twice."});
        printers.push_back(std::move(printer));
    }
    if (!file.sound()) return file.take_findings();
    return printers;
}

Result<std::vector<Printer>> read_printers(const std::filesystem::path& file) {
    constexpr std::size_t largest = 4u << 20;
    std::string source = TRY(read_file(file, largest));
    return parse_printers(std::move(source), file.string());
}

Result<Printer> find_printer(const std::vector<Printer>& printers, std::string_view full_name) {
    std::string names;
    for (const Printer& printer : printers) {
        if (printer.full_name() == full_name) return printer;
        names += (names.empty() ? "" : "、") + printer.full_name();
    }
    const std::string wanted(full_name);
    return Diagnostic{.code = "printers.unknown",
                      .message = {"プリンター「" + wanted + "」の設定がありません。",
                                  "No printer \"" + wanted + "\" is set up."},
                      .hints = {{"あるのは: " + names, "There are: " + names}}};
}

}  // namespace madoguchi::api
