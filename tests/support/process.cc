#include "tests/support/process.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

namespace madoguchi::tests {

using namespace std::chrono_literals;

Process::Process(const std::vector<std::string>& command, const std::function<void()>& in_child) {
    std::vector<char*> arguments;
    for (const std::string& word : command)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    id_ = fork();
    if (id_ != 0) return;
    if (in_child) in_child();
    execvp(arguments[0], arguments.data());
    _exit(127);
}

Process::~Process() {
    if (!running()) return;
    kill(id_, SIGKILL);
    waitpid(id_, nullptr, 0);
}

bool Process::running() {
    if (status_) return false;
    int raw = 0;
    if (waitpid(id_, &raw, WNOHANG) != id_) return true;
    status_ = WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
    return false;
}

void Process::send(int signal) {
    if (running()) kill(id_, signal);
}

void Process::terminate() {
    send(SIGTERM);
}

std::optional<int> Process::wait() {
    for (int i = 0; i < 1500 && running(); ++i)
        std::this_thread::sleep_for(10ms);
    return status_;
}

}  // namespace madoguchi::tests
