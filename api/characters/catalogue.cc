#include "api/characters/catalogue.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "api/forms/shelf.h"
#include "templates/data.h"

namespace madoguchi::api {

namespace {

namespace json = templates::json;

constexpr std::size_t columns = 10, rows = 14;

/// One sheet after the other, as data of the form.
class Sheets : public render::RecordSource {
  public:
    Sheets(const templates::Template& form, const fonts::MjTable& table,
           const fonts::FaceSet& faces)
        : form_(form), table_(table), faces_(faces) {}

    std::optional<render::Record> next() override {
        if (next_ >= table_.size()) return std::nullopt;
        const std::size_t first = next_;
        next_ = std::min(first + columns * rows, table_.size());
        return render::Record{{}, [this, first, end = next_] {
                                  return templates::check_data(form_, sheet(first, end), "",
                                                               "catalogue");
                              }};
    }

  private:
    json::Value sheet(std::size_t first, std::size_t end) const {
        json::Array lines;
        for (std::size_t at = first; at < end; at += columns)
            lines.push_back(line(at, std::min(at + columns, end)));
        const std::string range = fonts::mj_name(table_[first].number()) + "～" +
                                  fonts::mj_name(table_[end - 1].number());
        return {json::Object{{"範囲", {range}}, {"段", {std::move(lines)}}}};
    }

    json::Value line(std::size_t first, std::size_t end) const {
        json::Object cells;
        for (std::size_t i = first; i < end; ++i) {
            const std::string column = std::to_string(i - first + 1);
            cells.push_back({"字" + column, {printable_text(table_[i], faces_)}});
            cells.push_back({"番号" + column, {fonts::mj_name(table_[i].number())}});
        }
        return {std::move(cells)};
    }

    const templates::Template& form_;
    const fonts::MjTable& table_;
    const fonts::FaceSet& faces_;
    std::size_t next_ = 0;
};

}  // namespace

std::unique_ptr<render::RecordSource> catalogue_sheets(const templates::Template& form,
                                                       const fonts::MjTable& table,
                                                       const fonts::FaceSet& faces) {
    return std::make_unique<Sheets>(form, table, faces);
}

std::string printable_text(const fonts::MjCharacter& character, const fonts::FaceSet& faces) {
    std::string text = character.text();
    if (std::holds_alternative<fonts::FoundCharacter>(faces.find(text))) return text;
    return "&" + fonts::mj_name(character.number()) + ";";
}

Result<Catalogue> print_catalogue(const fonts::MjTable& table, const fonts::FontLibrary& fonts,
                                  const std::filesystem::path& form,
                                  const std::function<void(std::size_t)>& progress) {
    const auto prepared = TRY(prepare_template_file(form, fonts));
    const auto sheets = catalogue_sheets(render::compiled(*prepared).form(), table, *fonts.mincho);
    render::BatchFile file =
        TRY(render::print_together(*prepared, *sheets, {.progress = progress}));
    if (has_errors(file.outcome.findings)) return std::move(file.outcome.findings);
    return Catalogue{std::move(file.pdf), table.size(), file.outcome.printed};
}

}  // namespace madoguchi::api
