#include "render/pdf/text_run.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/utf8.h"

namespace madoguchi::render::pdf {

namespace {

/// Stands in ToUnicode for the second and later glyphs of a character: every code must have a text
/// (ISO 19005-2, 6.2.11.7.2), and this one is nothing to see when ActualText is not read.
constexpr std::string_view zero_width_space = "\xE2\x80\x8B";

/// Strings of a content stream stay far below the limit of ISO 19005-2, 6.1.13.
constexpr int glyphs_per_string = 4000;

/// Thousandths of an em by which a glyph may stand beside its place (0.01 mm in 14 pt): where
/// frames' grid rounds the widths of a font, numbers in TJ would cost more than all they move. Each
/// glyph is held against its own place, so nothing adds up.
constexpr std::int64_t unseen_shift = 2;

/// Readers of text take a wider gap for a word space; the least of them that is known does from
/// 100.
constexpr double readable_gap = 70;

/// 四分アキ (JLREQ §3.2.4), thousandths of an em.
constexpr int western_blank = 250;

struct TextTraits {
    /// U+0000, U+FEFF and U+FFFE say nothing, and ToUnicode must not hold them.
    bool unspeakable = false;
    bool private_use = false;
};

TextTraits traits_of(std::string_view text) {
    TextTraits traits;
    for (std::size_t at = 0; at < text.size(); ++at) {
        // Everything that matters here begins with a zero byte or one from U+E000 on.
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte != 0 && byte < 0xEE) continue;
        const char32_t point = decode_utf8(text, at).code_point;
        traits.unspeakable |= point == 0 || point == 0xFEFF || point == 0xFFFE;
        traits.private_use |= is_private_use(point);
    }
    return traits;
}

std::int64_t nearest(double value) {
    return std::llround(value);
}

class RunWriter {
  public:
    RunWriter(Operators& operators, const GlyphRun& run, const RunPlace& place,
              ContentContext& context)
        : operators_(operators),
          run_(run),
          place_(place),
          context_(context),
          fonts_(context.fonts.face(*run.face)),
          spoken_(place.spoken),
          vertical_(run.direction == RunDirection::Vertical),
          size_(to_millipoints(run.size)),
          condense_(std::round(run.condense * 1e6) / 1e6) {}

    void write() {
        if (run_.glyphs.empty() || !is_writable()) return;
        operators_.fill_colour(run_.colour);
        operators_.condense(vertical_ ? 1 : condense_);
        const bool speaks = run_.has_gaps && spoken_ == Spoken::ByGlyphs && has_readable_gap();
        if (speaks) operators_.begin_actual_text(run_.text), spoken_ = Spoken::ByGroup;
        operators_.out() += "BT\n";
        for (std::size_t first = 0; first < run_.glyphs.size();) {
            const std::size_t end = character_end(first);
            character(first, end);
            first = end;
        }
        end_string();
        operators_.out() += "ET\n";
        if (speaks) operators_.end_marked_content();
    }

  private:
    std::size_t character_end(std::size_t first) const {
        std::size_t end = first + 1;
        while (end < run_.glyphs.size() && run_.glyphs[end].text_size == 0)
            ++end;
        return end;
    }

    /// Whether a reader would see a word space that no glyph can be given.
    bool has_readable_gap() const {
        for (std::size_t first = 0; first < run_.glyphs.size();) {
            const std::size_t end = character_end(first);
            if (end == run_.glyphs.size()) return false;
            const int width = fonts_.width(run_.glyphs[end - 1].glyph);
            const bool is_wide = std::abs(behind(end - 1, width)) > readable_gap;
            if (is_wide && !takes_blank(first, end, width)) return true;
            first = end;
        }
        return false;
    }

    /// Thousandths of an em between a glyph's end and the next one's place.
    double behind(std::size_t index, int width) const {
        return (exact_x(run_.glyphs[index + 1]) - exact_x(run_.glyphs[index])) / scale_x() - width;
    }

    /// Whether the character's glyph can have a code that advances by the 四分アキ behind it too:
    /// readers see no gap then, and the string goes on.
    bool takes_blank(std::size_t first, std::size_t end, int width) const {
        if (!run_.has_gaps || vertical_ || end - first > 1 || end == run_.glyphs.size() ||
            !fonts_.has_blanks() || traits_of(text_of(first)).private_use)
            return false;
        return std::abs(behind(first, width) - western_blank) <= unseen_shift;
    }

