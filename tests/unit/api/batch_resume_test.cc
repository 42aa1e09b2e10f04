// Batches that stop half way: killed, out of room, damaged; and the same command again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <random>
#include <thread>

#include "tests/unit/api/cli_fixture.h"

namespace madoguchi::api::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

int from_environment(const char* name, int otherwise) {
    const char* value = std::getenv(name);
    return value ? std::atoi(value) : otherwise;
}

/// Some of whom cannot be printed, and some with a warning.
std::string people(int count) {
    const char* names[] = {"山田花子", "渡\u9089\U000e0102太郎", "\U00020BB7野家", "佐藤　一郎"};
    std::string lines;
    for (int i = 0; i < count; ++i) {
        lines += i % 500 == 7 ? "{}" : "{\"氏名\": \"" + std::string(names[i % 4]) + "\"}";
        lines += '\n';
    }
    return lines;
}

class UnfinishedBatch : public CommandLine {
  protected:
    void SetUp() override {
        CommandLine::SetUp();
        form_ = write("one.form.json", one_field_form("mark"));
        people_ = write("people.jsonl", people(3500));
    }

    /// The real program, so that it can be killed and limited; what it says on standard error.
    std::string run(const std::string& target, const std::string& more = "",
                    const std::string& before = "") const {
        const std::string command = before + " '" MADOGUCHI_PROGRAM "' batch --form '" + form_ +
                                    "' --data '" + people_ + "' " + target + ' ' + more + " 2>'" +
                                    place("said") + "'";
        status_ = std::system(("cd '" + directory.string() + "'; " + command).c_str());
        std::string said = read(place("said"));
        fs::remove(place("said"));
        return said;
    }
    bool succeeded() const { return WIFEXITED(status_) && WEXITSTATUS(status_) == 0; }

    /// Stops behind two chapters: the file may not grow further.
    std::string run_out_of_room(const std::string& more = "") const {
        return run("--output all.pdf", more, "ulimit -f 1600;");
    }
    std::string undisturbed() const {
        run("--output whole.pdf");
        EXPECT_TRUE(succeeded());
        std::string whole = read(place("whole.pdf"));
        fs::remove(place("whole.pdf"));
        return whole;
    }

    std::string form_, people_;
    mutable int status_ = 0;
};

TEST_F(UnfinishedBatch, GoesOnWhereItRanOutOfRoom) {
    const std::string whole = undisturbed();
    const std::string said = run_out_of_room();
    EXPECT_FALSE(succeeded());
    EXPECT_THAT(said, HasSubstr("output.write"));
    EXPECT_THAT(said, HasSubstr("続きから印字します"));
    EXPECT_THAT(files(), ElementsAre("all.pdf.unfinished", "all.pdf.unfinished.journal",
                                     "one.form.json", "people.jsonl"));
    const std::string more = run("--output all.pdf", "--findings found.jsonl");
    EXPECT_TRUE(succeeded());
    EXPECT_THAT(more, HasSubstr("前回の続きです。"));
    EXPECT_THAT(more, HasSubstr("3493 printed, 7 refused"));
    EXPECT_TRUE(read(place("all.pdf")) == whole);
    // What was found before it stopped is said too.
    EXPECT_THAT(more, HasSubstr("people.jsonl:8:"));
    EXPECT_THAT(read(place("found.jsonl")), HasSubstr("\"line\":8,"));
    EXPECT_THAT(files(), ElementsAre("all.pdf", "found.jsonl", "one.form.json", "people.jsonl"));
}

TEST_F(UnfinishedBatch, IsForItsOwnerAlone) {
    run_out_of_room();
    for (const char* name : {"all.pdf.unfinished", "all.pdf.unfinished.journal"}) {
        struct stat state {};
        ASSERT_EQ(::stat(place(name).c_str(), &state), 0);
        EXPECT_EQ(state.st_mode & 0777U, 0600U) << name;
    }
    const mode_t mask = ::umask(0);
    ::umask(mask);
    run("--output all.pdf");
    struct stat state {};
    ASSERT_EQ(::stat(place("all.pdf").c_str(), &state), 0);
    EXPECT_EQ(state.st_mode & 0777U, 0666U & ~mask);
}

