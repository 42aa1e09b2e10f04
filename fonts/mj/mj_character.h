// One character of 文字情報基盤 (MJ文字情報一覧): a shape with a number of its own, and how
// registers, codes and people call it. A light view into an MjTable, which outlives it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fonts/mj/table_format.h"

namespace madoguchi::fonts {

/// MJ文字図形名 without its letters: 25760 is MJ025760.
using MjNumber = std::uint32_t;

std::string mj_name(MjNumber number);
/// "MJ025760", in any case; nothing when the text is no such name.
std::optional<MjNumber> parse_mj_name(std::string_view name);

/// A variation sequence: a base and its selector.
struct VariationSequence {
    char32_t base = 0;
    char32_t selector = 0;
    bool operator==(const VariationSequence&) const = default;
};

/// A place in JIS X 0213 (plane 1 or 2) or JIS X 0212 (plane 0), row and cell from 1.
struct JisPosition {
    int plane = 0, row = 0, cell = 0;
    bool operator==(const JisPosition&) const = default;
};

/// How the shape belongs to its place in JIS X 0213 (包摂区分).
enum class Unification { Exact, Unified };

/// On what ground MJ縮退マップ names a substitute; in the order in which they are preferred.
enum class Ground : std::uint8_t {
    UnificationRule,         ///< JIS包摂規準・UCS統合規則
    ImmigrationNotice1,      ///< 法務省告示582号別表第四 一
    ImmigrationNotice2,      ///< 同 二
    FamilyRegisterStandard,  ///< 戸籍統一文字情報 親字・正字
    Circular2842,            ///< 民一2842号通達別表 誤字俗字・正字一覧表
    Circular2842Vulgar,      ///< 同 俗字
    Circular2842Other,       ///< 同 別字
    Notice5202,              ///< 民二5202号通知別表 正字・俗字等対照表
    Dictionaries,            ///< 辞書類等による関連字
    Analogy,                 ///< 読み・字形による類推
};
/// As the map calls it.
std::string_view ground_name(Ground ground);

struct ReductionCandidate {
    char32_t code_point = 0;
    JisPosition position;
    Ground ground = Ground::Analogy;
    int rank = 0;  ///< 順位 within the ground, 0 where it has none
    int hops = 0;  ///< ホップ数, 0 where it has none
};

struct RadicalStrokes {
    int radical = 0;             ///< Kangxi, 1 to 214
    std::optional<int> strokes;  ///< beside the radical
};

class MjTable;

class MjCharacter {
  public:
    MjCharacter(const MjTable& table, std::size_t index);

    MjNumber number() const { return record_->number; }
    std::size_t index() const { return index_; }
    /// 変体仮名 stand in a list of their own.
    bool is_hentaigana() const { return number() >= 90'000; }

    /// 実装したUCS: the code point whose own shape this is.
    std::optional<char32_t> code_point() const;
    /// 対応するUCS: the code point this is a shape of.
    std::optional<char32_t> corresponding() const;
    /// Of the collection Moji_Joho.
    std::optional<VariationSequence> sequence() const;
    std::optional<VariationSequence> standardised_sequence() const;
    /// How it is written in text: its sequence, else its code point, else by name ("&MJ003719;").
    std::string text() const;

    std::optional<JisPosition> jis_x_0213() const;
    Unification unification() const;
    std::optional<JisPosition> jis_x_0212() const;
    std::optional<std::uint32_t> family_register() const;  ///< 戸籍統一文字番号, six digits
    std::optional<std::uint32_t> estate_register() const;  ///< 登記統一文字番号, eight digits
    std::optional<std::uint32_t> resident_network() const;  ///< 住基ネット統一文字コード
    std::optional<std::uint32_t> immigration() const;       ///< 入管正字コード
    std::optional<std::uint32_t> immigration_gaiji() const;
    std::optional<int> strokes() const;

    std::vector<std::string_view> readings() const;
    std::vector<RadicalStrokes> radicals() const;
    /// Of MJ縮退マップ, all into JIS X 0213, the preferred first.
    std::vector<ReductionCandidate> candidates() const;

  private:
    const MjTable* table_;
    const table_format::Character* record_;
    std::size_t index_;
};

}  // namespace madoguchi::fonts
