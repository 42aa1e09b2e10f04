// GET /healthz: whether a proxy may send work here.
#pragma once

#include "api/http/port.h"

namespace madoguchi::api::http {

/// 200 {"status":"ok"} or, while draining, 503 {"status":"draining"}. In the quick lane.
void mount_health(Router& router, SharedReadiness readiness);

}  // namespace madoguchi::api::http
