// Descriptor numbers of accepted connections are not used again soon.
//
// Pistache keys its peers by descriptor number, and the kernel hands a closed number to the very
// next connection. This program therefore defines accept4() itself, in front of the C library's,
// and gives each connection a number far from the last ones. It is the second line: our answers are
// written to a descriptor of their own (socket.h) and need no number of Pistache's at all.
#pragma once

#include <cstdint>
#include <functional>

#include "base/result.h"

namespace madoguchi::api::http {

/// Raises the limit of open descriptors to what the numbers need and checks that the program's
/// accept4() is the one that shared libraries call. Without either the service must not start
/// (findings "http.descriptor-limit", "http.accept-guard").
Result<Done> install_descriptor_guard();

/// Asked before each connection is accepted, by the accepting thread. While it says no, clients
/// wait in the kernel's queue. There is one gate in a process; an empty one lets all pass.
void set_accept_gate(std::function<bool()> may_accept);

/// How many connections this process has accepted.
std::uint64_t accepted_connections();

/// Whether a number was given by this guard.
bool is_guarded_descriptor(int descriptor);

}  // namespace madoguchi::api::http
