#include "fonts/mj/mj_character.h"

#include <array>
#include <charconv>

#include "base/utf8.h"
#include "fonts/mj/mj_table.h"

namespace madoguchi::fonts {

namespace {

constexpr std::size_t name_digits = 6;

template <typename T>
std::optional<T> unless(T value, T absent) {
    return value == absent ? std::nullopt : std::optional<T>(value);
}

JisPosition position(int plane, std::uint16_t row_cell) {
    return {plane, row_cell >> 8, row_cell & 0xff};
}

}  // namespace

std::string mj_name(MjNumber number) {
    std::string digits = std::to_string(number);
    return "MJ" + std::string(name_digits - std::min(name_digits, digits.size()), '0') + digits;
}

std::optional<MjNumber> parse_mj_name(std::string_view name) {
    if (name.size() != 2 + name_digits || (name[0] | 0x20) != 'm' || (name[1] | 0x20) != 'j') {
        return std::nullopt;
    }
    MjNumber number = 0;
    const auto parsed = std::from_chars(name.data() + 2, name.data() + name.size(), number);
    if (parsed.ec != std::errc() || parsed.ptr != name.data() + name.size()) return std::nullopt;
    return number;
}

std::string_view ground_name(Ground ground) {
    constexpr std::array<std::string_view, 10> names = {
        "JIS包摂規準・UCS統合規則",
        "法務省告示582号別表第四の一",
        "法務省告示582号別表第四の二",
        "戸籍統一文字情報（親字・正字）",
        "民一2842号通達別表（誤字俗字・正字一覧表）",
        "民一2842号通達別表（俗字）",
        "民一2842号通達別表（別字）",
        "民二5202号通知別表（正字・俗字等対照表）",
        "辞書類等による関連字",
        "読み・字形による類推",
    };
    return names[static_cast<std::size_t>(ground)];
}

MjCharacter::MjCharacter(const MjTable& table, std::size_t index)
    : table_(&table), record_(&table.characters_[index]), index_(index) {}

std::optional<char32_t> MjCharacter::code_point() const {
    return unless(static_cast<char32_t>(record_->code_point), U'\0');
}

std::optional<char32_t> MjCharacter::corresponding() const {
    return unless(static_cast<char32_t>(record_->corresponding), U'\0');
}

std::optional<VariationSequence> MjCharacter::sequence() const {
    if (record_->sequence_selector == 0) return std::nullopt;
    return VariationSequence{record_->sequence_base, record_->sequence_selector};
}

std::optional<VariationSequence> MjCharacter::standardised_sequence() const {
    if (record_->standardised_selector == 0) return std::nullopt;
    return VariationSequence{record_->corresponding, record_->standardised_selector};
}

std::string MjCharacter::text() const {
    std::string out;
    const auto written = sequence() ? sequence() : standardised_sequence();
    if (written) {
        append_utf8(out, written->base);
        append_utf8(out, written->selector);
    } else if (code_point()) {
        append_utf8(out, *code_point());
    } else {
        out = "&" + mj_name(number()) + ";";
    }
    return out;
}

std::optional<JisPosition> MjCharacter::jis_x_0213() const {
    if (record_->jis_x_0213_plane == 0) return std::nullopt;
    return position(record_->jis_x_0213_plane, record_->jis_x_0213);
}

Unification MjCharacter::unification() const {
    return record_->unification == 0 ? Unification::Exact : Unification::Unified;
}

std::optional<JisPosition> MjCharacter::jis_x_0212() const {
    if (record_->jis_x_0212 == 0) return std::nullopt;
    return position(0, record_->jis_x_0212);
}

std::optional<std::uint32_t> MjCharacter::family_register() const {
    return unless(record_->family_register, table_format::nothing);
}
std::optional<std::uint32_t> MjCharacter::estate_register() const {
    return unless(record_->estate_register, table_format::nothing);
}
std::optional<std::uint32_t> MjCharacter::resident_network() const {
    return unless(std::uint32_t{record_->resident_network}, 0U);
}
std::optional<std::uint32_t> MjCharacter::immigration() const {
    return unless(record_->immigration, 0U);
}
std::optional<std::uint32_t> MjCharacter::immigration_gaiji() const {
    return unless(std::uint32_t{record_->immigration_gaiji}, 0U);
}
std::optional<int> MjCharacter::strokes() const {
    return unless(int{record_->strokes}, 0);
}

std::vector<std::string_view> MjCharacter::readings() const {
    std::vector<std::string_view> out;
    for (const auto place :
         table_->readings_.subspan(record_->first_reading, record_->reading_count))
        out.push_back(table_->text_at(place));
    return out;
}

std::vector<RadicalStrokes> MjCharacter::radicals() const {
    std::vector<RadicalStrokes> out;
    for (const auto& [radical, strokes] :
         table_->radicals_.subspan(record_->first_radical, record_->radical_count))
        out.push_back({radical, unless(int{strokes}, int{table_format::no_strokes})});
    return out;
}

std::vector<ReductionCandidate> MjCharacter::candidates() const {
    std::vector<ReductionCandidate> out;
    for (const table_format::Candidate& entry :
         table_->candidates_.subspan(record_->first_candidate, record_->candidate_count))
        out.push_back({entry.code_point, position(entry.jis_x_0213_plane, entry.jis_x_0213),
                       static_cast<Ground>(entry.ground), entry.rank, entry.hops});
    return out;
}

}  // namespace madoguchi::fonts
