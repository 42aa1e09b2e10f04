// The port with nothing behind it but an echo, for the tests of tests/fault/http.
//
// Prints "listening PORT", serves until SIGTERM, drains, ends with 0.
//   GET/POST /echo/{id}   {id} and the body, after a random delay of 0 to 3 ms
//   GET /bytes/{count}    so many bytes        GET /sleep/{milliseconds}
//   GET /throw            a handler that fails  GET /healthz
// Options: --port N, --workers N, --queue N, --deadline MS (of /sleep), --address A,
// --behind-proxy,
// --quick-timeouts (head, body and idle limits of one second, so that tests need not wait)

#include <cstdio>
#include <cstdlib>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>

#include "api/http/health.h"
#include "api/http/port.h"
#include "api/http/termination.h"
#include "api/middleware/pipeline.h"

namespace {

using namespace madoguchi::api;
using namespace std::chrono_literals;

struct Options {
    // Most of them only sleep.
    http::PortSettings port{.workers = 16};
    std::chrono::milliseconds sleep_deadline{10'000};
};

std::size_t number(const std::string& text) {
    return std::strtoull(text.c_str(), nullptr, 10);
}

Options read_options(int count, char** arguments) {
    Options options;
    for (int i = 1; i < count; ++i) {
        const std::string_view name = arguments[i];
        if (name == "--behind-proxy") options.port.exposure = http::Exposure::BehindProxy;
        if (name == "--quick-timeouts") {
            options.port.limits.head = options.port.limits.idle = 1000ms;
            options.port.limits.body_pause = options.port.limits.write_pause = 1000ms;
        }
        if (i + 1 == count) continue;
        const std::string value = arguments[i + 1];
        if (name == "--port") options.port.port = static_cast<std::uint16_t>(number(value));
        if (name == "--workers") options.port.workers = number(value);
        if (name == "--queue") options.port.limits.queue = number(value);
        if (name == "--deadline") options.sleep_deadline = std::chrono::milliseconds(number(value));
        if (name == "--address") options.port.address = value;
    }
    return options;
}

void pause_a_little() {
    thread_local std::minstd_rand random{std::random_device{}()};
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 3000));
}

http::Response echo(const http::Request& request) {
    pause_a_little();
    return http::make_response(http::Status::Ok, "text/plain; charset=utf-8",
                               request.parameter("id") + "\n" + request.body);
}

http::Response bytes(const http::Request& request) {
    return http::make_response(http::Status::Ok, "application/octet-stream",
                               std::string(number(request.parameter("count")), 'x'));
}

http::Response sleep(const http::Request& request) {
    std::this_thread::sleep_for(
        std::chrono::milliseconds(number(request.parameter("milliseconds"))));
    return http::json_response("{}");
}

http::Response fail(const http::Request&) {
    throw std::runtime_error("宛名番号 1234567890 の secret");
}

http::Application make_application(const Options& options) {
    http::Application application;
    http::Router& router = application.router;
    const http::RouteOptions with_body{.body_limit = std::size_t{32} << 20};
    router.add(http::Method::Get, "/echo/{id}", echo);
    router.add(http::Method::Post, "/echo/{id}", echo, with_body);
    router.add(http::Method::Get, "/bytes/{count}", bytes);
    router.add(http::Method::Get, "/sleep/{milliseconds}", sleep,
               {.deadline = options.sleep_deadline});
    router.add(http::Method::Get, "/throw", fail);
    http::mount_health(router, application.readiness);

    const auto pipeline = std::make_shared<const middleware::Pipeline>(
        middleware::standard_pipeline([](const std::string&) {}));
    application.around = [pipeline](const http::Request& request, const http::Handler& handler) {
        return pipeline->run(request, handler);
    };
    application.finish = [pipeline](const http::Request& request, http::Response& response) {
        pipeline->complete(request, response);
    };
    return application;
}

}  // namespace

int main(int count, char** arguments) {
    const Options options = read_options(count, arguments);
    http::Termination termination;
    const auto port = http::make_http_port();
    const auto listening = port->start(options.port, make_application(options));
    if (!listening) {
        for (const auto& finding : listening.findings()) {
            std::fprintf(stderr, "%s\n", madoguchi::to_line(finding).c_str());
        }
        return 1;
    }
    std::printf("listening %u\n", static_cast<unsigned>(*listening));
    std::fflush(stdout);
    termination.wait();
    const auto drained = port->drain(10s);
    port->stop();
    return drained == http::HttpPort::Drained::Yes ? 0 : 1;
}
