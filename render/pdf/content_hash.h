// SHA-256 over what a file shows: its identity when the caller gives none. Each part is hashed with
// the hash of all before it, so that one goes on from 32 bytes in another process.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace madoguchi::render::pdf {

class ContentHash {
  public:
    ContentHash();
    /// Goes on from what hex() said.
    explicit ContentHash(std::string_view hex);

    void update(std::string_view part);
    /// 64 hex digits.
    std::string hex() const;

  private:
    struct Free {
        void operator()(evp_md_ctx_st* context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> context_;
    std::array<unsigned char, 32> hash_{};
};

}  // namespace madoguchi::render::pdf
