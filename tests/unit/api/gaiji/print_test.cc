// A tenant with an uploaded font: its character prints exactly, is found again as text, and is
// nobody else's.
#include <gmock/gmock.h>

#include <sstream>

#include "tests/support/glyph_picture.h"
#include "tests/unit/api/gaiji/gaiji_fixture.h"

namespace madoguchi::api {
namespace {

using testing::HasSubstr;

constexpr std::size_t points = 72, dpi = 300;
constexpr std::size_t em_pixels = points * dpi / 72;

class PrintedGaiji : public GaijiProgram {
  protected:
    void SetUp() override {
        GaijiProgram::SetUp();
        std::filesystem::create_directory(directory / "other");
        write("other/tenant.json", R"({"id": "other", "name": "となり町"})");
        write("big.form.json",
              R"({"formatVersion": 1, "id": "big", "version": "1", "title": "氏名だけ",
                  "missingCharacter": "stop",
                  "fields": [{"name": "氏名", "type": "text", "required": true, "maxLength": 9}],
                  "pages": [{"id": "front", "size": "A6", "elements": [
                    {"id": "name", "kind": "text", "text": "{{氏名}}", "style": {"size": 72},
                     "frame": {"x": 5, "y": 20, "width": 90, "height": 40}}]}]})");
    }

    cli::Outcome print(const std::string& name, const std::string& tenant) const {
        return program({"render", "--form", place("big.form.json"), "--data",
                        write("d.json", "{\"氏名\": \"" + name + "\"}"), "--tenant", place(tenant),
                        "--output", place("out.pdf")});
    }
    std::string text() const {
        const std::string command =
            "pdftotext -raw '" + place("out.pdf") + "' '" + place("page.txt") + "'";
        EXPECT_EQ(std::system(command.c_str()), 0);
        return cli::read(place("page.txt"));
    }
    /// What poppler shows of the page.
    tests::GlyphPicture page() const {
        const std::string command = "pdftoppm -gray -singlefile -r " + std::to_string(dpi) + " '" +
                                    place("out.pdf") + "' '" + place("page") + "'";
        EXPECT_EQ(std::system(command.c_str()), 0);
        const std::string file = cli::read(place("page.pgm"));
        std::istringstream head(file);
        std::string magic;
        std::size_t width = 0, height = 0, greatest = 0;
        head >> magic >> width >> height >> greatest;
        EXPECT_EQ(magic, "P5");
        tests::GlyphPicture picture{width, height, {}};
        const std::string pixels = file.substr(file.size() - width * height);
        for (const char pixel : pixels)
            picture.ink.push_back(static_cast<unsigned char>(pixel) < 128);
        return picture;
    }
};

TEST_F(PrintedGaiji, LooksAsTheUploadedFontDrawsIt) {
    const Bytes font = eudc_font({boxed_drop, two_bars});
    const auto imported = gaiji("import", {write_font("EUDC.TTE", font)});
    ASSERT_EQ(imported.exit_code, 0) << imported.err;
    for (const char32_t code : {U'\ue000', U'\ue001'}) {
        const std::string name = code == U'\ue000' ? "\ue000" : "\ue001";
        const auto printed = print(name, "t");
        ASSERT_EQ(printed.exit_code, 0) << printed.err;
        EXPECT_THAT(text(), HasSubstr(name));
        EXPECT_THAT(cli::read(place("out.pdf")), HasSubstr("%PDF"));
        const tests::GlyphPicture paper = page();
        EXPECT_GE(tests::best_agreement(tests::draw_character(font, code, em_pixels), paper), 0.98);
        const char32_t another = code == U'\ue000' ? U'\ue001' : U'\ue000';
        EXPECT_LT(tests::best_agreement(tests::draw_character(font, another, em_pixels), paper),
                  0.6);
    }
}

TEST_F(PrintedGaiji, IsTheTenantsOwn) {
    const Bytes ours = eudc_font({boxed_drop}), theirs = eudc_font({two_bars});
    ASSERT_EQ(gaiji("import", {write_font("EUDC.TTE", ours)}).exit_code, 0);
    const auto blocked = print("\ue000", "other");
    EXPECT_EQ(blocked.exit_code, 1);
    EXPECT_THAT(blocked.err, HasSubstr("character.foreign-private-use"));
    EXPECT_FALSE(std::filesystem::exists(place("out.pdf")));

    ASSERT_EQ(gaiji("import", {write_font("EUDC.TTE", theirs)}, "other").exit_code, 0);
    ASSERT_EQ(print("\ue000", "other").exit_code, 0);
    const tests::GlyphPicture paper = page();
    EXPECT_GE(tests::best_agreement(tests::draw_character(theirs, 0xe000, em_pixels), paper), 0.98);
    EXPECT_LT(tests::best_agreement(tests::draw_character(ours, 0xe000, em_pixels), paper), 0.6);
    ASSERT_EQ(print("\ue000", "t").exit_code, 0);
    EXPECT_GE(tests::best_agreement(tests::draw_character(ours, 0xe000, em_pixels), page()), 0.98);
}

TEST_F(PrintedGaiji, StandsInANameBesideOthers) {
    ASSERT_EQ(gaiji("import", {write_font("EUDC.TTE", eudc_font({boxed_drop}))}).exit_code, 0);
    ASSERT_EQ(print("田\ue000", "t").exit_code, 0);
    EXPECT_THAT(text(), HasSubstr("田\ue000"));
}

}  // namespace
}  // namespace madoguchi::api
