// The two places where data are kept behind one face: SQLite files and a PostgreSQL database.
#pragma once

#include <functional>

#include "api/store/session.h"
#include "api/tenants/tenant_id.h"
#include "base/result.h"

namespace madoguchi::api::store {

/// Whose data: a tenant's, or those about all tenants (TenantId::control()).
using Scope = TenantId;

/// What is done in a transaction. It may run only once; on findings everything it did is undone.
using Work = std::function<Result<Done>(Session&)>;

/// Used from many threads at once. Findings "store.…" (failure.h).
class Engine {
  public:
    virtual ~Engine() = default;

    /// Returns when the change is on disk. Changes of one scope happen one after the other on
    /// SQLite; on PostgreSQL as its locks have it.
    virtual Result<Done> write(const Scope& scope, const Work& work) = 0;
    /// Sees one state of the data, whatever is written meanwhile.
    virtual Result<Done> read(const Scope& scope, const Work& work) = 0;

    /// Makes room for a tenant's data; it may be there already.
    virtual Result<Done> make_room(const TenantId& tenant) = 0;
};

}  // namespace madoguchi::api::store
