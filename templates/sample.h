// Invented people to look at a form with: *.json files beside the form's template.
//
//     {"sample": {"title": "四人家族の転入", "tenant": "demonstration"}, "data": {…}}
//
// "tenant" names whose own characters (外字) the data hold: a private-use code means nothing
// without it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "templates/data.h"

namespace madoguchi::templates {

struct Sample {
    std::string id;       ///< name of its file without ".json"
    std::string title;    ///< Japanese
    std::string tenant;   ///< empty: any
    json::Value data;     ///< with what is computed
    json::Value written;  ///< as the file has them: what may be sent as data again
};

/// Fails when the text is no JSON, is no sample, or when its data do not agree with the form.
Result<Sample> read_sample(const Template& form, std::string_view source, std::string name);

/// Whether a JSON text is a sample and not a person's plain data: it has the members "sample" and
/// "data" and no other.
bool is_sample(const json::Value& root);

/// The tenant that a sample names; empty for plain data and for what is no JSON.
std::string sample_tenant(std::string_view source);

/// Data of one person: plain, or those of a sample.
Result<Data> read_data_or_sample(const Template& form, std::string_view source, std::string name);

}  // namespace madoguchi::templates
