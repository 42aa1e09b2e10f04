#include <algorithm>
#include <optional>
#include <utility>

#include "api/people/people.h"
#include "templates/data.h"

namespace madoguchi::api {

namespace {

/// A line's findings count from its own start; people look for them in the file.
Result<templates::Data> move_places(Result<templates::Data> data, std::size_t lines_before,
                                    std::size_t bytes_before) {
    const auto move = [&](Diagnostics findings) {
        for (Diagnostic& finding : findings) {
            if (!finding.origin.source) continue;
            finding.origin.source->line += lines_before;
            finding.origin.source->offset += bytes_before;
        }
        return findings;
    };
    if (!data.ok()) return move(std::move(data).findings());
    data->warnings = move(std::move(data->warnings));
    return data;
}

class JsonLines : public render::RecordSource {
  public:
    JsonLines(const templates::Template& form, std::string_view source, std::string name)
        : form_(form), source_(source), name_(std::move(name)) {}

    std::optional<render::Record> next() override {
        while (offset_ < source_.size()) {
            const std::size_t start = offset_;
            const std::size_t end = std::min(source_.find('\n', start), source_.size());
            const std::size_t lines_before = lines_++;
            offset_ = end + 1;
            const std::string_view line = source_.substr(start, end - start);
            if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
            return render::Record{{name_, lines_before + 1, 1, start},
                                  [this, line, lines_before, start] {
                                      return move_places(templates::read_data(form_, line, name_),
                                                         lines_before, start);
                                  }};
        }
        return std::nullopt;
    }

  private:
    const templates::Template& form_;
    std::string_view source_;
    std::string name_;
    std::size_t offset_ = 0;
    std::size_t lines_ = 0;
};

}  // namespace

std::unique_ptr<render::RecordSource> json_lines(const templates::Template& form,
                                                 std::string_view source, std::string name) {
    return std::make_unique<JsonLines>(form, source, std::move(name));
}

}  // namespace madoguchi::api
