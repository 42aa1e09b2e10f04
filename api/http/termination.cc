#include "api/http/termination.h"

#include <pthread.h>

#include <csignal>

namespace madoguchi::api::http {
namespace {

sigset_t ending_signals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

}  // namespace

Termination::Termination() {
    const sigset_t set = ending_signals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

void Termination::wait() {
    const sigset_t set = ending_signals();
    int signal = 0;
    sigwait(&set, &signal);
}

}  // namespace madoguchi::api::http
