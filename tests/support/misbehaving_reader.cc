// A reader of gaiji that was taken over by what it read: misbehaving_reader WORD
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <string_view>

#include "api/confined/sandbox.h"

namespace {

void say(std::string_view text) {
    while (!text.empty()) {
        const ssize_t size = ::write(STDOUT_FILENO, text.data(), text.size());
        if (size <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(size));
    }
}

constexpr std::string_view good = "madoguchi-gaiji 1\nglyph E000 1000 M0 0L9 0L9 9Z\nend\n";

/// What the sandbox kills for. The answer behind it is good: only the kill may stop it.
bool escape(std::string_view how) {
    if (how == "open") {
        ::open("/etc/hostname", O_RDONLY);
    } else if (how == "socket") {
        ::socket(AF_INET, SOCK_STREAM, 0);
    } else if (how == "fork") {
        if (::fork() == 0) ::_exit(0);
    } else if (how == "exec") {
        ::execl("/bin/true", "true", nullptr);
    } else if (how == "code") {
        ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1,
               0);
    } else if (how == "signal") {
        ::kill(::getppid(), 0);
    } else {
        return false;
    }
    return true;
}

/// What it can do all the same.
void misbehave(std::string_view how) {
    if (how == "crash") std::abort();
    if (how == "hang") {
        for (;;)
            ::sched_yield();
    }
    if (how == "leave") ::_exit(3);
    if (how == "silence") ::_exit(0);
    if (how == "half") say(good.substr(0, good.size() - 4));
    if (how == "nonsense") say("I have read everything and it is fine\n");
    if (how == "flood") {
        const std::string much(1 << 16, 'x');
        for (;;)
            say(much);
    }
}

/// Not confined by itself: what the caller's limits are worth.
bool measure(std::string_view what) {
    rlimit limit{};
    if (what == "environment") {
        say(std::getenv("HOME") == nullptr ? "none" : "HOME");
    } else if (what == "files") {
        for (int i = 3; i < 1024; ++i) {
            if (::fcntl(i, F_GETFD) >= 0) say("open ");
        }
    } else if (what == "write") {
        const int file = ::open("/tmp", O_TMPFILE | O_RDWR, 0600);
        say(file >= 0 && ::write(file, "x", 1) == 1 ? "written" : "refused");
    } else if (what == "core") {
        ::getrlimit(RLIMIT_CORE, &limit);
        say(limit.rlim_max == 0 ? "none" : "some");
    } else if (what == "echo") {
        char piece[4096];
        for (ssize_t size = 0; (size = ::read(STDIN_FILENO, piece, sizeof piece)) > 0;)
            say({piece, static_cast<std::size_t>(size)});
    } else {
        return false;
    }
    return true;
}

}  // namespace

int main(int count, char** words) {
    const std::string_view what = count > 1 ? words[1] : "";
    if (measure(what)) ::_exit(0);
    if (!madoguchi::api::enter_sandbox()) ::_exit(9);
    if (escape(what) || what == "well") {
        say(good);
    } else {
        misbehave(what);
    }
    ::_exit(0);
}
