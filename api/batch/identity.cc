#include "api/batch/identity.h"

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <new>

#include "api/files/input_file.h"
#include "base/bytes.h"

namespace madoguchi::api {

namespace {

/// Each part counts with its length, so that parts do not run into each other.
class Hash {
  public:
    Hash() : context_(EVP_MD_CTX_new()) {
        if (!context_ || EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) != 1)
            throw std::bad_alloc();
    }

    void add(std::string_view part) {
        const std::string size = std::to_string(part.size()) + ' ';
        EVP_DigestUpdate(context_.get(), size.data(), size.size());
        EVP_DigestUpdate(context_.get(), part.data(), part.size());
    }

    std::string hex() {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
        unsigned size = 0;
        EVP_DigestFinal_ex(context_.get(), digest.data(), &size);
        constexpr std::string_view digits = "0123456789abcdef";
        std::string hex;
        for (unsigned i = 0; i < size; ++i) {
            hex += digits[digest[i] >> 4];
            hex += digits[digest[i] & 15];
        }
        return hex;
    }

  private:
    struct Free {
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> context_;
};

/// A font's head holds a checksum of the whole font (OpenType, head).
void add_chain(Hash& hash, const fonts::FaceSet& faces) {
    for (const fonts::FaceLink& link : faces.chain()) {
        hash.add(link.face->postscript_name());
        hash.add(as_text(link.face->table("head")));
        hash.add(std::to_string(link.face->glyph_count()));
        hash.add(link.prefix);
    }
}

}  // namespace

Result<std::string> identity_of(const BatchInputs& inputs) {
    Hash hash;
    const std::string program = TRY(read_file("/proc/self/exe"));
    hash.add(program);
    hash.add(inputs.form);
    hash.add(inputs.people);
    add_chain(hash, *inputs.fonts.mincho);
    add_chain(hash, *inputs.fonts.gothic);
    add_chain(hash, *inputs.fonts.ocr_b);
    for (const std::string& option : inputs.options)
        hash.add(option);
    return hash.hex();
}

}  // namespace madoguchi::api
