#include "api/access/password.h"

#include <sodium.h>

#include <algorithm>
#include <fstream>

#include "api/keys/sodium.h"
#include "base/utf8.h"

namespace madoguchi::api::access {

namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = 19u << 20;

/// ASCII letters alone: what people vary first.
std::string in_small_letters(std::string_view text) {
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return small;
}

Diagnostic wrong(std::string code, std::string ja, std::string en) {
    return {.code = std::move(code), .message = {std::move(ja), std::move(en)}};
}

/// "aaaaaaaaaaaa", "abababababab": a short piece over and over.
bool repeats_itself(std::string_view text) {
    for (std::size_t size = 1; size <= 4 && size * 3 <= text.size(); ++size) {
        bool repeats = true;
        for (std::size_t i = size; i < text.size() && repeats; ++i)
            repeats = text[i] == text[i - size];
        if (repeats) return true;
    }
    return false;
}

}  // namespace

Result<CommonPasswords> CommonPasswords::read(const std::filesystem::path& file) {
    CommonPasswords common;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && !line.starts_with("#!")) common.words_.insert(in_small_letters(line));
    }
    if (!common.words_.empty()) return common;
    return wrong("access.no-list", "よく使われるパスワードの一覧を読めません。",
                 "The list of common passwords cannot be read.");
}

bool CommonPasswords::contains(std::string_view password) const {
    const std::string small = in_small_letters(password);
    if (words_.contains(small)) return true;
    // "dragon2026!": a common word with digits and signs round it.
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto first = std::find_if(small.begin(), small.end(), is_letter);
    const auto last = std::find_if(small.rbegin(), small.rend(), is_letter).base();
    return first < last && words_.contains(std::string(first, last));
}

Result<Done> check_password(std::string_view password, const PasswordPolicy& policy,
                            const CommonPasswords& common,
                            std::initializer_list<std::string_view> own_words) {
    if (find_invalid_utf8(password) || password.find('\0') != password.npos)
        return wrong("access.password-text", "パスワードに使えない文字があります。",
                     "The password holds a character that cannot be used.");
    const std::size_t size = count_graphemes(password);
    if (size < policy.shortest)
        return wrong("access.password-short",
                     "パスワードは" + std::to_string(policy.shortest) + "字以上にしてください。",
                     "A password has at least " + std::to_string(policy.shortest) + " characters.");
    if (size > policy.longest)
        return wrong("access.password-long",
                     "パスワードは" + std::to_string(policy.longest) + "字までです。",
                     "A password has at most " + std::to_string(policy.longest) + " characters.");
    const std::string small = in_small_letters(password);
    const bool is_own = std::any_of(own_words.begin(), own_words.end(), [&](std::string_view word) {
        return count_graphemes(word) >= 3 && small.find(in_small_letters(word)) != small.npos;
    });
    if (is_own)
        return wrong("access.password-own", "パスワードに氏名や職員番号を入れないでください。",
                     "A password holds neither the person's name nor the account's.");
    if (common.contains(password) || repeats_itself(small))
        return wrong("access.password-common",
                     "推測されやすいパスワードです。別のものにしてください。",
                     "This password is one that is tried first. Choose another.");
    return Done{};
}

std::string hash_password(std::string_view password) {
    use_sodium();
    std::string hash(crypto_pwhash_STRBYTES, '\0');
    // It fails only where the memory cannot be had; then nobody can sign in and the empty hash
    // is no password's.
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), passes, memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        return {};
    return hash.c_str();
}

bool is_password(std::string_view password, const std::string& hash) {
    use_sodium();
    return !hash.empty() &&
           crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

void waste_time_of_a_check(std::string_view password) {
    static const std::string hash = hash_password("nobody has this password");
    is_password(password, hash);
}

}  // namespace madoguchi::api::access
