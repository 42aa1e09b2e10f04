// What the confined reader of foreign PDFs says to the process that started it, as JSON:
// {"pages":3,"drawing":"<base64>","findings":[…]}; without a drawing the findings say why.
//
// The reader may have been taken over by what it read: nothing it says is believed unseen.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "templates/model/drawing.h"

namespace madoguchi::api {

/// A page of a foreign PDF as a drawing.
struct ReadPage {
    templates::Drawing drawing;
    std::size_t pages = 0;  ///< of the file
    Diagnostics warnings;
};

std::string write_page_answer(const Result<ReadPage>& answer);

/// Nothing when it is no answer: not JSON, a drawing that is none, findings of other codes than
/// "background.*".
std::optional<Result<ReadPage>> read_page_answer(std::string_view text);

}  // namespace madoguchi::api
