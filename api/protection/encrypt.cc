// qpdf writes it: the algorithms are not what this program is for, and its own readers judge them.

#include "api/protection/encrypt.h"

#include <openssl/rand.h>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <array>
#include <memory>

#include "base/utf8.h"

namespace madoguchi::api {

namespace {

constexpr std::size_t shortest = 8, longest = 127;

/// Nobody knows it: what the user's password does not allow, nothing does.
std::string owner_password() {
    std::array<unsigned char, 32> random{};
    RAND_bytes(random.data(), static_cast<int>(random.size()));
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : random) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::string encrypted(const std::string& pdf, const std::string& password) {
    QPDF file;
    file.processMemoryFile("form.pdf", pdf.data(), pdf.size());
    QPDFWriter writer(file);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_disable);
    const std::string owner = owner_password();
    writer.setR6EncryptionParameters(password.c_str(), owner.c_str(), true, false, false, false,
                                     false, false, qpdf_r3p_full, true);
    writer.write();
    const std::unique_ptr<Buffer> bytes(writer.getBuffer());
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
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
    try {
        return encrypted(pdf, password);
    } catch (const std::exception&) {
        return Diagnostic{
            .code = "encrypt.failed",
            .message = {"PDFを暗号化できませんでした。", "The PDF could not be encrypted."}};
    }
}

}  // namespace madoguchi::api
