// The port on Pistache's transport. server.cc is the only file that knows the library.
#pragma once

#include "api/http/port.h"

namespace madoguchi::api::http {

/// Whether an address can be reached from this machine only.
bool is_loopback(const std::string& address);

}  // namespace madoguchi::api::http
