// Writes to a tenant's trail and to the register until it is killed; after each change that was
// kept it says how many there are. Words: the service's file.
#include <unistd.h>

#include <cstdio>
#include <string>
#include <thread>

#include "api/store/settings.h"
#include "api/tenants/register.h"

namespace {

using namespace madoguchi;
using namespace madoguchi::api;

Result<Done> load(const std::string& service) {
    const store::StoreSettings settings = TRY(store::read_store_settings(service));
    const auto opened = TRY(store::Store::open(settings, system_clock()));
    const TenantId minato = *TenantId::parse("minato");
    const std::string details(200, ' ');
    for (long count = 1;; ++count) {
        TRY(opened->write(minato, [&](store::Transaction& transaction) {
            return transaction.note({"account:1", "person.read", "person:" + std::to_string(count),
                                     "{\"padding\":\"" + details + "\"}"});
        }));
        const std::string line = std::to_string(count) + '\n';
        if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) return Done{};
        if (count % 7 != 0) continue;
        TenantRecord tenant = TRY(get_tenant(*opened, minato));
        TRY(change_tenant(*opened, tenant, "operator"));
    }
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) return 2;
    const auto outcome = load(words[1]);
    if (!outcome.ok()) std::fprintf(stderr, "%s\n", to_line(outcome.findings().front()).c_str());
    return 1;
}
