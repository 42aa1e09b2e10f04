#include "templates/data.h"

#include <algorithm>
#include <cstdint>

#include "templates/check.h"
#include "templates/computation.h"

namespace madoguchi::templates {

namespace {

/// Walks a source once, forwards: places of many offsets in one pass.
class PlaceCursor {
  public:
    explicit PlaceCursor(std::string_view source) : source_(source) {}

    /// `offset` is not before the one asked for last.
    SourcePlace at(std::size_t offset, const std::string& name) {
        for (; offset_ < std::min(offset, source_.size()); ++offset_) {
            const auto byte = static_cast<std::uint8_t>(source_[offset_]);
            if (byte == '\n') {
                ++line_;
                column_ = 1;
            } else if ((byte & 0xc0) != 0x80) {
                ++column_;
            }
        }
        return {name, line_, column_, offset};
    }

  private:
    std::string_view source_;
    std::size_t offset_ = 0;
    std::size_t line_ = 1;
    std::size_t column_ = 1;
};

Result<Data> with_computed(const Template& form, Data data) {
    Diagnostics findings = add_computed(form, data.root);
    if (!findings.empty()) return findings;
    return data;
}

}  // namespace

Result<Data> check_data(const Template& form, json::Value root, std::string_view source,
                        std::string name) {
    std::vector<ValueFinding> found = check_values(form, root);
    if (found.empty()) return with_computed(form, {std::move(root)});
    std::stable_sort(found.begin(), found.end(), [](const ValueFinding& a, const ValueFinding& b) {
        return a.offset < b.offset;
    });
    PlaceCursor places(source);
    Diagnostics findings;
    for (ValueFinding& value : found) {
        const bool placed = !source.empty() && value.offset != no_offset;
        if (placed) value.finding.origin.source = places.at(value.offset, name);
        findings.push_back(std::move(value.finding));
    }
    if (has_errors(findings)) return findings;
    return with_computed(form, {std::move(root), std::move(findings)});
}

Result<Data> read_data(const Template& form, std::string_view source, std::string name) {
    json::Value root = TRY(json::read(source, name));
    return check_data(form, std::move(root), source, std::move(name));
}

}  // namespace madoguchi::templates
