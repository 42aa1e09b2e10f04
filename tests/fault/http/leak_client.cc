#include "tests/fault/http/leak_client.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

#include "tests/support/http_client.h"

namespace madoguchi::tests {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t large_body = 200'000;

struct Question {
    std::string id;
    std::string bytes;
    std::string expected_body;  ///< empty: any
};

/// When a run is over; shared by its threads.
struct Run {
    const LeakPlan& plan;
    Clock::time_point start = Clock::now();
    std::atomic<std::uint64_t> answered{0};

    bool goes_on() const {
        const auto passed = Clock::now() - start;
        return passed < plan.time ||
               (answered < plan.least_answered && passed < plan.time + plan.patience);
    }
};

/// The names of one run's requests and what one thread counts.
struct Client {
    Run& run;
    const LeakPlan& plan;
    unsigned number;
    LeakReport report;
    std::minstd_rand random;
    std::uint64_t asked = 0;

    Client(Run& the_run, unsigned the_number)
        : run(the_run), plan(the_run.plan), number(the_number), random(the_number + 1) {}

    Question next() {
        Question question;
        question.id = "c" + std::to_string(number) + "-" + std::to_string(++asked);
        std::string path = plan.path;
        std::string body;
        const std::size_t place = path.find("{id}");
        if (place != std::string::npos) {
            path.replace(place, 4, question.id);
            if (random() % 4 == 0) body.assign(random() % large_body, "abcdefghij"[number % 10]);
            question.expected_body = question.id + "\n" + body;
        }
        question.bytes = (body.empty() ? "GET " : "POST ") + path +
                         " HTTP/1.1\r\nHost: leak\r\nX-Correlation-Id: " + question.id + "\r\n";
        if (!body.empty()) {
            question.bytes += "Content-Length: " + std::to_string(body.size()) + "\r\n";
        }
        if (random() % 3 == 0) question.bytes += "Connection: close\r\n";
        question.bytes += "\r\n" + body;
        return question;
    }

    void check(const Question& question, const Answer& answer) {
        const auto id = answer.fields.find("x-correlation-id");
        const bool own = id != answer.fields.end() && id->second == question.id;
        const bool whole = question.expected_body.empty() || answer.body == question.expected_body;
        if (own && answer.status == 200 && whole) {
            ++report.answered;
            ++run.answered;
        } else if (own && answer.status == 503) {
            ++report.busy;
        } else {
            ++report.mismatched;
            report.example = question.id + " got " + std::to_string(answer.status) + " for " +
                             (id == answer.fields.end() ? "nobody" : id->second) + ", " +
                             std::to_string(answer.body.size()) + " bytes";
        }
    }

    void ask_normally() {
        HttpClient connection(plan.port);
        const auto times = random() % 8 + 1;
        for (unsigned i = 0; i < times && run.goes_on(); ++i) {
            const Question question = next();
            connection.send(question.bytes);
            const auto answer = connection.read_answer();
            if (!answer) {
                ++report.unanswered;
                return;
            }
            check(question, *answer);
            if (answer->fields.at("connection") == "close") break;
        }
        connection.closes(std::chrono::milliseconds(0));
        if (!connection.left_over().empty()) ++report.unsolicited;
    }

    void ask_and_abort() {
        HttpClient connection(plan.port);
        connection.send(next().bytes);
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 3000));
        if (random() % 2 == 0) connection.abort();
        ++report.aborted;
    }
};

void add(LeakReport& sum, const LeakReport& part) {
    sum.answered += part.answered;
    sum.busy += part.busy;
    sum.aborted += part.aborted;
    sum.mismatched += part.mismatched;
    if (!part.example.empty()) sum.example = part.example;
    sum.unsolicited += part.unsolicited;
    sum.unanswered += part.unanswered;
}

}  // namespace

LeakReport run_leak_clients(const LeakPlan& plan) {
    LeakReport sum;
    std::mutex mutex;
    std::vector<std::thread> threads;
    Run run{plan};
    for (unsigned i = 0; i < plan.normal_clients + plan.aborting_clients; ++i) {
        threads.emplace_back([&, i] {
            Client client(run, i);
            while (run.goes_on()) {
                i < plan.normal_clients ? client.ask_normally() : client.ask_and_abort();
            }
            const std::lock_guard lock(mutex);
            add(sum, client.report);
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    return sum;
}

std::string to_line(const LeakReport& report) {
    return "answered " + std::to_string(report.answered) + ", busy " + std::to_string(report.busy) +
           ", aborted " + std::to_string(report.aborted) + ", mismatched " +
           std::to_string(report.mismatched) + ", unsolicited " +
           std::to_string(report.unsolicited) + ", unanswered " +
           std::to_string(report.unanswered) +
           (report.example.empty() ? "" : " (" + report.example + ")");
}

}  // namespace madoguchi::tests
