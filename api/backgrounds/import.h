// A PDF that somebody brings becomes backgrounds: each page is read by a confined process.
#pragma once

#include <string>
#include <string_view>

#include "api/backgrounds/page_answer.h"
#include "api/confined/confined_process.h"
#include "templates/model/template.h"

namespace madoguchi::api {

inline constexpr std::size_t largest_background_pdf = std::size_t{16} << 20;

/// The program that reads, which stands beside this one, and what it may use.
struct PageReader {
    Program program;  ///< gets the page's number as its last word
    ConfinementLimits limits;
};
PageReader installed_page_reader();

/// `page` counts from 1. A reader that crashes, hangs, says too much or no answer is the finding
/// "background.unreadable" or "background.too-large".
Result<ReadPage> import_background(std::string_view pdf, std::size_t page,
                                   const PageReader& reader);

/// The page as an element that fills it.
templates::Element background_element(std::string id, ReadPage page, std::string source);

}  // namespace madoguchi::api
