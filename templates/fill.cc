#include "templates/fill.h"

#include <algorithm>

#include "templates/fill/condition.h"
#include "templates/fill/continuation.h"
#include "templates/fill/plan.h"

namespace madoguchi::templates {

using fill::ElementPlan;
using fill::Frame;
using fill::PagePlan;
using fill::Surroundings;
using fill::TablePlan;

namespace {

/// More sheets than any counter hands out, few enough to be held in memory.
constexpr std::size_t sheet_limit = 2000;
/// Room is made for so many parts of a sheet at once; long tables are mostly short.
constexpr std::size_t usual_parts = 256;

/// One filling of a form.
class Filling {
  public:
    Filling(const std::vector<PagePlan>& pages, const Data& data) : pages_(pages) {
        around_.frames.push_back({.value = &data.root});
        form_.warnings = data.warnings;
    }

    Result<FilledForm> run() {
        std::vector<std::size_t> sheets;
        for (const PagePlan& page : pages_) {
            refuse_overflow(page);
            sheets.push_back(fill::sheet_count(page, around_.frames));
            around_.page_total += sheets.back();
        }
        if (around_.page_total > sheet_limit) refuse_length();
        if (!findings_.empty()) return std::move(findings_);
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            for (sheet_ = 0; sheet_ < sheets[i]; ++sheet_)
                fill_sheet(i);
        }
        if (!findings_.empty()) return std::move(findings_);
        return std::move(form_);
    }

  private:
    void fill_sheet(std::size_t page_index) {
        const PagePlan& plan = pages_[page_index];
        ++around_.page_number;
        FilledPage page{.page = plan.page, .page_index = page_index, .elements = {}};
        page.elements.reserve(std::min(plan.most_parts, usual_parts));
        for (const ElementPlan& element : plan.elements)
            fill_element(element, {}, page.elements);
        form_.pages.push_back(std::move(page));
    }

    void fill_element(const ElementPlan& plan, Point offset, std::vector<FilledElement>& out) {
        if (!fill::all_hold(plan.guards, around_.frames)) return;
        for (const FilledElement& fixed : plan.fixed) {
            out.push_back(fixed);
            out.back().offset = out.back().offset + offset;
            if (row_ >= 0) out.back().row = row_;
        }
        if (plan.text) fill_text(plan, offset, out);
        if (plan.choice) fill_choice(plan, offset, out);
        if (plan.table) fill_table(*plan.table, out);
    }

    void fill_text(const ElementPlan& plan, Point offset, std::vector<FilledElement>& out) {
        Result<fill::Printed> printed = plan.text->render(around_);
        if (!printed.ok()) return note(std::move(printed).findings(), *plan.element);
        if (printed->text.empty()) return;
        out.push_back({.element = plan.element,
                       .part = Part::Data,
                       .offset = offset,
                       .text = std::move(printed->text),
                       .values = std::move(printed->values),
                       .data_pointer = std::move(printed->data_pointer),
                       .row = row_});
    }

    void fill_choice(const ElementPlan& plan, Point offset, std::vector<FilledElement>& out) {
        std::vector<std::size_t> selected = selected_options(plan);
        if (selected.empty()) return;
        out.push_back({.element = plan.element,
                       .part = Part::Data,
                       .offset = offset,
                       .selected = std::move(selected),
                       .data_pointer = fill::pointer_to(plan.choice->binding, around_.frames),
                       .row = row_});
    }

    std::vector<std::size_t> selected_options(const ElementPlan& plan) {
        const auto& choice = std::get<Choice>(plan.element->kind);
        if (plan.choice->formats.empty())
            return fill::selected_options(choice,
                                          fill::look_up(plan.choice->binding, around_.frames));
        std::string printed;
        Diagnostics findings;
        fill::print_tag(*plan.choice, around_, printed, findings);
        note(std::move(findings), *plan.element);
        return fill::selected_options(choice, printed);
    }

    void note(Diagnostics findings, const Element& element) {
        for (Diagnostic& finding : findings) {
            finding.origin.element_id = element.id;
            finding.origin.template_pointer = element.pointer;
            findings_.push_back(std::move(finding));
        }
    }

    void fill_table(const TablePlan& plan, std::vector<FilledElement>& out) {
        const std::size_t first = fill::first_item(plan, sheet_);
        const std::size_t count = fill::item_count(plan, around_.frames);
        const json::Value* list = fill::look_up(plan.list, around_.frames);
        int row = 0;
        for (; row < plan.table->rows; ++row) {
            const std::size_t index = first + static_cast<std::size_t>(row);
            if (index >= count) break;
            around_.frames.push_back({&(*list->array())[index], &plan.list, index});
            row_ = static_cast<int>(index);
            const Point offset = fill::row_offset(*plan.element, *plan.table, row);
            for (const ElementPlan& element : plan.row)
                fill_element(element, offset, out);
            around_.frames.pop_back();
        }
        row_ = -1;
        if (plan.table->strike_blank && count > 0 && row < plan.table->rows)
            out.push_back({.element = plan.element,
                           .part = Part::Data,
                           .offset = {{}, plan.table->row_height * row}});
    }

    void refuse_overflow(const PagePlan& page) {
        for (const ElementPlan& element : page.elements) {
            if (!element.table || element.table->continued || element.table->continuation) continue;
            const std::size_t items = fill::item_count(*element.table, around_.frames);
            const auto rows = static_cast<std::size_t>(element.table->table->rows);
            if (items <= rows) continue;
            const std::string most = std::to_string(rows), found = std::to_string(items);
            Diagnostic finding{.code = "data.too-many-rows",
                               .message = {"表は" + most + "行までですが、" + found +
                                               "件あります。続紙はありません。",
                                           "The table has " + most + " rows for " + found +
                                               " items and no continuation sheet."}};
            finding.origin.element_id = element.element->id;
            finding.origin.template_pointer = element.element->pointer;
            finding.origin.data_pointer = fill::pointer_to(element.table->list, around_.frames);
            findings_.push_back(std::move(finding));
        }
    }

    void refuse_length() {
        const std::string most = std::to_string(sheet_limit);
        findings_.push_back({.code = "data.too-many-sheets",
                             .message = {"1件の様式は" + most + "枚までです。",
                                         "One form may have " + most + " sheets."}});
    }

    const std::vector<PagePlan>& pages_;
    Surroundings around_;
    std::size_t sheet_ = 0;  ///< which printing of a page, from 0
    int row_ = -1;
    FilledForm form_;
    Diagnostics findings_;
};

}  // namespace

struct CompiledForm::State {
    Template form;
    std::vector<PagePlan> pages;
};

CompiledForm::CompiledForm() = default;
CompiledForm::~CompiledForm() = default;

Result<std::shared_ptr<const CompiledForm>> CompiledForm::compile(Template form) {
    std::shared_ptr<CompiledForm> compiled(new CompiledForm);
    compiled->state_ = std::make_unique<State>();
    compiled->state_->form = std::move(form);
    compiled->state_->pages = TRY(fill::make_plan(compiled->state_->form));
    return std::shared_ptr<const CompiledForm>(std::move(compiled));
}

const Template& CompiledForm::form() const {
    return state_->form;
}

const std::vector<FilledElement>& CompiledForm::static_elements(std::size_t page_index) const {
    return state_->pages[page_index].static_elements;
}

Result<FilledForm> CompiledForm::fill(const Data& data) const {
    return Filling(state_->pages, data).run();
}

}  // namespace madoguchi::templates
