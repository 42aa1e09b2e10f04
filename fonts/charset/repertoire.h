// Repertoires: which characters a system can hold.
#pragma once

#include <bitset>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::fonts {

enum class RepertoireName {
    JisX0208,  ///< 第一・第二水準漢字 and non-kanji, 6,879
    JisX0213,  ///< JIS X 0213:2004, 11,233
    Jpki,  ///< certificates of 公的個人認証: JIS X 0208 and the supplementary kanji JIS X 0212
    Cp932,      ///< Windows-31J: JIS X 0208, NEC and IBM extensions, half-width kana
    AsciiKana,  ///< ASCII, and katakana and punctuation of JIS X 0201
};
/// As the command line and settings write it: "jisx0213".
std::string_view to_string(RepertoireName name);
std::optional<RepertoireName> parse_repertoire_name(std::string_view text);

/// A closed set of characters without selectors: code points, and pairs that stand at one place of
/// a code (か゚). Printable ASCII belongs to every one, because every Japanese code holds it beside
/// the set that names it; size() does not count it where the standard does not. Immutable.
class Repertoire {
  public:
    explicit Repertoire(const std::vector<std::u32string>& characters);

    bool contains(std::u32string_view character) const;
    std::size_t size() const { return size_; }

  private:
    static constexpr std::size_t planes_end = 0x30000;
    std::unique_ptr<const std::bitset<planes_end>> singles_;
    std::set<std::u32string, std::less<>> others_;
    std::size_t size_ = 0;
};

/// Built when first asked for, from the tables of the C library (a few milliseconds). Without its
/// tables (package libc6) the repertoire is empty, which a test would notice and an operator too:
/// everything is then outside.
const Repertoire& repertoire(RepertoireName name);

}  // namespace madoguchi::fonts
