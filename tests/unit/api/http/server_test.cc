// The port as clients meet it, in this process: so also what the thread sanitizer sees.
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

#include "api/http/descriptor_guard.h"
#include "api/http/health.h"
#include "api/http/port.h"
#include "api/middleware/pipeline.h"
#include "tests/support/http_client.h"

namespace madoguchi::api::http {
namespace {

using namespace std::chrono_literals;
using tests::Answer;
using tests::get;
using tests::HttpClient;

/// A gate that a test opens for handlers that wait at it.
struct Gate {
    std::atomic<bool> open{false};
    std::atomic<int> entered{0};
    void pass() {
        ++entered;
        while (!open)
            std::this_thread::sleep_for(1ms);
    }
    void await(int count) const {
        while (entered < count)
            std::this_thread::sleep_for(1ms);
    }
};

class Server : public testing::Test {
  protected:
    PortSettings settings;

    void start() {
        Application application;
        add_routes(application);
        const auto pipeline = std::make_shared<const middleware::Pipeline>(
            middleware::standard_pipeline([this](const std::string& line) {
                const std::lock_guard lock(log_mutex_);
                log_.push_back(line);
            }));
        application.around = [pipeline](const Request& request, const Handler& handler) {
            return pipeline->run(request, handler);
        };
        application.finish = [pipeline](const Request& request, Response& response) {
            pipeline->complete(request, response);
        };
        const auto started = server->start(settings, std::move(application));
        ASSERT_TRUE(started) << to_line(started.findings().front());
        port = *started;
    }
    void TearDown() override {
        gate.open = true;
        server->stop();
    }

    void add_routes(Application& application) {
        Router& router = application.router;
        router.add(Method::Get, "/echo/{id}", [](const Request& request) {
            return make_response(Status::Ok, "text/plain", request.parameter("id"));
        });
        router.add(Method::Post, "/echo/{id}",
                   [](const Request& request) {
                       return make_response(Status::Ok, "text/plain", request.body);
                   },
                   {.body_limit = 1000, .media_types = {"text/plain"}});
        router.add(Method::Get, "/big", [](const Request&) {
            return make_response(Status::Ok, "text/plain", std::string(20'000'000, 'x'));
        });
        router.add(Method::Get, "/gate",
                   [this](const Request&) {
                       gate.pass();
                       return json_response("{}");
                   },
                   {.deadline = gate_deadline});
        mount_health(router, application.readiness);
    }

    std::size_t logged(const std::string& text) {
        const std::lock_guard lock(log_mutex_);
        std::size_t count = 0;
        for (const std::string& line : log_)
            count += line.find(text) != std::string::npos;
        return count;
    }

    Gate gate;
    std::chrono::milliseconds gate_deadline = 10s;
    std::unique_ptr<HttpPort> server = make_http_port();
    std::uint16_t port = 0;

