#include "api/printing/collation.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "api/forms/shelf.h"
#include "api/places.h"
#include "api/printing/sort_key.h"
#include "templates/data.h"

namespace madoguchi::api {

namespace {

namespace json = templates::json;
using render::PreparedForm;
using render::Record;

struct Person {
    Record record;
    std::vector<std::string> keys;  ///< empty: data that cannot be read
    std::string group;
};

json::Value number(std::size_t value) {
    return {json::Number{std::to_string(value)}};
}

json::Value text(const std::string& value) {
    return {value};
}

class PreparedCollation : public Collation, private render::RecordSource {
  public:
    PreparedCollation(const PreparedForm& form, CollationWishes wishes,
                      std::shared_ptr<const PreparedForm> job_sheet)
        : form_(form), wishes_(std::move(wishes)), job_sheet_(std::move(job_sheet)) {}

    Result<Done> put_together(render::RecordSource& people) {
        TRY(read_everybody(people));
        std::stable_sort(people_.begin(), people_.end(), [](const Person& a, const Person& b) {
            if (a.keys.empty() != b.keys.empty()) return b.keys.empty();
            return a.keys < b.keys;
        });
        TRY(pick());
        count_groups();
        arrange();
        return Done{};
    }

    render::RecordSource& records() override { return *this; }
    std::size_t job_sheets() const override { return job_sheets_; }

    render::Closing closing() override {
        if (!wishes_.count_sheet) return {};
        return [this](const render::BatchOutcome& outcome, std::size_t sheets) {
            return count_sheet(outcome, sheets);
        };
    }

  private:
    std::optional<Record> next() override {
        if (at_ == order_.size()) return std::nullopt;
        return std::move(order_[at_++]);
    }

    Result<Done> read_everybody(render::RecordSource& people) {
        const templates::Template& declared = render::compiled(form_).form();
        std::vector<SortField> fields;
        std::optional<SortField> group;
        if (!wishes_.separate_by.empty()) {
            group = TRY(find_sort_field(declared, wishes_.separate_by));
            fields.push_back(*group);
        }
        for (const std::string& path : wishes_.sort_by) {
            SortField field = TRY(find_sort_field(declared, path));
            fields.push_back(std::move(field));
        }
        const SortOrder order;
        while (std::optional<Record> record = people.next()) {
            Person person{.record = std::move(*record)};
            const Result<templates::Data> data = person.record.read();
            if (data.ok()) {
                for (const SortField& field : fields)
                    person.keys.push_back(order.key_of(field, value_of(field, *data)));
                if (group) person.group = value_of(*group, *data);
                if (fields.empty()) person.keys.emplace_back();
            }
            people_.push_back(std::move(person));
        }
        return Done{};
    }

    Result<Done> pick() {
        if (wishes_.from == 0) return Done{};
        if (wishes_.to > people_.size()) {
            const std::string count = std::to_string(people_.size());
            return Diagnostic{
                .code = "collation.records",
                .message = {"データは" + count + "件です。", "There are " + count + " records."}};
        }
        std::vector<Person> picked;
        for (std::size_t i = wishes_.from - 1; i < wishes_.to; ++i)
            picked.push_back(std::move(people_[i]));
        people_ = std::move(picked);
        return Done{};
    }

    void count_groups() {
        for (Person& person : people_) {
            if (person.keys.empty()) person.group = "（データの誤り）";
            if (groups_.empty() || groups_.back().name != person.group)
                groups_.push_back({person.group, 0, 0});
            ++groups_.back().people;
            group_of_line_[person.record.place.line] = groups_.size() - 1;
        }
    }

    void arrange() {
        if (wishes_.cover) add_sheet("表紙", people_.size(), {});
        std::size_t next_group = 0, left = 0;
        for (Person& person : people_) {
            if (left == 0) {
                left = groups_[next_group].people;
                if (!wishes_.separate_by.empty())
                    add_sheet("区切り", left, groups_[next_group].name);
                ++next_group;
            }
            --left;
            order_.push_back(std::move(person.record));
        }
        people_.clear();
    }

