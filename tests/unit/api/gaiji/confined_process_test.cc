// A reader that was taken over can do no more than lie, and a lie is noticed.
#include "api/confined/confined_process.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>

#include "api/gaiji/upload.h"

namespace madoguchi::api {
namespace {

using How = ConfinedEnd::How;
using testing::HasSubstr;

ConfinedEnd run(const std::string& word, std::string_view input = {},
                const ConfinementLimits& limits = {}) {
    return run_confined({MISBEHAVING_READER, {word}}, input, limits);
}

/// The codes of what is found when the reader does that.
std::string finding_of(const std::string& word, ConfinementLimits limits = {}) {
    UploadPrograms programs = upload_programs();
    programs.reader = {MISBEHAVING_READER, {word}};
    programs.limits = limits;
    const auto read = read_uploaded_file("anything", "eudc.tte", programs);
    if (read.ok()) return "read";
    EXPECT_EQ(read.findings().size(), 1U);
    EXPECT_EQ(read.findings().front().origin.source->file, "eudc.tte");
    return read.findings().front().code;
}

TEST(ConfinedReader, DoesItsWorkInTheSandbox) {
    const ConfinedEnd end = run("well");
    EXPECT_EQ(end.how, How::Left);
    EXPECT_EQ(end.code, 0);
    EXPECT_THAT(end.output, HasSubstr("glyph E000"));
    EXPECT_EQ(finding_of("well"), "read");
}

class Escape : public testing::TestWithParam<const char*> {};

TEST_P(Escape, IsKilledAtOnceAndIsAFinding) {
    const ConfinedEnd end = run(GetParam());
    EXPECT_EQ(end.how, How::Killed);
    EXPECT_EQ(end.code, SIGSYS);
    EXPECT_EQ(end.output, "");
    EXPECT_EQ(finding_of(GetParam()), "gaiji.unreadable");
}

INSTANTIATE_TEST_SUITE_P(Ways, Escape,
                         testing::Values("open", "socket", "fork", "exec", "code", "signal"),
                         [](const auto& way) { return std::string(way.param); });

TEST(ConfinedReader, ThatCrashesLeavesOrLiesIsAFinding) {
    for (const char* how : {"crash", "leave", "silence", "half", "nonsense"})
        EXPECT_EQ(finding_of(how), "gaiji.unreadable") << how;
}

TEST(ConfinedReader, ThatHangsIsKilled) {
    ConfinementLimits limits{.time = std::chrono::milliseconds(300)};
    EXPECT_EQ(run("hang", {}, limits).how, How::TooLate);
    EXPECT_EQ(finding_of("hang", limits), "gaiji.unreadable");
}

TEST(ConfinedReader, ThatComputesForeverIsStoppedByTheSystem) {
    const ConfinedEnd end = run("hang", {}, {.cpu_seconds = 1});
    EXPECT_EQ(end.how, How::Killed);
}

TEST(ConfinedReader, ThatTalksWithoutEndIsKilled) {
    const ConfinementLimits limits{.output = 1 << 20};
    EXPECT_EQ(run("flood", {}, limits).how, How::TooMuch);
    EXPECT_EQ(finding_of("flood", limits), "gaiji.too-large");
}

TEST(ConfinedReader, ThatIsNotThereIsAFinding) {
    UploadPrograms programs = upload_programs();
    programs.reader = {"/no/such/program", {}};
    const auto read = read_uploaded_file("anything", "eudc.tte", programs);
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.findings().front().code, "gaiji.no-reader");
}

TEST(ConfinedProcess, GetsItsInputAndNothingElse) {
    const std::string input(3'000'000, 'g');
    EXPECT_EQ(run("echo", input).output, input);
    ASSERT_EQ(::setenv("HOME", "/somewhere", 1), 0);
    EXPECT_EQ(run("environment").output, "none");
    std::FILE* inherited = std::tmpfile();
    EXPECT_EQ(run("files").output, "");
    std::fclose(inherited);
    EXPECT_EQ(run("core").output, "none");
}

TEST(ConfinedProcess, WritesNoFile) {
    const ConfinedEnd end = run("write");
    EXPECT_NE(end.output, "written");
}

TEST(UploadedFile, BeyondTheLimitIsNotEvenRead) {
    const std::string much(largest_upload + 1, 'M');
    const auto read = read_uploaded_file(much, "eudc.tte", upload_programs());
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.findings().front().code, "gaiji.too-large");
}

}  // namespace
}  // namespace madoguchi::api
