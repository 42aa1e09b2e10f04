#include "fonts/charset/host_code_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "fonts/charset/host_code_words.h"
#include "fonts/mj/mj_table.h"

namespace madoguchi::fonts {

namespace {

constexpr std::size_t longest_line = 4096;
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

std::string shown(HostCodeUnit unit) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (int shift = unit.is_pair ? 12 : 4; shift >= 0; shift -= 4)
        text += digits[(unit.code >> shift) & 0xf];
    return text;
}

}  // namespace

Result<HostCode> HostCode::read(std::string_view source, const std::string& name,
                                const MjTable* list) {
    return HostCodeReader(source, name, list).read();
}

Result<HostCode> HostCodeReader::read() {
    if (source_.size() > HostCode::source_limit) {
        incomplete("対応表が大きすぎます（16 MiBまで）。", "The mapping file exceeds 16 MiB.");
        return std::move(findings_);
    }
    std::string_view rest = source_;
    if (rest.starts_with(byte_order_mark)) rest.remove_prefix(byte_order_mark.size());
    while (!rest.empty() && findings_.size() < HostCode::most_findings) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        ++line_;
        read_line(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    line_ = 0;
    add_base();
    check_shifts();
    check_units();
    check_states();
    if (!findings_.empty()) return std::move(findings_);
    return std::move(code_);
}

void HostCodeReader::read_line(std::string_view line) {
    if (line.size() > longest_line)
        return malformed("行が長すぎます（4096バイトまで）。", "The line exceeds 4096 bytes.");
    if (find_invalid_utf8(line))
        return malformed("UTF-8 ではありません。", "The line is not UTF-8.");
    const Parts parts = split_tabs(line);
    if (parts[0].starts_with('#') || (parts.size() == 1 && parts[0].empty())) return;
    if (parts.size() < 2)
        return malformed("タブで区切った二つ目の欄が必要です。",
                         "A second part behind a tab is needed.");
    if (const auto unit = host_code_unit(parts[0])) return read_code(*unit, parts);
    read_words(parts);
}

void HostCodeReader::read_words(const Parts& parts) {
    const std::string_view word = parts[0];
    const std::size_t expected = word == "user" ? 3 : 2;
    if (parts.size() != expected)
        return malformed("欄の数が違います。", "The line has a wrong number of parts.");
    if (word == "name") return read_text(code_.text_.name, parts);
    if (word == "source") return read_text(code_.text_.source, parts);
    if (word == "licence") return read_text(code_.text_.licence, parts);
    if (word == "single-base") return read_base(parts);
    if (word == "start") return read_start(parts);
    if (word == "to-double") return read_shift(HostCode::State::Double, parts);
    if (word == "to-single") return read_shift(HostCode::State::Single, parts);
    if (word == "space") return read_space(parts);
    if (word == "user") return read_user_area(parts);
    malformed("最初の欄は、2桁か4桁の16進数の符号か、決められた語にしてください。",
              "The first part must be a code of two or four hexadecimal digits, or a known word.");
}

void HostCodeReader::read_code(HostCodeUnit unit, const Parts& parts) {
    const auto text = host_code_text(parts[1]);
    if (!text)
        return malformed("文字は U+8FBB、U+8FBB+E0102、MJ012345、GJ000001 の形にしてください。",
                         "The text must be written U+8FBB, U+8FBB+E0102, MJ012345 or GJ000001.");
    if (is_beyond_list(parts[1]))
        return malformed("文字情報基盤の一覧にない名前です: " + std::string(parts[1]),
                         "The list of MJ has no such name: " + std::string(parts[1]));
    if (parts.size() > 3 || (parts.size() == 3 && parts[2] != "decode-only"))
        return malformed("三つ目の欄に書けるのは decode-only だけです。",
                         "The third part may only be decode-only.");
    map(unit, *text, parts.size() == 3 ? Use::DecodeOnly : Use::Both);
}

bool HostCodeReader::is_beyond_list(std::string_view name) const {
    const auto number = parse_mj_name(name);
    return list_ != nullptr && number && !list_->by_number(*number);
}

void HostCodeReader::read_text(std::string& into, const Parts& parts) {
    if (!into.empty()) return clash("二度書かれています。", "This is said twice.");
    into = parts[1];
}

void HostCodeReader::read_base(const Parts& parts) {
    if (!base_.empty()) return clash("二度書かれています。", "This is said twice.");
    if (single_base(parts[1]).empty())
        return malformed("ascii、jis-x-0201、ebcdic-kana、ebcdic-latin のどれかにしてください。",
                         "Must be ascii, jis-x-0201, ebcdic-kana or ebcdic-latin.");
    base_ = parts[1];
}

void HostCodeReader::read_start(const Parts& parts) {
    if (has_start_) return clash("二度書かれています。", "This is said twice.");
    if (parts[1] != "single" && parts[1] != "double")
        return malformed("single か double にしてください。", "Must be single or double.");
    has_start_ = true;
    code_.start_ = parts[1] == "double" ? HostCode::State::Double : HostCode::State::Single;
}

void HostCodeReader::read_shift(HostCode::State to, const Parts& parts) {
    const auto bytes = hex_bytes(parts[1]);
    if (!bytes || bytes->size() > 4)
        return malformed("シフト符号は1〜4バイトの16進数にしてください。",
                         "A shift must be one to four bytes in hexadecimal.");
    if (code_.shifts_.size() == 16)
        return malformed("シフト符号は16個までです。", "There may be 16 shifts at most.");
    code_.shifts_.push_back({*bytes, to});
    shift_lines_.push_back(line_);
}

void HostCodeReader::read_space(const Parts& parts) {
    const auto unit = host_code_unit(parts[1]);
    if (!unit || !unit->is_pair)
        return malformed("全角空白の符号は4桁の16進数にしてください。",
                         "The space must be a code of four hexadecimal digits.");
    map(*unit, "\u3000", Use::Both);
}

void HostCodeReader::read_user_area(const Parts& parts) {
    const auto area = user_area(parts[1]);
    const auto first = code_point(parts[2]);
    if (!area || !first)
        return malformed("利用者定義領域は「80A1-A0FE」「U+E000」の形にしてください。",
                         "A user area must be written 80A1-A0FE and U+E000.");
    const auto last = *first + static_cast<char32_t>(area->size()) - 1;
    if (!is_private_use(*first) || !is_private_use(last) || (*first >> 16) != (last >> 16))
        return malformed("利用者定義領域が私用領域の符号位置に収まりません。",
                         "The user area leaves the private-use code points.");
    char32_t next = *first;
    for (unsigned lead = area->first_lead; lead <= area->last_lead; ++lead) {
        for (unsigned trail = area->first_trail; trail <= area->last_trail; ++trail) {
            const HostCodeUnit unit{static_cast<std::uint16_t>(lead << 8 | trail), true};
            if (!map(unit, to_utf8(std::u32string(1, next++)), Use::Both)) return;
        }
    }
}

bool HostCodeReader::map(HostCodeUnit unit, const std::string& text, Use use) {
    const auto [said, is_new] = lines_.emplace(unit, line_);
    if (!is_new) {
        const std::string before = std::to_string(said->second);
        clash("符号 " + shown(unit) + " は" + before + "行目にもあります。",
              "Code " + shown(unit) + " stands on line " + before + " too.");
        return false;
    }
    if (use == Use::Both) {
        const auto [entry, is_first] = code_.codes_.emplace(text, unit);
        if (!is_first) {
            const std::string other = shown(entry->second);
            clash(shown(unit) + " と " + other +
                      " が同じ文字です。書くときに使わない方に decode-only を付けてください。",
                  shown(unit) + " and " + other +
                      " stand for one character; mark the one not to be written decode-only.");
            return false;
        }
    }
    code_.texts_.emplace(unit, text);
    return true;
}

// What the file says itself rules over its base: its own bytes, characters and shifts.
void HostCodeReader::add_base() {
    if (base_.empty()) return;
    for (const auto& [byte, text] : single_base(base_)) {
        const HostCodeUnit unit{byte, false};
        if (collides_with_shift(unit) || !code_.texts_.emplace(unit, text).second) continue;
        code_.codes_.emplace(text, unit);
    }
}

bool HostCodeReader::collides_with_shift(HostCodeUnit unit) const {
    const auto lead = static_cast<char>(unit.is_pair ? unit.code >> 8 : unit.code);
    const auto trail = static_cast<char>(unit.code & 0xff);
    return std::any_of(code_.shifts_.begin(), code_.shifts_.end(),
                       [&](const HostCode::Shift& shift) {
                           const std::string& bytes = shift.bytes;
                           if (!unit.is_pair || bytes.size() == 1) return bytes[0] == lead;
                           return bytes[0] == lead && bytes[1] == trail;
                       });
}

void HostCodeReader::check_shifts() {
    for (std::size_t a = 0; a < code_.shifts_.size(); ++a) {
        for (std::size_t b = 0; b < code_.shifts_.size(); ++b) {
            if (a == b || !code_.shifts_[a].bytes.starts_with(code_.shifts_[b].bytes)) continue;
            if (code_.shifts_[a].bytes == code_.shifts_[b].bytes && a < b) continue;
            line_ = shift_lines_[a];
            clash("シフト符号が別のシフト符号で始まっています。",
                  "This shift begins with another one.");
        }
    }
}

void HostCodeReader::check_units() {
    for (const auto& [unit, line] : lines_) {
        if (!collides_with_shift(unit)) continue;
        if (findings_.size() >= HostCode::most_findings) return;
        line_ = line;
        clash("符号 " + shown(unit) + " はシフト符号と区別できません。",
              "Code " + shown(unit) + " cannot be told from a shift.");
    }
}

void HostCodeReader::check_states() {
    line_ = 0;
    if (code_.text_.name.empty()) incomplete("name の行がありません。", "There is no name line.");
    if (code_.text_.source.empty())
        incomplete("出典（source）の行がありません。", "There is no source line.");
    if (code_.text_.licence.empty())
        incomplete("利用条件（licence）の行がありません。", "There is no licence line.");
    bool has[2] = {false, false};
    for (const auto& [unit, text] : code_.texts_)
        has[unit.is_pair ? 1 : 0] = true;
    if (!has[0] && !has[1]) return incomplete("符号が一つもありません。", "There is no code.");
    const auto other =
        code_.start_ == HostCode::State::Single ? HostCode::State::Double : HostCode::State::Single;
    const bool there = code_.shift_to(other) != nullptr;
    const bool back = code_.shift_to(code_.start_) != nullptr;
    if (has[static_cast<std::size_t>(other)] && !(there && back)) {
        incomplete("1バイトと2バイトを切り替えるシフト符号（to-double、to-single）が必要です。",
                   "Shifts between bytes and pairs (to-double, to-single) are needed.");
    } else if (there && !back) {
        incomplete("始めの状態へ戻るシフト符号がありません。",
                   "No shift leads back to the state of the start.");
    }
}

void HostCodeReader::malformed(std::string ja, std::string en) {
    add("host-code.malformed", line_, {std::move(ja), std::move(en)});
}

void HostCodeReader::clash(std::string ja, std::string en) {
    add("host-code.clash", line_, {std::move(ja), std::move(en)});
}

void HostCodeReader::incomplete(std::string ja, std::string en) {
    add("host-code.incomplete", 0, {std::move(ja), std::move(en)});
}

void HostCodeReader::add(std::string code, std::size_t line, BilingualText message) {
    Diagnostic finding{.code = std::move(code), .message = std::move(message)};
    finding.origin.source =
        SourcePlace{.file = name_, .line = line, .column = line > 0 ? std::size_t{1} : 0};
    finding.hints.push_back({"docs/文字コードの対応表.md に書き方があります。",
                             "docs/文字コードの対応表.md says how the file is written."});
    findings_.push_back(std::move(finding));
}

}  // namespace madoguchi::fonts
