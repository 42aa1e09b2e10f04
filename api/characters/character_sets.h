// The folder of installed character sets: one folder for each, of the set's name.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "fonts/sets/character_set.h"

namespace madoguchi::api {

using CharacterSets = std::vector<std::shared_ptr<const fonts::CharacterSet>>;

/// Every set that is installed, by name, each checked as at its installation; a set that is damaged
/// since, or two that give the same names, are findings. A set that is replaced meanwhile is read
/// as the old or as the new one.
Result<CharacterSets> open_character_sets(const std::filesystem::path& directory);

/// The sets of the folder that was named, or, where none was, of MADOGUCHI_ROOT/character-sets when
/// it is there.
Result<CharacterSets> character_sets_in_use(const std::filesystem::path& named);

struct InstalledCharacterSet {
    std::shared_ptr<const fonts::CharacterSet> set;
    std::shared_ptr<const fonts::CharacterSet> replaced;  ///< null when it is the first
    /// Characters that the replaced edition had and this one does not, or has under another code:
    /// what was recorded with them no longer prints.
    Diagnostics warnings;
};

/// Reads and checks the package, then puts it in place of an older edition in one step. When
/// anything is wrong nothing changes. Makes the folder where it is not there.
Result<InstalledCharacterSet> install_character_set(const std::filesystem::path& package,
                                                    const std::filesystem::path& directory);

}  // namespace madoguchi::api
