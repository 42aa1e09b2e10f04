#include "api/http/target.h"

#include <optional>

#include "base/utf8.h"

namespace madoguchi::api::http {
namespace {

Diagnostic refusal(std::string ja, std::string en) {
    return {.code = "request.target", .message = {std::move(ja), std::move(en)}};
}

Diagnostic too_long() {
    return {.code = "request.target-too-long",
            .message = {"URL が長すぎます。", "The URL is too long."}};
}

std::optional<unsigned> hex_digit(char character) {
    if (character >= '0' && character <= '9') return static_cast<unsigned>(character - '0');
    if (character >= 'A' && character <= 'F') return static_cast<unsigned>(character - 'A') + 10;
    if (character >= 'a' && character <= 'f') return static_cast<unsigned>(character - 'a') + 10;
    return std::nullopt;
}

enum class Plus { Literal, Space };

std::optional<std::string> decode(std::string_view text, Plus plus) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus == Plus::Space) {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            if (i + 2 >= text.size()) return std::nullopt;
            const auto high = hex_digit(text[i + 1]);
            const auto low = hex_digit(text[i + 2]);
            if (!high || !low) return std::nullopt;
            out += static_cast<char>(*high << 4 | *low);
            i += 2;
        }
    }
    return out;
}

bool has_control_character(std::string_view text) {
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte < 0x20 || byte == 0x7F) return true;
    }
    return false;
}

Result<std::string> decode_text(std::string_view raw, Plus plus) {
    std::optional<std::string> text = decode(raw, plus);
    if (!text) {
        return refusal("URL の % による符号化が正しくありません。",
                       "A percent escape in the URL is broken.");
    }
    if (find_invalid_utf8(*text)) {
        return refusal("URL が正しい UTF-8 ではありません。", "The URL is not valid UTF-8.");
    }
    if (has_control_character(*text)) {
        return refusal("URL に制御文字があります。", "The URL holds a control character.");
    }
    return std::move(*text);
}

Result<std::string> read_segment(std::string_view raw) {
    std::string segment = TRY(decode_text(raw, Plus::Literal));
    if (segment.empty() || segment == "." || segment == ".." ||
        segment.find_first_of("/\\") != std::string::npos) {
        return refusal("URL のパスに空の区切り、「.」、「..」または符号化された「/」があります。",
                       "The path holds an empty segment, \".\", \"..\" or an encoded slash.");
    }
    return segment;
}

/// Calls `each` with every part of `text` between separators, until it gives findings.
template <typename Each>
Result<Done> split(std::string_view text, char separator, Each each) {
    while (true) {
        const std::size_t end = text.find(separator);
        TRY(each(text.substr(0, end)));
        if (end == std::string_view::npos) return Done{};
        text.remove_prefix(end + 1);
    }
}

Result<Done> read_path(std::string_view path, const TargetLimits& limits, Target& out) {
    if (path.empty() || path.front() != '/') {
        return refusal("URL のパスは「/」で始まらなければなりません。",
                       "The path must begin with a slash.");
    }
    path.remove_prefix(1);
    if (path.empty()) return Done{};
    return split(path, '/', [&](std::string_view raw) -> Result<Done> {
        if (out.segments.size() == limits.segments) return too_long();
        auto segment = TRY(read_segment(raw));
        out.segments.push_back(std::move(segment));
        return Done{};
    });
}

Result<Done> read_query(std::string_view query, const TargetLimits& limits, Target& out) {
    return split(query, '&', [&](std::string_view pair) -> Result<Done> {
        if (pair.empty()) return Done{};
        if (out.query.size() == limits.parameters) return too_long();
        const std::size_t equals = pair.find('=');
        Parameter parameter;
        parameter.name = TRY(decode_text(pair.substr(0, equals), Plus::Space));
        if (equals != std::string_view::npos) {
            parameter.value = TRY(decode_text(pair.substr(equals + 1), Plus::Space));
        }
        out.query.push_back(std::move(parameter));
        return Done{};
    });
}

}  // namespace

Result<Target> read_target(std::string_view target, const TargetLimits& limits) {
    if (target.size() > limits.bytes) return too_long();
    if (constexpr std::string_view scheme = "http://"; target.starts_with(scheme)) {
        const std::size_t path = target.find('/', scheme.size());
        target = path == std::string_view::npos ? "/" : target.substr(path);
    }
    Target out;
    const std::size_t question = target.find('?');
    TRY(read_path(target.substr(0, question), limits, out));
    if (question != std::string_view::npos) {
        TRY(read_query(target.substr(question + 1), limits, out));
    }
    return out;
}

}  // namespace madoguchi::api::http
