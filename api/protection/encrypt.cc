// qpdf writes it: the algorithms are not what this program is for, and its own readers judge them.
// Through its C functions: clang does not read its C++ headers as C++20.

#include "api/protection/encrypt.h"

#include <openssl/rand.h>
#include <qpdf/qpdf-c.h>

#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>

#include "base/utf8.h"

namespace madoguchi::api {

namespace {

constexpr std::size_t shortest = 8, longest = 127;

/// Nobody knows it: what the user's password does not allow, nothing does. Nothing when the system
/// has no random numbers.
std::optional<std::string> owner_password() {
    std::array<unsigned char, 32> random{};
    if (RAND_bytes(random.data(), static_cast<int>(random.size())) != 1) return std::nullopt;
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : random) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

struct Cleanup {
    void operator()(qpdf_data file) const { qpdf_cleanup(&file); }
};

bool failed(QPDF_ERROR_CODE code) {
    return (code & QPDF_ERRORS) != 0;
}

std::optional<std::string> encrypted(const std::string& pdf, const std::string& password) {
    const std::optional<std::string> owner = owner_password();
    if (!owner) return std::nullopt;
    const std::unique_ptr<std::remove_pointer_t<qpdf_data>, Cleanup> holder(qpdf_init());
    qpdf_data file = holder.get();
    qpdf_silence_errors(file);
    qpdf_set_suppress_warnings(file, QPDF_TRUE);
    if (failed(qpdf_read_memory(file, "form.pdf", pdf.data(), pdf.size(), nullptr)) ||
        failed(qpdf_init_write_memory(file)))
        return std::nullopt;
    qpdf_set_object_stream_mode(file, qpdf_o_disable);
    constexpr QPDF_BOOL yes = QPDF_TRUE, no = QPDF_FALSE;
    // Read aloud and printed; nothing is taken out, put together, noted, filled in or changed.
    qpdf_set_r6_encryption_parameters2(file, password.c_str(), owner->c_str(), yes, no, no, no, no,
                                       no, qpdf_r3p_full, yes);
    if (failed(qpdf_write(file)) || qpdf_get_buffer(file) == nullptr) return std::nullopt;
    return std::string(reinterpret_cast<const char*>(qpdf_get_buffer(file)),
                       qpdf_get_buffer_length(file));
}

}  // namespace

Result<std::string> encrypt_pdf(const std::string& pdf, const std::string& password) {
    const bool is_right = password.size() >= shortest && password.size() <= longest &&
                          !find_invalid_utf8(password) &&
                          password.find_first_of(std::string("\0\r\n", 3)) == password.npos;
    if (!is_right)
        return Diagnostic{.code = "encrypt.password",
                          .message = {"パスワードは8～127バイトの1行にしてください。",
                                      "A password is one line of 8 to 127 bytes."}};
    if (std::optional<std::string> bytes = encrypted(pdf, password)) return *std::move(bytes);
    return Diagnostic{
        .code = "encrypt.failed",
        .message = {"PDFを暗号化できませんでした。", "The PDF could not be encrypted."}};
}

}  // namespace madoguchi::api
