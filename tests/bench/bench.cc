// How fast forms are printed: one core, medians, the same form and the same invented people every
// time.
//
//     bench --program build/release/api/madoguchi --people people.jsonl --json bench.json
//
// Figures: a cold process (start to finished file), a warm single form (bytes of data in, bytes of
// PDF out), a batch into one file and into separate files, bytes a form, peak memory, and where a
// warm form's time goes.

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "fonts/installed_fonts.h"
#include "render/batch.h"
#include "render/render.h"
#include "templates/catalogue.h"
#include "templates/data.h"

extern char** environ;

namespace {

using namespace madoguchi;
using Clock = std::chrono::steady_clock;

constexpr std::string_view form_id = "residence-change";

struct Arguments {
    std::string program, people, json, forms;
    int rounds = 5;
};

struct Figure {
    std::string name;
    double value = 0;
    std::string unit;
};

double milliseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double median_of(int rounds, const std::function<double()>& measure) {
    std::vector<double> values;
    for (int i = 0; i < rounds; ++i)
        values.push_back(measure());
    return median(std::move(values));
}

template <typename T>
T must(Result<T> result) {
    if (result.ok()) return std::move(result).value();
    for (const Diagnostic& finding : result.findings())
        std::fprintf(stderr, "%s\n", to_line(finding).c_str());
    std::exit(1);
}

std::vector<std::string> read_lines(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

class Lines : public render::RecordSource {
  public:
    Lines(const templates::Template& form, const std::vector<std::string>& lines)
        : form_(form), lines_(lines) {}
    std::optional<render::RecordReader> next() override {
        if (index_ == lines_.size()) return std::nullopt;
        return [this, line = std::string_view(lines_[index_++])] {
            return templates::read_data(form_, line, "bench");
        };
    }

  private:
    const templates::Template& form_;
    const std::vector<std::string>& lines_;
    std::size_t index_ = 0;
};

/// Wall time of one whole `madoguchi render`.
double cold_process(const Arguments& arguments, const std::string& data,
                    const std::string& output) {
    std::vector<std::string> words = {arguments.program, "render", "--form",   std::string(form_id),
                                      "--data",          data,     "--output", output};
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const auto start = Clock::now();
    pid_t child = 0;
    int status = 0;
    if (posix_spawn(&child, arguments.program.c_str(), nullptr, nullptr, pointers.data(),
                    environ) != 0 ||
        waitpid(child, &status, 0) != child || status != 0) {
        std::fprintf(stderr, "%s failed\n", arguments.program.c_str());
        std::exit(1);
    }
    return milliseconds_since(start);
}

struct Bench {
    const Arguments& arguments;
    std::vector<std::string> lines;
    std::shared_ptr<const render::PreparedForm> form;
    std::vector<Figure> figures;

    const templates::Template& declared() const { return render::compiled(*form).form(); }
    void add(std::string name, double value, std::string unit) {
        figures.push_back({std::move(name), value, std::move(unit)});
    }
};

std::string print_single(const Bench& bench, const std::string& line) {
    const templates::Data data = must(templates::read_data(bench.declared(), line, "bench"));
    const render::LaidOut laid_out = must(render::layout(*bench.form, data));
    return must(render::write_pdf(*bench.form, {&laid_out.document, 1}, {}));
}

void measure_cold(Bench& bench) {
    const std::string directory = std::filesystem::temp_directory_path() / "madoguchi-bench";
    std::filesystem::create_directories(directory);
    const std::string data = directory + "/person.json";
    std::ofstream(data, std::ios::binary) << bench.lines[8];
    const std::string output = directory + "/out.pdf";
    cold_process(bench.arguments, data, output);
    bench.add("cold process",
              median_of(15, [&] { return cold_process(bench.arguments, data, output); }), "ms");
    std::filesystem::remove_all(directory);
}

void measure_single(Bench& bench) {
    std::size_t bytes = 0;
    const double total = median_of(bench.arguments.rounds, [&] {
        bytes = 0;
        const auto start = Clock::now();
        for (const std::string& line : bench.lines)
            bytes += print_single(bench, line).size();
        return milliseconds_since(start);
    });
    const auto count = static_cast<double>(bench.lines.size());
    bench.add("warm single", count * 1000 / total, "forms/s");
    bench.add("warm single, a form", total / count, "ms");
    bench.add("warm single, size", static_cast<double>(bytes) / count / 1024, "KB/form");
}

void measure_batch(Bench& bench) {
    std::size_t bytes = 0;
    const double together = median_of(bench.arguments.rounds, [&] {
        Lines people(bench.declared(), bench.lines);
        const auto start = Clock::now();
        bytes = must(render::print_together(*bench.form, people, {})).pdf.size();
        return milliseconds_since(start);
    });
    const auto count = static_cast<double>(bench.lines.size());
    bench.add("batch, one file", count * 1000 / together, "forms/s");
    bench.add("batch, one file, size", static_cast<double>(bytes) / count / 1024, "KB/form");
    const auto directory = std::filesystem::temp_directory_path() / "madoguchi-bench";
    std::filesystem::create_directories(directory);
    const double apart = median_of(bench.arguments.rounds, [&] {
        Lines people(bench.declared(), bench.lines);
        const auto start = Clock::now();
        render::print_apart(*bench.form, people, {}, [&](std::size_t number, std::string_view pdf) {
            std::ofstream(directory / (std::to_string(number) + ".pdf"), std::ios::binary) << pdf;
            return Result<Done>(Done{});
        });
        return milliseconds_since(start);
    });
    bench.add("batch, separate files", count * 1000 / apart, "forms/s");
    std::filesystem::remove_all(directory);
}

/// Where a warm form's time goes, stage by stage over all people.
void measure_stages(Bench& bench) {
    const auto count = static_cast<double>(bench.lines.size());
    std::vector<double> read, fill, lay, single_pdf;
    for (int round = 0; round < bench.arguments.rounds; ++round) {
        double spent[4] = {};
        for (const std::string& line : bench.lines) {
            auto start = Clock::now();
            const templates::Data data =
                must(templates::read_data(bench.declared(), line, "bench"));
            spent[0] += milliseconds_since(start);
            start = Clock::now();
            must(render::compiled(*bench.form).fill(data));
            spent[1] += milliseconds_since(start);
            start = Clock::now();
            const render::LaidOut laid_out = must(render::layout(*bench.form, data));
            spent[2] += milliseconds_since(start);
            start = Clock::now();
            must(render::write_pdf(*bench.form, {&laid_out.document, 1}, {}));
            spent[3] += milliseconds_since(start);
        }
        read.push_back(spent[0]), fill.push_back(spent[1]);
        lay.push_back(spent[2] - spent[1]), single_pdf.push_back(spent[3]);
    }
    bench.add("stage: read data", median(read) / count * 1000, "us/form");
    bench.add("stage: fill", median(fill) / count * 1000, "us/form");
    bench.add("stage: layout", median(lay) / count * 1000, "us/form");
    bench.add("stage: PDF of its own", median(single_pdf) / count * 1000, "us/form");
}

void measure_memory(Bench& bench) {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    bench.add("peak memory", static_cast<double>(usage.ru_maxrss) / 1024, "MB");
}

void write_results(const Bench& bench) {
    std::string json = "{\n";
    for (const Figure& figure : bench.figures) {
        std::printf("%-26s %10.2f %s\n", figure.name.c_str(), figure.value, figure.unit.c_str());
        json += (json.size() > 2 ? ",\n" : "") + ("  \"" + figure.name + "\": {\"value\": ");
        append_decimal(json, figure.value, 3);
        json += ", \"unit\": \"" + figure.unit + "\"}";
    }
    json += "\n}\n";
    if (!bench.arguments.json.empty()) std::ofstream(bench.arguments.json) << json;
}

Arguments read_arguments(int count, char** words) {
    Arguments arguments{.forms = MADOGUCHI_SOURCE_DIR "/templates/forms"};
    for (int i = 1; i + 1 < count; i += 2) {
        const std::string_view name = words[i];
        if (name == "--program") arguments.program = words[i + 1];
        if (name == "--people") arguments.people = words[i + 1];
        if (name == "--json") arguments.json = words[i + 1];
        if (name == "--rounds") arguments.rounds = std::max(1, std::atoi(words[i + 1]));
    }
    return arguments;
}

}  // namespace

int main(int count, char** words) {
    const Arguments arguments = read_arguments(count, words);
    Bench bench{.arguments = arguments, .lines = read_lines(arguments.people)};
    if (arguments.program.empty() || bench.lines.size() < 9) {
        std::fprintf(stderr,
                     "bench --program MADOGUCHI --people FILE.jsonl [--json FILE] [--rounds N]\n");
        return 2;
    }
    const auto catalogue = must(templates::Catalogue::open(arguments.forms));
    auto compiled = must(templates::CompiledForm::compile(must(catalogue.find(form_id))->form));
    const auto start = Clock::now();
    bench.form = must(render::prepare(std::move(compiled), must(fonts::open_installed_fonts())));
    bench.add("prepare the form", milliseconds_since(start), "ms");
    measure_cold(bench);
    measure_single(bench);
    measure_batch(bench);
    measure_stages(bench);
    measure_memory(bench);
    write_results(bench);
    return 0;
}
