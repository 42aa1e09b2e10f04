#include "templates/format/format.h"

#include <array>
#include <vector>

#include "templates/format/number.h"
#include "templates/format/text.h"
#include "templates/format/wareki.h"
#include "templates/similar.h"

namespace madoguchi::templates::format {

namespace {

constexpr Takes dates = {.date = true};
constexpr Takes numbers = {.number = true};
constexpr Takes numbers_and_texts = {.text = true, .code = true, .number = true};
constexpr Takes texts = {.text = true, .code = true};

constexpr std::array all_formats = {
    Format{"和暦", dates, wareki, "2026-04-01", "令和8年4月1日", "元号と年月日",
           "era name, year, month and day"},
    Format{"和暦略", dates, wareki_short, "2026-04-01", "R8.4.1", "元号の頭文字と年月日",
           "era letter, year, month and day"},
    Format{"元号", dates, era, "2026-04-01", "令和", "元号だけ", "the era name"},
    Format{"元号略", dates, era_letter, "2026-04-01", "R", "元号の頭文字だけ", "the era letter"},
    Format{"年", dates, era_year, "2019-05-01", "元", "和暦の年（1年は「元」）",
           "the era year; the first is 元"},
    Format{"年数", dates, era_year_digits, "2019-05-01", "1", "和暦の年（1年は「1」）",
           "the era year in digits"},
    Format{"年2桁", dates, era_year_padded, "2026-04-01", "08", "和暦の年を2桁で",
           "the era year in two digits"},
    Format{"月", dates, month, "2026-04-01", "4", "月", "the month"},
    Format{"月2桁", dates, month_padded, "2026-04-01", "04", "月を2桁で",
           "the month in two digits"},
    Format{"日", dates, day, "2026-04-01", "1", "日", "the day"},
    Format{"日2桁", dates, day_padded, "2026-04-01", "01", "日を2桁で", "the day in two digits"},
    Format{"西暦", dates, western, "2026-04-01", "2026年4月1日", "西暦の年月日",
           "western year, month and day"},
    Format{"西暦年", dates, western_year, "2026-04-01", "2026", "西暦の年", "the western year"},
    Format{"金額", numbers, grouped, "1234567", "1,234,567", "3桁ごとに区切る",
           "digits in groups of three"},
    Format{"円", numbers, yen, "1234567", "1,234,567円", "3桁ごとに区切り「円」を付ける",
           "an amount followed by 円"},
    Format{"円記号", numbers, yen_sign, "1234567", "¥1,234,567", "3桁ごとに区切り「¥」を前に付ける",
           "an amount after a yen sign"},
    Format{"漢数字", numbers_and_texts, kanji, "1234", "千二百三十四",
           "位の名を付けた漢数字（文の中では数字の部分だけ）", "kanji numerals with unit names"},
    Format{"漢数字位取り", numbers_and_texts, kanji_digits, "2026", "二〇二六",
           "数字を一字ずつ漢数字に", "kanji numerals digit by digit"},
    Format{"大字", numbers_and_texts, formal, "1234", "壱千弐百参拾四", "大字（壱、弐、参、拾）",
           "formal kanji numerals"},
    Format{"大字金額", numbers, formal_yen, "1200000", "金壱百弐拾万円也", "大字の金額",
           "an amount in formal kanji numerals"},
    Format{"郵便番号", texts, postal_code, "1000001", "100-0001", "7桁の数字を3桁と4桁に分ける",
           "a postal code with its hyphen"},
    Format{"郵便番号〒", texts, postal_code_with_mark, "1000001", "〒100-0001",
           "郵便番号の前に「〒」を付ける", "a postal code after the postal mark"},
    Format{"電話番号", texts, telephone, "09012345678", "090-1234-5678",
           "区切りの決まった番号だけを区切る（市外局番は区切らない）",
           "hyphens where a number's division is certain"},
    Format{"全角", numbers_and_texts, full_width, "ｶﾞ12A", "ガ１２Ａ", "英数字と半角カナを全角に",
           "full-width forms"},
    Format{"半角", numbers_and_texts, half_width, "ガ１２Ａ", "ｶﾞ12A", "英数字とカタカナを半角に",
           "half-width forms"},
    Format{"半角英数", numbers_and_texts, half_width_latin, "ガ１２Ａ", "ガ12A",
           "英数字だけを半角に", "half-width letters and digits"},
    Format{"前後の空白を除く", texts, trimmed, " 山田　", "山田", "前後の空白と改行を除く",
           "without white space at both ends"},
};

}  // namespace

std::span<const Format> formats() {
    return all_formats;
}

const Format* find_format(std::string_view name) {
    for (const Format& format : all_formats) {
        if (format.name == name) return &format;
    }
    return nullptr;
}

bool takes(const Format& format, FieldType type) {
    switch (type) {
        case FieldType::Text:
            return format.takes.text;
        case FieldType::Code:
            return format.takes.code;
        case FieldType::Date:
            return format.takes.date;
        case FieldType::Number:
            return format.takes.number;
        case FieldType::Boolean:
        case FieldType::List:
        case FieldType::Group:
            return false;
    }
    return false;
}

Diagnostic unknown_format(std::string_view name) {
    const std::string quoted(name);
    Diagnostic finding{.code = "template.unknown-format",
                       .message = {"書式「" + quoted + "」はありません。",
                                   "There is no format \"" + quoted + "\"."}};
    std::vector<std::string_view> names;
    for (const Format& format : all_formats)
        names.push_back(format.name);
    if (const auto meant = similar_name(name, names)) {
        finding.hints.push_back({"「" + std::string(*meant) + "」ではありませんか。",
                                 "Did you mean \"" + std::string(*meant) + "\"?"});
    }
    return finding;
}

Diagnostic wrong_type_for(const Format& format) {
    const std::string name(format.name);
    std::string ja, en;
    const auto add = [&](bool taken, std::string_view ja_name, std::string_view en_name) {
        if (!taken) return;
        ja += (ja.empty() ? "" : "・") + std::string(ja_name);
        en += (en.empty() ? "" : ", ") + std::string(en_name);
    };
    add(format.takes.text, "文字", "text");
    add(format.takes.code, "区分", "code");
    add(format.takes.date, "日付", "date");
    add(format.takes.number, "数", "number");
    return {.code = "template.format-type",
            .message = {"書式「" + name + "」はこの型の値には使えません。",
                        "The format \"" + name + "\" does not take values of this type."},
            .hints = {{"使える型: " + ja, "It takes: " + en}}};
}

}  // namespace madoguchi::templates::format
