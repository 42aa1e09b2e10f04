#include "templates/fill/ruby.h"

#include <unicode/uscript.h>

#include <utility>

#include "base/utf8.h"
#include "templates/fill/tags.h"
#include "templates/ruby_text.h"

namespace madoguchi::templates::fill {

namespace {

constexpr std::string_view base_mark = "｜", reading_mark = "《", end_mark = "》";

/// Also what stands among kanji as one: 〆, the ヶ and ヵ of 市ヶ谷, and 外字.
bool is_kanji(char32_t c) {
    UErrorCode error = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(c), &error) == USCRIPT_HAN || c == U'〆' ||
           c == U'ヶ' || c == U'ヵ' || is_variation_selector(c) || is_private_use(c);
}

/// Where the kanji at the end of `text` begin; one may be written by name (&MJ003719;).
std::size_t kanji_begin(std::string_view text) {
    constexpr std::size_t reference_size = 10;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (!character_reference(text, at).empty()) {
            at += reference_size;
            continue;
        }
        const DecodedCodePoint next = decode_utf8(text, at);
        at += next.bytes;
        if (!is_kanji(next.code_point)) begin = at;
    }
    return begin;
}

class Annotator {
  public:
    explicit Annotator(std::string_view source) : source_(source) {}

    Result<std::string> annotate() {
        const ScannedText scanned = scan_tags(source_);
        if (!scanned.findings.empty()) return std::string(source_);  // said by who compiles it
        for (const Token& token : scanned.tokens)
            take(token);
        copy(source_.substr(copied_));
        if (place_ != Place::Text) refuse_open();
        if (!findings_.empty()) return std::move(findings_);
        return std::move(out_);
    }

  private:
    enum class Place { Text, Base, Reading };

    void take(const Token& token) {
        switch (token.kind) {
            case Token::Kind::Literal:
                return take_literal(token.text);
            case Token::Kind::SectionBegin:
            case Token::Kind::InvertedBegin:
                ++depth_;
                return;
            case Token::Kind::SectionEnd:
                if (place_ != Place::Text && depth_ == depth_of_base_) refuse_section();
                --depth_;
                return;
            case Token::Kind::Variable:
                return;
        }
    }

    void take_literal(std::string_view literal) {
        const auto begin = static_cast<std::size_t>(literal.data() - source_.data());
        copy(source_.substr(copied_, begin - copied_));
        copied_ = begin + literal.size();
        literal_ = out_.size();
        while (!literal.empty()) {
            const std::size_t size = mark_at(literal) ? base_mark.size() : next_size(literal);
            take_piece(literal.substr(0, size));
            literal.remove_prefix(size);
        }
    }

    static bool mark_at(std::string_view text) {
        return text.starts_with(base_mark) || text.starts_with(reading_mark) ||
               text.starts_with(end_mark);
    }
    static std::size_t next_size(std::string_view text) { return decode_utf8(text, 0).bytes; }

    void take_piece(std::string_view piece) {
        if (piece == base_mark) return begin_base();
        if (piece == reading_mark) return begin_reading();
        if (piece == end_mark) return end_reading();
        copy(piece);
    }

    void begin_base() {
        if (place_ != Place::Text) return refuse_open();
        place_ = Place::Base;
        depth_of_base_ = depth_;
        copy(ruby_base_begin);
        base_ = out_.size();
    }

    void begin_reading() {
        if (place_ == Place::Text) mark_kanji();
        if (place_ != Place::Base) return refuse_open();
        if (depth_ != depth_of_base_) return refuse_section();
        if (out_.size() == base_)
            return refuse({"ルビを振る文字がありません。", "There is nothing under a ruby."});
        place_ = Place::Reading;
        copy(ruby_reading_begin);
    }

    /// Without ｜ the reading belongs to the kanji that the literal ends with.
    void mark_kanji() {
        const std::size_t begin = literal_ + kanji_begin(std::string_view(out_).substr(literal_));
        place_ = Place::Base;
        depth_of_base_ = depth_;
        out_.insert(begin, ruby_base_begin);
        base_ = begin + ruby_base_begin.size();
    }

    void end_reading() {
        if (place_ != Place::Reading) {
            return refuse({"《 のない 》 があります。", "A 》 has no 《 before it."});
        }
        if (depth_ != depth_of_base_) return refuse_section();
        place_ = Place::Text;
        copy(ruby_end);
        literal_ = out_.size();
    }

    void copy(std::string_view text) { out_ += text; }

    void refuse_open() {
        refuse({"ルビが《…》で終わらないうちに、次のルビか文の終わりになっています。",
                "A ruby is not complete where the next one begins or the text ends."});
    }
    void refuse_section() {
        refuse({"ルビの ｜《》 は、同じ区間（{{#…}}…{{/…}}）の中に置いてください。",
                "The ｜, 《 and 》 of one ruby stand in the same section."});
    }
    void refuse(BilingualText message) {
        if (!findings_.empty()) return;  // what follows a misplaced mark is no news
        findings_.push_back(
            {.code = "template.ruby",
             .message = std::move(message),
             .hints = {
                 {"「届出《とどけで》」「｜{{氏名}}《{{フリガナ}}》」のように書いてください。",
                  "Write it as 届出《とどけで》 or ｜{{氏名}}《{{フリガナ}}》."}}});
    }

    std::string_view source_;
    std::string out_;
    Place place_ = Place::Text;
    int depth_ = 0, depth_of_base_ = 0;
    std::size_t copied_ = 0;   ///< of the source
    std::size_t literal_ = 0;  ///< in `out_`: where the run of template text begins
    std::size_t base_ = 0;     ///< in `out_`
    Diagnostics findings_;
};

}  // namespace

Result<std::string> annotate_ruby(std::string_view source) {
    return Annotator(source).annotate();
}

}  // namespace madoguchi::templates::fill
