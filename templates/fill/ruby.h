// ルビ as template texts write it: 届出《とどけで》, ｜{{氏名}}《{{氏名_フリガナ}}》.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace madoguchi::templates::fill {

/// The Mustache text with annotation characters (templates/ruby_text.h) in place of ｜, 《 and 》.
/// A reading stands over what follows ｜; without one, over the kanji right before 《. Findings
/// "template.ruby", without a place, when a mark has no partner, stands inside another reading or
/// in another section than its partner, or when nothing is read.
Result<std::string> annotate_ruby(std::string_view source);

}  // namespace madoguchi::templates::fill
