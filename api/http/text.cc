#include "api/http/text.h"

#include <cstddef>

namespace madoguchi::api::http {
namespace {

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

std::size_t digits_from(const std::string& text, std::size_t offset) {
    std::size_t count = 0;
    while (offset + count < text.size() && is_digit(text[offset + count]))
        ++count;
    return count;
}

}  // namespace

std::string LogText::masked() const {
    constexpr std::size_t longest_plain_number = 3;
    std::string out;
    for (std::size_t i = 0; i < raw_.size(); ++i) {
        const auto byte = static_cast<unsigned char>(raw_[i]);
        if (const std::size_t digits = digits_from(raw_, i); digits > longest_plain_number) {
            out += '*';
            i += digits - 1;
        } else if (digits > 0) {
            out.append(raw_, i, digits);
            i += digits - 1;
        } else if (byte >= 0x80) {
            if ((byte & 0xC0) != 0x80) out += '*';
        } else {
            out += byte < 0x20 || byte == 0x7F ? ' ' : raw_[i];
        }
    }
    return out;
}

}  // namespace madoguchi::api::http
