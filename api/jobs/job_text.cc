#include "api/jobs/job_text.h"

#include <array>
#include <utility>

#include "api/store/payload.h"

namespace madoguchi::api::jobs {

namespace {

constexpr std::array<std::pair<Job::State, std::string_view>, 5> states = {{
    {Job::State::Waiting, "waiting"},
    {Job::State::Running, "running"},
    {Job::State::Done, "done"},
    {Job::State::Cancelled, "cancelled"},
    {Job::State::Dead, "dead"},
}};
constexpr std::array<std::pair<Job::Window, std::string_view>, 2> windows = {{
    {Job::Window::Any, "any"},
    {Job::Window::Closed, "closed"},
}};

template <typename Value, std::size_t size>
std::string_view word_in(const std::array<std::pair<Value, std::string_view>, size>& words,
                         Value value) {
    for (const auto& [known, word] : words) {
        if (known == value) return word;
    }
    return {};
}

template <typename Value, std::size_t size>
bool value_in(const std::array<std::pair<Value, std::string_view>, size>& words,
              std::string_view word, Value& value) {
    for (const auto& [known, its_word] : words) {
        if (its_word != word) continue;
        value = known;
        return true;
    }
    return false;
}

}  // namespace

std::string_view word_of(Job::State state) {
    return word_in(states, state);
}
std::string_view word_of(Job::Window window) {
    return word_in(windows, window);
}

std::string write_payload(const Job& job) {
    store::PayloadWriter writer;
    writer.put("kind", job.kind);
    writer.put("payload", job.payload);
    writer.put("state", std::string(word_of(job.state)));
    writer.put("window", std::string(word_of(job.window)));
    writer.put("priority", std::int64_t{job.priority});
    writer.put("createdAt", job.created_at);
    writer.put("notBefore", job.not_before);
    writer.put("deadline", job.deadline);
    writer.put("leaseUntil", job.lease_until);
    writer.put("attempts", std::int64_t{job.attempts});
    writer.put("mostAttempts", std::int64_t{job.most_attempts});
    writer.put("done", job.done);
    writer.put("total", job.total);
    writer.put("outcome", job.outcome);
    return writer.take();
}

bool read_payload(std::string_view text, Job& job) {
    store::PayloadReader reader(text);
    std::string state, window;
    reader.get("kind", job.kind);
    reader.get("payload", job.payload);
    reader.get("state", state);
    reader.get("window", window);
    reader.get("priority", job.priority);
    reader.get("createdAt", job.created_at);
    reader.get("notBefore", job.not_before);
    reader.get("deadline", job.deadline);
    reader.get("leaseUntil", job.lease_until);
    reader.get("attempts", job.attempts);
    reader.get("mostAttempts", job.most_attempts);
    reader.get("done", job.done);
    reader.get("total", job.total);
    reader.get("outcome", job.outcome);
    reader.require(value_in(states, state, job.state) && value_in(windows, window, job.window));
    return reader.sound();
}

}  // namespace madoguchi::api::jobs
