// The door that a process closes behind itself before it reads what strangers sent.
#pragma once

namespace madoguchi::api {

/// From here on the process may read and write what is open, take memory, and leave. Whatever else
/// it asks of the system (a file, a socket, a process, code that can be written to) kills it at
/// once, by SIGSYS. False when the system cannot be told so; then nothing may be read.
bool enter_sandbox();

}  // namespace madoguchi::api