  private:
    std::mutex log_mutex_;
    std::vector<std::string> log_;
};

std::string request(const std::string& line, const std::string& fields = "") {
    return line + " HTTP/1.1\r\nHost: test\r\n" + fields + "\r\n";
}

TEST_F(Server, AnswersManyRequestsOnOneConnection) {
    start();
    HttpClient client(port);
    for (const char* id : {"a", "b", "c"}) {
        client.send(request(std::string("GET /echo/") + id));
        EXPECT_EQ(client.read_answer().value_or(Answer{}).body, id);
    }
}

TEST_F(Server, AnswersRequestsThatWereSentAheadInTheirOrder) {
    start();
    HttpClient client(port);
    client.send(request("GET /echo/1") + request("GET /nothing") + request("GET /echo/3"));
    EXPECT_EQ(client.read_answer().value_or(Answer{}).body, "1");
    EXPECT_EQ(client.read_answer().value_or(Answer{}).status, 404);
    EXPECT_EQ(client.read_answer().value_or(Answer{}).body, "3");
    EXPECT_EQ(client.left_over(), "");
}

TEST_F(Server, AnswersHeadWithoutBody) {
    start();
    HttpClient client(port);
    client.send(request("HEAD /echo/abc") + request("GET /echo/d"));
    const auto answer = client.read_answer(tests::patience, false);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->fields.at("content-length"), "3");
    EXPECT_EQ(client.read_answer().value_or(Answer{}).body, "d");
}

TEST_F(Server, ClosesWhenTheClientAsks) {
    start();
    HttpClient client(port);
    client.send(request("GET /echo/a", "Connection: close\r\n"));
    EXPECT_EQ(client.read_answer().value_or(Answer{}).fields["connection"], "close");
    EXPECT_TRUE(client.closes());
}

TEST_F(Server, AsksForTheBodyOfAClientThatWaits) {
    start();
    HttpClient client(port);
    client.send(
        request("POST /echo/a",
                "Content-Type: text/plain\r\nContent-Length: 2\r\nExpect: 100-continue\r\n"));
    EXPECT_EQ(client.read_answer().value_or(Answer{}).status, 100);
    client.send("hi");
    EXPECT_EQ(client.read_answer().value_or(Answer{}).body, "hi");
}

TEST_F(Server, RefusesBodiesByTheirRoute) {
    start();
    const std::string type = "Content-Type: text/plain\r\n";
    const std::pair<std::string, int> cases[] = {
        {request("POST /echo/a", type + "Content-Length: 1001\r\n"), 413},
        {request("POST /echo/a", type + "Transfer-Encoding: chunked\r\n") + "3E9\r\n", 413},
        {request("POST /echo/a", "Content-Length: 1\r\n"), 415},
        {request("GET /echo/a", "Content-Length: 1\r\n"), 413},
        {request("PUT /echo/a", "Content-Length: 1\r\n"), 405},
        {request("BREW /echo/a"), 501},
        {request("GET /echo/%00"), 400},
        {request("GET /" + std::string(8500, 'a')), 414},
        {request("POST /echo/a", "Content-Length: 1\r\nContent-Length: 2\r\n"), 400},
    };
    for (const auto& [bytes, status] : cases) {
        HttpClient client(port);
        client.send(bytes);
        EXPECT_EQ(client.read_answer().value_or(Answer{}).status, status) << bytes.substr(0, 80);
    }
    EXPECT_EQ(get(port, "/echo/a").status, 200);
}

TEST_F(Server, SaysWhichBodiesItReads) {
    start();
    HttpClient client(port);
    client.send(request("POST /echo/a",
                        "Content-Type: text/plain; charset=Shift_JIS\r\nContent-Length: 1\r\n"));
    const Answer answer = client.read_answer().value_or(Answer{});
    EXPECT_EQ(answer.status, 415);
    EXPECT_EQ(answer.fields.at("accept"), "text/plain");
    EXPECT_NE(answer.body.find("problem:request.charset"), std::string::npos);
    EXPECT_NE(answer.body.find("text/plain（文字コードは UTF-8）"), std::string::npos);
}

TEST_F(Server, DeliversTheRefusalToAClientThatKeepsSending) {
    start();
    HttpClient client(port);
    client.send(request("POST /echo/a", "Content-Type: text/plain\r\nContent-Length: 900000\r\n"));
    client.send(std::string(900'000, 'x'));
    EXPECT_EQ(client.read_answer().value_or(Answer{}).status, 413);
    EXPECT_TRUE(client.closes());
}

TEST_F(Server, CarriesTheNumbersOfTheRequestBack) {
    start();
    const Answer answer =
        get(port, "/echo/a", "X-Request-Id: proxy-1\r\nX-Correlation-Id: client.2\r\n");
    EXPECT_EQ(answer.fields.at("x-request-id"), "proxy-1");
    EXPECT_EQ(answer.fields.at("x-correlation-id"), "client.2");
    const Answer invalid = get(port, "/echo/a", "X-Request-Id: <script>\r\n");
    EXPECT_EQ(invalid.fields.at("x-request-id").size(), 32u);
}

TEST_F(Server, AnswersBusyWhenTheQueueIsFullAndHealthGoesOn) {
    settings.workers = 1;
    settings.limits.queue = 2;
    start();
    HttpClient working(port);
    working.send(request("GET /gate"));
    gate.await(1);
    // Two of three may wait; which one is refused depends on which reader was faster.
    std::array waiting{HttpClient(port), HttpClient(port), HttpClient(port)};
    for (HttpClient& client : waiting)
        client.send(request("GET /gate"));
    const HttpClient* refused = nullptr;
    const auto until = Clock::now() + 5s;
    while (!refused && Clock::now() < until) {
        for (HttpClient& client : waiting) {
            const auto answer = client.read_answer(20ms);
            if (!answer) continue;
            EXPECT_EQ(answer->status, 503);
            EXPECT_EQ(answer->fields.at("retry-after"), "2");
            refused = &client;
        }
    }
    EXPECT_TRUE(refused);
    EXPECT_EQ(get(port, "/healthz").status, 200);
    gate.open = true;
    EXPECT_EQ(working.read_answer().value_or(Answer{}).status, 200);
    for (HttpClient& client : waiting) {
        if (&client == refused) continue;
        EXPECT_EQ(client.read_answer().value_or(Answer{}).status, 200);
    }
}

TEST_F(Server, AnswersInTheHandlersPlaceAfterItsDeadline) {
    gate_deadline = 200ms;
    start();
    HttpClient client(port);
    client.send(request("GET /gate"));
    EXPECT_EQ(client.read_answer().value_or(Answer{}).status, 504);
    gate.open = true;
    EXPECT_TRUE(client.closes());
    EXPECT_EQ(client.left_over(), "");
    EXPECT_EQ(logged("\"route\":\"/gate\""), 1u);
}

TEST_F(Server, DoesNotBeginWorkForAClientThatLeft) {
    settings.workers = 1;
    start();
    HttpClient first(port);
    first.send(request("GET /gate"));
    gate.await(1);
    {
        HttpClient second(port);
        second.send(request("GET /gate"));
        std::this_thread::sleep_for(100ms);
    }
    std::this_thread::sleep_for(100ms);
    gate.open = true;
    EXPECT_EQ(first.read_answer().value_or(Answer{}).status, 200);
    EXPECT_EQ(get(port, "/echo/a").status, 200);
    EXPECT_EQ(gate.entered, 1);
}

TEST_F(Server, DrainsWhatIsInFlightAndRefusesWhatIsNew) {
    start();
    HttpClient busy(port);
    busy.send(request("GET /gate"));
    gate.await(1);
    HttpClient idle(port);
    auto drained = HttpPort::Drained::TimeOver;
    std::thread draining([&] { drained = server->drain(5s); });
    EXPECT_TRUE(idle.closes());
    const Answer health = get(port, "/healthz");
    EXPECT_EQ(health.status, 503);
    EXPECT_EQ(health.body, R"({"status":"draining"})");
    EXPECT_EQ(get(port, "/echo/a").status, 503);
    gate.open = true;
    EXPECT_EQ(busy.read_answer().value_or(Answer{}).status, 200);
    draining.join();
    EXPECT_EQ(drained, HttpPort::Drained::Yes);
}

TEST_F(Server, EndsWhatTakesTooLong) {
    settings.limits.head = settings.limits.idle = settings.limits.body_pause = 300ms;
    start();
    HttpClient silent(port);
    HttpClient half_head(port);
    half_head.send("GET /echo/a HTT");
    HttpClient half_body(port);
    half_body.send(request("POST /echo/a", "Content-Type: text/plain\r\nContent-Length: 9\r\n") +
                   "x");
    EXPECT_TRUE(silent.closes());
    EXPECT_EQ(silent.left_over(), "");
    EXPECT_EQ(half_head.read_answer().value_or(Answer{}).status, 408);
    EXPECT_EQ(half_body.read_answer().value_or(Answer{}).status, 408);
    EXPECT_TRUE(half_body.closes());
}

TEST_F(Server, LetsAReaderThatTakesNothingGo) {
    settings.limits.write_pause = 300ms;
    start();
    HttpClient reader(port);
    reader.send(request("GET /big"));
    std::this_thread::sleep_for(800ms);
    EXPECT_TRUE(reader.closes());
    EXPECT_LT(reader.left_over().size(), 20'000'000u);
}

TEST_F(Server, KeepsWithinItsMemory) {
    settings.limits.memory = 1'000'000;
    start();
    EXPECT_EQ(get(port, "/big").status, 503);
    EXPECT_EQ(get(port, "/echo/a").status, 200);
}

TEST_F(Server, LetsClientsWaitWhileAllItsConnectionsAreTaken) {
    settings.limits.connections = 2;
    start();
    HttpClient one(port);
    auto two = std::make_unique<HttpClient>(port);
    for (HttpClient* client : {&one, two.get()}) {
        client->send(request("GET /echo/a"));
        EXPECT_TRUE(client->read_answer());
    }
    HttpClient three(port);
    three.send(request("GET /echo/b"));
    EXPECT_FALSE(three.read_answer(300ms));
    two.reset();
    EXPECT_EQ(three.read_answer().value_or(Answer{}).body, "b");
}

TEST_F(Server, GivesEachClientItsOwnAnswerWhileOthersAbort) {
    start();
    std::atomic<bool> over{false};
    std::atomic<int> wrong{0}, right{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 3; ++i) {
        threads.emplace_back([&] {
            while (!over) {
                HttpClient client(port);
                client.send(request("GET /echo/aborted"));
                client.abort();
            }
        });
        threads.emplace_back([&, i] {
            for (int n = 0; !over; ++n) {
                const std::string id = std::to_string(i) + "-" + std::to_string(n);
                ++(get(port, "/echo/" + id).body == id ? right : wrong);
            }
        });
    }
    std::this_thread::sleep_for(1s);
    over = true;
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(wrong, 0);
    EXPECT_GT(right, 0);
}

TEST_F(Server, ListensOnThisMachineOnlyUnlessAProxyStandsInFront) {
    settings.address = "0.0.0.0";
    const auto refused = server->start(settings, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.findings().front().code, "http.not-loopback");
    settings.exposure = Exposure::BehindProxy;
    start();
    EXPECT_EQ(get(port, "/echo/a").status, 200);
}

TEST_F(Server, SaysWhenThePortIsTaken) {
    start();
    const auto second = make_http_port();
    PortSettings taken;
    taken.port = port;
    const auto refused = second->start(taken, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.findings().front().code, "http.bind");
}

TEST_F(Server, AcceptsThroughTheGuardOfDescriptorNumbers) {
    start();
    const auto before = accepted_connections();
    EXPECT_EQ(get(port, "/echo/a").status, 200);
    EXPECT_EQ(get(port, "/echo/a").status, 200);
    EXPECT_EQ(accepted_connections() - before, 2u);
}

}  // namespace
}  // namespace madoguchi::api::http
