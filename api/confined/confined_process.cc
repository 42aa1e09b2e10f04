#include "api/confined/confined_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

namespace madoguchi::api {

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;  // the shadow alone is many terabytes of address space
#elif defined(__has_feature)
constexpr bool sanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool sanitized = false;
#endif

class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    int number() const { return number_; }
    bool open() const { return number_ >= 0; }

  private:
    int number_;
};

/// The input as a file without a name that nobody can write to any more: no pipe has to be fed.
Descriptor sealed_file(std::string_view content) {
    Descriptor file(::memfd_create("input", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    while (file.open() && !content.empty()) {
        const ssize_t written = ::write(file.number(), content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return Descriptor();
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    if (!file.open() || ::lseek(file.number(), 0, SEEK_SET) != 0 ||
        ::fcntl(file.number(), F_ADD_SEALS,
                F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL) != 0)
        return Descriptor();
    return file;
}

/// What the child needs, made before the fork: behind it nothing may be allocated.
struct Start {
    std::vector<char*> words;
    std::array<char*, 3> environment;
    int input, output, errors;
    const ConfinementLimits& limits;
};

bool limit(__rlimit_resource what, rlim_t most) {
    const rlimit both{most, most};
    return ::setrlimit(what, &both) == 0;
}

bool confine(const Start& start) {
    return ::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 &&
           ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           limit(RLIMIT_CPU, start.limits.cpu_seconds) && limit(RLIMIT_FSIZE, 0) &&
           limit(RLIMIT_CORE, 0) && limit(RLIMIT_NOFILE, 32) &&
           (sanitized || limit(RLIMIT_AS, start.limits.memory));
}

[[noreturn]] void become(const Start& start) {
    const bool placed = ::dup2(start.input, STDIN_FILENO) >= 0 &&
                        ::dup2(start.output, STDOUT_FILENO) >= 0 &&
                        ::dup2(start.errors, STDERR_FILENO) >= 0;
    if (placed && ::close_range(STDERR_FILENO + 1, ~0U, 0) == 0 && confine(start))
        ::execve(start.words[0], start.words.data(), start.environment.data());
    ::_exit(127);
}

using Clock = std::chrono::steady_clock;

/// A child that is waited for whatever happens.
class Child {
  public:
    explicit Child(pid_t id) : id_(id) {}
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (status_) return;
        ::kill(id_, SIGKILL);
        while (::waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    std::optional<int> status() {
        int raw = 0;
        if (!status_ && ::waitpid(id_, &raw, WNOHANG) == id_) status_ = raw;
        return status_;
    }

  private:
    pid_t id_;
    std::optional<int> status_;
};

enum class Flow { Open, Ended, TooMuch };

/// Takes what is there now.
Flow take(int from, std::string& output, std::size_t most) {
    std::array<char, 65536> piece;
    while (true) {
        const ssize_t size = ::read(from, piece.data(), piece.size());
        if (size == 0) return Flow::Ended;
        if (size < 0) return errno == EAGAIN || errno == EINTR ? Flow::Open : Flow::Ended;
        if (output.size() + static_cast<std::size_t>(size) > most) return Flow::TooMuch;
        output.append(piece.data(), static_cast<std::size_t>(size));
    }
}

ConfinedEnd ended(int status, std::string output) {
    if (WIFSIGNALED(status)) return {ConfinedEnd::How::Killed, WTERMSIG(status), {}};
    return {ConfinedEnd::How::Left, WEXITSTATUS(status), std::move(output)};
}

ConfinedEnd follow(Child& child, int from, const ConfinementLimits& limits) {
    std::string output;
    Flow flow = Flow::Open;
    for (const auto deadline = Clock::now() + limits.time; Clock::now() < deadline;) {
        // Looked at before the rest of the output: what it wrote is then all there.
        const std::optional<int> status = child.status();
        if (flow == Flow::Open) flow = take(from, output, limits.output);
        if (flow == Flow::TooMuch) return {ConfinedEnd::How::TooMuch, 0, {}};
        if (status) return ended(*status, std::move(output));
        // The end of its output is no end of the process, and nothing tells of that: look again.
        pollfd wait{flow == Flow::Open ? from : -1, POLLIN, 0};
        ::poll(&wait, 1, 10);
    }
    return {ConfinedEnd::How::TooLate, 0, {}};
}

}  // namespace

ConfinedEnd run_confined(const Program& program, std::string_view input,
                         const ConfinementLimits& limits) {
    const Descriptor file = sealed_file(input);
    const Descriptor nowhere(::open("/dev/null", O_WRONLY | O_CLOEXEC));
    std::array<int, 2> ends{-1, -1};
    if (!file.open() || !nowhere.open() || ::pipe2(ends.data(), O_CLOEXEC) != 0) return {};
    const Descriptor from(ends[0]);
    Descriptor to(ends[1]);
    if (::fcntl(from.number(), F_SETFL, O_NONBLOCK) != 0) return {};

    std::string path = program.path, search = "PATH=/usr/bin:/bin", locale = "LC_ALL=C";
    std::vector<std::string> words = program.words;
    Start start{.words = {path.data()},
                .environment = {search.data(), locale.data(), nullptr},
                .input = file.number(),
                .output = to.number(),
                .errors = nowhere.number(),
                .limits = limits};
    for (std::string& word : words)
        start.words.push_back(word.data());
    start.words.push_back(nullptr);

    const pid_t id = ::fork();
    if (id < 0) return {};
    if (id == 0) become(start);
    Child child(id);
    to = Descriptor();  // else the output would never end
    ConfinedEnd end = follow(child, from.number(), limits);
    if (end.how == ConfinedEnd::How::Left && end.code == 127) return {};
    return end;
}

}  // namespace madoguchi::api
