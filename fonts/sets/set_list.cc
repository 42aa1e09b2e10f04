#include "fonts/sets/set_list.h"

#include <array>
#include <charconv>
#include <map>
#include <utility>

#include "base/utf8.h"
#include "fonts/mj/mj_table.h"

namespace madoguchi::fonts {

namespace {

constexpr std::string_view heading = "名前\t符号位置\t読み\t部首\t画数\t代替";
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
constexpr std::size_t field_count = 6;
constexpr std::size_t most_findings = 1000;

using Fields = std::array<std::string_view, field_count>;

std::optional<std::uint32_t> whole_number(std::string_view text, int base) {
    std::uint32_t number = 0;
    const char* const end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, number, base);
    if (text.empty() || parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
    return number;
}

/// "U+10DE92"
std::optional<char32_t> code_of(std::string_view text) {
    if (!text.starts_with("U+") || text.size() > 8) return std::nullopt;
    const auto number = whole_number(text.substr(2), 16);
    return number ? std::optional<char32_t>(*number) : std::nullopt;
}

/// The pieces between commas; none of an empty text.
std::vector<std::string_view> pieces_of(std::string_view text) {
    std::vector<std::string_view> pieces;
    while (!text.empty()) {
        const std::size_t end = text.find(',');
        pieces.push_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
        if (text.empty()) pieces.emplace_back();
    }
    return pieces;
}

bool is_reading(std::string_view text) {
    if (text.empty()) return false;
    for (const char32_t c : to_utf32(text)) {
        const bool kana =
            (c >= 0x3041 && c <= 0x3096) || (c >= 0x30a1 && c <= 0x30fa) || c == U'ー';
        if (!kana) return false;
    }
    return true;
}

class ListReader {
  public:
    ListReader(const std::string& file, const SetDescription& description, const MjTable* list)
        : file_(file), description_(description), list_(list) {}

    Result<std::vector<SetCharacter>> read(std::string_view text) {
        if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
        while (!text.empty()) {
            const std::size_t end = text.find('\n');
            std::string_view line = text.substr(0, end);
            if (line.ends_with('\r')) line.remove_suffix(1);
            read_line(line);
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        }
        if (line_ == 0) read_heading("");
        if (found_ > most_findings) say_how_many_more();
        if (!findings_.empty()) return std::move(findings_);
        return std::move(characters_);
    }

  private:
    void report(std::string code, BilingualText message, BilingualText hint) {
        if (++found_ > most_findings) return;
        const std::string place = std::to_string(line_);
        message.ja = place + " 行目: " + message.ja;
        message.en = "line " + place + ": " + message.en;
        findings_.push_back(
            set_finding(std::move(code), file_, line_, std::move(message), std::move(hint)));
    }

    void say_how_many_more() {
        const std::string more = std::to_string(found_ - most_findings);
        findings_.push_back(set_finding(
            "more", file_, 0,
            {"ほかに誤りが " + more + " 件あります。", "There are " + more + " further mistakes."},
            {"一覧の全体の形式を確かめてください。", "Check the form of the list as a whole."}));
    }

    void read_line(std::string_view line) {
        ++line_;
        if (find_invalid_utf8(line)) {
            return report("not-utf8", {"UTF-8 として読めません。", "it is not UTF-8."},
                          {"一覧を UTF-8 で保存してください。", "Save the list as UTF-8."});
        }
        if (line_ == 1) return read_heading(line);
        Fields fields;
        if (!split(line, fields)) {
            return report("fields", {"項目が六つではありません。", "there are not six fields."},
                          {"タブで区切った六つの項目にしてください（空でもタブは省けません）。",
                           "Write six fields between tabs; an empty one keeps its tab."});
        }
        read_character(fields);
    }

    void read_heading(std::string_view line) {
        if (line == heading) return;
        report("heading", {"見出しの行が違います。", "the heading is another."},
               {"1行目を「名前、符号位置、読み、部首、画数、代替」（タブ区切り）にしてください。",
                "Let the first line be 名前, 符号位置, 読み, 部首, 画数, 代替 between tabs."});
    }

    static bool split(std::string_view line, Fields& fields) {
        for (std::size_t i = 0; i < field_count; ++i) {
            const std::size_t end = line.find('\t');
            fields[i] = line.substr(0, end);
            if ((end == std::string_view::npos) != (i + 1 == field_count)) return false;
            if (end != std::string_view::npos) line.remove_prefix(end + 1);
        }
        return true;
    }

    void read_character(const Fields& fields) {
        SetCharacter character;
        const std::size_t before = found_;
        read_name(fields[0], character);
        read_code(fields[1], character);
        read_readings(fields[2], character);
        character.radical = read_number(fields[3], {1, 214}, {"部首", "radical"});
        character.strokes = read_number(fields[4], {1, 99}, {"画数", "strokes"});
        read_substitutes(fields[5], character);
        if (found_ == before) characters_.push_back(std::move(character));
    }

