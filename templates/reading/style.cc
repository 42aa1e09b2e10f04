#include "templates/reading/style.h"

#include "templates/reading/members.h"
#include "templates/similar.h"

namespace madoguchi::templates::reading {

namespace {

std::optional<std::vector<FitStep>> read_steps(Findings& findings, const Node& node) {
    auto steps = ListOf{limits::fit_steps, OneOf{fit_step_words}}(findings, node);
    if (steps) report_repeated(findings, node);
    return steps;
}

/// Starts from the fit of the base and takes what stands here.
struct FitReader {
    Fit base;

    std::optional<Fit> operator()(Findings& findings, const Node& node) const {
        Members members(findings, node);
        Fit fit = base;
        members.optional("steps", fit.steps, read_steps);
        members.optional("minCondense", fit.min_condense, Ratio{limits::condense});
        members.optional("minSize", fit.min_size, Points{limits::type_size});
        members.report_unknown();
        return fit;
    }
};

/// T22; the style of that name as a start for another one.
std::optional<Style> start_from(Findings& findings, const Node& node,
                                const std::vector<NamedStyle>& styles) {
    const std::optional<std::string> name = read_name(findings, node);
    if (!name) return std::nullopt;
    std::vector<std::string_view> names;
    for (const NamedStyle& named : styles) {
        if (named.name == *name) {
            Style style = named.style;
            style.base = named.name;
            return style;
        }
        names.push_back(named.name);
    }
    findings.add(22, node,
                 {"「" + *name + "」というスタイルがここより前にありません。",
                  "No style \"" + *name + "\" stands before this."});
    if (const auto meant = similar_name(*name, names)) {
        const std::string other(*meant);
        findings.hint({"「" + other + "」ではありませんか。", "Did you mean \"" + other + "\"?"});
    }
    return std::nullopt;
}

Style read_members(Members& members, const std::vector<NamedStyle>& styles) {
    Style style;
    members.optional("base", style, [&](Findings& findings, const Node& node) {
        return start_from(findings, node, styles);
    });
    members.optional("font", style.font, OneOf{font_words});
    members.optional("size", style.size, Points{limits::type_size});
    members.optional("direction", style.direction, OneOf{direction_words});
    members.optional("align", style.align, OneOf{align_words});
    members.optional("blockAlign", style.block_align, OneOf{block_align_words});
    members.optional("lineHeight", style.line_height, Ratio{limits::line_height});
    members.optional("letterSpacing", style.letter_spacing, Points{limits::letter_spacing});
    members.optional("westernSpace", style.western_space, read_flag);
    members.optional("hangingPunctuation", style.hanging, read_flag);
    members.optional("tateChuYoko", style.tate_chu_yoko, Count{limits::tate_chu_yoko});
    members.optional("colour", style.colour, read_colour);
    members.optional("fit", style.fit, FitReader{style.fit});
    members.report_unknown();
    return style;
}

}  // namespace

std::optional<std::vector<NamedStyle>> read_styles(Findings& findings, const Node& node) {
    const json::Array* items = read_items(findings, node, limits::styles);
    if (items == nullptr) return std::nullopt;
    std::vector<NamedStyle> styles;
    for (std::size_t i = 0; i < items->size(); ++i) {
        const Node item{(*items)[i], &node, {}, i};
        Members members(findings, item);
        NamedStyle named;
        members.required("name", named.name, read_name);
        named.style = read_members(members, styles);
        styles.push_back(std::move(named));
    }
    return styles;
}

std::optional<Style> StyleReader::operator()(Findings& findings, const Node& node) const {
    if (node.value.string() != nullptr) return start_from(findings, node, styles);
    if (node.value.object() == nullptr) {
        report_type(findings, node,
                    {"スタイルの名前か項目の組（{ }）", "The name of a style or an object ({ })"});
        return std::nullopt;
    }
    Members members(findings, node);
    return read_members(members, styles);
}

std::optional<Stroke> read_stroke(Findings& findings, const Node& node) {
    Members members(findings, node);
    Stroke stroke;
    members.optional("width", stroke.width, Millimetres{limits::stroke_width});
    members.optional("colour", stroke.colour, read_colour);
    members.optional("pattern", stroke.pattern, OneOf{line_pattern_words});
    members.report_unknown();
    return stroke;
}

}  // namespace madoguchi::templates::reading