    void add_sheet(const std::string& kind, std::size_t people, const std::string& group) {
        json::Object data = sheet_data(kind);
        data.push_back({"件数", number(people)});
        if (kind == "区切り") data.push_back({"区切り", text(shown(group))});
        std::string keys;
        for (const std::string& key : wishes_.sort_by)
            keys += (keys.empty() ? "" : "、") + key;
        if (!keys.empty()) data.push_back({"並び順", text(keys)});
        ++job_sheets_;
        order_.push_back(
            {.place = {},
             .read = [this, root = json::Value{std::move(data)}] { return check(root); },
             .instead = job_sheet_.get()});
    }

    json::Object sheet_data(const std::string& kind) const {
        const templates::Template& declared = render::compiled(form_).form();
        return {{"種別", text(kind)},
                {"様式名", text(declared.title)},
                {"版", text(declared.version)},
                {"発行日時", text(wishes_.issued_at)},
                {"注記", text(wishes_.note)}};
    }

    static std::string shown(const std::string& group) {
        return group.empty() ? "（空欄）" : group;
    }

    Result<templates::Data> check(json::Value root) const {
        return templates::check_data(render::compiled(*job_sheet_).form(), std::move(root), {},
                                     "job-sheet");
    }

    /// Which records were refused is known by the lines of their errors.
    Result<render::Document> count_sheet(const render::BatchOutcome& outcome, std::size_t sheets) {
        std::map<std::size_t, bool> refused_lines;
        for (const Diagnostic& finding : outcome.findings) {
            if (finding.severity == Severity::Error && finding.origin.source)
                refused_lines[finding.origin.source->line] = true;
        }
        for (Group& group : groups_)
            group.refused = 0;
        for (const auto& [line, is_refused] : refused_lines) {
            const auto group = group_of_line_.find(line);
            if (group != group_of_line_.end()) ++groups_[group->second].refused;
        }
        json::Object data = sheet_data("集計");
        data.push_back({"件数", number(outcome.printed - job_sheets_)});
        data.push_back({"印刷しなかった件数", number(outcome.refused)});
        data.push_back({"枚数", number(sheets - job_sheets_)});
        if (!wishes_.separate_by.empty()) data.push_back({"明細", {group_rows()}});
        const templates::Data read = TRY(check({std::move(data)}));
        render::LaidOut laid_out = TRY(render::layout(*job_sheet_, read));
        return std::move(laid_out.document);
    }

    json::Array group_rows() const {
        json::Array rows;
        for (const Group& group : groups_) {
            json::Object row{{"名", text(shown(group.name))}, {"件数", number(group.people)}};
            if (group.refused > 0) row.push_back({"印刷しなかった件数", number(group.refused)});
            rows.push_back({std::move(row)});
        }
        return rows;
    }

    struct Group {
        std::string name;
        std::size_t people = 0, refused = 0;
    };

    const PreparedForm& form_;
    CollationWishes wishes_;
    std::shared_ptr<const PreparedForm> job_sheet_;
    std::vector<Person> people_;
    std::vector<Group> groups_;
    std::map<std::size_t, std::size_t> group_of_line_;
    std::vector<Record> order_;
    std::size_t at_ = 0, job_sheets_ = 0;
};

}  // namespace

Result<std::unique_ptr<Collation>> Collation::make(const PreparedForm& form,
                                                   render::RecordSource& people,
                                                   CollationWishes wishes,
                                                   const fonts::FontLibrary& fonts) {
    auto job_sheet = TRY(prepare_template_file(find_places().job_sheet_form, fonts));
    auto collation =
        std::make_unique<PreparedCollation>(form, std::move(wishes), std::move(job_sheet));
    TRY(collation->put_together(people));
    return std::unique_ptr<Collation>(std::move(collation));
}

}  // namespace madoguchi::api
