#include "api/http/health.h"

namespace madoguchi::api::http {

void mount_health(Router& router, SharedReadiness readiness) {
    Handler handler = [readiness = std::move(readiness)](const Request&) {
        if (*readiness == Readiness::Ready) return json_response(R"({"status":"ok"})");
        return make_response(Status::ServiceUnavailable, "application/json",
                             R"({"status":"draining"})");
    };
    router.add(Method::Get, "/healthz", std::move(handler),
               {.lane = Lane::Quick, .deadline = std::chrono::seconds(5)});
}

}  // namespace madoguchi::api::http
