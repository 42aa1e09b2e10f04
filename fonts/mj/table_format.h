// The character table as it lies in its file: what tools/characters/make_table.py writes and
// mj_table.cc reads in place. Little-endian; every section begins on eight bytes. Whatever changes
// in the form changes the digit in the mark, so that a table of another version is known as one.
//
//     8 bytes "MADOCHR2", u32 number of sections, u32 checksum (fonts/whole_file.h),
//     then for each section its DirectoryEntry, then the sections.
#pragma once

#include <array>
#include <cstdint>

namespace madoguchi::fonts::table_format {

inline constexpr std::array<char, 8> magic = {'M', 'A', 'D', 'O', 'C', 'H', 'R', '2'};
inline constexpr std::size_t checksum_place = 12;
inline constexpr std::size_t header_size = 16;
inline constexpr std::uint32_t nothing = 0xffffffff;
inline constexpr std::uint8_t no_strokes = 0xff;

struct DirectoryEntry {
    std::array<char, 4> tag;
    std::uint32_t item_size;
    std::uint64_t offset;
    std::uint64_t count;
};
static_assert(sizeof(DirectoryEntry) == 24);

/// "mj  ", by number. A place is an index into the section that is named.
struct Character {
    std::uint32_t number;                 ///< of MJ025760: 25760
    std::uint32_t code_point;             ///< 実装したUCS, or 0
    std::uint32_t corresponding;          ///< 対応するUCS, or 0
    std::uint32_t sequence_base;          ///< of its Moji_Joho sequence, or 0
    std::uint32_t sequence_selector;      ///< U+E0100.., or 0
    std::uint32_t standardised_selector;  ///< U+FE00.., on `corresponding`, or 0
    std::uint32_t family_register;        ///< 戸籍統一文字番号, or `nothing`
    std::uint32_t estate_register;        ///< 登記統一文字番号, or `nothing`
    std::uint32_t immigration;            ///< 入管正字コード, or 0
    std::uint16_t immigration_gaiji;      ///< 入管外字コード, or 0
    std::uint16_t resident_network;       ///< 住基ネット統一文字コード J+XXXX, or 0
    std::uint32_t first_reading;          ///< place in "read"
    std::uint32_t first_radical;          ///< place in "radi"
    std::uint32_t first_candidate;        ///< place in "cand"
    std::uint16_t jis_x_0213;             ///< row << 8 | cell, or 0
    std::uint16_t jis_x_0212;             ///< the same
    std::uint8_t jis_x_0213_plane;        ///< 1, 2, or 0
    std::uint8_t unification;             ///< X0213_包摂区分: 0 exact, 2 unified (包摂)
    std::uint8_t strokes;                 ///< 総画数, or 0
    std::uint8_t policy;  ///< 漢字施策: 1 常用漢字, 2 人名用漢字, 0 neither
    std::uint8_t reading_count;
    std::uint8_t radical_count;
    std::uint8_t candidate_count;
    std::uint8_t padding;
};
static_assert(sizeof(Character) == 64);

/// "seq ": Moji_Joho and standardised sequences to the index of their character. "othr": sequences
/// of other collections to the number of theirs (1 Adobe-Japan1, 2 Hanyo-Denshi). Both sorted.
struct Sequence {
    std::uint32_t base;
    std::uint32_t selector;
    std::uint32_t value;
};

/// "code" (実装したUCS) and "corr" (対応するUCS) to the index of a character; "fold" to the code
/// point that stands for all that are written for it in names. Sorted.
struct Code {
    std::uint32_t code_point;
    std::uint32_t value;
};

/// "cand": one entry of MJ縮退マップ, the preferred first.
struct Candidate {
    std::uint32_t code_point;
    std::uint16_t jis_x_0213;
    std::uint8_t jis_x_0213_plane;
    std::uint8_t ground;
    std::uint8_t rank;  ///< 順位, or 0
    std::uint8_t hops;  ///< ホップ数, or 0
    std::uint16_t padding;
};
static_assert(sizeof(Candidate) == 12);

/// "rdir", sorted by the reading's bytes: whose reading it is, in "rmem".
struct Reading {
    std::uint32_t text;  ///< place in "text"
    std::uint32_t first;
    std::uint32_t count;
};

/// "radi"
struct Radical {
    std::uint8_t radical;  ///< 1 to 214
    std::uint8_t strokes;  ///< beside the radical, or `no_strokes`
};

}  // namespace madoguchi::fonts::table_format