    void read_name(std::string_view text, SetCharacter& character) {
        const auto number = parse_set_name(description_.prefix, text);
        const std::string like = set_character_name(description_.prefix, 1);
        if (!number) {
            return report("name", {"名前が正しくありません。", "the name is no name of the set."},
                          {like + " のように、半角の大文字2字と数字6桁で書いてください。",
                           "Write it like " + like + "."});
        }
        character.number = *number;
        const auto [known, first] = names_.emplace(*number, line_);
        if (first) return;
        const std::string where = std::to_string(known->second);
        report("duplicate-name",
               {"名前 " + std::string(text) + " は " + where + " 行目にもあります。",
                "the name " + std::string(text) + " stands on line " + where + " as well."},
               {"1字を1行にしてください。", "Give each character one line."});
    }

    void read_code(std::string_view text, SetCharacter& character) {
        const auto code = code_of(text);
        const bool plane_16 = code && *code >= 0x100000 && *code <= 0x10fffd;
        if (!plane_16) {
            return report("code",
                          {"符号位置が第16面の私用領域にありません。",
                           "the code is not in the private use area of plane 16."},
                          {"U+100000 から U+10FFFD までを U+10DE92 のように書いてください。",
                           "Write one of U+100000 to U+10FFFD like U+10DE92."});
        }
        if (*code < description_.first_code || *code > description_.last_code) {
            return report(
                "code-range",
                {"符号位置が codes の範囲の外です。", "the code is not within the range codes."},
                {"package.json の codes と一覧を合わせてください。",
                 "Let the list and codes in package.json agree."});
        }
        character.code = *code;
        const auto [known, first] = codes_.emplace(*code, line_);
        if (first) return;
        const std::string where = std::to_string(known->second);
        report("duplicate-code",
               {"符号位置 " + std::string(text) + " は " + where + " 行目にもあります。",
                "the code " + std::string(text) + " stands on line " + where + " as well."},
               {"どちらが正しいか、発行元の一覧で確かめてください。",
                "See in the publisher's list which of them is right."});
    }

    void read_readings(std::string_view text, SetCharacter& character) {
        for (const std::string_view reading : pieces_of(text)) {
            if (!is_reading(reading)) {
                return report("reading",
                              {"読みに仮名でない字があります。", "a reading is not kana."},
                              {"読みは仮名で書き、二つ以上は「,」で区切ってください。",
                               "Write readings in kana, commas between them."});
            }
            character.readings.emplace_back(reading);
        }
    }

    struct Range {
        std::uint32_t least, most;
    };
    std::optional<int> read_number(std::string_view text, Range range, const BilingualText& what) {
        if (text.empty()) return std::nullopt;
        const auto number = whole_number(text, 10);
        if (number && *number >= range.least && *number <= range.most) {
            return static_cast<int>(*number);
        }
        const std::string least = std::to_string(range.least), most = std::to_string(range.most);
        report("number",
               {what.ja + "が正しくありません。", "the field for " + what.en + " is wrong."},
               {least + " から " + most + " までの半角の整数か、空にしてください。",
                "Write a whole number from " + least + " to " + most + ", or nothing."});
        return std::nullopt;
    }

    void read_substitutes(std::string_view text, SetCharacter& character) {
        for (const std::string_view name : pieces_of(text)) {
            const auto number = parse_mj_name(name);
            if (!number) {
                return report(
                    "substitute",
                    {"代替がMJ文字図形名ではありません。", "a substitute is no name of MJ."},
                    {"MJ025760 のように書き、二つ以上は「,」で区切ってください。",
                     "Write them like MJ025760, commas between them."});
            }
            if (list_ != nullptr && !list_->by_number(*number)) {
                return report("substitute",
                              {"代替 " + std::string(name) + " は文字情報基盤の一覧にありません。",
                               "the list of MJ lacks the substitute " + std::string(name) + "."},
                              {"番号を発行元の一覧で確かめてください。",
                               "See in the publisher's list which number is right."});
            }
            character.substitutes.push_back(*number);
        }
    }

    const std::string& file_;
    const SetDescription& description_;
    const MjTable* list_;
    std::size_t line_ = 0;
    std::size_t found_ = 0;
    std::map<std::uint32_t, std::size_t> names_;
    std::map<char32_t, std::size_t> codes_;
    std::vector<SetCharacter> characters_;
    Diagnostics findings_;
};

}  // namespace

Result<std::vector<SetCharacter>> read_set_list(std::string_view text, const std::string& file,
                                                const SetDescription& description,
                                                const MjTable* list) {
    return ListReader(file, description, list).read(text);
}

}  // namespace madoguchi::fonts
