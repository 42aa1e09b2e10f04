// The fonts that Debian's packages install, and the chains in which they are asked.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "base/result.h"
#include "fonts/face_set.h"
#include "fonts/sets/character_set.h"

namespace madoguchi::fonts {

/// What a tenant and the machine's operator add to the installed fonts.
struct TenantFonts {
    std::shared_ptr<const Face> gaiji;  ///< may be null
    std::vector<SequenceMapping> mappings;
    /// The machine's, not the tenant's: asked for the names of their characters alone.
    std::vector<std::shared_ptr<const CharacterSet>> sets = {};
};

/// Opens every font of the list, or fails with a finding for each that is missing, which names its
/// Debian package: a form must not lose characters because a machine lacks a font. `directory` is
/// where fonts are installed.
Result<FontLibrary> open_installed_fonts(
    TenantFonts tenant = {}, const std::filesystem::path& directory = "/usr/share/fonts");

}  // namespace madoguchi::fonts
