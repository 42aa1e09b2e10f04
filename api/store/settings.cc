#include "api/store/settings.h"

#include <string>
#include <utility>

#include "api/files/input_file.h"
#include "api/tenants/settings_file.h"

namespace madoguchi::api::store {

namespace json = templates::json;

Result<StoreSettings> read_store_settings(const std::filesystem::path& file) {
    constexpr std::size_t largest = 1 << 16;
    std::string source = TRY(read_file(file, largest));
    SettingsFile settings =
        TRY(SettingsFile::parse(std::move(source), file.string(), "service.malformed"));
    const json::Value& root = settings.root();
    settings.allow_only(root, {"store", "masterKey", "checkpoints"});
    StoreSettings read;
    const std::filesystem::path beside = file.parent_path();
    read.master_key = beside / settings.required_text(root, "masterKey");
    read.checkpoints = beside / settings.required_text(root, "checkpoints");
    const json::Value* const place = root.find("store");
    if (place == nullptr || place->object() == nullptr) {
        settings.report(root, {"store がありません。", "There is no store."});
        return settings.take_findings();
    }
    if (place->find("directory") != nullptr) {
        settings.allow_only(*place, {"directory"});
        read.directory = beside / settings.required_text(*place, "directory");
    } else {
        settings.allow_only(*place, {"connection", "ownerConnection"});
        read.connection = settings.required_text(*place, "connection");
        read.owner_connection = settings.optional_text(*place, "ownerConnection");
    }
    if (!settings.sound()) return settings.take_findings();
    return read;
}

}  // namespace madoguchi::api::store
