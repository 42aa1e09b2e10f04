#include "api/tenants/file_stamp.h"

#include <sys/stat.h>

namespace madoguchi::api {

FileStamp stamp_of(const std::filesystem::path& file) {
    struct stat found {};
    if (::stat(file.c_str(), &found) != 0) return {};
    return {static_cast<std::int64_t>(found.st_dev),
            static_cast<std::int64_t>(found.st_ino),
            found.st_size,
            found.st_mtim.tv_sec,
            found.st_mtim.tv_nsec,
            found.st_ctim.tv_sec,
            found.st_ctim.tv_nsec};
}

}  // namespace madoguchi::api
