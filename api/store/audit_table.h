// The rows of an audit trail, of the session's scope.
#pragma once

#include "api/audit/table.h"
#include "api/store/session.h"

namespace madoguchi::api::store {

/// Borrows the session.
class AuditTable final : public audit::Table {
  public:
    explicit AuditTable(Session& session) : session_(session) {}

    Result<std::optional<audit::KeptEntry>> last_to_follow() override;
    Result<Done> add(const audit::KeptEntry& entry) override;
    Result<Done> each(std::int64_t first,
                      const std::function<Result<Done>(const audit::KeptEntry&)>& visit) override;

  private:
    Session& session_;
};

}  // namespace madoguchi::api::store
