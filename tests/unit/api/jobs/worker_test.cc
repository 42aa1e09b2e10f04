#include "api/jobs/worker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>

#include "api/store/failure.h"
#include "tests/unit/api/jobs/queue_fixture.h"

namespace madoguchi::api::jobs {
namespace {

class WorkerTest : public QueueTest {
  protected:
    bool work() {
        const auto outcome = do_one(*queue_, calendar_, kinds_, 5ms);
        EXPECT_EQ(code_of(outcome), "");
        return outcome.ok() && *outcome;
    }

    Kinds kinds_ = {
        {"print",
         [](const std::string& payload, Progress& progress) -> Result<std::string> {
             EXPECT_TRUE(progress.tell(1, 2));
             return "printed " + std::to_string(payload.size());
         }},
        {"refuse",
         [](const std::string&, Progress&) -> Result<std::string> {
             return store::store_failure("test.refused", {"見本", "x"});
         }},
        {"throw",
         [](const std::string&, Progress&) -> Result<std::string> {
             throw std::runtime_error("見本");
         }},
    };
};

INSTANTIATE_TEST_SUITE_P(Engines, WorkerTest, testing::Values("sqlite", "postgresql"),
                         [](const auto& info) { return info.param; });

TEST_P(WorkerTest, DoesWhatIsThere) {
    EXPECT_FALSE(work());
    const std::string id = put("print");
    EXPECT_TRUE(work());
    EXPECT_EQ(job(id).state, Job::State::Done);
    EXPECT_THAT(job(id).outcome, testing::StartsWith("printed "));
    EXPECT_EQ(job(id).done, 1);
    EXPECT_FALSE(work());
}

TEST_P(WorkerTest, AFindingAnExceptionAndAnUnknownKindAreFailures) {
    const std::string refused = put("refuse"), thrown = put("throw"), unknown = put("magic");
    EXPECT_TRUE(work());
    EXPECT_TRUE(work());
    EXPECT_TRUE(work());
    EXPECT_FALSE(work());
    EXPECT_EQ(job(refused).outcome, "test.refused");
    EXPECT_EQ(job(thrown).outcome, "jobs.exception");
    EXPECT_EQ(job(unknown).outcome, "jobs.unknown-kind");
    EXPECT_EQ(job(refused).state, Job::State::Waiting);
}

TEST_P(WorkerTest, KeepsTheLeaseOfSilentWork) {
    kinds_["slow"] = [&](const std::string&, Progress&) -> Result<std::string> {
        const std::string before = job(queue_->list().value().front().id).lease_until;
        now_ += 50s;
        for (int i = 0; i < 400; ++i) {
            if (job(queue_->list().value().front().id).lease_until > before)
                return std::string("kept");
            std::this_thread::sleep_for(5ms);
        }
        return std::string("not renewed");
    };
    const std::string id = put("slow");
    EXPECT_TRUE(work());
    EXPECT_EQ(job(id).outcome, "kept");
}

TEST_P(WorkerTest, StopsWhenItIsCancelled) {
    bool went_on = true;
    kinds_["long"] = [&](const std::string&, Progress& progress) -> Result<std::string> {
        EXPECT_TRUE(progress.tell(1, 100));
        EXPECT_EQ(code_of(queue_->cancel(queue_->list().value().front().id, "account:17")), "");
        went_on = progress.tell(2, 100);
        return std::string("stopped");
    };
    const std::string id = put("long");
    EXPECT_TRUE(work());
    EXPECT_FALSE(went_on);
    EXPECT_EQ(job(id).state, Job::State::Cancelled);
    EXPECT_EQ(job(id).outcome, "");
}

}  // namespace
}  // namespace madoguchi::api::jobs
