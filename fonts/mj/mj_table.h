// All characters of 文字情報基盤, mapped from the file that `./dev characters` makes. A look-up
// reads the file in place. Immutable; safe to use from many threads at once.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "fonts/font_file.h"
#include "fonts/mj/mj_character.h"

namespace madoguchi::fonts {

class MjTable {
  public:
    /// Fails on a file that is missing ("characters.unreadable"), of another version
    /// ("characters.other-version"), or whose bytes are not those of its checksum or lead out of it
    /// ("characters.malformed"). Reads the whole file once, some milliseconds.
    static Result<std::shared_ptr<const MjTable>> open(const std::filesystem::path& file);
    static Result<std::shared_ptr<const MjTable>> from_bytes(Bytes bytes, std::string name);

    /// How many there are: 58,862 of the list and 変体仮名 behind them.
    std::size_t size() const { return characters_.size(); }
    MjCharacter operator[](std::size_t index) const { return {*this, index}; }

    std::optional<MjCharacter> by_number(MjNumber number) const;
    /// The character whose own code point this is (実装したUCS).
    std::optional<MjCharacter> by_code_point(char32_t code_point) const;
    /// Of a Moji_Joho or standardised sequence.
    std::optional<MjCharacter> by_sequence(VariationSequence sequence) const;

    /// Every shape of the code point (対応するUCS).
    std::vector<MjCharacter> shapes_of(char32_t code_point) const;
    /// Every character read so, in hiragana.
    std::vector<MjCharacter> read_as(std::string_view reading) const;
    /// The code point that stands for all that are written for it in names; itself where there is
    /// no other.
    char32_t name_fold(char32_t code_point) const;
    /// Every code point with that fold, itself first.
    std::vector<char32_t> folded_to(char32_t fold) const;

    /// Whether the Ideographic Variation Database lists the sequence under the collection.
    bool is_adobe_japan1(VariationSequence sequence) const;
    bool is_hanyo_denshi(VariationSequence sequence) const;

  private:
    friend class MjCharacter;
    explicit MjTable(FontFile file);
    static Result<std::shared_ptr<const MjTable>> create(FontFile file);
    template <typename T>
    bool take_section(std::string_view tag, std::span<const T>& section) const;
    bool take_sections();
    bool places_are_inside() const;
    bool lists(VariationSequence sequence, std::uint32_t collection) const;
    std::string_view text_at(std::uint32_t place) const;
    std::vector<MjCharacter> at_all(std::span<const std::uint32_t> indices) const;

    FontFile file_;
    std::span<const table_format::Character> characters_;
    std::span<const table_format::Sequence> sequences_, foreign_sequences_;
    std::span<const table_format::Code> codes_, corresponding_, folds_;
    std::span<const table_format::Candidate> candidates_;
    std::span<const std::uint32_t> readings_, reading_members_;
    std::span<const table_format::Radical> radicals_;
    std::span<const table_format::Reading> reading_directory_;
    std::span<const char> text_;
};

}  // namespace madoguchi::fonts
