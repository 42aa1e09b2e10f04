// The bodies of requests about characters.
#pragma once

#include <string>
#include <string_view>

#include "api/characters/find.h"
#include "base/result.h"
#include "fonts/charset/repertoire.h"

namespace madoguchi::api {

struct SearchRequest {
    CharacterQuery query;
    std::string written;  ///< 辻, U+8FBB+E0102 or MJ025760; then the query is empty
};
struct TextRequest {
    std::string text;  ///< at most longest_text graphemes
};
struct ReductionRequest {
    std::string text;
    fonts::RepertoireName target = fonts::RepertoireName::JisX0213;
};
/// Graphemes; a name is shorter, and every character brings its variants.
inline constexpr std::size_t longest_text = 100;

/// All fail with findings "request.malformed" that name the member; members that are not known are
/// refused.
Result<SearchRequest> read_search_request(std::string_view body);
Result<TextRequest> read_text_request(std::string_view body);
Result<ReductionRequest> read_reduction_request(std::string_view body);

}  // namespace madoguchi::api
