#include "render/background/cmap.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include "render/background/refusal.h"

namespace madoguchi::render::background {

namespace {

constexpr std::size_t most_ranges = 200'000;
constexpr std::size_t longest_code = 4;

/// "<8140>" as bytes and value.
struct Code {
    std::size_t bytes = 0;
    std::uint32_t value = 0;
};

class Tokens {
  public:
    explicit Tokens(std::string_view text) : text_(text) {}

    /// The next word; a hexadecimal string with its brackets. Empty at the end.
    std::string_view next() {
        skip_blanks();
        const std::size_t begin = at_;
        if (at_ < text_.size() && text_[at_] == '<') {
            at_ = std::min(text_.find('>', at_), text_.size() - 1) + 1;
        } else {
            at_ = std::min(text_.find_first_of(" \t\r\n\f<[", at_ + 1), text_.size());
        }
        return text_.substr(std::min(begin, text_.size()), at_ - begin);
    }

  private:
    void skip_blanks() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '%') {
                at_ = std::min(text_.find('\n', at_), text_.size());
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f') {
                ++at_;
            } else {
                return;
            }
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

std::optional<Code> code_of(std::string_view token) {
    if (token.size() < 4 || token.size() > 2 * longest_code + 2 || token.size() % 2 != 0)
        return std::nullopt;
    Code code{(token.size() - 2) / 2, 0};
    const char* end = token.data() + token.size() - 1;
    const auto read = std::from_chars(token.data() + 1, end, code.value, 16);
    if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
    return code;
}

std::optional<std::uint32_t> number_of(std::string_view token) {
    std::uint32_t value = 0;
    const auto read = std::from_chars(token.data(), token.data() + token.size(), value);
    if (read.ec != std::errc() || read.ptr != token.data() + token.size()) return std::nullopt;
    return value;
}

}  // namespace

CMap CMap::read(const Object& encoding) {
    CMap map;
    const std::string name = encoding.name();
    if (name == "Identity-H" || name == "Identity-V") {
        map.is_identity_ = true;
        map.is_vertical_ = name == "Identity-V";
        return map;
    }
    if (!encoding.is_stream())
        throw Refusal{
            unsupported({"この符号化（" + name + "）の文字", "Text in the encoding " + name})};
    if (encoding["UseCMap"])
        throw Refusal{unsupported({"ほかの符号化を引き継ぐ文字", "Text in a derived encoding"})};
    map.is_vertical_ = encoding["WMode"].number().value_or(0) == 1;
    map.read_stream(encoding.bytes());
    return map;
}

void CMap::read_stream(std::string_view text) {
    Tokens tokens(text);
    std::string_view section;
    for (std::string_view token = tokens.next(); !token.empty(); token = tokens.next()) {
        if (token.starts_with("begin")) section = token.substr(5);
        if (token.starts_with("end")) section = {};
        const std::optional<Code> first = code_of(token);
        if (!first || section.empty()) continue;
        const bool is_single = section == "cidchar";
        const std::optional<Code> last = is_single ? first : code_of(tokens.next());
        if (!last || last->bytes != first->bytes) continue;
        if (spaces_.size() + ranges_.size() > most_ranges) throw Refusal{too_large()};
        if (section == "codespacerange")
            spaces_.push_back({first->bytes, first->value, last->value, 0});
        if (section != "cidrange" && !is_single) continue;
        if (const auto cid = number_of(tokens.next()))
            ranges_.push_back({first->bytes, first->value, last->value, *cid});
    }
}

const CMap::Range* CMap::find(const std::vector<Range>& ranges, std::uint32_t code,
                              std::size_t bytes) {
    for (const Range& range : ranges) {
        if (range.bytes == bytes && code >= range.first && code <= range.last) return &range;
    }
    return nullptr;
}

CMap::Character CMap::next(std::string_view codes) const {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(codes[i]); };
    if (is_identity_) {
        if (codes.size() < 2) return {0, codes.size()};
        return {static_cast<std::uint32_t>(byte(0) << 8 | byte(1)), 2};
    }
    std::uint32_t code = 0;
    for (std::size_t bytes = 1; bytes <= std::min(codes.size(), longest_code); ++bytes) {
        code = code << 8 | byte(bytes - 1);
        if (!find(spaces_, code, bytes)) continue;
        const Range* range = find(ranges_, code, bytes);
        return {range == nullptr ? 0 : range->cid + (code - range->first), bytes};
    }
    return {0, std::min<std::size_t>(codes.size(), 2)};
}

}  // namespace madoguchi::render::background
