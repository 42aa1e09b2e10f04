#include "api/http/request_id.h"

#include <sys/random.h>

#include <algorithm>
#include <array>

namespace madoguchi::api::http {

std::string make_request_id() {
    std::array<unsigned char, 16> bytes{};
    // Up to 256 bytes come whole once the system has started (getrandom(2)).
    while (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
    }
    std::string out;
    for (const unsigned char byte : bytes) {
        constexpr std::string_view digits = "0123456789abcdef";
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

bool is_request_id(std::string_view text) {
    constexpr std::size_t longest = 64;
    return !text.empty() && text.size() <= longest &&
           std::all_of(text.begin(), text.end(), [](char character) {
               const bool letter =
                   (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
               const bool digit = character >= '0' && character <= '9';
               return letter || digit || character == '.' || character == '_' || character == '-';
           });
}

}  // namespace madoguchi::api::http
