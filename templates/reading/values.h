// Readers of single values: each takes a value of a template file and gives what it stands for, or
// reports why it cannot.
//
// A reader is any function (Findings&, const Node&) -> std::optional<T>; members.h puts them
// together.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "templates/limits.h"
#include "templates/reading/findings.h"
#include "templates/words.h"

namespace madoguchi::templates::reading {

/// T1: `expected` completes "ここは…で書きます" and "… is expected here".
void report_type(Findings& findings, const Node& node, BilingualText expected);

struct Millimetres {  ///< T5
    limits::Range range;
    std::optional<Length> operator()(Findings& findings, const Node& node) const;
};
struct Points {  ///< T6
    limits::Range range;
    std::optional<Length> operator()(Findings& findings, const Node& node) const;
};
struct Ratio {  ///< T7
    limits::Range range;
    std::optional<double> operator()(Findings& findings, const Node& node) const;
};
struct Count {  ///< T8
    limits::Range range;
    std::optional<int> operator()(Findings& findings, const Node& node) const;
};
struct PrintableText {  ///< T9; T12 when its range begins at 1
    limits::Range range;
    std::optional<std::string> operator()(Findings& findings, const Node& node) const;
};
struct OneLine {  ///< T9 without line feeds; T12
    limits::Range range;
    std::optional<std::string> operator()(Findings& findings, const Node& node) const;
};

std::optional<bool> read_flag(Findings& findings, const Node& node);
std::optional<std::string> read_string(Findings& findings, const Node& node);
std::optional<std::string> read_id(Findings& findings, const Node& node);        ///< T10
std::optional<std::string> read_name(Findings& findings, const Node& node);      ///< T11
std::optional<std::string> read_path(Findings& findings, const Node& node);      ///< T11
std::optional<Colour> read_colour(Findings& findings, const Node& node);         ///< T13
std::optional<std::string> read_language(Findings& findings, const Node& node);  ///< T16
/// T52: a bound as it is written.
std::optional<std::string> read_bound(Findings& findings, const Node& node);
std::optional<Rect> read_frame(Findings& findings, const Node& node);

/// The index of the word that the value is; T4 when it is none.
std::optional<std::size_t> read_word(Findings& findings, const Node& node,
                                     std::span<const std::string_view> words);

template <typename Value, std::size_t size>
struct OneOf {  ///< T4
    const std::array<Word<Value>, size>& words;

    std::optional<Value> operator()(Findings& findings, const Node& node) const {
        std::array<std::string_view, size> spellings;
        for (std::size_t i = 0; i < size; ++i)
            spellings[i] = words[i].word;
        const std::optional<std::size_t> index = read_word(findings, node, spellings);
        return index ? std::optional(words[*index].value) : std::nullopt;
    }
};

template <typename Value, std::size_t size>
OneOf(const std::array<Word<Value>, size>&) -> OneOf<Value, size>;

/// T1 and T14: the items, or nullptr.
const json::Array* read_items(Findings& findings, const Node& node, limits::Range range);

/// An item that cannot be read stands as an empty one, so that the others keep their places.
template <typename Reader>
struct ListOf {
    limits::Range range;
    Reader read_item;

    auto operator()(Findings& findings, const Node& node) const {
        using Item = typename std::invoke_result_t<Reader, Findings&, const Node&>::value_type;
        const json::Array* items = read_items(findings, node, range);
        if (items == nullptr) return std::optional<std::vector<Item>>();
        std::vector<Item> list;
        for (std::size_t i = 0; i < items->size() && !findings.is_full(); ++i) {
            auto item = read_item(findings, Node{(*items)[i], &node, {}, i});
            list.push_back(item ? *std::move(item) : Item());
        }
        return std::optional(std::move(list));
    }
};
template <typename Reader>
ListOf(limits::Range, Reader) -> ListOf<Reader>;

/// T20, for every item that stood before.
void report_repeated(Findings& findings, const Node& list);

}  // namespace madoguchi::templates::reading
