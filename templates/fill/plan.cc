#include "templates/fill/plan.h"

#include <algorithm>
#include <map>

#include "templates/fill/condition.h"
#include "templates/fill/continuation.h"
#include "templates/fill/ruby.h"

namespace madoguchi::templates::fill {

namespace {

std::size_t most_parts(const std::vector<ElementPlan>& elements) {
    std::size_t most = 0;
    for (const ElementPlan& element : elements) {
        most += element.fixed.size() + 1;
        if (element.table)
            most += static_cast<std::size_t>(element.table->table->rows) *
                    most_parts(element.table->row);
    }
    return most;
}

class Planner {
  public:
    explicit Planner(const Template& form) : form_(form) {}

    Result<std::vector<PagePlan>> plan() {
        std::vector<PagePlan> pages;
        const Scopes scopes = {{.fields = &form_.fields, .form = &form_}};
        plan_layers(scopes);
        for (const Page& page : form_.pages) {
            PagePlan plan{.page = &page};
            plan.elements = plan_elements(page.elements, scopes, plan.static_elements);
            plan.most_parts = most_parts(plan.elements);
            pages.push_back(std::move(plan));
        }
        append(findings_, link_continuations(pages));
        if (!findings_.empty()) return std::move(findings_);
        return pages;
    }

  private:
    /// Plans what depends on data and puts what does not into `shared`.
    std::vector<ElementPlan> plan_elements(const std::vector<Element>& elements,
                                           const Scopes& scopes,
                                           std::vector<FilledElement>& shared) {
        std::vector<ElementPlan> plans;
        for (const Element& element : elements) {
            ElementPlan plan{.element = &element};
            plan_guards(plan, scopes);
            const bool is_held_back = !plan.guards.empty() || covers_data(element, plans);
            std::visit([&](const auto& kind) { plan_kind(kind, plan, scopes); }, element.kind);
            if (!is_held_back) {
                std::move(plan.fixed.begin(), plan.fixed.end(), std::back_inserter(shared));
                plan.fixed.clear();
            }
            const bool has_data = plan.text || plan.choice || plan.table || !plan.fixed.empty();
            if (has_data) plans.push_back(std::move(plan));
        }
        return plans;
    }

    /// A picture stands in the layer of the text that it covers, where its place becomes known.
    static bool covers_data(const Element& element, const std::vector<ElementPlan>& before) {
        const auto* image = std::get_if<Image>(&element.kind);
        return image != nullptr && !image->covers.empty() &&
               std::any_of(before.begin(), before.end(), [&](const ElementPlan& plan) {
                   return plan.element->id == image->covers;
               });
    }

    void plan_layers(const Scopes& scopes) {
        for (const Layer& layer : form_.layers) {
            Result<Binding> field = resolve_value(layer.when.field, scopes);
            if (!field.ok()) {
                append(findings_, std::move(field).findings());
            } else {
                layers_.emplace(layer.name, Guard{&layer.when, std::move(field).value()});
            }
        }
    }

    void plan_guards(ElementPlan& plan, const Scopes& scopes) {
        const Element& element = *plan.element;
        if (const auto layer = layers_.find(element.layer); layer != layers_.end())
            plan.guards.push_back(layer->second);
        if (!element.when) return;
        if (auto field = take(resolve_value(element.when->field, scopes), element))
            plan.guards.push_back({&*element.when, *std::move(field)});
    }

    void plan_kind(const Text& text, ElementPlan& plan, const Scopes& scopes) {
        if (text.ruby == Ruby::None) return plan_words(text.content, plan, scopes);
        if (const auto words = take(annotate_ruby(text.content), *plan.element))
            plan_words(*words, plan, scopes);
    }

    void plan_kind(const Barcode& barcode, ElementPlan& plan, const Scopes& scopes) {
        plan_words(barcode.content, plan, scopes);
    }

    void plan_kind(const DateStamp& stamp, ElementPlan& plan, const Scopes& scopes) {
        plan_words(stamp.content, plan, scopes);
    }

