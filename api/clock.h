// What time it is, as something that tests can set.
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace madoguchi::api {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Clock = std::function<Instant()>;

/// The system's. Somebody may set it back; what must not depend on that uses numbers of its own.
Clock system_clock();

/// RFC 3339 in UTC: "2026-04-01T00:30:00.000Z". Texts of equal length sort as their instants do.
std::string to_text(Instant instant);

}  // namespace madoguchi::api
