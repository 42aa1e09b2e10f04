// Problem documents (RFC 9457): the one shape of every answer that is not what was asked for.
#pragma once

#include <string>

#include "api/http/response.h"
#include "base/diagnostic.h"

namespace madoguchi::api::http {

struct Problem {
    Status status = Status::InternalServerError;
    /// Stable, "request.body-too-large"; `type` is "urn:madoguchi:problem:" and the code.
    std::string code;
    PublicText title;
    PublicText detail;  ///< may be empty
    Diagnostics findings;
    LogText log;
};

/// application/problem+json with type, status, title, titleEn, detail, detailEn, instance (the
/// request's id as "urn:madoguchi:request:…") and findings.
Response to_response(const Problem& problem, const std::string& request_id);

/// The form or the data stopped it: 422 with everything that was found.
Problem findings_problem(Diagnostics findings);

/// What the server itself refuses. `code` and words belong to the status; see problem.cc.
Problem standard_problem(Status status);
/// The same with a finding's own code and message in place of the detail.
Problem standard_problem(Status status, const Diagnostic& reason);

}  // namespace madoguchi::api::http
