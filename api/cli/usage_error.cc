#include "api/cli/usage_error.h"

#include <algorithm>
#include <string_view>

namespace madoguchi::api::cli {

namespace {

/// The library calls its errors by name, but those of surplus words by the command's.
bool is(const CLI::ParseError& error, CLI::ExitCodes code) {
    return error.get_exit_code() == static_cast<int>(code);
}

std::string_view in_japanese(const CLI::ParseError& error) {
    const std::string_view sentence = error.what();
    if (is(error, CLI::ExitCodes::RequiredError)) {
        if (sentence.starts_with("Exactly 1 option")) return "どれか一つを指定してください";
        if (sentence.starts_with("A subcommand"))
            return "コマンドを指定してください。--help に一覧があります";
        return "必要な指定がありません";
    }
    if (is(error, CLI::ExitCodes::ExtrasError)) return "知らない指定があります";
    if (is(error, CLI::ExitCodes::ArgumentMismatch)) return "値がないか、多すぎます";
    if (is(error, CLI::ExitCodes::ConversionError)) return "値を読み取れません";
    return "指定の仕方が違います";
}

/// The options that the library's English sentence names: "--output, --output-dir".
std::string options_in(std::string_view sentence) {
    std::string options;
    for (std::size_t at = sentence.find("--"); at != sentence.npos; at = sentence.find("--", at)) {
        const std::size_t end = std::min(
            sentence.find_first_not_of("-abcdefghijklmnopqrstuvwxyz", at), sentence.size());
        options.append(options.empty() ? "" : ", ").append(sentence.substr(at, end - at));
        at = end;
    }
    return options;
}

}  // namespace

std::string wrong_words(const std::string& ja, const std::string& en) {
    return ja + " / " + en +
           "\n使い方は --help で見られます / run with --help to see how it is used\n";
}

std::string describe(const CLI::ParseError& error) {
    const std::string sentence = error.what();
    // Our own validators say it in both languages, behind the option's name.
    const std::size_t slash = sentence.find(" / ");
    if (is(error, CLI::ExitCodes::ValidationError) && slash != sentence.npos)
        return wrong_words(sentence.substr(0, slash), sentence.substr(slash + 3));
    const std::string options = options_in(sentence);
    std::string ja(in_japanese(error));
    if (!options.empty()) ja += "（" + options + "）";
    return wrong_words(ja, sentence);
}

}  // namespace madoguchi::api::cli
