#include "render/layout/reading.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "templates/reading_order.h"

namespace madoguchi::render {

namespace {

using templates::Element;
using templates::Part;
using Role = StructureNode::Role;

/// "☑転入、☐転居": printed words alone do not say which of them are marked.
std::string choice_words(const templates::Choice& choice, const templates::FilledElement* marks) {
    std::string words;
    for (std::size_t i = 0; i < choice.options.size(); ++i) {
        const templates::Choice::Option& option = choice.options[i];
        const bool is_marked = marks != nullptr && std::binary_search(marks->selected.begin(),
                                                                      marks->selected.end(), i);
        if (i > 0) words += "、";
        words += is_marked ? "☑" : "☐";
        words += option.label.empty() ? option.value : option.label;
    }
    return words;
}

/// The node of one element from those of its parts that stand on the sheet.
struct ReadElement {
    const Element& element;
    std::span<const PlacedPart> parts;

    const PlacedPart* part(Part wanted) const {
        for (const PlacedPart& placed : parts) {
            if (placed.filled->part == wanted) return &placed;
        }
        return nullptr;
    }

    StructureNode node(Role role) const {
        StructureNode node{.role = role};
        for (const PlacedPart& placed : parts)
            node.elements.push_back(placed.element);
        return node;
    }

    StructureNode entry() const {
        StructureNode entry = node(Role::Entry);
        entry.name = element.label;
        return entry;
    }

    std::optional<StructureNode> figure(std::string spoken) const {
        if (spoken.empty()) return std::nullopt;
        StructureNode figure = node(Role::Figure);
        figure.spoken = std::move(spoken);
        figure.box = element.frame.moved(parts.front().filled->offset);
        return figure;
    }

    std::string label_or(const char* otherwise) const {
        return element.label.empty() ? otherwise : element.label;
    }

    std::optional<StructureNode> operator()(const templates::Text& text) const {
        const bool is_value = std::any_of(parts.begin(), parts.end(), [](const PlacedPart& part) {
            return !part.filled->data_pointer.empty();
        });
        if (text.heading > 0) {
            StructureNode heading = node(Role::Heading);
            heading.level = text.heading;
            return heading;
        }
        return is_value || !element.label.empty() ? entry() : node(Role::Paragraph);
    }
    std::optional<StructureNode> operator()(const templates::Comb&) const {
        const PlacedPart* characters = part(Part::Data);
        if (characters == nullptr) return std::nullopt;
        StructureNode comb = entry();
        comb.elements = {characters->element};
        return comb;
    }
    std::optional<StructureNode> operator()(const templates::Choice& choice) const {
        const PlacedPart* marks = part(Part::Data);
        StructureNode words = entry();
        words.spoken = choice_words(choice, marks == nullptr ? nullptr : marks->filled);
        return words;
    }
    std::optional<StructureNode> operator()(const templates::DateStamp& stamp) const {
        StructureNode words = entry();
        words.spoken = stamp.top + ' ' + parts.front().filled->text + ' ' + stamp.bottom;
        return words;
    }
    std::optional<StructureNode> operator()(const templates::Image& image) const {
        return figure(image.alternative_text);
    }
    std::optional<StructureNode> operator()(const templates::Seal&) const {
        return figure(label_or("印影欄"));
    }
    std::optional<StructureNode> operator()(const templates::Barcode&) const {
        return figure(label_or("バーコード"));
    }
    std::optional<StructureNode> operator()(const templates::Background& background) const {
        return figure(background.alternative_text);
    }
    std::optional<StructureNode> operator()(const templates::Line&) const { return std::nullopt; }
    std::optional<StructureNode> operator()(const templates::Box&) const { return std::nullopt; }
    std::optional<StructureNode> operator()(const templates::Ellipse&) const {
        return std::nullopt;
    }
    std::optional<StructureNode> operator()(const templates::Table&) const { return std::nullopt; }
};

class SheetReader {
  public:
    SheetReader(const templates::Page& page, std::span<const PlacedPart> parts) : page_(page) {
        for (const PlacedPart& part : parts)
            parts_[{part.filled->element, part.filled->offset.y}].push_back(part);
        for (const Element& element : page.elements) {
            if (const auto* table = std::get_if<templates::Table>(&element.kind))
                headings_.insert(table->headings.begin(), table->headings.end());
        }
    }

