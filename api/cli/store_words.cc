#include "api/cli/store_words.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "api/cli/validators.h"
#include "api/tenants/modules.h"
#include "api/tenants/tenant_id.h"

namespace madoguchi::api::cli {

namespace {

CLI::Validator tenant_id() {
    return CLI::Validator(
        [](const std::string& text) {
            return TenantId::parse(text)
                       ? std::string()
                       : "英小文字で始まる、英小文字・数字・ハイフンの32字までにしてください / "
                         "must be up to 32 of a-z, 0-9 and '-', beginning with a letter";
        },
        "");
}

CLI::Validator module_id() {
    std::string ids;
    for (const Module& module : modules) {
        if (!ids.empty()) ids += ", ";
        ids += std::string(module.id) + "（" + std::string(module.name) + "）";
    }
    return CLI::Validator(
        [ids](const std::string& text) {
            return is_module(text) ? std::string() : "次のどれかです / must be one of: " + ids;
        },
        "");
}

template <typename C>
void add_service(CLI::App& app, C& command) {
    app.add_option(
           "--service", command.service,
           "保存先を書いたファイル .json（docs/保存先.md）/ file that says where the store is")
        ->required()
        ->check(not_empty());
}

constexpr const char* modules_help =
    "使う業務（例 resident-register。繰り返せる）/ modules that are switched on";

/// One word of the command line and the command that it fills.
template <typename C>
std::shared_ptr<C> add_word(CLI::App& parent, Words& words, const char* name, const char* help,
                            CLI::App*& app) {
    const auto said = std::make_shared<C>();
    app = parent.add_subcommand(name, help);
    add_service(*app, *said);
    words.push_back({app, [said] { return Command(*said); }});
    return said;
}

void add_backups(CLI::App& app, Words& words) {
    CLI::App* word = nullptr;
    const auto backup = add_word<BackupCommand>(
        app, words, "backup",
        "バックアップを1つの暗号化したファイルに書く / write an encrypted backup", word);
    word->add_option("--output", backup->output, "出力先（すでにあるファイルには書かない）/ output")
        ->required()
        ->check(not_empty());
    word->add_option("--tenant", backup->tenant,
                     "自治体の識別名（なければ全部）/ a tenant's id; all without it")
        ->check(tenant_id());
    const auto restore =
        add_word<RestoreCommand>(app, words, "restore",
                                 "バックアップから戻す。全部は空の保存先へ、--tenant "
                                 "はその自治体がない保存先へ / into an empty "
                                 "store, or one tenant into a store without it",
                                 word);
    word->add_option("--input", restore->input, "バックアップのファイル / the backup")->required();
    word->add_option("--tenant", restore->tenant, "自治体の識別名 / a tenant's id")
        ->check(tenant_id());
}

void add_tenants(CLI::App& app, Words& words) {
    CLI::App* const tenant = app.add_subcommand("tenant", "自治体の登録 / the register of tenants");
    tenant->require_subcommand(1);
    CLI::App* word = nullptr;
    const auto create =
        add_word<TenantCreateCommand>(*tenant, words, "create", "登録する / register one", word);
    word->add_option("id", create->id, "識別名（例 minato）/ its id")
        ->required()
        ->check(tenant_id());
    word->add_option("--name", create->name, "自治体の名前 / its name")->required();
    word->add_option("--module", create->modules, modules_help)->check(module_id());
    add_word<TenantListCommand>(*tenant, words, "list", "一覧 / list them", word);
    const auto change =
        add_word<TenantChangeCommand>(*tenant, words, "change", "登録を変える / change one", word);
    word->add_option("id", change->id, "識別名 / its id")->required()->check(tenant_id());
    word->add_option("--name", change->name, "自治体の名前 / its name");
    word->add_option("--module", change->modules, modules_help)->check(module_id());
    word->add_flag_callback(
        "--no-module", [change] { change->modules.emplace(); },
        "すべての業務を止める / switch all modules off");
    word->add_flag_callback(
        "--suspend", [change] { change->suspended = true; },
        "利用を止める（データは残る）/ nobody signs in, the data stay");
    word->add_flag_callback(
        "--resume", [change] { change->suspended = false; }, "利用を再開する / as before");
}

void add_keys(CLI::App& app, Words& words) {
    CLI::App* const key = app.add_subcommand("key", "鍵の更新 / keys");
    key->require_subcommand(1);
    CLI::App* word = nullptr;
    const auto add = add_word<MasterKeyCommand>(
        *key, words, "add-master",
        "新しいマスター鍵を作る（続けて rotate で包み直す）/ a new master key; rotate uses it",
        word);
    word->add_option("name", add->name, "鍵の名前（例 2027）/ its name")->required();
    const auto rotate = add_word<KeyRotateCommand>(
        *key, words, "rotate",
        "鍵を更新する。--tenant がなければ、すべての鍵を最新のマスター鍵で包み直す / a new key "
        "for a tenant's data, or all keys under the newest master key",
        word);
    word->add_option("--tenant", rotate->tenant, "自治体の識別名 / a tenant's id")
        ->check(tenant_id());
}

template <typename C>
void add_staff_tenant(CLI::App& app, C& command) {
    app.add_option("--tenant", command.tenant, "自治体の識別名 / a tenant's id")
        ->required()
        ->check(tenant_id());
}

void add_yearly_changes(CLI::App& staff, Words& words) {
    CLI::App* word = nullptr;
    const auto change =
        add_word<StaffChangeCommand>(staff, words, "change",
                                     "CSVでまとめて変える（年度替わり）。--apply "
                                     "がなければ変わるところを見せるだけ / many at once; "
                                     "only shown without --apply",
                                     word);
    add_staff_tenant(*word, *change);
    word->add_option("file", change->file,
                     "職員番号,区分（採用・異動・退職）,氏名,所属,役割,発効日 のCSV / the CSV file")
        ->required();
    word->add_flag(
        "--apply", change->apply,
        "実行する。発効日が先のものは、その日に `jobs run` が実行する / do it; what is for a "
        "later day waits for `jobs run`");
    const auto undo = add_word<StaffUndoCommand>(
        staff, words, "undo", "まとめて変えたものを元に戻す / undo such a change", word);
    add_staff_tenant(*word, *undo);
    word->add_option("run", undo->run, "実行したときに表示された番号 / its id")->required();
}

/// 最初の管理者: who has no account yet cannot be invited on a screen.
void add_staff(CLI::App& app, Words& words) {
    CLI::App* const staff = app.add_subcommand("staff", "職員のアカウント / accounts of staff");
    staff->require_subcommand(1);
    CLI::App* word = nullptr;
    const auto invite = add_word<StaffInviteCommand>(
        *staff, words, "invite",
        "招待する。一度だけ使えるコードを表示する / invite one; prints a code for once", word);
    add_staff_tenant(*word, *invite);
    word->add_option("login", invite->login, "職員番号 / the login")->required();
    word->add_option("--name", invite->name, "氏名 / name")->required();
    word->add_option("--department", invite->department, "所属 / department");
    word->add_option("--role", invite->roles,
                     "役割 clerk / supervisor / administrator / auditor（繰り返せる）/ roles")
        ->check(one_of({"clerk", "supervisor", "administrator", "auditor"}));
    const auto list = add_word<StaffListCommand>(*staff, words, "list", "一覧 / list them", word);
    add_staff_tenant(*word, *list);
    const auto reset = add_word<StaffEndCommand>(
        *staff, words, "reset",
        "パスワードと確認コードを無効にして、招待し直す / end password and codes, invite anew",
        word);
    reset->again = true;
    add_staff_tenant(*word, *reset);
    word->add_option("login", reset->login, "職員番号 / the login")->required();
    const auto leave = add_word<StaffEndCommand>(
        *staff, words, "leave", "使えなくする（記録は残る）/ never signs in again", word);
    add_staff_tenant(*word, *leave);
    word->add_option("login", leave->login, "職員番号 / the login")->required();
    add_yearly_changes(*staff, words);
}

void add_jobs(CLI::App& app, Words& words) {
    CLI::App* const jobs = app.add_subcommand("jobs", "処理待ち / queued work");
    jobs->require_subcommand(1);
    CLI::App* word = nullptr;
    add_word<JobsRunCommand>(
        *jobs, words, "run",
        "今できるものを全部実行する（定期的に実行する）/ do all that may run now", word);
    const auto list = add_word<JobsListCommand>(*jobs, words, "list", "一覧 / list them", word);
    add_staff_tenant(*word, *list);
}

void add_audit(CLI::App& app, Words& words) {
    CLI::App* const audit = app.add_subcommand("audit", "監査記録 / the audit trail");
    audit->require_subcommand(1);
    CLI::App* word = nullptr;
    const auto verify = add_word<AuditVerifyCommand>(
        *audit, words, "verify",
        "書かれたときのままか確かめる / find out whether it is what was written", word);
    word->add_option("--tenant", verify->tenant,
                     "自治体の識別名（なければ全部）/ a tenant's id; all without it")
        ->check(tenant_id());
    word->add_flag(
        "--checkpoint", verify->checkpoint,
        "正しければ控え（チェックポイント）を書く / write a checkpoint when all is well");
    const auto out = add_word<AuditExportCommand>(*audit, words, "export",
                                                  "1行1件のJSONに書き出す / write it out", word);
    word->add_option(
            "--tenant", out->tenant,
            "自治体の識別名（なければ運用者の記録）/ a tenant's id; the operators' without it")
        ->check(tenant_id());
    word->add_option("--output", out->output, "出力先 .jsonl / output")
        ->required()
        ->check(file_of_kind({".jsonl"}));
}

}  // namespace

void add_store_words(CLI::App& app, Words& words) {
    CLI::App* const store = app.add_subcommand("store", "保存先 / the store");
    store->require_subcommand(1);
    CLI::App* word = nullptr;
    add_word<StoreCreateCommand>(
        *store, words, "create",
        "保存先を用意する。あるものはそのまま、表だけを新しくする / make what "
        "is missing, bring tables up to date",
        word);
    add_backups(app, words);
    add_tenants(app, words);
    add_staff(app, words);
    add_jobs(app, words);
    add_keys(app, words);
    add_audit(app, words);
}

}  // namespace madoguchi::api::cli