TEST_F(UnfinishedBatch, OfOtherDataIsNotGoneOnWith) {
    run_out_of_room();
    const std::string kept = read(place("all.pdf.unfinished"));
    std::ofstream(people_, std::ios::app) << "{\"氏名\": \"別人\"}\n";
    const std::string said = run("--output all.pdf");
    EXPECT_FALSE(succeeded());
    EXPECT_THAT(said, HasSubstr("batch.unfinished-differs"));
    EXPECT_THAT(said, HasSubstr("--restart"));
    EXPECT_TRUE(read(place("all.pdf.unfinished")) == kept);
    EXPECT_THAT(run("--output all.pdf", "--restart"), HasSubstr("3494 printed"));
    EXPECT_TRUE(succeeded());
    EXPECT_THAT(files(), ElementsAre("all.pdf", "one.form.json", "people.jsonl"));
}

TEST_F(UnfinishedBatch, OfOtherOptionsIsNotGoneOnWith) {
    run_out_of_room();
    EXPECT_THAT(run("--output all.pdf", "--issued-at 2026-04-01T09:30:00+09:00"),
                HasSubstr("batch.unfinished-differs"));
    EXPECT_THAT(run("--output all.pdf", "--threads 2"), HasSubstr("前回の続きです"));
}

TEST_F(UnfinishedBatch, FallsBackToWhatIsWhole) {
    const std::string whole = undisturbed();
    run_out_of_room();
    const std::string part = place("all.pdf.unfinished"), journal = part + ".journal";
    const std::string good_part = read(part), good_journal = read(journal);
    const auto go_on_with = [&](const std::string& part_bytes, const std::string& journal_bytes) {
        std::ofstream(part, std::ios::binary) << part_bytes;
        std::ofstream(journal, std::ios::binary) << journal_bytes;
        const std::string said = run("--output all.pdf");
        EXPECT_TRUE(succeeded()) << said;
        EXPECT_TRUE(read(place("all.pdf")) == whole) << said;
        fs::remove(place("all.pdf"));
        return said;
    };
    EXPECT_THAT(go_on_with(good_part, good_journal), HasSubstr("2000件は済んでいます"));
    // A torn last line, and a damaged one.
    EXPECT_THAT(go_on_with(good_part, good_journal.substr(0, good_journal.size() - 5)),
                HasSubstr("1000件は済んでいます"));
    std::string damaged = good_journal;
    damaged[damaged.size() - 40] ^= 1;
    EXPECT_THAT(go_on_with(good_part, damaged), HasSubstr("1000件は済んでいます"));
    // A byte of the first chapter, and a file that is shorter than the journal says.
    std::string spoilt = good_part;
    spoilt[1000] ^= 1;
    EXPECT_THAT(go_on_with(spoilt, good_journal), Not(HasSubstr("前回の続きです")));
    EXPECT_THAT(go_on_with(good_part.substr(0, good_part.size() / 2), good_journal),
                HasSubstr("1000件は済んでいます"));
    EXPECT_THAT(go_on_with("", good_journal), Not(HasSubstr("前回の続きです")));
    EXPECT_THAT(go_on_with(good_part, ""), Not(HasSubstr("前回の続きです")));
    EXPECT_THAT(go_on_with(good_part, "nonsense\n"), Not(HasSubstr("前回の続きです")));
}

