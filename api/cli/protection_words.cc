#include "api/cli/protection_words.h"

#include <chrono>
#include <string_view>

#include "api/clock.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "api/cli/usage_error.h"
#include "api/cli/validators.h"
#include "api/files/input_file.h"
#include "api/protection/encrypt.h"
#include "api/signing/time_stamp.h"

namespace madoguchi::api::cli {

void add_protection_options(CLI::App& app, ProtectionWords& words) {
    app.add_option("--sign-certificate", words.certificate,
                   "電子署名の証明書 .pem（上位の証明書を続けて書ける）/ certificate to sign with")
        ->check(not_empty());
    app.add_option(
           "--sign-key", words.key,
           "その秘密鍵 .pem（P-256 か RSA）か、鍵の機器の pkcs11:… / its private key, or a URI "
           "of PKCS#11")
        ->check(not_empty());
    app.add_option(
           "--sign-key-password", words.key_password,
           "秘密鍵のパスワードか機器のPINを書いたファイル / file with the key's password or "
           "PIN")
        ->check(not_empty());
    app.add_option("--sign-over", words.over_element,
                   "署名欄を重ねる画像・図形の id（公印）。なければ見えない署名 / element that the "
                   "signature lies over")
        ->check(not_empty());
    app.add_option("--signer", words.signer, "署名者の名（例 見本市長）/ who signs")
        ->check(short_text(100));
    app.add_option("--sign-reason", words.reason, "署名の理由 / why")->check(short_text(100));
    app.add_option("--time-stamp", words.time_stamp_url,
                   "時刻認証局 http://… / time-stamping authority (RFC 3161)")
        ->check(not_empty());
    app.add_option("--password-file", words.password,
                   "PDFを開くパスワードを書いたファイル（AES-256で暗号化する。PDF/Aではなくなる）/ "
                   "encrypt with the password in this file")
        ->check(not_empty());
}

bool is_protected(const ProtectionWords& words) {
    return !words.certificate.empty() || !words.key.empty() || !words.password.empty();
}

std::optional<PrintAndLeave> find_contradiction(const ProtectionWords& words, bool is_pdf) {
    const auto wrong = [](const char* japanese, const char* english) {
        return PrintAndLeave{wrong_words(japanese, english), wrong_use};
    };
    if (words.certificate.empty() != words.key.empty())
        return wrong("--sign-certificate と --sign-key は一緒に指定します",
                     "--sign-certificate and --sign-key go together");
    const bool is_about_signing = !words.key_password.empty() || !words.over_element.empty() ||
                                  !words.signer.empty() || !words.reason.empty() ||
                                  !words.time_stamp_url.empty();
    if (words.certificate.empty() && is_about_signing)
        return wrong("署名の指定には --sign-certificate と --sign-key が必要です",
                     "options of signing need --sign-certificate and --sign-key");
    if (!words.certificate.empty() && !words.password.empty())
        return wrong("電子署名と暗号化は一緒にはできません",
                     "a file is signed or encrypted, not both");
    if (is_protected(words) && !is_pdf)
        return wrong("電子署名と暗号化はPDFだけです", "signing and encryption are for PDF alone");
    return std::nullopt;
}

Result<Protection> Protection::open(const ProtectionWords& words) {
    Protection protection;
    if (!words.certificate.empty()) {
        protection.key_ = TRY(open_key({words.certificate, words.key, words.key_password}));
        protection.room_ = render::SignatureRoom{
            .over_element = words.over_element, .signer = words.signer, .reason = words.reason};
    }
    constexpr std::size_t with_time_stamp = 16384, without = 6144;
    if (protection.room_)
        protection.room_->bytes = words.time_stamp_url.empty() ? without : with_time_stamp;
    if (!words.time_stamp_url.empty())
        protection.ask_for_time_ = TRY(time_stamps_from(words.time_stamp_url));
    if (!words.password.empty()) {
        std::string text = TRY(read_file(words.password, std::size_t{4096}));
        while (text.ends_with('\n') || text.ends_with('\r'))
            text.pop_back();
        protection.password_ = std::move(text);
        if (protection.password_.empty() ||
            protection.password_.find_first_of("\r\n") != std::string::npos)
            return Diagnostic{.code = "encrypt.password",
                              .message = {"パスワードのファイルは、空でない1行にしてください。",
                                          "The password's file is one line that is not empty."}};
    }
    return protection;
}

void Protection::prepare(render::PdfOptions& options) const {
    options.signature = room_;
    // A baseline signature says when it was made (ETSI EN 319 142-1, 6.3, the entry M).
    if (room_ && options.issued_at.empty())
        options.issued_at = to_text(std::chrono::floor<std::chrono::seconds>(system_clock()()))
                                .substr(0, std::string_view("2026-04-01T00:00:00").size()) +
                            "Z";
    options.archival = password_.empty();
}

Result<std::string> Protection::apply(std::string pdf) const {
    if (key_) return sign_pdf(std::move(pdf), *key_, ask_for_time_);
    if (!password_.empty()) return encrypt_pdf(pdf, password_);
    return pdf;
}

}  // namespace madoguchi::api::cli
