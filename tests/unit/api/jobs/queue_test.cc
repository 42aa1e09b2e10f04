// The queue on both engines.
#include "api/jobs/queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <mutex>
#include <set>
#include <thread>

#include "api/store/failure.h"
#include "tests/unit/api/jobs/queue_fixture.h"

namespace madoguchi::api::jobs {
namespace {

using testing::ElementsAre;

INSTANTIATE_TEST_SUITE_P(Engines, QueueTest, testing::Values("sqlite", "postgresql"),
                         [](const auto& info) { return info.param; });

TEST_P(QueueTest, DoesEachJobOnce) {
    const std::string id = put("print");
    const std::optional<Job> mine = take();
    ASSERT_TRUE(mine);
    EXPECT_EQ(mine->id, id);
    EXPECT_EQ(mine->payload, R"({"people": "見本"})");
    EXPECT_FALSE(take());
    EXPECT_EQ(code_of(queue_->finish(*mine, "printed")), "");
    EXPECT_FALSE(take());
    EXPECT_EQ(job(id).state, Job::State::Done);
    EXPECT_EQ(job(id).outcome, "printed");
    EXPECT_THAT(actions(), ElementsAre("job.put", "job.done"));
}

TEST_P(QueueTest, TakesTheUrgentFirstAndThenTheOldest) {
    put("old");
    put("urgent", 5);
    put("young");
    EXPECT_EQ(taken_kind(), "urgent");
    EXPECT_EQ(taken_kind(), "old");
    EXPECT_EQ(taken_kind(), "young");
    EXPECT_EQ(taken_kind(), "");
}

TEST_P(QueueTest, WaitsForItsTime) {
    const auto id = queue_->put({.kind = "later", .not_before = to_text(now_ + 1h)}, "account:17");
    ASSERT_TRUE(id.ok());
    EXPECT_EQ(taken_kind(), "");
    now_ += 1h;
    EXPECT_EQ(taken_kind(), "later");
}

TEST_P(QueueTest, WaitsUntilTheCounterIsClosed) {
    put("export", 9, Job::Window::Closed);
    put("print");
    EXPECT_EQ(taken_kind(), "print");
    EXPECT_EQ(taken_kind(), "");
    now_ += 8h;  // 18:00
    EXPECT_EQ(taken_kind(), "export");
}

TEST_P(QueueTest, GoesToAnotherWhenItsWorkerIsKilled) {
    const std::string id = put("print");
    const Job dead_workers = *take();
    open();
    now_ += 59s;
    EXPECT_FALSE(take());
    now_ += 2s;
    const std::optional<Job> again = take();
    ASSERT_TRUE(again);
    EXPECT_EQ(again->id, id);
    EXPECT_EQ(again->attempts, 2);
    EXPECT_EQ(code_of(queue_->finish(dead_workers, "x")), "jobs.lost");
    EXPECT_EQ(code_of(queue_->finish(*again, "printed")), "");
}

TEST_P(QueueTest, KeepsItsLeaseWhileItGetsOn) {
    const std::string id = put("print");
    Job mine = *take();
    for (int i = 1; i <= 5; ++i) {
        now_ += 50s;
        mine = queue_->renew(mine, i * 10, 50).value();
        EXPECT_FALSE(take());
    }
    EXPECT_EQ(job(id).done, 50);
    EXPECT_EQ(job(id).total, 50);
    EXPECT_EQ(code_of(queue_->finish(mine, "")), "");
}

TEST_P(QueueTest, TriesAgainLaterAndGivesUp) {
    const std::string id = put("print");
    std::chrono::minutes wait{1};
    for (int attempt = 1; attempt < 5; ++attempt, wait *= 2) {
        const std::optional<Job> mine = take();
        ASSERT_TRUE(mine) << attempt;
        EXPECT_EQ(mine->attempts, attempt);
        EXPECT_EQ(code_of(queue_->fail(*mine, "output.full")), "");
        now_ += wait - 1s;
        EXPECT_FALSE(take());
        now_ += 1s;
    }
    EXPECT_EQ(code_of(queue_->fail(*take(), "output.full")), "");
    EXPECT_EQ(job(id).state, Job::State::Dead);
    EXPECT_EQ(job(id).outcome, "output.full");
    now_ += 24h;
    EXPECT_FALSE(take());
    EXPECT_THAT(actions(), ElementsAre("job.put", "job.dead"));
    EXPECT_EQ(code_of(queue_->retry(id, "account:17")), "");
    EXPECT_EQ(take()->attempts, 1);
    EXPECT_EQ(code_of(queue_->retry(id, "account:17")), "jobs.over");
}

TEST_P(QueueTest, GivesUpOnAJobThatKillsItsWorkers) {
    const std::string id = put("bomb");
    for (int attempt = 0; attempt < 5; ++attempt) {
        ASSERT_TRUE(take());
        now_ += 61s;
    }
    put("print");
    EXPECT_EQ(taken_kind(), "print");
    EXPECT_EQ(job(id).state, Job::State::Dead);
    EXPECT_EQ(job(id).outcome, "jobs.worker-ended");
}

TEST_P(QueueTest, MayBeCancelledWaitingOrRunning) {
    const std::string waiting = put("print"), running = put("print");
    EXPECT_EQ(code_of(queue_->cancel(waiting, "account:17")), "");
    const Job mine = *take();
    EXPECT_EQ(mine.id, running);
    EXPECT_EQ(code_of(queue_->cancel(running, "account:17")), "");
    EXPECT_EQ(code_of(queue_->renew(mine, 1, 2)), "jobs.lost");
    EXPECT_EQ(code_of(queue_->finish(mine, "")), "jobs.lost");
    EXPECT_EQ(code_of(queue_->cancel(running, "account:17")), "jobs.over");
    EXPECT_EQ(code_of(queue_->cancel("nothing", "account:17")), "jobs.unknown");
    EXPECT_FALSE(take());
}

TEST_P(QueueTest, IsPutInWithWhatItFollowsFrom) {
    const auto outcome = store_->write(
        tests::StoreOnDisk::minato(), [&](store::Transaction& transaction) -> Result<Done> {
            TRY(queue_->put(transaction, {.kind = "print"}, "account:17"));
            return store::store_failure("test.changed-my-mind", {});
        });
    EXPECT_EQ(code_of(outcome), "test.changed-my-mind");
    EXPECT_TRUE(queue_->list().value().empty());
}

TEST_P(QueueTest, ManyWorkersNeverTakeTheSame) {
    for (int i = 0; i < 60; ++i)
        put("print");
    std::mutex mutex;
    std::multiset<std::string> ids;
    std::vector<std::thread> workers;
    for (int i = 0; i < 6; ++i) {
        workers.emplace_back([&] {
            while (const auto mine = queue_->take(calendar_).value()) {
                EXPECT_EQ(code_of(queue_->finish(*mine, "")), "");
                const std::lock_guard lock(mutex);
                ids.insert(mine->id);
            }
        });
    }
    for (std::thread& worker : workers)
        worker.join();
    EXPECT_EQ(ids.size(), 60u);
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 60u);
}

TEST_P(QueueTest, DoesNotRunWhatWasChangedBehindItsBack) {
    put("print");
    ASSERT_TRUE(store_
                    ->write(tests::StoreOnDisk::minato(),
                            [](store::Transaction& transaction) -> Result<Done> {
                                transaction.session.sql << "update job set priority = 7";
                                return Done{};
                            })
                    .ok());
    EXPECT_EQ(code_of(queue_->take(calendar_)), "store.damaged");
}

}  // namespace
}  // namespace madoguchi::api::jobs
