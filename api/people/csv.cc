#include <memory>
#include <optional>
#include <utility>

#include "api/people/people.h"

namespace madoguchi::api {

namespace {

class CsvPeople : public render::RecordSource {
  public:
    explicit CsvPeople(templates::CsvData records) : records_(std::move(records)) {}

    std::optional<render::Record> next() override {
        std::optional<templates::CsvRecord> record = records_.next();
        if (!record) return std::nullopt;
        // std::function copies what it holds; data are large, so they are shared instead.
        auto data = std::make_shared<Result<templates::Data>>(std::move(record->data));
        return render::Record{record->place, [data] { return std::move(*data); }};
    }

  private:
    templates::CsvData records_;
};

}  // namespace

Result<std::unique_ptr<render::RecordSource>> csv_people(const templates::Template& form,
                                                         std::string_view source, std::string name,
                                                         templates::CsvEncoding encoding) {
    templates::CsvData records =
        TRY(templates::CsvData::open(form, source, std::move(name), encoding));
    return std::unique_ptr<render::RecordSource>(std::make_unique<CsvPeople>(std::move(records)));
}

}  // namespace madoguchi::api
