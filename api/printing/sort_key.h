// What people are sorted by.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "templates/data.h"
#include "templates/model/template.h"

namespace madoguchi::api {

/// A field's place in the data.
struct SortField {
    std::vector<std::string> path;
    bool is_number = false;
};

/// "世帯主.氏名" among the declared fields; the finding "collation.field" when it names no text,
/// date, number or code, or one inside a list.
Result<SortField> find_sort_field(const templates::Template& form, const std::string& path);

/// The value as the data write it; empty when it is absent. Of a date that is not wholly known what
/// is known.
std::string value_of(const SortField& field, const templates::Data& data);

/// Bytes whose order is the order of the values: numbers by size, everything else as Japanese is
/// collated (JIS X 4061 as ICU has it).
class SortOrder {
  public:
    SortOrder();
    ~SortOrder();
    SortOrder(const SortOrder&) = delete;
    SortOrder& operator=(const SortOrder&) = delete;

    std::string key_of(const SortField& field, std::string_view value) const;

  private:
    struct Collator;
    std::unique_ptr<Collator> collator_;
};

}  // namespace madoguchi::api
