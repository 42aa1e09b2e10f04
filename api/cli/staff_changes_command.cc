#include <chrono>
#include <map>
#include <ostream>
#include <utility>

#include "api/access/yearly_change.h"
#include "api/cli/commands.h"
#include "api/cli/opened_store.h"
#include "api/cli/report.h"
#include "api/files/input_file.h"
#include "api/jobs/job_text.h"
#include "api/jobs/worker.h"
#include "api/tenants/register.h"

namespace madoguchi::api::cli {

namespace {

constexpr const char* staff_changes = "staff-changes";

/// The day as it is in Japan: "2027-04-01".
std::string today(const Clock& clock) {
    return to_text(clock() + jobs::japan_offset).substr(0, std::string_view("2027-04-01").size());
}

/// When the day begins in Japan.
std::string beginning_of(const std::string& day) {
    const auto number = [&](std::size_t at, std::size_t size) {
        return static_cast<unsigned>(std::stoul(day.substr(at, size)));
    };
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(number(0, 4))),
                                           std::chrono::month(number(5, 2)),
                                           std::chrono::day(number(8, 2))};
    return to_text(Instant(std::chrono::sys_days(date)) - jobs::japan_offset);
}

void show(const std::vector<access::OneTimeCode>& codes, Streams streams) {
    for (const access::OneTimeCode& one : codes)
        streams.out << one.login << '\t' << one.code << '\n';
}

/// What is for a later day waits in the queue, each day by itself.
Result<Done> put_later(const OpenedStore& opened, const TenantId& tenant,
                       const std::vector<access::StaffChange>& later) {
    std::map<std::string, std::vector<access::StaffChange>> days;
    for (const access::StaffChange& change : later)
        days[change.on].push_back(change);
    jobs::Queue queue(*opened.store, tenant, opened.clock);
    for (const auto& [day, changes] : days) {
        TRY(queue.put({.kind = staff_changes,
                       .payload = access::write_changes(changes),
                       .not_before = beginning_of(day)},
                      operators));
    }
    return Done{};
}

Result<Done> change(const StaffChangeCommand& command, Streams streams) {
    constexpr std::size_t largest = 16u << 20;
    const std::string csv = TRY(read_file(command.file, largest));
    const std::vector<access::StaffChange> changes =
        TRY(access::read_staff_changes(csv, command.file.filename().string()));
    const OpenedStore opened = TRY(open_store(command.service));
    const TenantId tenant = *TenantId::parse(command.tenant);
    const access::Door door = opened.door(tenant);
    const std::vector<access::Account> staff = TRY(access::staff_of(door));
    const std::vector<access::Difference> differences = TRY(access::compare(staff, changes));
    if (!command.apply) {
        for (const access::Difference& one : differences)
            streams.out << one.change.login << '\t' << (one.words.empty() ? "変更なし" : one.words)
                        << '\t' << one.change.on << '\n';
        return Done{};
    }
    std::vector<access::StaffChange> due, later;
    const std::string now = today(opened.clock);
    for (const access::StaffChange& one : changes)
        (one.on <= now ? due : later).push_back(one);
    const access::YearlyRun run = TRY(access::apply(door, due, operators));
    TRY(put_later(opened, tenant, later));
    show(run.codes, streams);
    streams.out << "取り消しの番号 / undo: " << run.id << '\n';
    return Done{};
}

Result<Done> undo(const StaffUndoCommand& command, Streams streams) {
    const OpenedStore opened = TRY(open_store(command.service));
    const std::vector<access::OneTimeCode> codes =
        TRY(access::undo(opened.door(*TenantId::parse(command.tenant)), command.run, operators));
    show(codes, streams);
    return Done{};
}

jobs::Kinds kinds_for(const OpenedStore& opened, const TenantId& tenant) {
    return {{staff_changes,
             [door = opened.door(tenant)](const std::string& payload,
                                          jobs::Progress&) -> Result<std::string> {
                 const access::YearlyRun run =
                     TRY(access::apply(door, access::read_changes(payload), "system:jobs"));
                 return run.id;
             }}};
}

Result<Done> run_jobs(const JobsRunCommand& command, Streams streams) {
    const OpenedStore opened = TRY(open_store(command.service));
    const std::vector<TenantRecord> tenants = TRY(list_tenants(*opened.store));
    int count = 0;
    for (const TenantRecord& tenant : tenants) {
        if (tenant.state != TenantRecord::State::Active) continue;
        jobs::Queue queue(*opened.store, tenant.id, opened.clock);
        const jobs::Kinds kinds = kinds_for(opened, tenant.id);
        for (;;) {
            const bool did_one = TRY(jobs::do_one(queue, {}, kinds));
            if (!did_one) break;
            ++count;
        }
    }
    streams.out << count << "件を実行しました / " << count << " done\n";
    return Done{};
}

Result<Done> list_jobs(const JobsListCommand& command, Streams streams) {
    const OpenedStore opened = TRY(open_store(command.service));
    jobs::Queue queue(*opened.store, *TenantId::parse(command.tenant), opened.clock);
    const std::vector<jobs::Job> jobs = TRY(queue.list());
    for (const jobs::Job& job : jobs)
        streams.out << job.id << '\t' << job.kind << '\t' << jobs::word_of(job.state) << '\t'
                    << job.not_before << '\t' << job.outcome << '\n';
    return Done{};
}

int done_or_report(const Result<Done>& outcome, Streams streams) {
    if (outcome.ok()) return done;
    report(outcome.findings(), FindingsFormat::Lines, streams);
    return stopped;
}

}  // namespace

int run(const StaffChangeCommand& command, Streams streams) {
    return done_or_report(change(command, streams), streams);
}
int run(const StaffUndoCommand& command, Streams streams) {
    return done_or_report(undo(command, streams), streams);
}
int run(const JobsRunCommand& command, Streams streams) {
    return done_or_report(run_jobs(command, streams), streams);
}
int run(const JobsListCommand& command, Streams streams) {
    return done_or_report(list_jobs(command, streams), streams);
}

}  // namespace madoguchi::api::cli
