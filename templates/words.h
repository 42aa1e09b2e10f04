// The words of closed lists in template files and what they stand for: read and written from the
// same tables.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "templates/model/template.h"

namespace madoguchi::templates {

template <typename Value>
struct Word {
    std::string_view word;
    Value value;
};

inline constexpr std::array font_words = {
    Word<FontFamily>{"mincho", FontFamily::Mincho},
    Word<FontFamily>{"gothic", FontFamily::Gothic},
    Word<FontFamily>{"ocrB", FontFamily::OcrB},
};
inline constexpr std::array direction_words = {
    Word<Direction>{"horizontal", Direction::Horizontal},
    Word<Direction>{"vertical", Direction::Vertical},
};
inline constexpr std::array align_words = {
    Word<Align>{"start", Align::Start}, Word<Align>{"centre", Align::Centre},
    Word<Align>{"end", Align::End},     Word<Align>{"justify", Align::Justify},
    Word<Align>{"even", Align::Even},
};
inline constexpr std::array block_align_words = {
    Word<BlockAlign>{"start", BlockAlign::Start},
    Word<BlockAlign>{"centre", BlockAlign::Centre},
    Word<BlockAlign>{"end", BlockAlign::End},
};
inline constexpr std::array fit_step_words = {
    Word<FitStep>{"condense", FitStep::Condense},
    Word<FitStep>{"shrink", FitStep::Shrink},
    Word<FitStep>{"wrap", FitStep::Wrap},
};
inline constexpr std::array line_pattern_words = {
    Word<LinePattern>{"solid", LinePattern::Solid},
    Word<LinePattern>{"dashed", LinePattern::Dashed},
    Word<LinePattern>{"dotted", LinePattern::Dotted},
};
inline constexpr std::array field_type_words = {
    Word<FieldType>{"text", FieldType::Text},     Word<FieldType>{"date", FieldType::Date},
    Word<FieldType>{"number", FieldType::Number}, Word<FieldType>{"boolean", FieldType::Boolean},
    Word<FieldType>{"code", FieldType::Code},     Word<FieldType>{"list", FieldType::List},
    Word<FieldType>{"group", FieldType::Group},
};
inline constexpr std::array function_words = {
    Word<Computation::Function>{"sum", Computation::Function::Sum},
    Word<Computation::Function>{"count", Computation::Function::Count},
    Word<Computation::Function>{"age", Computation::Function::Age},
};
inline constexpr std::array missing_character_words = {
    Word<MissingCharacterPolicy>{"stop", MissingCharacterPolicy::Stop},
    Word<MissingCharacterPolicy>{"mark", MissingCharacterPolicy::Mark},
};
inline constexpr std::array test_words = {
    Word<Condition::Test>{"present", Condition::Test::Present},
    Word<Condition::Test>{"absent", Condition::Test::Absent},
    Word<Condition::Test>{"oneOf", Condition::Test::IsOneOf},
    Word<Condition::Test>{"noneOf", Condition::Test::IsNoneOf},
};
inline constexpr std::array mark_words = {
    Word<Choice::Mark>{"circle", Choice::Mark::Circle},
    Word<Choice::Mark>{"tick", Choice::Mark::Tick},
};

inline constexpr std::array symbology_words = {
    Word<Barcode::Symbology>{"qr", Barcode::Symbology::Qr},
    Word<Barcode::Symbology>{"code39", Barcode::Symbology::Code39},
    Word<Barcode::Symbology>{"code128", Barcode::Symbology::Code128},
    Word<Barcode::Symbology>{"nw7", Barcode::Symbology::Nw7},
    Word<Barcode::Symbology>{"itf", Barcode::Symbology::Itf},
    Word<Barcode::Symbology>{"customer", Barcode::Symbology::Customer},
};

inline constexpr std::array correction_words = {
    Word<Barcode::Correction>{"L", Barcode::Correction::L},
    Word<Barcode::Correction>{"M", Barcode::Correction::M},
    Word<Barcode::Correction>{"Q", Barcode::Correction::Q},
    Word<Barcode::Correction>{"H", Barcode::Correction::H},
};

inline constexpr std::array ruby_words = {
    Word<Ruby>{"none", Ruby::None},
    Word<Ruby>{"mono", Ruby::Mono},
    Word<Ruby>{"jukugo", Ruby::Jukugo},
    Word<Ruby>{"group", Ruby::Group},
};

enum class Orientation { Portrait, Landscape };
inline constexpr std::array orientation_words = {
    Word<Orientation>{"portrait", Orientation::Portrait},
    Word<Orientation>{"landscape", Orientation::Landscape},
};
/// Upright sheets; the B series is that of JIS P 0138.
inline constexpr std::array page_size_words = {
    Word<Size>{"A3", {Length::mm100(29700), Length::mm100(42000)}},
    Word<Size>{"A4", {Length::mm100(21000), Length::mm100(29700)}},
    Word<Size>{"A5", {Length::mm100(14800), Length::mm100(21000)}},
    Word<Size>{"A6", {Length::mm100(10500), Length::mm100(14800)}},
    Word<Size>{"B4", {Length::mm100(25700), Length::mm100(36400)}},
    Word<Size>{"B5", {Length::mm100(18200), Length::mm100(25700)}},
    Word<Size>{"B6", {Length::mm100(12800), Length::mm100(18200)}},
    Word<Size>{"postcard", {Length::mm100(10000), Length::mm100(14800)}},
};

inline constexpr std::string_view png_media_type = "image/png";
inline constexpr std::string_view jpeg_media_type = "image/jpeg";
inline constexpr std::array media_type_words = {
    Word<std::string_view>{png_media_type, png_media_type},
    Word<std::string_view>{jpeg_media_type, jpeg_media_type},
};

/// In the order of the alternatives of ElementKind; the value is the alternative's index.
inline constexpr std::array kind_words = {
    Word<std::size_t>{"text", 0},        Word<std::size_t>{"line", 1},
    Word<std::size_t>{"box", 2},         Word<std::size_t>{"ellipse", 3},
    Word<std::size_t>{"image", 4},       Word<std::size_t>{"comb", 5},
    Word<std::size_t>{"choice", 6},      Word<std::size_t>{"table", 7},
    Word<std::size_t>{"seal", 8},        Word<std::size_t>{"barcode", 9},
    Word<std::size_t>{"background", 10}, Word<std::size_t>{"dateStamp", 11},
};
static_assert(kind_words.size() == std::variant_size_v<ElementKind>);

/// The word for a value; empty when the list has none.
template <typename Value, std::size_t size>
std::string_view word_for(const Value& value, const std::array<Word<Value>, size>& words) {
    for (const Word<Value>& word : words) {
        if (word.value == value) return word.word;
    }
    return {};
}

}  // namespace madoguchi::templates
