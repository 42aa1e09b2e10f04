// Any bytes as a connection's input: read whole, and read in pieces, they give the same requests.
// The first byte says how large the pieces are; what is read is decoded and routed as well.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "api/http/request_parser.h"
#include "api/http/target.h"

namespace madoguchi::api::http {
namespace {

constexpr std::size_t body_limit = 4096;

/// All requests of the bytes, up to the first refusal, as text that can be compared.
std::string read_all(std::string_view bytes, std::size_t piece) {
    RequestParser parser({.request_line = 200, .field_section = 400, .fields = 8});
    std::string out;
    while (!bytes.empty()) {
        std::string_view input = bytes.substr(0, piece);
        bytes.remove_prefix(input.size());
        while (true) {
            const auto outcome = parser.consume(input);
            if (outcome == RequestParser::Outcome::NeedInput) break;
            if (outcome == RequestParser::Outcome::Refused) {
                return out + "refused " + std::to_string(code_of(parser.refusal()));
            }
            if (outcome == RequestParser::Outcome::Head) {
                out += parser.head().method + ' ' + parser.head().target + '\n';
                for (const Header& field : parser.head().headers) {
                    out += field.name + ':' + field.value + '\n';
                }
                parser.limit_body(body_limit);
            } else {
                const std::string body = parser.take_body();
                if (body.size() > body_limit) std::abort();
                out += body + '\n';
                parser.reset();
                if (input.empty()) break;
            }
        }
    }
    return out;
}

/// What a target decodes to never holds what the router must not see.
void check_target(std::string_view bytes) {
    const auto target = read_target(bytes);
    if (!target) return;
    for (const std::string& segment : target->segments) {
        if (segment.empty() || segment == "." || segment == ".." ||
            segment.find_first_of(std::string_view("/\\\0\r\n", 5)) != std::string::npos) {
            std::abort();
        }
    }
}

}  // namespace
}  // namespace madoguchi::api::http

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace madoguchi::api::http;
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::size_t piece = data[0] % 17 + 1;
    if (read_all(bytes, bytes.size() + 1) != read_all(bytes, piece)) std::abort();
    check_target(bytes);
    return 0;
}
