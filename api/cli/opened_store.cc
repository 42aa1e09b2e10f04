#include "api/cli/opened_store.h"

#include <utility>

#include "api/store/settings.h"

namespace madoguchi::api::cli {

namespace {

/// Debian's john-data.
constexpr const char* common_passwords = "/usr/share/john/password.lst";

}  // namespace

Result<OpenedStore> open_store(const std::filesystem::path& service) {
    const store::StoreSettings settings = TRY(store::read_store_settings(service));
    auto opened = TRY(store::Store::open(settings, system_clock()));
    access::CommonPasswords common = TRY(access::CommonPasswords::read(common_passwords));
    return OpenedStore{std::move(opened), std::move(common)};
}

}  // namespace madoguchi::api::cli