    void plan_words(const std::string& words, ElementPlan& plan, const Scopes& scopes) {
        std::optional<TextProgram> program = compile(words, plan, scopes);
        if (!program) return;
        if (!program->is_static()) {
            plan.text = std::move(program);
        } else if (std::string content = program->static_text(); !content.empty()) {
            add_static(plan).text = std::move(content);
        }
    }

    void plan_kind(const Comb& comb, ElementPlan& plan, const Scopes& scopes) {
        add_static(plan);
        plan.text = compile(comb.content, plan, scopes);
    }

    void plan_kind(const Choice& choice, ElementPlan& plan, const Scopes& scopes) {
        add_static(plan);
        std::optional<Binding> field = take(resolve_value(choice.field, scopes), *plan.element);
        if (!field) return;
        plan.choice = Tag{*std::move(field), {}, {}};
        if (choice.format.empty()) return;
        const format::Format* format = format::find_format(choice.format);
        if (format == nullptr) {
            take(Result<Done>(format::unknown_format(choice.format)), *plan.element);
        } else if (!format::takes(*format, plan.choice->binding.field->type)) {
            take(Result<Done>(format::wrong_type_for(*format)), *plan.element);
        } else {
            plan.choice->formats = {format};
        }
    }

    void plan_kind(const Table& table, ElementPlan& plan, const Scopes& scopes) {
        if (scopes.size() > 1) {
            return refuse(*plan.element, "template.nested-table",
                          {"表の行の中に表は置けません。", "A table's row cannot hold a table."});
        }
        std::optional<Binding> list = take(resolve_value(table.list, scopes), *plan.element);
        if (!list) return;
        if (list->field->type != FieldType::List) {
            return refuse(*plan.element, "template.table-list",
                          {"「" + table.list + "」は並びではないので、表にできません。",
                           "\"" + table.list + "\" is no list; a table needs one."});
        }
        if (table.rows < 1) {
            return refuse(*plan.element, "template.table-rows",
                          {"表には1行以上が必要です。", "A table needs at least one row."});
        }
        plan_table(table, std::move(*list), plan, scopes);
    }

    /// Lines, boxes, ellipses, images and seals.
    template <typename Kind>
    void plan_kind(const Kind&, ElementPlan& plan, const Scopes&) {
        add_static(plan);
    }

    void plan_table(const Table& table, Binding list, ElementPlan& plan, Scopes scopes) {
        scopes.push_back(scope_inside(list));
        std::vector<FilledElement> shared;
        plan.table = std::make_unique<TablePlan>();
        plan.table->element = plan.element;
        plan.table->table = &table;
        plan.table->list = std::move(list);
        plan.table->guards = plan.guards;
        plan.table->row = plan_elements(table.row, scopes, shared);
        for (int row = 0; row < table.rows; ++row) {
            for (FilledElement element : shared) {
                element.offset = row_offset(*plan.element, table, row);
                element.row = row;
                plan.fixed.push_back(std::move(element));
            }
        }
    }

    FilledElement& add_static(ElementPlan& plan) {
        return plan.fixed.emplace_back(
            FilledElement{.element = plan.element, .part = Part::Static});
    }

    std::optional<TextProgram> compile(const std::string& content, const ElementPlan& plan,
                                       const Scopes& scopes) {
        return take(TextProgram::compile(content, scopes), *plan.element);
    }

    /// The value; or nothing, with its findings noted as the element's.
    template <typename T>
    std::optional<T> take(Result<T> result, const Element& element) {
        if (result.ok()) return std::move(result).value();
        for (Diagnostic& finding : std::move(result).findings()) {
            finding.origin.element_id = element.id;
            finding.origin.template_pointer = element.pointer;
            findings_.push_back(std::move(finding));
        }
        return std::nullopt;
    }

    void refuse(const Element& element, std::string code, BilingualText message) {
        take(Result<Done>(Diagnostic{.code = std::move(code), .message = std::move(message)}),
             element);
    }

    const Template& form_;
    std::map<std::string_view, Guard> layers_;
    Diagnostics findings_;
};

}  // namespace

Result<std::vector<PagePlan>> make_plan(const Template& form) {
    return Planner(form).plan();
}

Point row_offset(const Element& element, const Table& table, int row) {
    return element.frame.origin() + Point{Length(), table.row_height * row};
}

}  // namespace madoguchi::templates::fill
