// Any template text with marks of ruby, set in every way and frame: findings, or every character
// of letters and readings on the sheet, within the frame.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "templates/fill/ruby.h"
#include "templates/ruby_text.h"
#include "tests/support/layout_fixture.h"

namespace madoguchi::render {
namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

/// Of four bytes a style and a frame.
templates::Text text_of(const std::uint8_t* bytes) {
    templates::Text text;
    text.ruby = static_cast<templates::Ruby>(1 + bytes[0] % 3);
    text.style.direction =
        (bytes[0] & 4) != 0 ? templates::Direction::Vertical : templates::Direction::Horizontal;
    text.style.hanging = (bytes[0] & 8) != 0;
    text.style.letter_spacing = (bytes[0] & 16) != 0 ? Length::pt(-1) : Length();
    text.style.align = static_cast<templates::Align>(bytes[1] % 5);
    text.style.block_align = static_cast<templates::BlockAlign>(bytes[1] / 5 % 3);
    if ((bytes[1] & 64) != 0) text.style.fit.steps.push_back(templates::FitStep::Condense);
    if ((bytes[1] & 128) != 0) text.style.fit.steps.push_back(templates::FitStep::Shrink);
    if ((bytes[0] & 128) != 0) text.style.fit.steps.push_back(templates::FitStep::Wrap);
    return text;
}

/// Blanks aside, which may hang behind a line.
std::string without_blanks(std::string_view text) {
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        const DecodedCodePoint next = decode_utf8(text, at);
        const bool blank = next.code_point == U' ' || next.code_point == U'\u3000' ||
                           next.code_point == U'\n' ||
                           (next.code_point >= 0xfff9 && next.code_point <= 0xfffb);
        if (!blank) kept += text.substr(at, next.bytes);
        at += next.bytes;
    }
    return kept;
}

/// Bytes are counted, not compared: readings stand among the letters in the order of the lines.
std::string printed(const std::vector<Item>& items) {
    std::string text;
    for (const GlyphRun& run : runs_of(items))
        text += run.text;
    return without_blanks(text);
}

void set(const templates::Text& text, Length along, Length across, const std::string& filled) {
    const bool vertical = text.style.direction == templates::Direction::Vertical;
    ElementOnPaper paper(
        {Length::mm(10), Length::mm(10), vertical ? across : along, vertical ? along : across},
        text);
    paper.lay_out(filled);
    if (has_errors(paper.findings)) return;
    require(printed(paper.data_items).size() == without_blanks(filled).size());
}

void try_text(const std::uint8_t* bytes, std::string_view source) {
    const auto annotated = templates::fill::annotate_ruby(source);
    if (!annotated.ok()) return require(has_errors(annotated.findings()));
    const templates::AnnotatedText read = templates::read_annotations(*annotated);
    for (const auto& reading : read.readings)
        require(reading.begin <= reading.end && reading.end <= read.text.size());
    set(text_of(bytes), Length::mm(bytes[2]), Length::mm(bytes[3]), *annotated);
}

}  // namespace
}  // namespace madoguchi::render

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size < 4 || size > 1024) return 0;
    const std::string_view text(reinterpret_cast<const char*>(bytes) + 4, size - 4);
    if (madoguchi::find_invalid_utf8(text)) return 0;
    madoguchi::render::try_text(bytes, text);
    return 0;
}
