#include "api/http/descriptor_guard.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <mutex>
#include <thread>

namespace madoguchi::api::http {
namespace {

constexpr int first_number = 300;
constexpr unsigned numbers = 18'700;
constexpr rlim_t needed_limit = 20'000;

constexpr std::chrono::milliseconds pause_before_asking_again{1};

std::atomic<std::uint64_t> accepted{0};
// Of the process, as accept4() itself is.
std::mutex gate_mutex;
std::function<bool()> gate;

bool may_accept() {
    const std::lock_guard lock(gate_mutex);
    return !gate || gate();
}

int to_rotating_number(int descriptor) {
    const auto turn = static_cast<int>(accepted.load() % numbers);
    const int rotated = fcntl(descriptor, F_DUPFD_CLOEXEC, first_number + turn);
    if (rotated >= 0) ++accepted;
    const int error = errno;
    close(descriptor);
    errno = error;
    return rotated;
}

}  // namespace
}  // namespace madoguchi::api::http

/// Takes the C library's place for every caller in the process. A connection that cannot get a
/// rotating number is refused (EMFILE), never served under a number that may be in use again.
extern "C" int accept4(int listener, sockaddr* __restrict address, socklen_t* __restrict size,
                       int flags) {
    if (!madoguchi::api::http::may_accept()) {
        std::this_thread::sleep_for(madoguchi::api::http::pause_before_asking_again);
        errno = EAGAIN;  // Pistache polls and comes again
        return -1;
    }
    const long descriptor = syscall(SYS_accept4, listener, address, size, flags);
    if (descriptor < 0) return -1;
    return madoguchi::api::http::to_rotating_number(static_cast<int>(descriptor));
}

namespace madoguchi::api::http {

Result<Done> install_descriptor_guard() {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur < needed_limit) {
        limit.rlim_cur = needed_limit;
        if (limit.rlim_max < needed_limit) limit.rlim_max = needed_limit;
        if (setrlimit(RLIMIT_NOFILE, &limit) != 0) {
            return Diagnostic{
                .code = "http.descriptor-limit",
                .message = {"開けるファイル数の上限が足りないため、サービスを開始できません。",
                            "The limit of open files is too low; the service does not start."},
                .hints = {{"上限（LimitNOFILE、ulimit -n）を 20000 以上にしてください。",
                           "Raise the limit (LimitNOFILE, ulimit -n) to at least 20000."}}};
        }
    }
    // What dlsym finds in the global order is what Pistache's call is bound to.
    if (dlsym(RTLD_DEFAULT, "accept4") != reinterpret_cast<void*>(&::accept4)) {
        return Diagnostic{
            .code = "http.accept-guard",
            .message = {"接続番号の保護が組み込まれていないため、サービスを開始できません。",
                        "The guard of descriptor numbers is not linked in; the service does not "
                        "start."}};
    }
    return Done{};
}

void set_accept_gate(std::function<bool()> may_accept) {
    const std::lock_guard lock(gate_mutex);
    gate = std::move(may_accept);
}

std::uint64_t accepted_connections() {
    return accepted;
}

bool is_guarded_descriptor(int descriptor) {
    return descriptor >= first_number && descriptor < static_cast<int>(needed_limit);
}

}  // namespace madoguchi::api::http
