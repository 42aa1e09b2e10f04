// A tenant's queue on either engine, with a clock that the test sets.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "api/jobs/queue.h"
#include "api/store/audit_table.h"
#include "api/store/settings.h"
#include "tests/support/store_on_disk.h"

namespace madoguchi::api::jobs {

using namespace std::chrono_literals;

/// The parameter is the engine's name.
class QueueTest : public testing::TestWithParam<std::string> {
  protected:
    void SetUp() override { open(); }

    void open() {
        queue_.reset();
        store_.reset();
        const auto settings = store::read_store_settings(disk_.service_file()).value();
        auto opened = store::Store::open(settings, clock_);
        ASSERT_TRUE(opened.ok()) << to_line(opened.findings().front());
        store_ = std::move(opened).value();
        queue_.emplace(*store_, tests::StoreOnDisk::minato(), clock_);
    }

    template <typename T>
    static std::string code_of(const Result<T>& outcome) {
        return outcome.ok() ? "" : outcome.findings().front().code;
    }

    std::string put(const std::string& kind, int priority = 0,
                    Job::Window window = Job::Window::Any) {
        now_ += 1ms;
        const auto id = queue_->put({.kind = kind,
                                     .payload = R"({"people": "見本"})",
                                     .window = window,
                                     .priority = priority},
                                    "account:17");
        EXPECT_EQ(code_of(id), "");
        return id.ok() ? *id : "";
    }
    std::optional<Job> take() { return queue_->take(calendar_).value(); }
    std::string taken_kind() {
        const std::optional<Job> job = take();
        return job ? job->kind : "";
    }
    Job job(const std::string& id) {
        const std::vector<Job> jobs = queue_->list().value();
        for (const Job& one : jobs) {
            if (one.id == id) return one;
        }
        ADD_FAILURE() << id;
        return {};
    }
    std::vector<std::string> actions() {
        std::vector<std::string> found;
        EXPECT_TRUE(store_
                        ->read(tests::StoreOnDisk::minato(),
                               [&](store::Transaction& transaction) {
                                   store::AuditTable table(transaction.session);
                                   return table.each(
                                       1, [&](const audit::KeptEntry& entry) -> Result<Done> {
                                           found.push_back(entry.action);
                                           return Done{};
                                       });
                               })
                        .ok());
        return found;
    }

    const tests::StoreOnDisk disk_{GetParam()};
    /// 2026-04-01, Wednesday, 10:00 in Japan.
    Instant now_{std::chrono::sys_days{std::chrono::year{2026} / 4 / 1} + 1h};
    const Clock clock_ = [this] { return now_; };
    Calendar calendar_;
    std::unique_ptr<store::Store> store_;
    std::optional<Queue> queue_;
};

}  // namespace madoguchi::api::jobs
