// The key that keeps the tenants' keys. Whoever has it and the store reads everything; it is kept
// apart from the store and from its backups.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "api/keys/secret_key.h"
#include "base/result.h"

namespace madoguchi::api {

/// A file of lines "<name> <base64 of 32 bytes>", the newest first: keys are wrapped with it, and
/// opened with the one that their wrapping names. Empty lines and lines from # on are remarks.
class MasterKeys {
  public:
    /// Findings "key.unreadable", "key.rights" when others than its owner may read the file,
    /// "key.malformed".
    static Result<MasterKeys> read(const std::filesystem::path& file);

    struct Named {
        std::string name;
        SecretKey key;
    };
    const Named& newest() const { return keys_.front(); }
    /// nullptr when the file has none of that name.
    const SecretKey* find(std::string_view name) const;

  private:
    std::vector<Named> keys_;
};

/// Makes a file with one new key, for its owner alone; "key.exists" leaves one that is there.
Result<Done> make_master_key_file(const std::filesystem::path& file, const std::string& name);

/// Puts a new key before those of the file: it is the newest from now on. "key.exists" when the
/// file has one of that name.
Result<Done> add_master_key(const std::filesystem::path& file, const std::string& name);

}  // namespace madoguchi::api
