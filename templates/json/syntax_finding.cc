#include "templates/json/syntax_finding.h"

#include <algorithm>
#include <cstdint>

#include "base/utf8.h"

namespace madoguchi::templates::json {

namespace {

Diagnostic make(std::string code, BilingualText message) {
    return {.code = std::move(code), .message = std::move(message)};
}

Diagnostic syntax(BilingualText message) {
    return make("json.syntax", std::move(message));
}

bool follows_comma(std::string_view source, std::size_t offset) {
    const std::string_view before = source.substr(0, std::min(offset, source.size()));
    const std::size_t last = before.find_last_not_of(" \t\r\n");
    return last != std::string_view::npos && before[last] == ',';
}

Diagnostic bad_value(std::string_view source, std::size_t offset) {
    if (offset >= source.size())
        return syntax({"JSON が途中で終わっています。", "The JSON text ends too early."});
    Diagnostic finding =
        syntax({"ここには値（文字列・数・true・false・null・[ ]・{ }）が必要です。",
                "A value is expected here: a string, number, true, false, null, [ ] or { }."});
    if (follows_comma(source, offset))
        finding.hints.push_back(
            {"最後の値の後にはコンマを書きません。", "No comma follows the last value."});
    return finding;
}

Diagnostic bad_escape(std::string_view source, std::size_t offset) {
    if (offset < source.size() && source[offset] != '\\') {
        Diagnostic finding =
            make("json.control-character",
                 {"文字列の中に制御文字 " + describe_code_points(source.substr(offset, 1)) +
                      " がそのまま入っています。",
                  "A string holds the bare control character " +
                      describe_code_points(source.substr(offset, 1)) + "."});
        finding.hints.push_back(
            {"改行は \\n、タブは \\t と書きます。", "Write a line feed as \\n and a tab as \\t."});
        return finding;
    }
    Diagnostic finding = syntax({"文字列の中の「\\」の使い方が正しくありません。",
                                 "A backslash in a string begins no known escape."});
    finding.hints.push_back(
        {"「\\」そのものは「\\\\」と書きます。", "Write a backslash itself as \\\\."});
    return finding;
}

Diagnostic bad_name(std::string_view source, std::size_t offset) {
    if (offset >= source.size()) return bad_value(source, offset);
    Diagnostic finding = syntax({"ここには項目名（\"…\"）が必要です。",
                                 "The name of a member, in quotes, is expected here."});
    if (follows_comma(source, offset))
        finding.hints.push_back(
            {"最後の項目の後にはコンマを書きません。", "No comma follows the last member."});
    return finding;
}

Diagnostic missing_separator(std::string_view source, std::size_t offset, BilingualText message) {
    return offset >= source.size() ? bad_value(source, offset) : syntax(std::move(message));
}

}  // namespace

Diagnostic syntax_finding(rapidjson::ParseErrorCode error, std::string_view source,
                          std::size_t offset) {
    using namespace rapidjson;
    switch (error) {
        case kParseErrorDocumentEmpty:
            return make("json.empty", {"JSON が空です。", "The JSON text is empty."});
        case kParseErrorDocumentRootNotSingular:
            return make("json.trailing-text", {"JSON の終わりの後に余分な文字があります。",
                                               "Text follows the end of the JSON value."});
        case kParseErrorObjectMissName:
            return bad_name(source, offset);
        case kParseErrorObjectMissColon:
            return missing_separator(
                source, offset,
                {"項目名の後に「:」が必要です。", "A colon is expected after the name."});
        case kParseErrorObjectMissCommaOrCurlyBracket:
            return missing_separator(
                source, offset,
                {"ここには「,」か「}」が必要です。", "A comma or } is expected here."});
        case kParseErrorArrayMissCommaOrSquareBracket:
            return missing_separator(
                source, offset,
                {"ここには「,」か「]」が必要です。", "A comma or ] is expected here."});
        case kParseErrorStringUnicodeEscapeInvalidHex:
            return syntax({"「\\u」の後には4桁の16進数が必要です。",
                           "Four hexadecimal digits are expected after \\u."});
        case kParseErrorStringUnicodeSurrogateInvalid:
            return make("json.lone-surrogate",
                        {"サロゲートの片方だけがあります。", "A surrogate has no partner."});
        case kParseErrorStringEscapeInvalid:
            return bad_escape(source, offset);
        case kParseErrorStringMissQuotationMark:
            return syntax({"文字列が閉じられていません。", "A string has no closing quote."});
        case kParseErrorNumberTooBig:
            return make("json.number-too-big", {"数が大きすぎます（1e308 を超えています）。",
                                                "A number is beyond 1e308."});
        case kParseErrorNumberMissFraction:
            return syntax(
                {"小数点の後に数字が必要です。", "A digit is expected after the decimal point."});
        case kParseErrorNumberMissExponent:
            return syntax({"指数の数字が必要です。", "A digit is expected in the exponent."});
        default:
            return bad_value(source, offset);
    }
}

}  // namespace madoguchi::templates::json
