#include "api/cli/validators.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "render/render.h"

namespace madoguchi::api::cli {

namespace {

/// For the library an empty text means that the value is right.
CLI::Validator validator(std::function<bool(const std::string&)> is_right, std::string what) {
    const auto check = [is_right = std::move(is_right),
                        what = std::move(what)](const std::string& value) {
        return is_right(value) ? std::string() : what;
    };
    return CLI::Validator(check, "");
}

std::string join(const std::vector<std::string_view>& words, std::string_view between) {
    std::string text;
    for (const std::string_view word : words)
        text.append(text.empty() ? "" : between).append(word);
    return text;
}

}  // namespace

bool is_of_kind(const std::filesystem::path& file, std::string_view kind) {
    const std::string extension = file.extension().string();
    return std::equal(extension.begin(), extension.end(), kind.begin(), kind.end(),
                      [](char is, char lower) {
                          return is == lower || (is >= 'A' && is <= 'Z' && is - 'A' + 'a' == lower);
                      });
}

CLI::Validator file_of_kind(std::vector<std::string_view> kinds) {
    const std::string what = join(kinds, " か ") +
                             " で終わる名前にしてください / the name must end in " +
                             join(kinds, " or ");
    return validator(
        [kinds = std::move(kinds)](const std::string& value) {
            return std::any_of(kinds.begin(), kinds.end(),
                               [&](std::string_view kind) { return is_of_kind(value, kind); });
        },
        what);
}

CLI::Validator whole_number(long least, long most) {
    const std::string first = std::to_string(least), last = std::to_string(most);
    return validator(
        [=](const std::string& value) {
            long number = 0;
            const char* end = value.data() + value.size();
            const auto parsed = std::from_chars(value.data(), end, number);
            return parsed.ec == std::errc() && parsed.ptr == end && number >= least &&
                   number <= most;
        },
        first + "から" + last + "までの整数にしてください / must be a whole number from " + first +
            " to " + last);
}

CLI::Validator one_of(std::vector<std::string_view> words) {
    const std::string what =
        join(words, " か ") + " にしてください / must be " + join(words, " or ");
    return validator(
        [words = std::move(words)](const std::string& value) {
            return std::find(words.begin(), words.end(), value) != words.end();
        },
        what);
}

CLI::Validator not_empty() {
    return validator([](const std::string& value) { return !value.empty(); },
                     "名前がありません / the name is empty");
}

CLI::Validator short_text(std::size_t most) {
    const std::string count = std::to_string(most);
    return validator(
        [most](const std::string& text) {
            return !find_invalid_utf8(text) && !text.empty() && count_graphemes(text) <= most &&
                   text.find_first_of("\r\n\t") == text.npos;
        },
        "1～" + count + "字で、改行を含めずに書いてください / give 1 to " + count +
            " characters in one line");
}

RecordRange read_record_range(std::string_view text) {
    RecordRange range;
    const char* end = text.data() + text.size();
    const auto from = std::from_chars(text.data(), end, range.from);
    if (from.ec != std::errc() || from.ptr == end || *from.ptr != '-') return {};
    const auto to = std::from_chars(from.ptr + 1, end, range.to);
    if (to.ec != std::errc() || to.ptr != end || range.from == 0 || range.to < range.from)
        return {};
    return range;
}

CLI::Validator record_range() {
    return validator([](const std::string& text) { return read_record_range(text).from > 0; },
                     "101-200 のように、1以上の小さい番号から書いてください / write 101-200");
}

CLI::Validator time_of_issue() {
    return validator([](const std::string& value) { return render::is_time_of_issue(value); },
                     "「2026-04-01T09:30:00+09:00」の形にしてください / must be written as "
                     "2026-04-01T09:30:00+09:00");
}

}  // namespace madoguchi::api::cli
