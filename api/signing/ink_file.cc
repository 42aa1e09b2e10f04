#include "api/signing/ink_file.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "api/tenants/settings_file.h"

namespace madoguchi::api {

namespace {

namespace json = templates::json;

constexpr std::size_t most_strokes = 500, most_points = 20'000;
constexpr std::size_t digits_of_hash = 64;

std::optional<double> number_in(const json::Value& value, double least, double most) {
    if (value.number() == nullptr) return std::nullopt;
    const std::string& text = value.number()->text;
    double number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    if (parsed.ec != std::errc() || !std::isfinite(number) || number < least || number > most)
        return std::nullopt;
    return number;
}

class InkReader {
  public:
    explicit InkReader(SettingsFile& file) : file_(file) {}

    CapturedInk read() {
        const json::Value& root = file_.root();
        file_.allow_only(root, {"element", "sheet", "shown", "strokes"});
        CapturedInk captured;
        captured.ink.element = file_.required_text(root, "element");
        captured.shown = file_.required_text(root, "shown");
        const bool is_hash =
            captured.shown.size() == digits_of_hash &&
            captured.shown.find_first_not_of("0123456789abcdef") == std::string::npos;
        if (!captured.shown.empty() && !is_hash)
            file_.report(*root.find("shown"),
                         {"shown には、見せた用紙の SHA-256 を16進64けたで書きます。",
                          "shown is the SHA-256 of the page that was shown, 64 hex digits."});
        if (const json::Value* sheet = root.find("sheet")) {
            const auto number = number_in(*sheet, 1, 2000);
            if (!number || *number != std::floor(*number)) {
                file_.report(*sheet, {"sheet は1からの枚数です。", "sheet counts from 1."});
            } else {
                captured.ink.sheet = static_cast<std::size_t>(*number);
            }
        }
        read_strokes(root.find("strokes"), captured.ink);
        return captured;
    }

  private:
    void read_strokes(const json::Value* strokes, render::Ink& ink) {
        if (strokes == nullptr || strokes->array() == nullptr || strokes->array()->empty())
            return file_.report(strokes == nullptr ? file_.root() : *strokes,
                                {"strokes（一画ごとの点の並び）が必要です。",
                                 "strokes, lists of points, are required."});
        if (strokes->array()->size() > most_strokes) return report_size(*strokes);
        std::size_t points = 0;
        for (const json::Value& stroke : *strokes->array()) {
            if (stroke.array() == nullptr || stroke.array()->empty())
                return file_.report(stroke,
                                    {"一画は点の並びです。", "A stroke is a list of points."});
            points += stroke.array()->size();
            if (points > most_points) return report_size(stroke);
            if (!read_stroke(stroke, ink.strokes.emplace_back())) return;
        }
    }

    bool read_stroke(const json::Value& stroke, render::InkStroke& into) {
        double earlier = 0;
        for (const json::Value& value : *stroke.array()) {
            const auto point = read_point(value);
            if (!point || point->time < earlier) {
                file_.report(value, {"点は [横, 縦, ミリ秒, 筆圧] です。横と縦は欄の大きさを1として"
                                     "-1～2、ミリ秒は前の点以上、筆圧は0～1です。",
                                     "A point is [x, y, milliseconds, pressure]: -1 to 2 of the "
                                     "field, not before the last point, 0 to 1."});
                return false;
            }
            earlier = point->time;
            into.push_back(*point);
        }
        return true;
    }

    static std::optional<render::InkPoint> read_point(const json::Value& value) {
        constexpr double day = 86'400'000;
        if (value.array() == nullptr || value.array()->size() != 4) return std::nullopt;
        const json::Array& parts = *value.array();
        const auto x = number_in(parts[0], -1, 2), y = number_in(parts[1], -1, 2),
                   time = number_in(parts[2], 0, day), pressure = number_in(parts[3], 0, 1);
        if (!x || !y || !time || !pressure) return std::nullopt;
        return render::InkPoint{*x, *y, *time, *pressure};
    }

    void report_size(const json::Value& at) {
        file_.report(at, {"署名は500画、2万点までです。",
                          "A signature has 500 strokes and 20,000 points at most."});
    }

    SettingsFile& file_;
};

}  // namespace

Result<CapturedInk> read_ink(std::string_view source, const std::string& name) {
    SettingsFile file = TRY(SettingsFile::parse(std::string(source), name, "ink.malformed"));
    CapturedInk captured = InkReader(file).read();
    if (!file.sound()) return file.take_findings();
    return captured;
}

std::string page_hash(std::string_view svg) {
    std::array<unsigned char, 32> digest{};
    unsigned size = 0;
    EVP_Digest(svg.data(), svg.size(), digest.data(), &size, EVP_sha256(), nullptr);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const unsigned char byte : digest) {
        hex += digits[byte >> 4];
        hex += digits[byte & 15];
    }
    return hex;
}

Result<Done> sign_by_hand(const render::PreparedForm& form, render::Document& document,
                          const CapturedInk& captured) {
    const std::size_t sheet = captured.ink.sheet;
    if (sheet <= document.sheets.size()) {
        const std::string shown = TRY(render::write_svg_sheet(form, document, sheet - 1));
        if (page_hash(shown) != captured.shown)
            return Diagnostic{
                .code = "ink.other-page",
                .message = {"署名した人に見せた用紙と、いま印字する用紙が違います。",
                            "The sheet to print is not the one that was shown and signed."},
                .hints = {
                    {"データか様式が変わっています。もう一度見せて、署名し直してもらってください。",
                     "The data or the form have changed: show it and have it signed again."}}};
    }
    return render::add_ink(form, document, captured.ink);
}

}  // namespace madoguchi::api
