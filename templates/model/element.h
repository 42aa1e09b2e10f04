// The closed set of things that can stand on a form.
//
// Frames of elements are relative to their page; frames of elements inside a table row are relative
// to the row.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/geometry.h"
#include "templates/model/drawing.h"
#include "templates/model/style.h"

namespace madoguchi::templates {

enum class LinePattern { Solid, Dashed, Dotted };

struct Stroke {
    Length width = Length::mm(0.15);
    Colour colour;
    LinePattern pattern = LinePattern::Solid;
    bool operator==(const Stroke&) const = default;
};

/// When an element is printed. `field` names a value of the data ("届出人.区分"; inside a row, of
/// the row first).
struct Condition {
    enum class Test { Present, Absent, IsOneOf, IsNoneOf };
    std::string field;
    Test test = Test::Present;
    std::vector<std::string> values;  ///< for IsOneOf and IsNoneOf
};

/// How ｜漢字《かんじ》 in a text is set, and readings that follow each other directly: each over
/// its own letters, as those of one compound (熟語ルビ), or as one. None: no marks, 《》 are
/// brackets.
enum class Ruby { None, Mono, Jukugo, Group };

/// Mustache text without HTML escaping. A tag may end in a format: {{生年月日|和暦}}. Text without
/// a tag is static.
struct Text {
    std::string content;
    Style style;
    int heading = 0;  ///< its level for those who hear the form, 1 to 6; 0: no heading
    Ruby ruby = Ruby::None;
};

/// From the top left to the bottom right of the frame, or with `rising` from the bottom left to the
/// top right. A frame of no height is a horizontal rule, one of no width a vertical rule.
struct Line {
    Stroke stroke;
    bool rising = false;
};

struct Box {
    std::optional<Stroke> stroke;
    std::optional<Colour> fill;
    Length radius;
};

struct Ellipse {
    std::optional<Stroke> stroke;
    std::optional<Colour> fill;
};

/// PNG or JPEG bytes, kept in the template as base64.
struct Image {
    std::string media_type;  ///< "image/png" or "image/jpeg"
    std::vector<std::uint8_t> bytes;
    std::string alternative_text;
    /// 公印: id of a text before it on its page, whose last letter it half covers; the frame then
    /// only gives its size. Empty, or the text says nothing: it stands in its frame.
    std::string covers;
};

/// マス目: one character that people see in each cell.
struct Comb {
    std::string content;  ///< Mustache, as in Text
    Style style;          ///< of the single characters
    int cells = 0;
    bool fill_from_end = false;    ///< right-aligned numbers
    bool separate_marks = false;   ///< 濁点 and 半濁点 of kana take a cell of their own
    std::vector<int> groups;       ///< cells per group, left to right; empty: one group
    Length group_gap;              ///< blank between groups
    std::optional<Stroke> stroke;  ///< rules of the cells; none when the paper already has them
};

/// 選択: printed words of which those that the data name are marked.
struct Choice {
    enum class Mark {
        Circle,  ///< 丸囲み: an ellipse round the printed word
        Tick,    ///< ✓ in a small box before the word
    };
    struct Option {
        std::string value;  ///< what the data say
        std::string label;  ///< what is printed; may be empty when the words stand elsewhere
        Rect frame;
    };
    std::string field;   ///< one value, or a list of values
    std::string format;  ///< what the value is compared in (元号); empty: as it is written
    Mark mark = Mark::Circle;
    std::vector<Option> options;
    Style style;
    Stroke stroke;
};

struct Element;

/// 明細: a row of elements repeated over a list. All rows of a sheet are ruled, also those without
/// an item.
struct Table {
    std::string list;  ///< the data's list
    int rows = 0;      ///< rows on this sheet
    Length row_height;
    std::vector<Element> row;
    /// On a continuation page (続紙): the id of the table whose remaining items this one takes.
    std::string continues;
    /// The ids of the texts that head its columns, left to right.
    std::vector<std::string> headings;
    /// 余白斜線 over the rows behind the last item; none without an item, where a pen may follow.
    std::optional<Stroke> strike_blank;
};

/// 印影欄: the place for a seal with the smallest and largest allowed side drawn as guides.
struct Seal {
    Length min_side;  ///< zero: no guide
    Length max_side;  ///< zero: no guide
    std::string label;
    Style style;
    Stroke stroke;
};

/// バーコード.
struct Barcode {
    enum class Symbology {
        Qr,  ///< QR code, model 2
        Code39,
        Code128,
        Nw7,       ///< Codabar
        Itf,       ///< interleaved 2 of 5
        Customer,  ///< 郵便カスタマバーコード
    };
    enum class Correction { L, M, Q, H };

    std::string content;  ///< Mustache, as in Text
    Symbology symbology = Symbology::Qr;
    Correction correction = Correction::M;  ///< of a QR code
    bool check_digit = false;               ///< where the symbology leaves it open
    Length module;                          ///< zero: as large as the frame allows
};

/// 下敷き: a printed page, imported from a PDF, over which the fields are laid.
struct Background {
    std::shared_ptr<const Drawing> drawing;  ///< never null once the template has been read
    std::string source;                      ///< what it was made from
    std::string alternative_text;            ///< empty: ornament
};

/// 受付印 (日付印): a round stamp with a date across its middle. Without a date nothing is stamped.
struct DateStamp {
    std::string content;  ///< the date: Mustache, as in Text
    std::string top;      ///< above it: the office
    std::string bottom;   ///< below it: 受付
    Style style;
    Stroke stroke;
};

using ElementKind = std::variant<Text, Line, Box, Ellipse, Image, Comb, Choice, Table, Seal,
                                 Barcode, Background, DateStamp>;

struct Element {
    std::string id;
    Rect frame;
    ElementKind kind;
    std::optional<Condition> when;
    std::string layer;             ///< name of the layer it belongs to; empty: none
    std::string label;             ///< accessible name, Japanese
    std::optional<int> tab_order;  ///< order of entry and of reading
    std::string pointer;  ///< JSON Pointer of this element in its template; set by the reader
};

}  // namespace madoguchi::templates
