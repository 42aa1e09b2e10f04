// SHA-256 over what a file shows: its identity when the caller gives none.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace madoguchi::render::pdf {

class ContentHash {
  public:
    ContentHash();

    /// Each part counts with its length, so that parts do not run into each other.
    void update(std::string_view part);
    /// 64 hex digits; nothing can be added afterwards.
    std::string finish();

  private:
    struct Free {
        void operator()(evp_md_ctx_st* context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> context_;
};

}  // namespace madoguchi::render::pdf
