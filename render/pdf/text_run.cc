#include "render/pdf/text_run.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/utf8.h"
#include "render/pdf/text_pen.h"

namespace madoguchi::render::pdf {

namespace {

/// Stands in ToUnicode for the second and later glyphs of a character: every code must have a text
/// (ISO 19005-2, 6.2.11.7.2), and this one is nothing to see when ActualText is not read.
constexpr std::string_view zero_width_space = "\xE2\x80\x8B";

constexpr double millipoints_per_unit = 1 / 12.7;

/// 四分アキ (JLREQ §3.2.4), thousandths of an em.
constexpr int western_blank = 250;

struct TextTraits {
    /// U+0000, U+FEFF and U+FFFE say nothing, and ToUnicode must not hold them.
    bool unspeakable = false;
    bool private_use = false;
};

/// Whether the text is one character of the basic plane without traits: below U+E000, other than
/// U+0000, or a compatibility ideograph or full-width form (U+F900 to U+FDFF, U+FF00 to U+FFBF).
bool is_ordinary(std::string_view text) {
    if (text.empty()) return true;
    const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (byte(0) == 0 || byte(0) > 0xEF) return false;
    if (text.size() != (byte(0) < 0x80 ? 1U : byte(0) < 0xE0 ? 2U : 3U)) return false;
    if (byte(0) == 0xEE) return false;
    return byte(0) != 0xEF || (byte(1) >= 0xA4 && byte(1) <= 0xB7) ||
           (byte(1) >= 0xBC && byte(1) <= 0xBE);
}

TextTraits traits_of(std::string_view text) {
    TextTraits traits;
    if (is_ordinary(text)) return traits;
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
          condense_(std::round(run.condense * 1e6) / 1e6),
          pen_(operators, vertical_, size_, condense_) {}

    void write() {
        if (run_.glyphs.empty() || !is_writable()) return;
        operators_.fill_colour(run_.colour);
        operators_.condense(vertical_ ? 1 : condense_);
        const bool simple = is_simple();
        const bool speaks = !simple && spoken_ == Spoken::ByGlyphs && has_unsayable_space();
        if (speaks) operators_.begin_actual_text(run_.text), spoken_ = Spoken::ByGroup;
        operators_.out() += "BT\n";
        if (simple) {
            simple_characters();
        } else {
            all_characters();
        }
        pen_.end_string();
        operators_.out() += "ET\n";
        if (speaks) operators_.end_marked_content();
    }

  private:
    /// Whether each character is one glyph that needs no words beside its code: the bulk of text.
    bool is_simple() const {
        if (vertical_ || run_.face->outline_format() != fonts::OutlineFormat::TrueType)
            return false;
        const fonts::GlyphId glyph_count = run_.face->glyph_count();
        return std::all_of(run_.glyphs.begin(), run_.glyphs.end(), [&](const PlacedGlyph& glyph) {
            return glyph.text_size != 0 && glyph.glyph != 0 && glyph.glyph < glyph_count &&
                   is_ordinary(text_of(glyph));
        });
    }

    void simple_characters() {
        for (const PlacedGlyph& glyph : run_.glyphs) {
            show(glyph, context_.fonts.glyph(fonts_, glyph.glyph, text_of(glyph),
                                             glyph.space_behind ? western_blank : 0));
        }
    }

    void all_characters() {
        for (std::size_t first = 0; first < run_.glyphs.size();) {
            const std::size_t end = character_end(first);
            character(first, end);
            first = end;
        }
    }

    std::size_t character_end(std::size_t first) const {
        std::size_t end = first + 1;
        while (end < run_.glyphs.size() && run_.glyphs[end].text_size == 0)
            ++end;
        return end;
    }

    /// Whether 四分アキ stands behind a character whose glyph cannot be given it: a reader would
    /// see a word space.
    bool has_unsayable_space() const {
        for (std::size_t first = 0; first < run_.glyphs.size();) {
            const std::size_t end = character_end(first);
            if (run_.glyphs[end - 1].space_behind && !takes_blank(first, end)) return true;
            first = end;
        }
        return false;
    }

    /// Whether the character's glyph has a code that advances by the 四分アキ behind it too:
    /// readers see no gap then, and the string goes on.
    bool takes_blank(std::size_t first, std::size_t end) const {
        return run_.glyphs[end - 1].space_behind && end - first == 1 && fonts_.has_blanks() &&
               !traits_of(text_of(run_.glyphs[first])).private_use;
    }

    std::string_view text_of(const PlacedGlyph& glyph) const {
        return {run_.text.data() + glyph.text_offset, glyph.text_size};
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
        const std::string_view text = text_of(head);
        const TextTraits traits = traits_of(text);
        if (!is_known(first, end, text, traits)) return;
        if (end - first == 1 && !traits.private_use) {
            const bool blank = takes_blank(first, end);
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
            pen_.end_string();
            operators_.begin_actual_text(text);
        }
        for (std::size_t i = first; i < end; ++i)
            show(run_.glyphs[i], pieces_[i - first]);
        if (spoken) {
            pen_.end_string();
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
        if (pooled.font != font_) choose_font(pooled.font);
        if (vertical_) {
            const VerticalMetrics metrics = vertical_metrics(*run_.face, glyph.glyph);
            const double thousandth = pen_.thousandth();
            pen_.move_to(exact_x(glyph) + metrics.origin_x * condense_ * thousandth,
                         exact_y(glyph) + metrics.origin_y * thousandth);
            pen_.put(pooled.code.code, metrics.advance);
        } else {
            pen_.move_to(exact_x(glyph), exact_y(glyph));
            pen_.put(pooled.code.code, pooled.code.width);
        }
    }

    void choose_font(std::uint32_t font) {
        const FontDirections direction = vertical_ ? vertical_use : horizontal_use;
        pen_.end_string();
        font_ = font;
        context_.used.use_font(font_, direction);
        operators_.font(context_.fonts.resource_name(font_, direction), size_);
    }

    double exact_x(const PlacedGlyph& glyph) const {
        return static_cast<double>(glyph.at.x.units()) * millipoints_per_unit;
    }
    double exact_y(const PlacedGlyph& glyph) const {
        return static_cast<double>((place_.top - glyph.at.y).units()) * millipoints_per_unit;
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
    TextPen pen_;

    std::vector<PooledGlyph> pieces_;
    std::uint32_t font_ = 0xffffffff;
};

}  // namespace

void write_run(Operators& operators, const GlyphRun& run, const RunPlace& place,
               ContentContext& context) {
    RunWriter(operators, run, place, context).write();
}

}  // namespace madoguchi::render::pdf
