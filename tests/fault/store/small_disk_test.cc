// The store on disks that are really full or read-only; mounting them takes a superuser.
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <filesystem>

#include "tests/fault/store/fill.h"

namespace madoguchi::tests {
namespace {

namespace fs = std::filesystem;

TEST(StoreOnAFullDisk, RefusesChangesLosesNothingAndGoesOn) {
    ASSERT_EQ(::unshare(CLONE_NEWNS), 0) << "run the long tests as a superuser";
    const fs::path disk =
        fs::temp_directory_path() / ("madoguchi-disk-" + std::to_string(::getpid()));
    fs::create_directories(disk);
    ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
    ASSERT_EQ(::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=1m"), 0);
    {
        const StoreOnDisk store("sqlite", disk / "data");
        const auto opened = store.open();
        ASSERT_TRUE(opened.ok());
        const auto [kept, code] = fill(**opened);
        EXPECT_EQ(code, "store.full");
        EXPECT_GT(kept, 10);
        expect_whole(**opened, kept);
        const auto again = add_entry(**opened, 1);
        EXPECT_EQ(again.ok() ? "" : again.findings().front().code, "store.full");
        expect_whole(**opened, kept);
        ASSERT_EQ(::mount("tmpfs", disk.c_str(), "tmpfs", MS_REMOUNT, "size=4m"), 0);
        EXPECT_TRUE(add_entry(**opened, 1).ok());
        expect_whole(**opened, kept + 1);
    }
    ::umount(disk.c_str());
    fs::remove(disk);
}

TEST(StoreOnAReadOnlyDisk, SaysSo) {
    ASSERT_EQ(::unshare(CLONE_NEWNS), 0) << "run the long tests as a superuser";
    const fs::path disk =
        fs::temp_directory_path() / ("madoguchi-disk-" + std::to_string(::getpid()));
    fs::create_directories(disk);
    ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
    ASSERT_EQ(::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=4m"), 0);
    {
        const StoreOnDisk store("sqlite", disk / "data");
        ASSERT_EQ(::mount("tmpfs", disk.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr), 0);
        const auto opened = store.open();
        ASSERT_FALSE(opened.ok());
        EXPECT_EQ(opened.findings().front().code, "store.unavailable");
        ::mount("tmpfs", disk.c_str(), "tmpfs", MS_REMOUNT, nullptr);
    }
    ::umount(disk.c_str());
    fs::remove(disk);
}

}  // namespace
}  // namespace madoguchi::tests
