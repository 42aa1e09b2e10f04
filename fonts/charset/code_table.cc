#include "fonts/charset/code_table.h"

namespace madoguchi::fonts {

namespace {

std::uint16_t code_of(std::string_view bytes) {
    std::uint16_t code = 0;
    for (const char byte : bytes)
        code = static_cast<std::uint16_t>(code << 8 | static_cast<std::uint8_t>(byte));
    return code;
}

}  // namespace

CodeTable::CodeTable(const std::vector<CodedText>& probed, std::size_t code_size, Prefer prefer) {
    for (const CodedText& coded : probed) {
        const std::string_view bytes = coded.code;
        const std::uint16_t code = code_of(bytes.substr(bytes.size() - code_size));
        texts_[code] = coded.text;
        if (coded.text.size() > 1) {
            pairs_.emplace(coded.text, code);
        } else if (prefer == Prefer::LastCode) {
            singles_[coded.text[0]] = code;
        } else {
            singles_.emplace(coded.text[0], code);
        }
    }
}

std::u32string_view CodeTable::decode(std::uint16_t code) const {
    const auto entry = texts_.find(code);
    return entry == texts_.end() ? std::u32string_view() : std::u32string_view(entry->second);
}

std::optional<CodeTable::Match> CodeTable::encode(std::u32string_view text) const {
    if (text.size() > 1 && !pairs_.empty()) {
        const auto pair = pairs_.find(text.substr(0, 2));
        if (pair != pairs_.end()) return Match{pair->second, 2};
    }
    const auto single = text.empty() ? singles_.end() : singles_.find(text[0]);
    if (single == singles_.end()) return std::nullopt;
    return Match{single->second, 1};
}

}  // namespace madoguchi::fonts
