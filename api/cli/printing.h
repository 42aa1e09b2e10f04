// What printing commands begin with: fonts of the tenant, and the form.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "fonts/face_set.h"
#include "render/render.h"

namespace madoguchi::api::cli {

/// The installed fonts and character sets and the tenant's own characters; an empty directory means
/// no tenant, or the usual place of sets.
Result<fonts::FontLibrary> open_fonts(const std::filesystem::path& tenant,
                                      const std::filesystem::path& character_sets);

/// A shipped form by its id, or a template by the path of its file.
Result<std::shared_ptr<const render::PreparedForm>> open_form(const std::string& id_or_path,
                                                              const fonts::FontLibrary& fonts);

/// The file of a shipped form by its id, or the path itself.
std::filesystem::path form_file(const std::string& id_or_path);

/// The files that a printing command was told to read, which its output must not replace.
std::vector<std::filesystem::path> inputs(const std::string& id_or_path,
                                          const std::filesystem::path& data,
                                          const std::filesystem::path& tenant);

}  // namespace madoguchi::api::cli
