#include "api/store/transaction.h"

#include <exception>

#include "api/store/failure.h"

namespace madoguchi::api::store {

namespace {

void undo(soci::session& sql) {
    try {
        sql << "rollback";
    } catch (const std::exception&) {
        // A failed commit has ended it already; a lost connection ends it at the other end.
    }
}

}  // namespace

Result<Done> run_transaction(soci::session& sql, Dialect dialect, const std::string& begin,
                             const Work& work) {
    try {
        sql << begin;
        Session session{sql, dialect};
        Result<Done> outcome = work(session);
        if (!outcome.ok()) {
            undo(sql);
            return outcome;
        }
        sql << "commit";
        return outcome;
    } catch (const soci::soci_error& error) {
        Diagnostic finding = failure_of(error);
        undo(sql);
        return finding;
    } catch (const std::exception&) {
        undo(sql);
        return store_failure("store.failed", {"保存先の処理が失敗しました。", "The store failed."});
    }
}

}  // namespace madoguchi::api::store
