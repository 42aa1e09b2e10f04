#include "api/store/backup_stream.h"

#include <sodium.h>

#include <array>
#include <utility>

#include "api/keys/sealing.h"
#include "api/keys/sodium.h"
#include "api/store/failure.h"

namespace madoguchi::api::store {

namespace {

constexpr std::string_view magic = "madoguchi backup 1 ";
constexpr const char* key_use = "mdgbackp";
constexpr std::size_t header_size = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t extra_size = crypto_secretstream_xchacha20poly1305_ABYTES;
/// No row of ours is larger; what a file claims beyond it is not asked of the memory.
constexpr std::uint32_t largest_piece = 64u << 20;

unsigned char* bytes_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}
const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string length_of(std::size_t size) {
    std::string bytes;
    for (unsigned shift = 0; shift < 32; shift += 8)
        bytes += static_cast<char>(size >> shift & 0xff);
    return bytes;
}

Diagnostic malformed() {
    return store_failure("backup.malformed",
                         {"バックアップのファイルではありません。", "This is no backup file."});
}

Diagnostic damaged() {
    return store_failure("backup.damaged",
                         {"バックアップのファイルが壊れているか、途中で切れています。",
                          "The backup file is damaged or cut off."});
}

}  // namespace

struct BackupWriter::Stream {
    crypto_secretstream_xchacha20poly1305_state state;
};
struct BackupReader::Stream {
    crypto_secretstream_xchacha20poly1305_state state;
};

Result<BackupWriter> BackupWriter::create(const std::filesystem::path& file,
                                          const MasterKeys& masters) {
    use_sodium();
    OutputFile output = TRY(OutputFile::create(file, OutputFile::Existing::Kept));
    const SecretKey key = derived_key(masters.newest().key, key_use);
    auto stream = std::make_shared<Stream>();
    std::string header(header_size, '\0');
    crypto_secretstream_xchacha20poly1305_init_push(&stream->state, bytes_of(header), key.data());
    TRY(output.write(std::string(magic) + masters.newest().name + '\n' + header));
    return BackupWriter(std::move(output), std::move(stream));
}

Result<Done> BackupWriter::put(std::string_view piece, bool last) {
    std::string sealed(piece.size() + extra_size, '\0');
    const unsigned char tag = last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                   : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
    crypto_secretstream_xchacha20poly1305_push(&stream_->state, bytes_of(sealed), nullptr,
                                               bytes_of(piece), piece.size(), nullptr, 0, tag);
    return file_.write(length_of(sealed.size()) + sealed);
}

Result<Done> BackupWriter::write(std::string_view piece) {
    return put(piece, false);
}

Result<Done> BackupWriter::finish() {
    TRY(put("", true));
    return file_.commit();
}

Result<BackupReader> BackupReader::open(const std::filesystem::path& file,
                                        const MasterKeys& masters) {
    use_sodium();
    InputFile input = TRY(InputFile::open(file));
    BackupReader reader(std::move(input), std::make_shared<Stream>());
    const Result<std::string> begin = reader.take(magic.size());
    if (!begin.ok() || *begin != magic) return malformed();
    std::string name;
    for (;;) {
        const Result<std::string> letter = reader.take(1);
        constexpr std::size_t longest_name = 64;
        if (!letter.ok() || name.size() > longest_name) return malformed();
        if (*letter == "\n") break;
        name += *letter;
    }
    const SecretKey* const master = masters.find(name);
    if (master == nullptr)
        return store_failure("key.no-master",
                             {"このバックアップを作ったマスター鍵がありません。",
                              "The master key that made this backup is not there."});
    const Result<std::string> header = reader.take(header_size);
    if (!header.ok()) return malformed();
    const SecretKey key = derived_key(*master, key_use);
    if (crypto_secretstream_xchacha20poly1305_init_pull(&reader.stream_->state, bytes_of(*header),
                                                        key.data()) != 0)
        return damaged();
    return reader;
}

Result<std::string> BackupReader::take(std::size_t bytes) {
    std::string text(bytes, '\0');
    for (std::size_t at = 0; at < bytes;) {
        const std::size_t read = TRY(file_.read(std::span(text).subspan(at)));
        if (read == 0) return damaged();
        at += read;
    }
    return text;
}

Result<std::optional<std::string>> BackupReader::next() {
    if (is_over_) return std::optional<std::string>();
    const std::string length = TRY(take(4));
    std::uint32_t size = 0;
    for (unsigned i = 0; i < 4; ++i)
        size |= static_cast<std::uint32_t>(static_cast<unsigned char>(length[i])) << 8 * i;
    if (size < extra_size || size > largest_piece) return damaged();
    const std::string sealed = TRY(take(size));
    std::string piece(size - extra_size, '\0');
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&stream_->state, bytes_of(piece), nullptr, &tag,
                                                   bytes_of(sealed), sealed.size(), nullptr,
                                                   0) != 0)
        return damaged();
    if (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL) return std::optional(piece);
    is_over_ = true;
    std::array<char, 1> behind{};
    const std::size_t more = TRY(file_.read(behind));
    if (more != 0 || !piece.empty()) return damaged();
    return std::optional<std::string>();
}

}  // namespace madoguchi::api::store
