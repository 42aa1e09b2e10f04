#include "tests/support/shell.h"

#include <array>
#include <cstdio>

namespace madoguchi::tests {

Said shell(const std::string& command) {
    Said said;
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return {-1, "no pipe"};
    std::array<char, 4096> buffer;
    while (const std::size_t size = fread(buffer.data(), 1, buffer.size(), pipe))
        said.output.append(buffer.data(), size);
    said.status = pclose(pipe);
    return said;
}

}  // namespace madoguchi::tests
