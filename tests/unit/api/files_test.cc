// Files that are read, and files that are there whole or not at all.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "api/files/input_file.h"
#include "api/files/output_file.h"
#include "api/files/output_place.h"
#include "tests/unit/api/cli_fixture.h"

namespace madoguchi::api {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class Files : public cli::CommandLine {};
using Existing = OutputFile::Existing;

template <typename T>
std::string finding_of(const Result<T>& result) {
    return result.ok() ? "none" : to_line(result.findings().front());
}

TEST_F(Files, OnlyRegularFilesAreRead) {
    ASSERT_EQ(::mkfifo(place("pipe").c_str(), 0600), 0);
    for (const std::string& file : {place("pipe"), std::string("/dev/zero"), directory.string()})
        EXPECT_THAT(finding_of(read_file(file)), HasSubstr("input.unreadable " + file + ": "));
    EXPECT_EQ(read_file(write("a", "content")).value(), "content");
}

TEST_F(Files, TooMuchIsRefusedWithTheLimit) {
    // Sparse: the size is refused before memory is taken for it.
    write("large", "");
    fs::resize_file(place("large"), std::uintmax_t{1} << 42);
    const std::string line = finding_of(read_file(place("large"), std::size_t{64} << 20));
    EXPECT_THAT(line, HasSubstr("上限は64MB"));
    EXPECT_THAT(line, HasSubstr("At most 64 MB"));
}

TEST_F(Files, AReplacedFileKeepsWhoMayReadIt) {
    write("out", "old");
    fs::permissions(place("out"), fs::perms::owner_read | fs::perms::owner_write);
    for (const auto unfinished :
         {OutputFile::Unfinished::Nameless, OutputFile::Unfinished::Named}) {
        OutputFile output =
            OutputFile::create(place("out"), Existing::Replaced, unfinished).value();
        ASSERT_TRUE(output.write("new").ok());
        ASSERT_TRUE(output.commit().ok());
        struct stat now {};
        ASSERT_EQ(::stat(place("out").c_str(), &now), 0);
        EXPECT_EQ(now.st_mode & 07777, 0600);
    }
}

class Unfinished : public Files, public testing::WithParamInterface<OutputFile::Unfinished> {};

TEST_P(Unfinished, IsNotThereUntilItIsCommitted) {
    for (const std::string& old : {std::string(), std::string("the old file")}) {
        if (!old.empty()) write("out.pdf", old);
        {
            Result<OutputFile> given_up =
                OutputFile::create(place("out.pdf"), Existing::Replaced, GetParam());
            ASSERT_TRUE(given_up.ok()) << finding_of(given_up);
            ASSERT_TRUE(given_up->write("half of it").ok());
        }
        EXPECT_EQ(cli::read(place("out.pdf")), old);
        Result<OutputFile> file =
            OutputFile::create(place("out.pdf"), Existing::Replaced, GetParam());
        ASSERT_TRUE(file->write("all ").ok());
        ASSERT_TRUE(file->write("of it").ok());
        EXPECT_EQ(cli::read(place("out.pdf")), old);
        EXPECT_TRUE(file->commit().ok());
        EXPECT_EQ(cli::read(place("out.pdf")), "all of it");
        EXPECT_THAT(files(), ElementsAre("out.pdf"));
    }
}

TEST_P(Unfinished, TakesTheMaskOfTheUser) {
    const mode_t mask = ::umask(0027);
    Result<OutputFile> file = OutputFile::create(place("out.pdf"), Existing::Replaced, GetParam());
    ::umask(mask);
    ASSERT_TRUE(file->commit().ok());
    EXPECT_EQ(fs::status(place("out.pdf")).permissions(), fs::perms(0640));
}

TEST_P(Unfinished, AMissingFolderIsAFinding) {
    EXPECT_THAT(finding_of(OutputFile::create(place("no/out.pdf"), Existing::Replaced, GetParam())),
                HasSubstr("output.create"));
    // The file is written while somebody removes the folder.
    fs::create_directory(place("gone"));
    Result<OutputFile> file =
        OutputFile::create(place("gone/out.pdf"), Existing::Replaced, GetParam());
    fs::remove_all(place("gone"));
    EXPECT_THAT(finding_of(file->commit()), HasSubstr("output.rename"));
}

TEST_P(Unfinished, TakesNoNameThatAnotherRunHas) {
    Result<OutputFile> first = OutputFile::create(place("1.pdf"), Existing::Kept, GetParam());
    Result<OutputFile> second = OutputFile::create(place("1.pdf"), Existing::Kept, GetParam());
    ASSERT_TRUE(first->write("first").ok() && second->write("second").ok());
    EXPECT_TRUE(first->commit().ok());
    EXPECT_THAT(finding_of(second->commit()), HasSubstr("output.exists"));
    EXPECT_EQ(cli::read(place("1.pdf")), "first");
}

TEST_P(Unfinished, TwoWritersOfOneFileDoNotDisturbEachOther) {
    Result<OutputFile> first = OutputFile::create(place("out.pdf"), Existing::Replaced, GetParam());
    Result<OutputFile> second =
        OutputFile::create(place("out.pdf"), Existing::Replaced, GetParam());
    ASSERT_TRUE(first->write("first").ok());
    ASSERT_TRUE(second->write("second").ok());
    EXPECT_TRUE(first->commit().ok());
    EXPECT_TRUE(second->commit().ok());
    EXPECT_EQ(cli::read(place("out.pdf")), "second");
    EXPECT_THAT(files(), ElementsAre("out.pdf"));
}

INSTANTIATE_TEST_SUITE_P(Both, Unfinished,
                         testing::Values(OutputFile::Unfinished::Nameless,
                                         OutputFile::Unfinished::Named),
                         [](const auto& way) {
                             return way.param == OutputFile::Unfinished::Named ? "Named"
                                                                               : "Nameless";
                         });

TEST_F(Files, AnUnfinishedFileHasNoName) {
    // Memory knows files without names on every system; the disk of a container may not.
    const fs::path shared = "/dev/shm";
    const std::string name = directory.filename().string();
    const Result<OutputFile> file = OutputFile::create(shared / name);
    ASSERT_TRUE(file.ok()) << finding_of(file);
    for (const fs::directory_entry& entry : fs::directory_iterator(shared))
        EXPECT_THAT(entry.path().filename().string(), Not(HasSubstr(name)));
}

TEST_F(Files, ALinkIsFollowedToTheFileThatItMeans) {
    fs::create_directory(place("folder"));
    write("folder/real.pdf", "old");
    fs::create_symlink("folder/real.pdf", place("link.pdf"));
    fs::create_symlink(place("link.pdf"), place("second.pdf"));
    fs::create_symlink("folder/none.pdf", place("to-be.pdf"));
    fs::create_symlink("circle.pdf", place("circle.pdf"));
    for (const char* name : {"second.pdf", "to-be.pdf"}) {
        ASSERT_TRUE(write_files({{place(name), "new"}}).ok());
        EXPECT_TRUE(fs::is_symlink(place(name)));
    }
    EXPECT_EQ(cli::read(place("folder/real.pdf")), "new");
    EXPECT_EQ(cli::read(place("folder/none.pdf")), "new");
    EXPECT_THAT(finding_of(OutputFile::create(place("circle.pdf"))),
                HasSubstr("output.not-a-file"));
}

TEST_F(Files, NothingButAFileIsReplaced) {
    fs::create_directory(place("folder.pdf"));
    ASSERT_EQ(::mkfifo(place("pipe.pdf").c_str(), 0600), 0);
    fs::create_symlink("/dev/full", place("device.pdf"));
    for (const char* name : {"folder.pdf", "pipe.pdf", "device.pdf"}) {
        EXPECT_THAT(finding_of(OutputFile::create(place(name))), HasSubstr("output.not-a-file"))
            << name;
    }
    EXPECT_TRUE(fs::is_fifo(place("pipe.pdf")));
}

TEST_F(Files, AFolderMayHoldAnythingButNumberedPdfs) {
    EXPECT_TRUE(open_directory(place("new/folder")).ok());
    for (const char* name : {"all.pdf", "000001.txt", "12.pdf", "000001.pdf.bak"}) {
        write(name, "");
        EXPECT_TRUE(open_directory(directory).ok()) << name;
    }
    write("1000000.PDF", "");
    EXPECT_THAT(finding_of(open_directory(directory)), HasSubstr("output.older-files"));
    EXPECT_THAT(finding_of(open_directory(place("all.pdf"))), HasSubstr("output.directory"));
    EXPECT_EQ(numbered_pdf("d", 12), "d/000012.pdf");
    EXPECT_EQ(numbered_pdf("d", 1234567), "d/1234567.pdf");
}

TEST_F(Files, SheetsDoNotMixWithThoseOfAnotherRun) {
    const fs::path output = place("out.svg");
    EXPECT_EQ(name_sheets(output, 1).value(), std::vector{output});
    EXPECT_EQ(name_sheets("out.svg", 2).value(), (std::vector<fs::path>{"out-1.svg", "out-2.svg"}));
    for (const char* name : {"out-2.svg", "out-x.svg", "other.svg", "out-3.pdf"})
        write(name, "");
    EXPECT_TRUE(name_sheets(output, 2).ok()) << "replaced";
    EXPECT_THAT(finding_of(name_sheets(output, 1)),
                HasSubstr("output.older-files " + place("out-2.svg")));
    write("out.svg", "");
    EXPECT_TRUE(name_sheets(place("out-2.svg"), 1).ok()) << "a form of its own";
    EXPECT_THAT(finding_of(name_sheets(output, 3)),
                HasSubstr("output.older-files " + place("out.svg")));
}

}  // namespace
}  // namespace madoguchi::api
