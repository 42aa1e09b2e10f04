#include "base/utf8.h"
#include "templates/json/builder.h"
#include "templates/json/syntax_finding.h"
#include "templates/json/value.h"

namespace madoguchi::templates::json {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

struct Refusal {
    Diagnostic finding;
    std::size_t offset = 0;
};

/// What is wrong with the bytes before any syntax.
std::optional<Refusal> check_bytes(std::string_view source, const ReadLimits& limits) {
    if (source.size() > limits.bytes) {
        const std::string most = std::to_string(limits.bytes);
        return Refusal{{.code = "json.too-large",
                        .message = {"データが大きすぎます（" + most + "バイトまで）。",
                                    "The text is larger than " + most + " bytes."}}};
    }
    if (const auto bad = find_invalid_utf8(source)) {
        return Refusal{
            {.code = "json.invalid-utf8",
             .message = {"UTF-8 として正しくないバイトがあります。",
                         "A byte does not belong to UTF-8."},
             .hints = {{"ファイルを UTF-8 で保存し直してください。", "Save the file as UTF-8."}}},
            *bad};
    }
    // The parser takes a NUL for the end.
    const std::size_t nul = source.find('\0');
    if (nul == std::string_view::npos) return std::nullopt;
    return Refusal{{.code = "json.control-character",
                    .message = {"文字 U+0000 がそのまま入っています。",
                                "The text holds the bare character U+0000."}},
                   nul};
}

Diagnostic placed(Refusal refusal, std::string_view source, std::string name) {
    refusal.finding.origin.source = place_of(source, refusal.offset, std::move(name));
    return std::move(refusal.finding);
}

}  // namespace

Result<Value> read(std::string_view source, std::string name, const ReadLimits& limits) {
    if (auto refusal = check_bytes(source, limits))
        return placed(*std::move(refusal), source, std::move(name));
    std::string text(source);
    SourceStream stream(text.data());
    if (source.starts_with(byte_order_mark)) stream.src_ += byte_order_mark.size();
    Builder builder(source, stream, limits);
    rapidjson::Reader reader;
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseInsituFlag |
                               rapidjson::kParseNumbersAsStringsFlag;
    const rapidjson::ParseResult parsed = reader.Parse<flags>(stream, builder);
    if (!parsed.IsError()) return builder.take_root();
    Refusal refusal{builder.finding(), builder.finding_offset()};
    if (refusal.finding.code.empty())
        refusal = {syntax_finding(parsed.Code(), source, parsed.Offset()), parsed.Offset()};
    return placed(std::move(refusal), source, std::move(name));
}

}  // namespace madoguchi::templates::json
