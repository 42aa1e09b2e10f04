#include "api/confined/standard_streams.h"

#include <unistd.h>

#include <cerrno>

namespace madoguchi::api {

Bytes read_standard_input() {
    Bytes all;
    for (Bytes piece(1 << 16);;) {
        const ssize_t size = ::read(STDIN_FILENO, piece.data(), piece.size());
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return all;
        all.insert(all.end(), piece.begin(), piece.begin() + size);
    }
}

bool write_standard_output(std::string_view text) {
    while (!text.empty()) {
        const ssize_t size = ::write(STDOUT_FILENO, text.data(), text.size());
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(size));
    }
    return true;
}

}  // namespace madoguchi::api
