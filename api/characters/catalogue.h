// Every character of 文字情報基盤 on paper, printed by the engine from a form like any other.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "fonts/face_set.h"
#include "fonts/mj/mj_table.h"
#include "render/batch.h"

namespace madoguchi::api {

struct Catalogue {
    std::string pdf;
    std::size_t characters = 0;
    std::size_t sheets = 0;
};

/// In the order of the numbers, 140 to a sheet, 変体仮名 behind. A character without a code point
/// is printed by its name. `form` is catalogue.form.json. Fails when a character cannot be drawn.
Result<Catalogue> print_catalogue(const fonts::MjTable& table, const fonts::FontLibrary& fonts,
                                  const std::filesystem::path& form,
                                  const std::function<void(std::size_t)>& progress);

/// The sheets as data of the form, for other ways of printing it. Borrows everything.
std::unique_ptr<render::RecordSource> catalogue_sheets(const templates::Template& form,
                                                       const fonts::MjTable& table,
                                                       const fonts::FaceSet& faces);

/// The text that stands for the character: its sequence, its code point, else its name where the
/// fonts have no glyph for that.
std::string printable_text(const fonts::MjCharacter& character, const fonts::FaceSet& faces);

}  // namespace madoguchi::api
