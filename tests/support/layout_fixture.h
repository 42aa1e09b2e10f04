// Elements laid out by themselves, with the installed fonts, for tests of layout.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "fonts/installed_fonts.h"
#include "render/layout/document.h"

namespace madoguchi::render {

inline const fonts::FontLibrary& installed_fonts() {
    static const auto opened = fonts::open_installed_fonts();
    if (!opened) throw std::runtime_error(to_line(opened.findings().front()));
    return *opened;
}

inline Rect rect_mm(double x, double y, double width, double height) {
    return {Length::mm(x), Length::mm(y), Length::mm(width), Length::mm(height)};
}

/// One element and what layout makes of its two parts.
struct ElementOnPaper {
    templates::Element element;
    templates::MissingCharacterPolicy missing = templates::MissingCharacterPolicy::Stop;
    std::vector<std::size_t> selected;
    std::vector<templates::ShownValue> values;

    std::vector<Item> static_items, data_items;
    Elements elements;
    Diagnostics findings;

    ElementOnPaper(Rect frame, templates::ElementKind kind) {
        element.id = "値";
        element.frame = frame;
        element.kind = std::move(kind);
        element.pointer = "/pages/0/elements/0";
    }

    void lay_out(const std::string& text) {
        const LayoutContext context{installed_fonts(), missing, nullptr};
        LayerBuilder builder{context, elements, findings};
        ChoiceTable choices;
        const bool whole = std::holds_alternative<templates::Text>(element.kind);
        if (!whole)
            static_items = builder.static_items(
                {{.element = &element, .part = templates::Part::Static}}, choices);
        data_items = builder.data_items({{.element = &element,
                                          .part = templates::Part::Data,
                                          .text = text,
                                          .values = values,
                                          .selected = selected,
                                          .data_pointer = "/値"}},
                                        choices);
    }

    std::vector<std::string> codes() const {
        std::vector<std::string> found;
        for (const Diagnostic& finding : findings)
            found.push_back(finding.code);
        return found;
    }
};

/// All runs in order, through groups.
inline void collect_runs(const std::vector<Item>& items, std::vector<GlyphRun>& runs) {
    for (const Item& item : items) {
        if (const auto* run = std::get_if<GlyphRun>(&item.content)) runs.push_back(*run);
        if (const auto* group = std::get_if<Group>(&item.content)) collect_runs(group->items, runs);
    }
}

inline std::vector<GlyphRun> runs_of(const std::vector<Item>& items) {
    std::vector<GlyphRun> runs;
    collect_runs(items, runs);
    return runs;
}

/// What a reader of the page is told, in order.
inline std::string said_by(const std::vector<Item>& items) {
    std::string text;
    for (const Item& item : items) {
        if (const auto* run = std::get_if<GlyphRun>(&item.content)) text += run->text;
        if (const auto* group = std::get_if<Group>(&item.content))
            text += group->actual_text.empty() ? said_by(group->items) : group->actual_text;
    }
    return text;
}

}  // namespace madoguchi::render
