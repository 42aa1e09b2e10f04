#include "api/confined/sandbox.h"

#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <memory>

namespace madoguchi::api {

namespace {

/// What reading, computing and leaving needs, under glibc, mimalloc and the sanitizers.
constexpr int allowed[] = {
    SCMP_SYS(read),
    SCMP_SYS(write),
    SCMP_SYS(close),
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(futex),
    SCMP_SYS(sched_yield),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(getrandom),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(restart_syscall),
};

#if defined(__SANITIZE_ADDRESS__)
/// UBSan looks at the class of what it meets through a pipe of its own.
constexpr rlim_t most_files = 16;
bool allow_checks(scmp_filter_ctx filter) {
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(pipe2), 0) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(pipe), 0) == 0;
}
#else
constexpr rlim_t most_files = 0;
bool allow_checks(scmp_filter_ctx) {
    return true;
}
#endif

bool allow(scmp_filter_ctx filter) {
    for (const int call : allowed) {
        if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) != 0) return false;
    }
    // Memory, but none that can be run. (SCMP_A2 is a literal of C.)
    constexpr scmp_arg_cmp not_executable{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0};
    for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)}) {
        if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, not_executable) != 0) return false;
    }
    return true;
}

}  // namespace

bool enter_sandbox() {
    const rlimit files{most_files, most_files};
    if (::setrlimit(RLIMIT_NOFILE, &files) != 0 || ::prctl(PR_SET_DUMPABLE, 0) != 0 ||
        ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return false;
    const std::unique_ptr<void, decltype(&seccomp_release)> filter(
        seccomp_init(SCMP_ACT_KILL_PROCESS), seccomp_release);
    return filter != nullptr && allow(filter.get()) && allow_checks(filter.get()) &&
           seccomp_load(filter.get()) == 0;
}

}  // namespace madoguchi::api
