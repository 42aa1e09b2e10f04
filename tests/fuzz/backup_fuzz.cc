// Any bytes as a backup: refused with words, or pieces whose every bit was sealed.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "api/store/backup_stream.h"

namespace {

namespace fs = std::filesystem;
using namespace madoguchi;

const api::MasterKeys& masters() {
    static const api::MasterKeys keys = [] {
        const fs::path file =
            fs::temp_directory_path() / ("fuzz-key-" + std::to_string(::getpid()));
        std::ofstream(file) << "first AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\n";
        fs::permissions(file, fs::perms::owner_read);
        auto read = api::MasterKeys::read(file);
        fs::remove(file);
        if (!read.ok()) std::abort();
        return *read;
    }();
    return keys;
}

void read_all(const fs::path& file) {
    auto reader = api::store::BackupReader::open(file, masters());
    if (!reader.ok()) return;
    for (;;) {
        const auto piece = reader->next();
        if (!piece.ok() || !*piece) return;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const fs::path file =
        fs::temp_directory_path() / ("fuzz-backup-" + std::to_string(::getpid()));
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes), static_cast<std::streamsize>(size));
    read_all(file);
    return 0;
}