TEST_F(UnfinishedBatch, IsLeftToTheProcessThatMakesIt) {
    run_out_of_room();
    const std::string journal = place("all.pdf.unfinished.journal");
    const int held = ::open(journal.c_str(), O_RDONLY | O_CLOEXEC);
    ASSERT_EQ(::flock(held, LOCK_EX), 0);
    EXPECT_THAT(run("--output all.pdf"), HasSubstr("batch.already-running"));
    EXPECT_THAT(run("--output all.pdf", "--restart"), HasSubstr("batch.already-running"));
    ::close(held);
    EXPECT_THAT(run("--output all.pdf"), HasSubstr("前回の続きです"));
}

TEST_F(UnfinishedBatch, IsNothingBeforeItsFirstChapterEnds) {
    people_ = write("people.jsonl", people(900));
    run("--output all.pdf", "", "ulimit -f 100;");
    EXPECT_FALSE(succeeded());
    EXPECT_THAT(files(), ElementsAre("one.form.json", "people.jsonl"));
}

TEST_F(UnfinishedBatch, KilledAtAnyMomentGoesOn) {
    people_ = write("people.jsonl", people(from_environment("MADOGUCHI_KILL_PEOPLE", 6000)));
    const auto start = std::chrono::steady_clock::now();
    const std::string whole = undisturbed();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::mt19937 random(static_cast<unsigned>(::getpid()));
    for (int i = 0; i < from_environment("MADOGUCHI_KILLS", 4); ++i) {
        const double share = std::uniform_real_distribution<double>(0, 1)(random);
        const std::string moment = std::to_string(took.count() * share);
        run("--output all.pdf", "", "timeout -s KILL " + moment);
        fs::remove(place("all.pdf"));  // when it was faster
        const std::string said = run("--output all.pdf");
        EXPECT_TRUE(succeeded()) << said;
        EXPECT_TRUE(read(place("all.pdf")) == whole) << "killed after " << moment << " s: " << said;
        EXPECT_THAT(files(), ElementsAre("all.pdf", "one.form.json", "people.jsonl"));
        fs::remove(place("all.pdf"));
    }
}

TEST_F(UnfinishedBatch, InAFolderPrintsWhatIsMissing) {
    people_ = write("people.jsonl", people(400));
    const auto start = std::chrono::steady_clock::now();
    run("--output-dir whole");
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    ASSERT_TRUE(succeeded());
    // Killed somewhere amidst, however fast this machine is at the moment.
    bool goes_on = false;
    for (int i = 0; i < 200 && !goes_on; ++i) {
        fs::remove_all(place("each"));
        const std::string moment = std::to_string(took.count() * (0.2 + 0.04 * (i % 20)));
        run("--output-dir each", "", "timeout -s KILL " + moment);
        if (succeeded()) continue;
        const std::string said = run("--output-dir each");
        goes_on = said.find("going on where it stopped") != std::string::npos;
    }
    ASSERT_TRUE(goes_on && succeeded());
    fs::rename(place("each"), place("done"));
    EXPECT_FALSE(fs::exists(place("done/batch.unfinished.journal")));
    std::size_t compared = 0;
    for (const auto& file : fs::directory_iterator(place("whole"))) {
        const std::string name = file.path().filename().string();
        EXPECT_TRUE(read(file.path()) == read(place("done/" + name))) << name;
        ++compared;
    }
    EXPECT_EQ(compared, 399U);
}

TEST_F(UnfinishedBatch, InAFolderKeepsWhatIsThere) {
    people_ = write("people.jsonl", people(20));
    const std::string limited = run("--output-dir each", "", "ulimit -f 1;");
    EXPECT_THAT(limited, HasSubstr("output.write"));
    // All people are through, printed or not: the run is over.
    EXPECT_FALSE(fs::exists(place("each/batch.unfinished.journal")));
    EXPECT_THAT(run("--output-dir each"), Not(HasSubstr("output.older-files")));
    EXPECT_TRUE(succeeded());
    EXPECT_THAT(run("--output-dir each"), HasSubstr("output.older-files"));
}

}  // namespace
}  // namespace madoguchi::api::cli
