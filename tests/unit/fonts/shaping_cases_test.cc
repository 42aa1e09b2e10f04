// tests/cases/shaping/*.tests: one case a line,
//   name; family; direction; code points or "&MJ000001"; expected
// where expected holds for each character "Face glyph@x,y+advance" (thousandths of an em; more
// glyphs of a character follow with a blank), characters are parted by " | ", "~" marks one that
// lies sideways and "!reason" one that is missing. A glyph without a name is "#number".
#include <gtest/gtest.h>
#include <hb.h>

#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/utf8.h"
#include "fixtures.h"
#include "fonts/shape.h"

namespace madoguchi::fonts {

namespace {

struct ShapingCase {
    std::string name, family, direction, code_points, expected;
};

std::string glyph_name(const Face& face, GlyphId glyph) {
    std::array<char, 64> name{};
    const bool named = face.outline_format() == OutlineFormat::TrueType &&
                       hb_font_get_glyph_name(face.harfbuzz_font(), glyph, name.data(),
                                              static_cast<unsigned>(name.size())) != 0;
    return named ? name.data() : "#" + std::to_string(glyph);
}

std::string thousandths(double ems) {
    return std::to_string(std::lround(ems * 1000));
}

std::string reason_name(MissingReason reason) {
    switch (reason) {
        case MissingReason::NoGlyph:
            return "!no-glyph ";
        case MissingReason::NoSequence:
            return "!no-sequence ";
        case MissingReason::NoNamedGlyph:
            return "!no-named-glyph ";
        case MissingReason::ForeignPrivateUse:
            return "!foreign-private-use ";
    }
    return "";
}

std::string dump(const ShapedText& text) {
    std::string out;
    for (std::size_t i = 0; i < text.characters.size(); ++i) {
        const ShapedCharacter& character = text.characters[i];
        if (i > 0) out += " | ";
        for (const MissingCharacter& missing : text.missing)
            if (missing.character == i) out += reason_name(missing.reason);
        if (character.orientation == Orientation::Sideways) out += "~";
        out += character.face->postscript_name();
        for (std::size_t g = 0; g < character.glyph_count; ++g) {
            const ShapedGlyph& glyph = text.glyphs[character.first_glyph + g];
            out += " " + glyph_name(*character.face, glyph.glyph) + "@" + thousandths(glyph.x) +
                   "," + thousandths(glyph.y) + "+" + thousandths(glyph.advance);
        }
    }
    return out;
}

std::string trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(' ');
    const std::size_t end = text.find_last_not_of(' ');
    return begin == std::string_view::npos ? "" : std::string(text.substr(begin, end - begin + 1));
}

std::string text_of(const std::string& code_points) {
    std::istringstream parts(code_points);
    std::string text, part;
    while (parts >> part) {
        if (part.starts_with("U+")) {
            append_utf8(text, static_cast<char32_t>(std::stoul(part.substr(2), nullptr, 16)));
        } else {
            text += part + ";";  // a character reference, whose semicolon would part the fields
        }
    }
    return text;
}

class ShapingTest : public testing::Test {
  public:
    explicit ShapingTest(ShapingCase test) : case_(std::move(test)) {}
    void TestBody() override {
        ASSERT_TRUE(case_.family == "mincho" || case_.family == "gothic") << case_.family;
        ASSERT_TRUE(case_.direction == "horizontal" || case_.direction == "vertical");
        const FaceSet& faces = case_.family == "mincho" ? *library().mincho : *library().gothic;
        const auto direction = case_.direction == "vertical" ? WritingDirection::Vertical
                                                             : WritingDirection::Horizontal;
        EXPECT_EQ(dump(shape(faces, text_of(case_.code_points), direction)), case_.expected);
    }

  private:
    ShapingCase case_;
};

/// How many cases the file holds.
int register_file(const std::filesystem::path& path) {
    int cases = 0;
    std::ifstream file(path);
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream parts(line);
        std::array<std::string, 5> fields;
        for (std::string& field : fields) {
            std::getline(parts, field, ';');
            field = trimmed(field);
        }
        const ShapingCase test{fields[0], fields[1], fields[2], fields[3], fields[4]};
        testing::RegisterTest("ShapingCases", test.name.c_str(), nullptr, nullptr,
                              path.filename().c_str(), number,
                              [test]() -> testing::Test* { return new ShapingTest(test); });
        ++cases;
    }
    return cases;
}

const int registered_cases = [] {
    std::vector<std::filesystem::path> files;
    const std::filesystem::path folder = MADOGUCHI_SOURCE_DIR "/tests/cases/shaping";
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".tests") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    int cases = 0;
    for (const auto& file : files)
        cases += register_file(file);
    return cases;
}();

TEST(ShapingCaseFiles, AreThere) {
    EXPECT_GT(registered_cases, 50);
}

}  // namespace

}  // namespace madoguchi::fonts
