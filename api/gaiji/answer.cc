#include "api/gaiji/answer.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "fonts/gaiji/svg_path.h"
#include "fonts/gaiji/upload/readers.h"

namespace madoguchi::api {

namespace {

constexpr std::string_view first_line = "madoguchi-gaiji 1";
constexpr std::string_view last_line = "end";
constexpr std::string_view digits = "0123456789abcdef";
/// A path of the most steps a glyph may have, each with six coordinates.
constexpr std::size_t longest_path = std::size_t{4} << 20;

struct Writer {
    std::string text = std::string(first_line) + '\n';

    void operator()(const fonts::UploadedGlyphs& glyphs) {
        for (const fonts::UploadedGlyph& glyph : glyphs.glyphs) {
            text += "glyph " + code(glyph.code_point) + ' ' +
                    std::to_string(glyph.drawing.advance) + ' ' +
                    fonts::write_svg_path(glyph.drawing.outline) + '\n';
        }
        for (const char32_t blank : glyphs.blanks)
            text += "blank " + code(blank) + '\n';
    }
    void operator()(const fonts::UploadedBitmap& bitmap) {
        text += "bitmap " + std::to_string(bitmap.width) + ' ' + std::to_string(bitmap.height) +
                ' ' + hexadecimal(bitmap.ink) + '\n';
    }
    void operator()(const fonts::UploadFault& fault) {
        text += "fault " + std::to_string(static_cast<int>(fault.kind)) + ' ' +
                std::to_string(fault.place) + '\n';
    }

    static std::string code(char32_t code_point) {
        return code_point == 0 ? "-" : fonts::write_gaiji_code(code_point).substr(2);
    }
    static std::string hexadecimal(const std::vector<bool>& ink) {
        std::string text((ink.size() + 3) / 4, '0');
        for (std::size_t i = 0; i < ink.size(); ++i) {
            const std::size_t digit = digits.find(text[i / 4]);
            if (ink[i]) text[i / 4] = digits[digit | (8U >> i % 4)];
        }
        return text;
    }
};

/// The words of one line.
class Words {
  public:
    explicit Words(std::string_view line) : rest_(line) {}

    std::string_view next() {
        const std::size_t space = std::min(rest_.find(' '), rest_.size());
        const std::string_view word = rest_.substr(0, space);
        rest_.remove_prefix(std::min(space + 1, rest_.size()));
        return word;
    }
    std::string_view rest() const { return rest_; }
    /// Nothing above `most`.
    std::optional<std::size_t> number(std::size_t most) {
        const std::string_view word = next();
        std::size_t value = 0;
        const auto read = std::from_chars(word.data(), word.data() + word.size(), value);
        if (read.ec != std::errc() || read.ptr != word.data() + word.size() || value > most)
            return std::nullopt;
        return value;
    }
    /// U+0000 for "-".
    std::optional<char32_t> code() {
        const std::string_view word = next();
        if (word == "-") return U'\0';
        return fonts::parse_gaiji_code("U+" + std::string(word));
    }

  private:
    std::string_view rest_;
};

class Reader {
  public:
    explicit Reader(std::string_view text) : rest_(text) {}

    std::optional<fonts::UploadAnswer> read() {
        if (line() != first_line) return std::nullopt;
        while (!rest_.empty()) {
            const std::string_view said = line();
            if (said == last_line) return rest_.empty() ? finished() : std::nullopt;
            if (!take(said)) return std::nullopt;
        }
        return std::nullopt;
    }

  private:
    /// Without its line feed; nothing when that is missing.
    std::string_view line() {
        const std::size_t end = rest_.find('\n');
        const std::string_view said = rest_.substr(0, end == rest_.npos ? 0 : end);
        rest_.remove_prefix(end == rest_.npos ? rest_.size() : end + 1);
        return said;
    }

    bool take(std::string_view said) {
        if (other_) return false;  // a bitmap and a fault stand alone
        Words words(said);
        const std::string_view kind = words.next();
        if (kind == "glyph") return take_glyph(words);
        if (kind == "blank") return take_blank(words);
        if (!glyphs_.glyphs.empty() || !glyphs_.blanks.empty()) return false;
        if (kind == "bitmap") return take_bitmap(words);
        return kind == "fault" && take_fault(words);
    }

    bool take_glyph(Words words) {
        const auto code = words.code();
        const auto advance = words.number(16 * fonts::gaiji_em);
        const bool in_order =
            glyphs_.glyphs.empty() || (code && glyphs_.glyphs.back().code_point < *code);
        if (!code || !in_order || !advance || *advance == 0 || words.rest().size() > longest_path ||
            glyphs_.glyphs.size() == fonts::most_upload_glyphs)
            return false;
        const Result<fonts::Outline> outline = fonts::read_svg_path(words.rest());
        if (!outline.ok() || outline->size() < 4) return false;
        std::optional<fonts::Outline> kept = fonts::rounded(*outline);
        steps_ += outline->size();
        if (!kept || steps_ > fonts::most_upload_steps) return false;
        glyphs_.glyphs.push_back({*code, {static_cast<int>(*advance), std::move(*kept)}});
        return true;
    }

    bool take_blank(Words words) {
        const auto code = words.code();
        if (!code || *code == 0 || glyphs_.blanks.size() == fonts::most_upload_glyphs) return false;
        glyphs_.blanks.push_back(*code);
        return words.rest().empty();
    }

    bool take_bitmap(Words words) {
        const auto width = words.number(fonts::greatest_picture_side);
        const auto height = words.number(fonts::greatest_picture_side);
        if (!width || !height || *width == 0 || *height == 0) return false;
        fonts::UploadedBitmap bitmap{*width, *height, std::vector<bool>(*width * *height)};
        const std::string_view ink = words.rest();
        if (ink.size() != (bitmap.ink.size() + 3) / 4) return false;
        for (std::size_t i = 0; i < bitmap.ink.size(); ++i) {
            const std::size_t digit = digits.find(ink[i / 4]);
            if (digit == digits.npos) return false;
            bitmap.ink[i] = (digit & (8U >> i % 4)) != 0;
        }
        other_ = fonts::bitmap_upload(std::move(bitmap));
        return true;
    }

    bool take_fault(Words words) {
        constexpr auto last = static_cast<std::size_t>(fonts::UploadFault::Kind::Blank);
        const auto kind = words.number(last);
        const auto place = words.number(~std::size_t{0});
        if (!kind || !place || !words.rest().empty()) return false;
        other_ = fonts::UploadFault{static_cast<fonts::UploadFault::Kind>(*kind), *place};
        return true;
    }

    std::optional<fonts::UploadAnswer> finished() {
        if (other_) return std::move(other_);
        if (glyphs_.glyphs.empty()) return std::nullopt;
        return std::move(glyphs_);
    }

    std::string_view rest_;
    std::size_t steps_ = 0;
    fonts::UploadedGlyphs glyphs_;
    std::optional<fonts::UploadAnswer> other_;
};

}  // namespace

std::string write_answer(const fonts::UploadAnswer& answer) {
    Writer writer;
    std::visit(writer, answer);
    return std::move(writer.text) + std::string(last_line) + '\n';
}

std::optional<fonts::UploadAnswer> read_answer(std::string_view text) {
    return Reader(text).read();
}

}  // namespace madoguchi::api
