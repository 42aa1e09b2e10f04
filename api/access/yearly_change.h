// 年度替わり: many accounts at once from a CSV file, looked at before it is done, undone as a whole
// (要件 6.4).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "api/access/staff.h"

namespace madoguchi::api::access {

/// Columns 職員番号, 区分, 氏名, 所属, 役割 (several divided by ";"), 発効日.
struct StaffChange {
    enum class Kind {
        Join,   ///< 採用
        Move,   ///< 異動: name, department and roles are what the line says
        Leave,  ///< 退職
    };
    std::size_t line = 0;
    Kind kind = Kind::Move;
    std::string login, name, department;
    std::vector<std::string> roles;  ///< ids, sorted
    std::string on;                  ///< "2027-04-01": effective from the beginning of that day

    bool operator==(const StaffChange&) const = default;
};

/// All that is wrong comes back together, with line and column: codes of CSV files and
/// "staff.role", "staff.login", "staff.twice", "staff.no-name".
Result<std::vector<StaffChange>> read_staff_changes(std::string_view csv, std::string name);

/// What a line would do, in words for whoever decides: "異動: 市民課 → 税務課".
struct Difference {
    StaffChange change;
    std::string words;  ///< empty: it changes nothing
};
/// Findings with the line: "staff.unknown" (to move or leave, but not there or gone), "staff.there"
/// (to join, but there already).
Result<std::vector<Difference>> compare(const std::vector<Account>& staff,
                                        const std::vector<StaffChange>& changes);

/// Of somebody who is to enrol: handed over on paper.
struct OneTimeCode {
    std::string login, code;
};
struct YearlyRun {
    std::string id;
    std::vector<OneTimeCode> codes;
};

/// All of them or none, as they are compared at that moment.
Result<YearlyRun> apply(const Door& door, const std::vector<StaffChange>& changes,
                        const std::string& actor);

/// As it was before the run; who had left enrols anew. "staff.no-run", "staff.undone" when it was
/// undone already, "staff.changed-since" when an account was changed since: then nothing is done.
Result<std::vector<OneTimeCode>> undo(const Door& door, const std::string& run,
                                      const std::string& actor);

/// For the queue: changes of a day to come.
std::string write_changes(const std::vector<StaffChange>& changes);
std::vector<StaffChange> read_changes(std::string_view payload);

}  // namespace madoguchi::api::access