    std::string_view text_of(std::size_t first) const {
        const PlacedGlyph& head = run_.glyphs[first];
        return std::string_view(run_.text).substr(head.text_offset, head.text_size);
    }

    bool is_writable() {
        if (run_.face->embedding() == fonts::Embedding::Forbidden) {
            const std::string& name = run_.face->postscript_name();
            report("pdf.font-embedding-forbidden",
                   {"フォント「" + name + "」は埋め込みが許可されていないため、PDFに使えません。",
                    "the font " + name + " forbids embedding and cannot be used in a PDF"});
            return false;
        }
        const bool sane = std::isfinite(run_.condense) && condense_ >= 0.01 && condense_ <= 100 &&
                          size_ > 0 && size_ <= 14'400'000;
        if (!sane) {
            report("pdf.bad-number", {"文字の大きさまたは長体の率が扱える範囲にありません。",
                                      "a type size or a condensing factor is out of range"});
        }
        return sane;
    }

    /// The glyphs [first, end) show one character.
    void character(std::size_t first, std::size_t end) {
        const PlacedGlyph& head = run_.glyphs[first];
        const std::string_view text = text_of(first);
        const TextTraits traits = traits_of(text);
        if (!is_known(first, end, text, traits)) return;
        if (end - first == 1 && !traits.private_use) {
            const bool blank = takes_blank(first, end, fonts_.width(head.glyph));
            const PooledGlyph pooled = context_.fonts.glyph(
                fonts_, head.glyph, own_text(text, 0, 1), blank ? western_blank : 0);
            if (pooled.code.exact) return show(head, pooled);
        }
        bool needs_words = end - first > 1 || traits.private_use;
        for (std::size_t i = first; i < end; ++i) {
            pieces_.push_back(context_.fonts.glyph(fonts_, run_.glyphs[i].glyph,
                                                   own_text(text, i - first, end - first)));
            needs_words = needs_words || !pieces_.back().code.exact;
        }
        const bool spoken = needs_words && !text.empty() && spoken_ == Spoken::ByGlyphs;
        if (spoken) {
            end_string();
            operators_.begin_actual_text(text);
        }
        for (std::size_t i = first; i < end; ++i)
            show(run_.glyphs[i], pieces_[i - first]);
        if (spoken) {
            end_string();
            operators_.end_marked_content();
        }
        pieces_.clear();
    }

    /// What one of `count` glyphs of a character says by itself: its own code point where there are
    /// as many of them as glyphs, else all with the first.
    static std::string_view own_text(std::string_view text, std::size_t index, std::size_t count) {
        if (text.empty()) return zero_width_space;
        if (count == 1) return text;
        std::size_t points = 0, offset = 0, size = 0;
        for (std::size_t at = 0; at < text.size(); ++points) {
            const std::size_t bytes = decode_utf8(text, at).bytes;
            if (points == index) offset = at, size = bytes;
            at += bytes;
        }
        if (points == count) return text.substr(offset, size);
        return index == 0 ? text : zero_width_space;
    }

    bool is_known(std::size_t first, std::size_t end, std::string_view text,
                  const TextTraits& traits) {
        for (std::size_t i = first; i < end; ++i) {
            const fonts::GlyphId glyph = run_.glyphs[i].glyph;
            if (glyph != 0 && glyph < run_.face->glyph_count()) continue;
            report("pdf.missing-glyph",
                   {"この文字の字形がフォントにありません。代わりの字形では印刷しません。",
                    "the font has no glyph for this character; nothing else is printed instead"},
                   first, text);
            return false;
        }
        if (!traits.unspeakable) return true;
        report("pdf.unmappable-text",
               {"印刷できない制御文字が含まれています。",
                "the text holds a control character that cannot be printed"},
               first, text);
        return false;
    }

    void show(const PlacedGlyph& glyph, const PooledGlyph& pooled) {
        const FontDirections direction = vertical_ ? vertical_use : horizontal_use;
        if (pooled.font != font_) {
            end_string();
            font_ = pooled.font;
            context_.used.use_font(font_, direction);
            operators_.font(context_.fonts.resource_name(font_, direction), size_);
        }
        if (vertical_) {
            const VerticalMetrics metrics = vertical_metrics(*run_.face, glyph.glyph);
            move_to(exact_x(glyph) + metrics.origin_x * scale_x(),
                    exact_y(glyph) + metrics.origin_y * scale_y());
            put(pooled.code.code);
            pen_y_ += metrics.advance * scale_y();
        } else {
            move_to(exact_x(glyph), exact_y(glyph));
            put(pooled.code.code);
            pen_x_ += pooled.code.width * scale_x();
        }
    }

