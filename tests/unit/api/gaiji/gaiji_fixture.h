// A tenant in a folder of its own, the program that ships, and fonts as others bring them.
#pragma once

#include <string>
#include <vector>

#include "fonts/gaiji/font_builder.h"
#include "fonts/gaiji/svg_path.h"
#include "tests/unit/api/cli_fixture.h"

namespace madoguchi::api {

/// A font as Windows' editor of gaiji leaves it; `drawings` stand under U+E000, U+E001, …
inline Bytes eudc_font(const std::vector<std::string>& drawings) {
    fonts::DrawnFont font{.family = "EUDC", .units_per_em = 2048, .ascent = 1802, .descent = -246};
    for (std::size_t i = 0; i < drawings.size(); ++i) {
        font.glyphs.push_back({static_cast<char32_t>(0xe000 + i), "eudc." + std::to_string(i), 2048,
                               fonts::read_svg_path(drawings[i]).value()});
    }
    return fonts::build_font(font).value();
}

/// Invented characters with a hole, curves and thin strokes, y upwards from the baseline.
inline const std::string boxed_drop =
    "M150 -150V1700H1900V-150ZM320 20H1730V1530H320ZM1024 1400Q500 700 700 400Q1024 100 1350 "
    "400Q1550 700 1024 1400Z";
inline const std::string two_bars = "M200 1300H1800V1480H200ZM900 1300V-100H1060V1300Z";

class GaijiProgram : public cli::CommandLine {
  protected:
    void SetUp() override {
        CommandLine::SetUp();
        std::filesystem::create_directory(directory / "t");
        write("t/tenant.json", R"({"id": "t", "name": "見本町"})");
    }

    /// The program that ships, in a process of its own: its child is itself again.
    cli::Outcome program(const std::vector<std::string>& words) const;
    cli::Outcome gaiji(const std::string& what, const std::vector<std::string>& more,
                       const std::string& tenant = "t") const {
        std::vector<std::string> words{"gaiji", what, "--tenant", place(tenant)};
        words.insert(words.end(), more.begin(), more.end());
        return program(words);
    }
    std::string write_font(const std::string& name, const Bytes& font) const {
        return write(name, std::string(as_text(font)));
    }
};

}  // namespace madoguchi::api
