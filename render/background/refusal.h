// Why a page cannot be imported, thrown to where the import begins; and what is noted on the way.
#pragma once

#include <set>
#include <string>
#include <utility>

#include "base/diagnostic.h"

namespace madoguchi::render::background {

/// Stops the import.
struct Refusal {
    Diagnostic finding;
};

/// Each finding once, however often its cause is met.
class Notes {
  public:
    void add(Diagnostic finding) {
        if (seen_.insert(finding.code + finding.message.ja).second)
            findings_.push_back(std::move(finding));
    }
    Diagnostics take() { return std::move(findings_); }

  private:
    std::set<std::string> seen_;
    Diagnostics findings_;
};

Diagnostic broken();
Diagnostic too_large();
/// `what` completes "…は取り込めません" and "… cannot be imported".
Diagnostic unsupported(const BilingualText& what);

}  // namespace madoguchi::render::background