    double exact_x(const PlacedGlyph& glyph) const {
        return static_cast<double>(glyph.at.x.units()) / 12.7;
    }
    double exact_y(const PlacedGlyph& glyph) const {
        return static_cast<double>((place_.top - glyph.at.y).units()) / 12.7;
    }
    /// Thousandths of a point to a thousandth of an em.
    double scale_x() const { return static_cast<double>(size_) * condense_ / 1000; }
    double scale_y() const { return static_cast<double>(size_) / 1000; }

    /// Moves the pen: along the line by a number in TJ, else to a new line.
    void move_to(double x, double y) {
        const double across = vertical_ ? std::abs(x - pen_x_) : std::abs(y - pen_y_);
        if (!placed_ || across > 1) {
            start_line(nearest(x), nearest(y));
            return;
        }
        const double along = vertical_ ? (pen_y_ - y) / scale_y() : (pen_x_ - x) / scale_x();
        const std::int64_t back = nearest(along);
        if (std::abs(back) <= unseen_shift) return;
        adjust(back);
        const double moved = static_cast<double>(back);
        if (vertical_) {
            pen_y_ -= moved * scale_y();
        } else {
            pen_x_ -= moved * scale_x();
        }
    }

    void start_line(MilliPoints x, MilliPoints y) {
        end_string();
        std::string& out = operators_.out();
        if (vertical_ && condense_ != 1) {
            operators_.text_matrix({condense_, 0, 0, 1, x, y});
        } else {
            append_millipoints(out, x - line_x_);
            out += ' ';
            append_millipoints(out, y - line_y_);
            out += " Td\n";
        }
        line_x_ = x;
        line_y_ = y;
        pen_x_ = static_cast<double>(x);
        pen_y_ = static_cast<double>(y);
        placed_ = true;
    }

    void put(std::uint16_t code) {
        std::string& out = operators_.out();
        if (in_string_ == 0) {
            string_start_ = out.size();
            out += '<';
        }
        append_hex_u16(out, code);
        if (++in_string_ == glyphs_per_string) end_string();
    }

    void adjust(std::int64_t back) {
        std::string& out = operators_.out();
        if (in_string_ == 0) {
            string_start_ = out.size();
            in_string_ = 1;
            out += '[';
            in_array_ = true;
        } else {
            if (!in_array_) out.insert(string_start_, 1, '[');
            in_array_ = true;
            out += '>';
        }
        append_integer(out, back);
        out += '<';
    }

    void end_string() {
        if (in_string_ == 0) return;
        operators_.out() += in_array_ ? ">] TJ\n" : "> Tj\n";
        in_string_ = 0;
        in_array_ = false;
    }

    void report(const char* code, BilingualText message, std::size_t glyph = 0,
                std::string_view text = {}) {
        Diagnostic finding = finding_at(context_, place_.element, code, std::move(message));
        if (!text.empty()) {
            const auto before =
                std::string_view(run_.text).substr(0, run_.glyphs[glyph].text_offset);
            finding.origin.character = CharacterPlace{std::string(text), describe_code_points(text),
                                                      count_graphemes(before)};
        }
        context_.findings.push_back(std::move(finding));
    }

    Operators& operators_;
    const GlyphRun& run_;
    const RunPlace& place_;
    ContentContext& context_;
    FontPool::FaceFonts& fonts_;
    Spoken spoken_;
    const bool vertical_;
    const MilliPoints size_;
    const double condense_;

    std::vector<PooledGlyph> pieces_;
    std::uint32_t font_ = 0xffffffff;
    MilliPoints line_x_ = 0, line_y_ = 0;  ///< start of the current line of text
    double pen_x_ = 0, pen_y_ = 0;         ///< where the next glyph would stand
    bool placed_ = false;
    std::size_t string_start_ = 0;
    int in_string_ = 0;
    bool in_array_ = false;
};

}  // namespace

void write_run(Operators& operators, const GlyphRun& run, const RunPlace& place,
               ContentContext& context) {
    RunWriter(operators, run, place, context).write();
}

}  // namespace madoguchi::render::pdf
