#include "tests/support/store_on_disk.h"

#include <unistd.h>

#include <fstream>
#include <stdexcept>

#include "api/store/settings.h"
#include "api/tenants/register.h"

namespace madoguchi::tests {

namespace fs = std::filesystem;

namespace {

void must(const Result<Done>& outcome) {
    if (!outcome.ok()) throw std::runtime_error(to_line(outcome.findings().front()));
}

}  // namespace

StoreOnDisk::StoreOnDisk(const std::string& engine, const fs::path& data) : store_(engine, data) {
    static int number = 0;
    folder_ = fs::temp_directory_path() /
              ("madoguchi-fault-" + std::to_string(::getpid()) + "-" + std::to_string(number++));
    fs::create_directories(folder_);
    const std::string where =
        store_.is_sqlite() ? R"("directory": ")" + store_.directory().string() + '"'
                           : R"("connection": ")" + store_.service_connection() +
                                 R"(", "ownerConnection": ")" + store_.owner_connection() + '"';
    std::ofstream(service_file()) << "{\"store\": {" << where
                                  << "}, \"masterKey\": \"keys\", \"checkpoints\": \"audit\"}";
    must(api::store::Store::create(api::store::read_store_settings(service_file()).value()));
    const auto opened = open();
    if (!opened.ok()) throw std::runtime_error(to_line(opened.findings().front()));
    must(api::create_tenant(**opened, {minato(), "見本市", {}, {"tax"}, 1}, "operator"));
}

StoreOnDisk::~StoreOnDisk() {
    fs::remove_all(folder_);
}

Result<std::unique_ptr<api::store::Store>> StoreOnDisk::open() const {
    const auto settings = api::store::read_store_settings(service_file());
    if (!settings.ok()) return settings.findings();
    return api::store::Store::open(*settings, api::system_clock());
}

}  // namespace madoguchi::tests
