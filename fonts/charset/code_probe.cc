#include "fonts/charset/code_probe.h"

#include <iconv.h>

#include <array>
#include <cstring>
#include <optional>
#include <utility>

namespace madoguchi::fonts {

namespace {

/// iconv(3) from one character set to UTF-32.
class Converter {
  public:
    explicit Converter(const char* name) : descriptor_(iconv_open("UTF-32LE", name)) {}
    ~Converter() {
        if (is_open()) iconv_close(descriptor_);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    bool is_open() const { return descriptor_ != reinterpret_cast<iconv_t>(-1); }

    std::optional<std::u32string> decode(std::string code) const {
        std::array<char32_t, 4> text{};
        char* in = code.data();
        char* out = reinterpret_cast<char*>(text.data());
        std::size_t in_left = code.size(), out_left = sizeof text;
        iconv(descriptor_, nullptr, nullptr, nullptr, nullptr);
        const bool read = iconv(descriptor_, &in, &in_left, &out, &out_left) == 0 && in_left == 0;
        // Converters that wait for a second part (か and ゜) give what they hold back.
        if (!read || iconv(descriptor_, nullptr, nullptr, &out, &out_left) != 0)
            return std::nullopt;
        const std::size_t count = (sizeof text - out_left) / sizeof(char32_t);
        if (count == 0) return std::nullopt;
        return std::u32string(text.data(), count);
    }

    void collect(std::string code, std::vector<CodedText>& out) const {
        if (auto text = decode(code)) out.push_back({std::move(code), *std::move(text)});
    }

  private:
    iconv_t descriptor_;
};

}  // namespace

std::vector<CodedText> probe_rows(const char* converter, const std::string& prefix) {
    std::vector<CodedText> out;
    const Converter from(converter);
    if (!from.is_open()) return out;
    for (int row = 0xa1; row <= 0xfe; ++row) {
        for (int cell = 0xa1; cell <= 0xfe; ++cell)
            from.collect(prefix + static_cast<char>(row) + static_cast<char>(cell), out);
    }
    return out;
}

std::vector<CodedText> probe_single_bytes(const char* converter) {
    std::vector<CodedText> out;
    const Converter from(converter);
    if (!from.is_open()) return out;
    for (int byte = 0; byte <= 0xff; ++byte)
        from.collect(std::string(1, static_cast<char>(byte)), out);
    return out;
}

std::vector<CodedText> probe_shift_jis_pairs(const char* converter) {
    std::vector<CodedText> out;
    const Converter from(converter);
    if (!from.is_open()) return out;
    for (int lead = 0x81; lead <= 0xfc; ++lead) {
        if (lead >= 0xa0 && lead <= 0xdf) continue;
        for (int trail = 0x40; trail <= 0xfc; ++trail) {
            if (trail == 0x7f) continue;
            from.collect(std::string{static_cast<char>(lead), static_cast<char>(trail)}, out);
        }
    }
    return out;
}

std::vector<CodedText> probe_shifted_pairs(const char* converter) {
    constexpr char shift_out = 0x0e;
    std::vector<CodedText> out;
    const Converter from(converter);
    if (!from.is_open()) return out;
    for (int lead = 0x40; lead <= 0xfe; ++lead) {
        for (int trail = 0x40; trail <= 0xfe; ++trail)
            from.collect({shift_out, static_cast<char>(lead), static_cast<char>(trail)}, out);
    }
    return out;
}

}  // namespace madoguchi::fonts
