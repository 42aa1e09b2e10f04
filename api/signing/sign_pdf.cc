#include "api/signing/sign_pdf.h"

#include <openssl/evp.h>

#include <cstdio>
#include <optional>

#include "render/render.h"

namespace madoguchi::api {

namespace {

/// The hex digits of the room, without their brackets.
struct Room {
    std::size_t numbers;  ///< where the three numbers stand
    std::size_t begin, end;
};

std::optional<Room> find_room(std::string_view pdf) {
    const std::string_view mark = render::signature_room_mark;
    const std::size_t at = pdf.rfind(mark);
    if (at == pdf.npos) return std::nullopt;
    const std::size_t begin = at + mark.size();
    const std::size_t end = pdf.find('>', begin);
    if (end == pdf.npos || pdf.find_first_not_of('0', begin) != end) return std::nullopt;
    return Room{at + mark.find("0000000000"), begin, end};
}

/// Of all bytes but the digits and their brackets (ISO 32000-1, 12.8.1).
void put_range(std::string& pdf, const Room& room) {
    std::array<char, 64> numbers{};
    const int size = std::snprintf(numbers.data(), numbers.size(), "%010zu %010zu %010zu",
                                   room.begin - 1, room.end + 1, pdf.size() - room.end - 1);
    pdf.replace(room.numbers, static_cast<std::size_t>(size), numbers.data(),
                static_cast<std::size_t>(size));
}

Sha256 digest_of(std::string_view pdf, const Room& room) {
    const std::unique_ptr<EVP_MD_CTX, EndedBy<EVP_MD_CTX, EVP_MD_CTX_free>> context(
        EVP_MD_CTX_new());
    Sha256 digest{};
    const std::string_view before = pdf.substr(0, room.begin - 1), after = pdf.substr(room.end + 1);
    EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
    EVP_DigestUpdate(context.get(), before.data(), before.size());
    EVP_DigestUpdate(context.get(), after.data(), after.size());
    EVP_DigestFinal_ex(context.get(), digest.data(), nullptr);
    return digest;
}

void put_signature(std::string& pdf, const Room& room, ByteView signature) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::size_t at = room.begin;
    for (const std::uint8_t byte : signature) {
        pdf[at++] = digits[byte >> 4];
        pdf[at++] = digits[byte & 15];
    }
}

}  // namespace

Result<std::string> sign_pdf(std::string pdf, const SigningKey& key,
                             const AskForTime& ask_for_time) {
    const std::optional<Room> room = find_room(pdf);
    if (!room)
        return Diagnostic{.code = "sign.no-room",
                          .message = {"このPDFには電子署名の場所がありません。",
                                      "This PDF has no room for a signature."}};
    put_range(pdf, *room);
    const Bytes signature = TRY(sign_digest(digest_of(pdf, *room), key, ask_for_time));
    if (signature.size() * 2 > room->end - room->begin)
        return Diagnostic{.code = "sign.too-large",
                          .message = {"証明書の連なりが長すぎて、電子署名の場所に収まりません。",
                                      "With its chain of certificates the signature is larger than "
                                      "its room."}};
    put_signature(pdf, *room, signature);
    return pdf;
}

}  // namespace madoguchi::api
