// A form template: what a form's data are and what stands on its pages. The rules are numbered in
// templates/SPEC.md.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "templates/model/element.h"

namespace madoguchi::templates {

enum class FieldType {
    Text,  ///< characters; `max_length` counts grapheme clusters
    Date,  ///< "2026-04-01", "1935-10", "1935", or {"日付": …, "不詳表記": …} for a date that is
           ///< not wholly known
    Number,   ///< a decimal number of any length, within `minimum` and `maximum`
    Boolean,  ///<
    Code,     ///< one of `codes`
    List,     ///< items with `fields`
    Group,    ///< one record with `fields`
};

/// A number that nobody enters: it follows from other values. Names are looked for as in tags.
struct Computation {
    enum class Function {
        Sum,    ///< of the numbers `of` ("明細.金額"); absent when there is none
        Count,  ///< of the items of the list `of`; absent when there is none
        Age,    ///< 満年齢 of whoever was born on `of`, on the day `at`; absent when not certain
    };
    Function function = Function::Sum;
    std::string of;
    std::string at;  ///< of Age
};

/// One named value of a form's data (項目).
struct Field {
    std::string name;
    FieldType type = FieldType::Text;
    bool required = false;
    std::string description;
    std::string example;
    std::optional<std::size_t> max_length;
    bool multiline = false;  ///< for Text: whoever enters it is offered several lines
    std::optional<std::size_t> max_items;
    std::optional<std::string> minimum, maximum;  ///< decimal numbers as they are written
    std::optional<std::size_t> decimals;          ///< the most a number may have; 0: a whole number
    std::vector<std::string> codes;
    bool many = false;                    ///< for Code: a list of codes
    std::optional<Computation> computed;  ///< for Number: not entered
    std::vector<Field> fields;
};

/// Elements that are printed under one condition (控え, 職員記入欄).
struct Layer {
    std::string name;
    Condition when;
};

struct Page {
    std::string id;
    Size size;
    Length printable_margin;  ///< what printers cannot reach
    /// 続紙: printed only when the table it continues has more items than rows, as often as needed.
    bool continuation = false;
    std::vector<Element> elements;
};

/// What to do with a character that no face can show exactly.
enum class MissingCharacterPolicy {
    Stop,  ///< an error; nothing is written
    Mark,  ///< 〓 is printed, the finding is a warning
};

struct Template {
    int format_version = 1;
    std::string id;
    std::string version;
    std::string title;
    std::string description;
    std::string form_number;  ///< 様式番号: 様式第1号（第3条関係）
    std::string language = "ja";
    MissingCharacterPolicy missing_character = MissingCharacterPolicy::Stop;
    std::vector<NamedStyle> styles;
    std::vector<Field> fields;
    std::vector<Layer> layers;
    std::vector<Page> pages;
};

}  // namespace madoguchi::templates
