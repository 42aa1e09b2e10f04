// How fast forms are printed: one core, medians, the same form (residence-change.form.json beside
// this file, which stays as it is when the shipped form changes) and the same invented people every
// time.
//
//     bench --program build/release/api/madoguchi --people people.jsonl --json bench.json
//
// Figures: a cold process (start to finished file), a warm single form (bytes of data in, bytes of
// PDF out), a batch into one file and into separate files, bytes a form, peak memory, and where a
// warm form's time goes, and what characters cost.

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
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
#include "templates/data.h"
#include "templates/read.h"
#include "tests/bench/characters.h"
#include "tests/bench/measure.h"

extern char** environ;

namespace {

using namespace madoguchi;
using namespace madoguchi::bench;

const std::string character_list = MADOGUCHI_SOURCE_DIR "/build/characters.table";
const std::string form_file = MADOGUCHI_SOURCE_DIR "/tests/bench/residence-change.form.json";

struct Arguments {
    std::string program, people, json;
    int rounds = 5;
};

std::string read_file(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
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
    std::optional<render::Record> next() override {
        if (index_ == lines_.size()) return std::nullopt;
        return render::Record{{}, [this, line = std::string_view(lines_[index_++])] {
                                  return templates::read_data(form_, line, "bench");
                              }};
    }

  private:
    const templates::Template& form_;
    const std::vector<std::string>& lines_;
    std::size_t index_ = 0;
};

/// One whole `madoguchi render`.
void cold_process(const Arguments& arguments, const std::string& data, const std::string& output) {
    std::vector<std::string> words = {arguments.program, "render", "--form",   form_file,
                                      "--data",          data,     "--output", output};
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    pid_t child = 0;
    int status = 0;
    if (posix_spawn(&child, arguments.program.c_str(), nullptr, nullptr, pointers.data(),
                    environ) != 0 ||
        waitpid(child, &status, 0) != child || status != 0) {
        std::fprintf(stderr, "%s failed\n", arguments.program.c_str());
        std::exit(1);
    }
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
    void add_rate(const std::string& name, const Times& times) {
        const double thousands = static_cast<double>(lines.size()) * 1000;
        add(name, thousands / times.wall, "forms/s");
        add(name + ", processor", thousands / times.processor, "forms/s");
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
    const Times times = times_of(15, [&] { cold_process(bench.arguments, data, output); });
    bench.add("cold process", times.wall, "ms");
    std::filesystem::remove_all(directory);
}

void measure_single(Bench& bench) {
    std::size_t bytes = 0;
    const Times times = times_of(bench.arguments.rounds, [&] {
        bytes = 0;
        for (const std::string& line : bench.lines)
            bytes += print_single(bench, line).size();
    });
    bench.add_rate("warm single", times);
    bench.add("warm single, size",
              static_cast<double>(bytes) / static_cast<double>(bench.lines.size()) / 1024,
              "KB/form");
}

void measure_one_file(Bench& bench) {
    std::size_t bytes = 0;
    const Times times = times_of(bench.arguments.rounds, [&] {
        Lines people(bench.declared(), bench.lines);
        bytes = must(render::print_together(*bench.form, people, {})).pdf.size();
    });
    bench.add_rate("batch, one file", times);
    bench.add("batch, one file, size",
              static_cast<double>(bytes) / static_cast<double>(bench.lines.size()) / 1024,
              "KB/form");
}

void measure_separate_files(Bench& bench) {
    const auto directory = std::filesystem::temp_directory_path() / "madoguchi-bench";
    std::filesystem::create_directories(directory);
    const Times times = times_of(bench.arguments.rounds, [&] {
        Lines people(bench.declared(), bench.lines);
        render::print_apart(*bench.form, people, {}, [&](std::size_t number, std::string_view pdf) {
            std::ofstream(directory / (std::to_string(number) + ".pdf"), std::ios::binary) << pdf;
            return Result<Done>(Done{});
        });
    });
    bench.add_rate("batch, separate files", times);
    std::filesystem::remove_all(directory);
}

/// Where a warm form's time goes: each stage over all people, in processor time.
void measure_stages(Bench& bench) {
    const auto stage = [&](const char* name, const std::function<void(std::size_t)>& work) {
        const Times times = times_of(bench.arguments.rounds, [&] {
            for (std::size_t i = 0; i < bench.lines.size(); ++i)
                work(i);
        });
        bench.add(name, times.processor * 1000 / static_cast<double>(bench.lines.size()),
                  "us/form");
    };
    std::vector<templates::Data> data;
    std::vector<render::LaidOut> laid_out;
    for (const std::string& line : bench.lines) {
        data.push_back(must(templates::read_data(bench.declared(), line, "bench")));
        laid_out.push_back(must(render::layout(*bench.form, data.back())));
    }
    stage("stage: read data", [&](std::size_t i) {
        must(templates::read_data(bench.declared(), bench.lines[i], "bench"));
    });
    stage("stage: fill", [&](std::size_t i) { must(render::compiled(*bench.form).fill(data[i])); });
    stage("stage: fill and layout",
          [&](std::size_t i) { must(render::layout(*bench.form, data[i])); });
    stage("stage: PDF of its own", [&](std::size_t i) {
        must(render::write_pdf(*bench.form, {&laid_out[i].document, 1}, {}));
    });
    render::PdfBatch file = render::begin_pdf(*bench.form, {});
    stage("stage: PDF in a batch", [&](std::size_t i) { must(file.add(laid_out[i].document)); });
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
    Arguments arguments;
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
    auto form = must(templates::read_template(read_file(form_file), form_file));
    auto compiled = must(templates::CompiledForm::compile(std::move(form)));
    const auto start = Clock::now();
    const fonts::FontLibrary fonts = must(fonts::open_installed_fonts());
    bench.form = must(render::prepare(std::move(compiled), fonts));
    bench.add("prepare the form", milliseconds_since(start), "ms");
    measure_cold(bench);
    measure_single(bench);
    measure_one_file(bench);
    measure_separate_files(bench);
    measure_stages(bench);
    for (Figure& figure : measure_characters(fonts, character_list, arguments.rounds))
        bench.figures.push_back(std::move(figure));
    measure_memory(bench);
    write_results(bench);
    return 0;
}
