#include "api/http/dispatcher.h"

#include <algorithm>

#include "api/http/media_type.h"
#include "api/http/request_id.h"
#include "api/http/target.h"

namespace madoguchi::api::http {
namespace {

std::string sane_id(const Headers& headers, std::string_view name) {
    const std::string* value = headers.find(name);
    return value && headers.count(name) == 1 && is_request_id(*value) ? *value : std::string();
}

/// What is known of any request, also of one that is about to be refused.
std::shared_ptr<Request> begin_request(Headers headers, const std::string& peer) {
    auto request = std::make_shared<Request>();
    request->id = sane_id(headers, "X-Request-Id");
    if (request->id.empty()) request->id = make_request_id();
    request->correlation_id = sane_id(headers, "X-Correlation-Id");
    request->headers = std::move(headers);
    request->peer_address = peer;
    request->received = Clock::now();
    return request;
}

Refused refused(std::shared_ptr<Request> request, const Problem& problem) {
    Response response = to_response(problem, request->id);
    return {std::move(request), std::move(response)};
}

Status status_of(const Diagnostics& findings) {
    return findings.front().code == "request.target-too-long" ? Status::UriTooLong
                                                              : Status::BadRequest;
}

/// 415 that says what would be read, to people and (RFC 9110, section 12.5.1) to programs.
Refused refuse_body(std::shared_ptr<Request> request, const Route& route, Readable why) {
    std::string accepted;
    for (const std::string& type : route.options.media_types)
        accepted += (accepted.empty() ? "" : ", ") + type;
    const Diagnostic reason{
        .code = why == Readable::OtherCharset ? "request.charset" : "request.media-type",
        .message = {"受け付けるデータの種類は " + accepted + "（文字コードは UTF-8）です。",
                    "Accepted here: " + accepted + ", in UTF-8."}};
    Refused refusal =
        refused(std::move(request), standard_problem(Status::UnsupportedMediaType, reason));
    refusal.response.headers.add("Accept", accepted);
    return refusal;
}

/// Whatever happened, the client gets an answer and no inner detail.
Response last_resort(const Request& request) {
    return to_response(standard_problem(Status::InternalServerError), request.id);
}

}  // namespace

Dispatcher::Dispatcher(const Application& application, const PortSettings& settings)
    : application_(application),
      settings_(settings),
      quick_(1, settings.limits.connections),
      work_(settings.workers, settings.limits.queue) {}

bool Dispatcher::draining() const {
    return application_.readiness->load() == Readiness::Draining;
}

Refused Dispatcher::refuse(Status status, const std::string& peer) const {
    return refused(begin_request({}, peer), standard_problem(status));
}

Response Dispatcher::answer_options(const RouteMatch& match) const {
    Response response;
    response.status = Status::NoContent;
    response.headers.add("Allow", allow_field(match.allowed));
    return response;
}

std::variant<Admitted, Refused> Dispatcher::admit(RequestHead head, const std::string& peer) const {
    auto request = begin_request(std::move(head.headers), peer);
    const auto method = method_of(head.method);
    if (!method) return refused(std::move(request), standard_problem(Status::NotImplemented));
    request->method = *method;
    Result<Target> target = read_target(head.target);
    if (!target) {
        const Diagnostics& findings = target.findings();
        return refused(std::move(request), standard_problem(status_of(findings), findings.front()));
    }
    request->segments = std::move(target->segments);
    request->query = std::move(target->query);
    RouteMatch match = application_.router.match(request->method, request->segments);
    if (match.allowed.empty()) {
        return refused(std::move(request), standard_problem(Status::NotFound));
    }
    if (!match.route && request->method == Method::Options) {
        return Refused{std::move(request), answer_options(match)};
    }
    if (!match.route) {
        Refused refusal = refused(std::move(request), standard_problem(Status::MethodNotAllowed));
        refusal.response.headers.add("Allow", allow_field(match.allowed));
        return refusal;
    }
    request->parameters = std::move(match.parameters);
    request->route = match.route->pattern;
    const std::size_t limit = std::min(match.route->options.body_limit, settings_.limits.body);
    if (head.framing == BodyFraming::Length && head.content_length > limit) {
        return refused(std::move(request), standard_problem(Status::ContentTooLarge));
    }
    const Readable body =
        head.framing == BodyFraming::None
            ? Readable::Yes
            : readable(media_type_of(request->headers), match.route->options.media_types);
    if (body != Readable::Yes) return refuse_body(std::move(request), *match.route, body);
    if (draining() && match.route->options.lane == Lane::Work) {
        return refused(std::move(request), standard_problem(Status::ServiceUnavailable));
    }
    return Admitted{std::move(request), match.route, limit};
}

Response Dispatcher::answer(const Route& route, const Request& request) const {
    try {
        return application_.around(request, route.handler);
    } catch (...) {
        return last_resort(request);
    }
}

std::variant<std::monostate, Response> Dispatcher::dispatch(const Admitted& admitted, Reply reply) {
    const Route& route = *admitted.route;
    admitted.request->deadline = Clock::now() + route.options.deadline;
    WorkerPool& pool = route.options.lane == Lane::Quick ? quick_ : work_;
    const auto submitted =
        pool.submit([this, &route, request = admitted.request, reply = std::move(reply)] {
            if (!reply.wanted()) return;
            reply.send(answer(route, *request));
        });
    if (submitted == WorkerPool::Submitted::Yes) return std::monostate{};
    return to_response(standard_problem(Status::ServiceUnavailable), admitted.request->id);
}

void Dispatcher::stop_workers() {
    quick_.stop();
    work_.stop();
}

void Dispatcher::finish(const Request& request, Response& response) const {
    application_.finish(request, response);
}

}  // namespace madoguchi::api::http
