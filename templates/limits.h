// The ranges of templates/SPEC.md, each in one place.
#pragma once

#include <cstddef>
#include <cstdint>

namespace madoguchi::templates::limits {

/// Both ends belong to it. Lengths, sizes and ratios are in hundredths of their unit.
struct Range {
    std::int64_t least = 0;
    std::int64_t most = 0;
    constexpr bool contains(std::int64_t value) const { return value >= least && value <= most; }
};

// Millimetres
inline constexpr Range coordinate{0, 2'000'00};
inline constexpr Range page_side{10'00, 2'000'00};
inline constexpr Range printable_margin{0, 100'00};
inline constexpr Range stroke_width{1, 20'00};
inline constexpr Range radius{0, 1'000'00};
inline constexpr Range group_gap{0, 1'000'00};
inline constexpr Range row_height{1, 2'000'00};
inline constexpr Range seal_side{0, 2'000'00};
inline constexpr Range barcode_module{0, 10'00};

// Points
inline constexpr Range type_size{1'00, 500'00};
inline constexpr Range letter_spacing{-100'00, 100'00};

// Ratios
inline constexpr Range line_height{50, 10'00};
inline constexpr Range condense{10, 1'00};

// Counts
inline constexpr Range cells{1, 500};
inline constexpr Range rows{1, 1'000};
inline constexpr Range tab_order{1, 100'000};
inline constexpr Range heading{1, 6};
inline constexpr Range text_length{1, 100'000};
inline constexpr Range list_length{1, 100'000};
inline constexpr Range decimals{0, 10};

// Characters (code points) of texts
inline constexpr Range version{1, 64};
inline constexpr Range title{1, 200};
inline constexpr Range form_number{0, 200};
inline constexpr Range description{0, 2'000};
inline constexpr Range example{0, 500};
inline constexpr Range code{1, 200};
inline constexpr Range label{0, 500};
inline constexpr Range printed_word{0, 200};
inline constexpr Range mustache{1, 10'000};
inline constexpr Range format_name{1, 64};
inline constexpr std::size_t name_length = 64;

// Items of lists
inline constexpr Range styles{0, 200};
inline constexpr Range form_fields{0, 1'000};
inline constexpr Range inner_fields{1, 1'000};
inline constexpr Range codes{1, 1'000};
inline constexpr Range layers{0, 100};
inline constexpr Range pages{1, 200};
inline constexpr Range elements{0, 5'000};
inline constexpr Range row_elements{1, 5'000};
inline constexpr Range fit_steps{0, 3};
inline constexpr Range groups{1, 100};
inline constexpr Range tate_chu_yoko{0, 4};  // digits
inline constexpr Range options{1, 200};
inline constexpr Range values{1, 1'000};
inline constexpr Range table_headings{1, 100};

inline constexpr std::size_t field_depth = 4;
inline constexpr std::size_t elements_of_all_pages = 5'000;
inline constexpr std::size_t image_bytes = 2u << 20;
inline constexpr std::size_t drawing_bytes = 4u << 20;
/// Of a drawing unpacked.
inline constexpr std::size_t drawing_text = 64u << 20;
inline constexpr std::size_t image_side = 10'000;
/// What a PDF takes; a small file must not become gigabytes.
inline constexpr std::size_t image_pixels = 16'000'000;
/// As many digits as every program that reads JSON keeps.
inline constexpr std::size_t bound_digits = 15;
inline constexpr std::size_t findings = 200;

}  // namespace madoguchi::templates::limits
