// The file of a backup: pieces of text, encrypted one after the other under a key that is derived
// from the master key (libsodium's secretstream, XChaCha20-Poly1305). A piece that is changed, left
// out, doubled or moved, and an end that is cut off, are noticed.
//
//     madoguchi backup 1 <name of the master key>\n
//     24 bytes of the stream, then for each piece 4 bytes of its length and the piece
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "api/files/input_file.h"
#include "api/files/output_file.h"
#include "api/keys/master_key.h"

namespace madoguchi::api::store {

class BackupWriter {
  public:
    static Result<BackupWriter> create(const std::filesystem::path& file,
                                       const MasterKeys& masters);

    Result<Done> write(std::string_view piece);
    /// Nothing of the file is there before.
    Result<Done> finish();

  private:
    struct Stream;
    BackupWriter(OutputFile file, std::shared_ptr<Stream> stream)
        : file_(std::move(file)), stream_(std::move(stream)) {}
    Result<Done> put(std::string_view piece, bool last);

    OutputFile file_;
    std::shared_ptr<Stream> stream_;
};

class BackupReader {
  public:
    /// Findings "input.…", "backup.malformed", "key.no-master".
    static Result<BackupReader> open(const std::filesystem::path& file, const MasterKeys& masters);

    /// Nothing behind the last piece. "backup.damaged" where the file is not what was written.
    Result<std::optional<std::string>> next();

  private:
    struct Stream;
    BackupReader(InputFile file, std::shared_ptr<Stream> stream)
        : file_(std::move(file)), stream_(std::move(stream)) {}
    Result<std::string> take(std::size_t bytes);

    InputFile file_;
    std::shared_ptr<Stream> stream_;
    bool is_over_ = false;
};

}  // namespace madoguchi::api::store
