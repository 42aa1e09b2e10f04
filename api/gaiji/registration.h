// What staff do with a tenant's own characters: bring them in, say what is known of them, take them
// away. Each writes the whole registry or nothing.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "api/gaiji/upload.h"
#include "base/result.h"
#include "fonts/gaiji/registry.h"

namespace madoguchi::api {

struct GaijiImport {
    std::filesystem::path tenant;  ///< directory
    std::filesystem::path file;
    /// Of a drawing or a picture, which names none; of a font, the one character that is wanted.
    std::optional<char32_t> code;
    std::string vendor_code, reading, meaning;  ///< for one character only
    std::string source;                         ///< empty: the file's name
    fonts::OtherShape other = fonts::OtherShape::Refused;
};

struct GaijiImported {
    std::vector<char32_t> read;    ///< what the file holds
    std::vector<char32_t> blanks;  ///< codes without a shape, left out
    std::size_t registered = 0;    ///< what the whole registry holds now
};

Result<GaijiImported> import_gaiji(const GaijiImport& import, const fonts::GaijiReason& reason,
                                   const UploadPrograms& programs);

/// What is to change of one character; nothing of what is absent.
struct GaijiDescription {
    std::optional<std::string> vendor_code, reading, meaning, source;
    std::optional<fonts::GaijiIdentity> identity;
    std::map<fonts::RepertoireName, std::string> substitutes;  ///< an empty text takes one away
    /// A day, or none any more.
    std::optional<std::optional<std::chrono::year_month_day>> valid_from, valid_to;
};

Result<Done> describe_gaiji(const std::filesystem::path& tenant, char32_t code,
                            const GaijiDescription& description, const fonts::GaijiReason& reason);

Result<Done> remove_gaiji(const std::filesystem::path& tenant, char32_t code,
                          const fonts::GaijiReason& reason);

}  // namespace madoguchi::api
