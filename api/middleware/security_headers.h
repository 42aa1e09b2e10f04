// What a browser must not do with our answers.
#pragma once

#include "api/http/response.h"

namespace madoguchi::api::middleware {

/// Behind every answer: Content-Security-Policy, X-Content-Type-Options, Referrer-Policy,
/// Cross-Origin-Opener-Policy, Cross-Origin-Resource-Policy, and Cache-Control: no-store unless the
/// handler (the studio's files) said otherwise. A field that the handler set stays.
void add_security_headers(const http::Request& request, http::Response& response);

}  // namespace madoguchi::api::middleware
