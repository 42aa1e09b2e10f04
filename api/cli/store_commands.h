// What the operators of the service say about its store.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi::api::cli {

/// `service` is the file that says where the store is (store/settings.h).
struct StoreCreateCommand {
    std::filesystem::path service;
};

struct BackupCommand {
    std::filesystem::path service, output;
    std::string tenant;  ///< empty: all
};

struct RestoreCommand {
    std::filesystem::path service, input;
    std::string tenant;  ///< empty: all, into an empty store
};

struct TenantCreateCommand {
    std::filesystem::path service;
    std::string id, name;
    std::vector<std::string> modules;
};

struct TenantListCommand {
    std::filesystem::path service;
};

struct TenantChangeCommand {
    std::filesystem::path service;
    std::string id;
    /// What was not said stays.
    std::optional<std::string> name;
    std::optional<std::vector<std::string>> modules;
    std::optional<bool> suspended;
};

struct StaffInviteCommand {
    std::filesystem::path service;
    std::string tenant, login, name, department;
    std::vector<std::string> roles;
};

struct StaffListCommand {
    std::filesystem::path service;
    std::string tenant;
};

/// One account, by its login.
struct StaffEndCommand {
    std::filesystem::path service;
    std::string tenant, login;
    bool again = false;  ///< a new invitation; else the person has left
};

/// Many at once, from a CSV file; only looked at unless `apply`.
struct StaffChangeCommand {
    std::filesystem::path service, file;
    std::string tenant;
    bool apply = false;
};

struct StaffUndoCommand {
    std::filesystem::path service;
    std::string tenant, run;
};

/// Does what waits in all queues and may run now.
struct JobsRunCommand {
    std::filesystem::path service;
};

struct JobsListCommand {
    std::filesystem::path service;
    std::string tenant;
};

struct MasterKeyCommand {
    std::filesystem::path service;
    std::string name;
};

struct KeyRotateCommand {
    std::filesystem::path service;
    std::string tenant;  ///< empty: all keys under the newest master key
};

struct AuditVerifyCommand {
    std::filesystem::path service;
    std::string tenant;       ///< empty: of all and of the operators
    bool checkpoint = false;  ///< write one when all is well
};

struct AuditExportCommand {
    std::filesystem::path service;
    std::string tenant;  ///< empty: of the operators
    std::filesystem::path output;
};

}  // namespace madoguchi::api::cli