    std::vector<StructureNode> read() const {
        std::vector<StructureNode> nodes;
        for (const Element* element : templates::reading_order(page_.elements)) {
            if (headings_.contains(element->id)) continue;
            const auto* table = std::get_if<templates::Table>(&element->kind);
            std::optional<StructureNode> node =
                table != nullptr ? read_table(*element, *table) : read_element(*element, Length());
            if (node) nodes.push_back(*std::move(node));
        }
        return nodes;
    }

  private:
    std::optional<StructureNode> read_element(const Element& element, Length offset) const {
        const auto known = parts_.find({&element, offset});
        if (known == parts_.end()) return std::nullopt;
        return std::visit(ReadElement{element, known->second}, element.kind);
    }

    std::optional<StructureNode> read_table(const Element& element,
                                            const templates::Table& table) const {
        const std::vector<const Element*> columns = columns_of(table);
        StructureNode node{.role = Role::Table, .name = element.label};
        if (!columns.empty()) node.kids.push_back(read_headings(columns));
        for (const Length offset : rows_of(table))
            node.kids.push_back(read_row(element, table, columns, offset));
        if (node.kids.empty()) return std::nullopt;
        return node;
    }

    std::vector<const Element*> columns_of(const templates::Table& table) const {
        std::vector<const Element*> columns;
        for (const std::string& id : table.headings) {
            for (const Element& element : page_.elements) {
                if (element.id == id) columns.push_back(&element);
            }
        }
        return columns;
    }

    StructureNode read_headings(const std::vector<const Element*>& columns) const {
        StructureNode row{.role = Role::Row};
        for (const Element* column : columns) {
            StructureNode& cell = row.kids.emplace_back();
            cell.role = Role::HeaderCell;
            if (auto words = read_element(*column, Length())) cell.kids.push_back(*words);
        }
        return row;
    }

    /// Where the rows stand that show something of a person.
    std::set<Length> rows_of(const templates::Table& table) const {
        std::set<Length> rows;
        for (const Element& element : table.row) {
            for (auto at = parts_.lower_bound({&element, Length()});
                 at != parts_.end() && at->first.first == &element; ++at) {
                const std::vector<PlacedPart>& parts = at->second;
                if (std::any_of(parts.begin(), parts.end(), [](const PlacedPart& part) {
                        return part.filled->part == Part::Data;
                    }))
                    rows.insert(at->first.second);
            }
        }
        return rows;
    }

    /// Without headings each element that says something is a column.
    StructureNode read_row(const Element& element, const templates::Table& table,
                           const std::vector<const Element*>& columns, Length offset) const {
        StructureNode row{.role = Role::Row};
        const auto add_cell = [&row] { row.kids.push_back({.role = Role::Cell}); };
        for (std::size_t i = 0; i < columns.size(); ++i)
            add_cell();
        for (const Element* part : templates::reading_order(table.row)) {
            std::optional<StructureNode> node = read_element(*part, offset);
            if (columns.empty() && speaks(*part)) add_cell();
            if (!node) continue;
            const std::size_t column =
                columns.empty() ? row.kids.size() - 1
                                : column_of(columns, element.frame.x + part->frame.centre().x);
            row.kids[column].kids.push_back(*std::move(node));
        }
        return row;
    }

    static bool speaks(const Element& element) {
        return !std::holds_alternative<templates::Line>(element.kind) &&
               !std::holds_alternative<templates::Box>(element.kind) &&
               !std::holds_alternative<templates::Ellipse>(element.kind) &&
               !std::holds_alternative<templates::Background>(element.kind);
    }

    /// The last one that begins left of it.
    static std::size_t column_of(const std::vector<const Element*>& columns, Length x) {
        std::size_t column = 0;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i]->frame.x <= x) column = i;
        }
        return column;
    }

    const templates::Page& page_;
    std::map<std::pair<const Element*, Length>, std::vector<PlacedPart>> parts_;
    std::set<std::string_view> headings_;
};

}  // namespace

std::vector<StructureNode> read_sheet(const templates::Page& page,
                                      std::span<const PlacedPart> parts) {
    return SheetReader(page, parts).read();
}

}  // namespace madoguchi::render
