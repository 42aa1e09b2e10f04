// What the service keeps about each municipality that it serves.
#pragma once

#include <string>
#include <vector>

#include "api/tenants/tenant_id.h"

namespace madoguchi::api {

struct TenantRecord {
    enum class State {
        Active,
        Suspended,  ///< nobody signs in and nothing runs; the data stay
    };

    TenantId id;
    std::string name;  ///< 見本市
    State state = State::Active;
    std::vector<std::string> modules;  ///< ids of those that are switched on, sorted
    int version = 1;                   ///< grows with each change

    bool operator==(const TenantRecord&) const = default;
};

}  // namespace madoguchi::api
