#include "api/store/table_columns.h"

#include <array>

#include "api/store/failure.h"

namespace madoguchi::api::store {

namespace {

constexpr std::array tenant_columns = {Column{"id"},      Column{"name"},          Column{"state"},
                                       Column{"modules"}, Column{"version", true}, Column{"proof"}};
constexpr std::array key_columns = {Column{"tenant"}, Column{"purpose"}, Column{"number", true},
                                    Column{"wrapped"}, Column{"master"}};
constexpr std::array audit_columns = {
    Column{"sequence", true}, Column{"occurred_at"}, Column{"actor"}, Column{"action"},
    Column{"subject"},        Column{"details"},     Column{"chain"}};
constexpr std::array account_columns = {Column{"id"}, Column{"login_token"},
                                        Column{"version", true}, Column{"payload"}};
constexpr std::array credentials_columns = {Column{"account"}, Column{"version", true},
                                            Column{"payload"}};
constexpr std::array job_columns = {
    Column{"id"},         Column{"kind"},           Column{"state"},
    Column{"waits_for"},  Column{"priority", true}, Column{"created_at"},
    Column{"not_before"}, Column{"lease_until"},    Column{"version", true},
    Column{"payload"}};

constexpr std::array run_columns = {Column{"id"}, Column{"version", true}, Column{"payload"}};

constexpr std::array control = {TableColumns{"tenant", tenant_columns},
                                TableColumns{"tenant_key", key_columns},
                                TableColumns{"audit_entry", audit_columns}};
constexpr std::array tenant = {
    TableColumns{"audit_entry", audit_columns}, TableColumns{"account", account_columns},
    TableColumns{"credentials", credentials_columns}, TableColumns{"job", job_columns},
    TableColumns{"staff_run", run_columns}};

std::string joined(const TableColumns& table, const std::string& before,
                   const std::function<std::string(const Column&, std::size_t)>& word) {
    std::string text = before;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        text += (i == 0 ? "" : ", ") + word(table.columns[i], i);
    return text;
}

/// Both engines take bigint for a whole number.
std::string value_of(const Column& column, std::size_t index) {
    const std::string place = ":v" + std::to_string(index);
    return column.is_number ? "cast(" + place + " as bigint)" : place;
}

}  // namespace

std::span<const TableColumns> control_tables() {
    return control;
}
std::span<const TableColumns> tenant_tables() {
    return tenant;
}

const TableColumns* find_table(std::span<const TableColumns> tables, std::string_view name) {
    for (const TableColumns& table : tables) {
        if (table.name == name) return &table;
    }
    return nullptr;
}

Result<Done> each_row(Session& session, const TableColumns& table,
                      const std::function<Result<Done>(const RowTexts&)>& visit) {
    const std::string select =
        joined(table, "select ",
               [](const Column& column, std::size_t) {
                   const std::string name(column.name);
                   return column.is_number ? "cast(" + name + " as text)" : name;
               }) +
        " from " + std::string(table.name) + " order by " + std::string(table.columns[0].name);
    RowTexts row(table.columns.size());
    soci::statement rows(session.sql);
    for (std::string& text : row)
        rows.exchange(soci::into(text));
    rows.alloc();
    rows.prepare(select);
    rows.define_and_bind();
    rows.execute();
    while (rows.fetch()) {
        TRY(visit(row));
    }
    return Done{};
}

Result<Done> add_row(Session& session, const TableColumns& table, const RowTexts& row) {
    if (row.size() != table.columns.size())
        return store_failure("backup.damaged",
                             {"行の形が合いません。", "A row has another shape."});
    const std::string insert =
        joined(table, "insert into " + std::string(table.name) + " (",
               [](const Column& column, std::size_t) { return std::string(column.name); }) +
        joined(table, ") values (", value_of) + ")";
    soci::statement one(session.sql);
    for (const std::string& text : row)
        one.exchange(soci::use(text));
    one.alloc();
    one.prepare(insert);
    one.define_and_bind();
    one.execute(true);
    return Done{};
}

}  // namespace madoguchi::api::store
