// Words that may leave the service, and words that may not.
//
// The two are different types so that a handler cannot hand the wrong one to a client: a problem
// document takes PublicText only; LogText goes to the log only, and only through masked().
#pragma once

#include <string>

#include "base/diagnostic.h"

namespace madoguchi::api::http {

/// Written by us, in both languages; never holds a person's data or an inner detail.
struct PublicText {
    PublicText() = default;
    PublicText(std::string ja, std::string en) : text{std::move(ja), std::move(en)} {}
    explicit PublicText(BilingualText both) : text(std::move(both)) {}

    BilingualText text;
    bool operator==(const PublicText&) const = default;
};

/// For operators. It may be built from anything, so what is printed is masked.
class LogText {
  public:
    LogText() = default;
    explicit LogText(std::string raw) : raw_(std::move(raw)) {}

    bool empty() const { return raw_.empty(); }
    /// Every character beyond ASCII and every number of four and more digits becomes "*" (names,
    /// addresses, telephone and addressee numbers), control characters become spaces.
    std::string masked() const;

  private:
    std::string raw_;
};

}  // namespace madoguchi::api::http
