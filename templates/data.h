// A person's data for one form, checked against what the form's template declares.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "templates/json/value.h"
#include "templates/model/template.h"

namespace madoguchi::templates {

/// Data that agree with their template: required values are there, types fit, numbers lie in their
/// range, no text holds a character that paper cannot show (templates/text_check.h), no text is
/// longer than its field allows. Values stay as they were written.
struct Data {
    json::Value root;  ///< an object
    /// What does not stop the form: members that the template does not declare.
    Diagnostics warnings = {};
};

/// Checks data that were read from JSON. `source` is the text they were read from (for line and
/// column; empty when there is none), `name` what findings call it. Reports every finding at once,
/// in the order of the source, up to `finding_limit` (templates/check.h).
Result<Data> check_data(const Template& form, json::Value root, std::string_view source,
                        std::string name);

/// read() and check_data() in one.
Result<Data> read_data(const Template& form, std::string_view source, std::string name);

}  // namespace madoguchi::templates
