#include "api/gaiji/reader.h"

#include <unistd.h>

#include <cerrno>
#include <string_view>

#include "api/gaiji/answer.h"
#include "api/gaiji/sandbox.h"
#include "fonts/gaiji/upload/upload.h"

namespace madoguchi::api {

namespace {

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

}  // namespace

void run_gaiji_reader() {
    if (!enter_sandbox()) ::_exit(1);
    const Bytes file = read_standard_input();
    const bool said = write_standard_output(write_answer(fonts::read_upload(file)));
    // No destructors: what they would free is the system's in a moment, and what they would ask of
    // it is not allowed.
    ::_exit(said ? 0 : 1);
}

}  // namespace madoguchi::api
