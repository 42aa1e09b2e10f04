// A batch that is killed at any moment leaves the old file whole or the new one, and nothing else.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/process.h"

namespace madoguchi::tests {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using Words = std::vector<std::string>;
using Contents = std::map<std::string, std::string>;

constexpr int people = 100;

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Contents contents_of(const fs::path& folder) {
    Contents contents;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        contents[entry.path().filename().string()] = text_of(entry.path());
    return contents;
}

/// A folder on a file system that knows files without names, as nearly all do; memory always does.
fs::path make_folder() {
    for (const fs::path& place : {fs::temp_directory_path(), fs::path("/dev/shm")}) {
        const int probe = ::open(place.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
        if (probe < 0) continue;
        ::close(probe);
        std::string name = (place / "madoguchi-kill-XXXXXX").string();
        return ::mkdtemp(name.data());
    }
    return {};
}

class KilledBatch : public testing::Test {
  protected:
    void SetUp() override {
        ASSERT_EQ(::prctl(PR_SET_CHILD_SUBREAPER, 1), 0);
        folder = make_folder();
        ASSERT_FALSE(folder.empty());
        std::ofstream data(folder / "people.csv");
        data << "氏名\n";
        for (int i = 0; i < people; ++i)
            data << "見本" << i << "\n";
        std::ofstream(folder / "form.json") << R"({"formatVersion": 1, "id": "one", "version": "1",
            "title": "氏名だけ", "fields": [{"name": "氏名", "type": "text"}],
            "pages": [{"id": "front", "size": "A6", "elements": [{"id": "name", "kind": "text",
              "frame": {"x": 5, "y": 5, "width": 60, "height": 10}, "text": "{{氏名}}"}]}]})";
        fs::create_directory(out());
    }
    void TearDown() override { fs::remove_all(folder); }

    fs::path out() const { return folder / "out"; }
    Words together() const { return command({"--output", (out() / "all.pdf").string()}); }
    Words apart() const { return command({"--output-dir", out().string(), "--threads", "2"}); }

    /// Signal 0 lets it run to its end.
    std::optional<int> run(const Words& words, int signal, Clock::duration after,
                           rlim_t largest_file = RLIM_INFINITY) const {
        Process batch(words, [&] {
            const int null = ::open("/dev/null", O_RDWR);
            ::dup2(null, STDOUT_FILENO);
            ::dup2(null, STDERR_FILENO);
            const rlimit limit{largest_file, largest_file};
            ::setrlimit(RLIMIT_FSIZE, &limit);
        });
        if (signal != 0) {
            std::this_thread::sleep_for(after);
            batch.send(signal);
        }
        const std::optional<int> status = batch.wait();
        // What it has begun in a child is ours to wait for.
        while (::wait(nullptr) > 0) {
        }
        return status;
    }

    /// The shortest of three runs: the first one finds nothing in the system's caches.
    Clock::duration time_of(const Words& words) const {
        Clock::duration shortest = Clock::duration::max();
        for (int i = 0; i < 3; ++i) {
            fs::remove_all(out());
            fs::create_directory(out());
            const auto start = Clock::now();
            EXPECT_EQ(run(words, 0, {}), 0);
            shortest = std::min<Clock::duration>(shortest, Clock::now() - start);
        }
        return shortest;
    }

    /// Anywhere in a run, every second time towards its end, where files get their names.
    Clock::duration moment(Clock::duration whole, int index) {
        std::uniform_real_distribution<double> part(index % 2 == 0 ? 0.0 : 0.8, 1.0);
        return std::chrono::duration_cast<Clock::duration>(whole * part(random));
    }

    fs::path folder;
    std::mt19937 random{std::random_device()()};

  private:
    Words command(const Words& target) const {
        Words words = {MADOGUCHI_PROGRAM, "batch",
                       "--form",          (folder / "form.json").string(),
                       "--data",          (folder / "people.csv").string()};
        words.insert(words.end(), target.begin(), target.end());
        return words;
    }
};

TEST_F(KilledBatch, LeavesTheOldFileOrTheNewOneAndNothingElse) {
    const Clock::duration whole = time_of(together());
    const Contents finished = contents_of(out());
    ASSERT_EQ(finished.size(), 1u);
    const std::vector<Contents> befores = {{}, {{"all.pdf", "the old file"}}};
    const std::vector<int> signals = {SIGKILL, SIGTERM, SIGHUP};
    int killed = 0;
    for (int i = 0; killed < 40; ++i) {
        ASSERT_LT(i, 1000) << "hardly ever killed";
        const Contents& before = befores[static_cast<std::size_t>(i / 2) % befores.size()];
        const int signal = signals[static_cast<std::size_t>(i) % signals.size()];
        fs::remove_all(out());
        fs::create_directory(out());
        for (const auto& [name, text] : before)
            std::ofstream(out() / name) << text;
        const Clock::duration after = moment(whole, i);
        const std::optional<int> status = run(together(), signal, after);
        const Contents left = contents_of(out());
        if (status == 128 + signal) ++killed;
        EXPECT_TRUE(left == finished || (status != 0 && left == before))
            << "signal " << signal << " after " << after.count() << " ns left " << left.size()
            << " files";
    }
}

TEST_F(KilledBatch, LeavesWholeFilesOfSomePeople) {
    const Clock::duration whole = time_of(apart());
    const Contents finished = contents_of(out());
    ASSERT_EQ(finished.size(), std::size_t{people});
    int amidst = 0;
    for (int i = 0; amidst < 6; ++i) {
        ASSERT_LT(i, 200) << "hardly ever killed amidst the files";
        fs::remove_all(out());
        fs::create_directory(out());
        run(apart(), i % 2 == 0 ? SIGKILL : SIGTERM, moment(whole, i));
        Contents left = contents_of(out());
        left.erase("batch.unfinished.journal");  // says that the folder is not complete
        if (!left.empty() && left.size() < finished.size()) ++amidst;
        for (const auto& [name, text] : left) {
            const auto same = finished.find(name);
            EXPECT_TRUE(same != finished.end() && same->second == text) << name;
        }
    }
}

TEST_F(KilledBatch, ALimitOfTheFilesSizeIsAFindingAndLeavesNothing) {
    EXPECT_EQ(run(together(), 0, {}, 5000), 1);
    EXPECT_EQ(contents_of(out()), Contents());
    EXPECT_EQ(run(apart(), 0, {}, 1000), 1);
    EXPECT_EQ(contents_of(out()), Contents());
}

}  // namespace
}  // namespace madoguchi::tests
