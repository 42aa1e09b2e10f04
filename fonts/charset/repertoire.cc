#include "fonts/charset/repertoire.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "fonts/charset/code_probe.h"

namespace madoguchi::fonts {

namespace {

constexpr std::array<std::pair<RepertoireName, std::string_view>, 5> names = {{
    {RepertoireName::JisX0208, "jisx0208"},
    {RepertoireName::JisX0213, "jisx0213"},
    {RepertoireName::Jpki, "jpki"},
    {RepertoireName::Cp932, "cp932"},
    {RepertoireName::AsciiKana, "ascii-kana"},
}};

// EUC-JP's code sets (glibc's tables): 1 is JIS X 0208, 3 (behind 8F) JIS X 0212; of EUC-JISX0213
// they are the two planes.
constexpr const char* euc_jp = "EUC-JP";
constexpr const char* euc_jis_x_0213 = "EUC-JISX0213";
const std::string code_set_1;
const std::string code_set_3 = "\x8f";

void add(std::vector<std::u32string>& out, const std::vector<CodedText>& probed) {
    for (const CodedText& coded : probed) {
        // The 1,880 user-defined codes of CP932 are a tenant's gaiji, not its repertoire.
        if (!is_private_use(coded.text.front())) out.push_back(coded.text);
    }
}

/// What can be printed of a set that is coded in one byte.
void add_visible(std::vector<std::u32string>& out, const std::vector<CodedText>& probed) {
    for (const CodedText& coded : probed) {
        const char32_t c = coded.text.front();
        if (c >= 0x20 && c != 0x7f && !(c >= 0x80 && c < 0xa0)) out.push_back(coded.text);
    }
}

std::vector<std::u32string> ascii_kana() {
    std::vector<std::u32string> out;
    for (char32_t c = 0x20; c < 0x7f; ++c)
        out.emplace_back(1, c);
    // JIS X 0201 has no ヮヰヱヵヶ; what it has may be written in either width.
    for (char32_t c = U'ァ'; c <= U'ヴ'; ++c) {
        if (c != U'ヮ' && c != U'ヰ' && c != U'ヱ') out.emplace_back(1, c);
    }
    for (char32_t c = U'｡'; c <= U'ﾟ'; ++c)
        out.emplace_back(1, c);
    for (const char32_t c : std::u32string_view(U"　、。「」・ー゛゜"))
        out.emplace_back(1, c);
    return out;
}

std::vector<std::u32string> characters_of(RepertoireName name) {
    std::vector<std::u32string> out;
    switch (name) {
        case RepertoireName::JisX0208:
            add(out, probe_rows(euc_jp, code_set_1));
            break;
        case RepertoireName::JisX0213:
            add(out, probe_rows(euc_jis_x_0213, code_set_1));
            add(out, probe_rows(euc_jis_x_0213, code_set_3));
            break;
        case RepertoireName::Jpki:
            add(out, probe_rows(euc_jp, code_set_1));
            add(out, probe_rows(euc_jp, code_set_3));
            break;
        case RepertoireName::Cp932:
            add_visible(out, probe_single_bytes("CP932"));
            add(out, probe_shift_jis_pairs("CP932"));
            break;
        case RepertoireName::AsciiKana:
            return ascii_kana();
    }
    return out;
}

}  // namespace

std::string_view to_string(RepertoireName name) {
    return names[static_cast<std::size_t>(name)].second;
}

std::optional<RepertoireName> parse_repertoire_name(std::string_view text) {
    for (const auto& [name, written] : names) {
        if (written == text) return name;
    }
    return std::nullopt;
}

Repertoire::Repertoire(const std::vector<std::u32string>& characters) {
    auto singles = std::make_unique<std::bitset<planes_end>>();
    for (const std::u32string& character : characters) {
        if (character.size() == 1 && character[0] < planes_end) {
            singles->set(character[0]);
        } else {
            others_.insert(character);
        }
    }
    size_ = singles->count() + others_.size();
    singles_ = std::move(singles);
}

bool Repertoire::contains(std::u32string_view character) const {
    if (character.size() == 1 && character[0] < planes_end) {
        return singles_->test(character[0]) || (character[0] >= 0x20 && character[0] < 0x7f);
    }
    return others_.contains(character);
}

const Repertoire& repertoire(RepertoireName name) {
    static const std::array<Repertoire, names.size()> all = {
        Repertoire(characters_of(RepertoireName::JisX0208)),
        Repertoire(characters_of(RepertoireName::JisX0213)),
        Repertoire(characters_of(RepertoireName::Jpki)),
        Repertoire(characters_of(RepertoireName::Cp932)),
        Repertoire(characters_of(RepertoireName::AsciiKana)),
    };
    return all[static_cast<std::size_t>(name)];
}

}  // namespace madoguchi::fonts
