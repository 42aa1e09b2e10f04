// A conversion as it is asked for, on the command line or over HTTP, made into settings.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "api/characters/convert.h"
#include "api/tenants/tenant.h"

namespace madoguchi::api {

struct ConversionQuestion {
    std::string from = "utf-8", to = "utf-8";  ///< names of codes; one of them may be "link"
    std::filesystem::path link;                ///< its file; empty: none
    std::string input_name;                    ///< what findings call the input
};

/// Where a conversion finds what it may need; asked only when it does.
struct ConversionMeans {
    Tenant tenant;  ///< whose characters they are; empty for nobody's
    std::function<Result<std::shared_ptr<const fonts::MjTable>>()> table;
    std::function<Result<CharacterSets>()> sets;
};

/// Settings, and what they point to.
struct PreparedConversion {
    std::unique_ptr<const Link> link;
    std::shared_ptr<const fonts::MjTable> table;
    ConversionSettings settings;
};

/// Findings of read_link(); "link.side" when it is open which side the link is on;
/// "link.no-character-set"; "charset.unknown" for a name that no code has.
Result<PreparedConversion> prepare_conversion(const ConversionQuestion& question,
                                              const ConversionMeans& means);

/// The file of a link: a word with a slash or ".json" is its path, any other the name of one in the
/// tenant's folder links/.
std::filesystem::path link_file(const std::string& named, const std::filesystem::path& tenant);

}  // namespace madoguchi::api
