#include <utility>

#include "fonts/gaiji/upload/upload.h"

namespace madoguchi::fonts {

namespace {

using Kind = UploadFault::Kind;

BilingualText at_byte(const BilingualText& what, std::size_t place) {
    const std::string byte = std::to_string(place + 1);
    return {what.ja + "（" + byte + " バイト目）", what.en + " (at byte " + byte + ")"};
}

BilingualText of_code(const BilingualText& what, std::size_t place) {
    if (place == 0) return what;
    const std::string code = write_gaiji_code(static_cast<char32_t>(place));
    return {what.ja + "（" + code + "）", what.en + " (" + code + ")"};
}

BilingualText describe(UploadFault fault) {
    const std::string number = std::to_string(fault.place);
    switch (fault.kind) {
        case Kind::UnknownKind:
            return {"外字として読める種類のファイルではありません",
                    "the file is of no kind that is read as gaiji"};
        case Kind::CutShort:
            return at_byte({"ファイルが途中で切れています", "the file is cut short"}, fault.place);
        case Kind::BrokenFont:
            return {"フォントが壊れています", "the font is broken"};
        case Kind::FontCollection:
            return {"複数のフォントをまとめたファイルです", "the file holds several fonts"};
        case Kind::EmbeddingForbidden:
            return {"文書への埋め込みを禁じたフォントです", "the font forbids embedding"};
        case Kind::NoOutlines:
            return {"輪郭のないフォントです", "the font has no outlines"};
        case Kind::NoPrivateUse:
            return {"フォントに私用領域の文字がありません",
                    "the font has no private-use character"};
        case Kind::BrokenGlyph:
            return of_code({"字形を読めません", "a glyph cannot be read"}, fault.place);
        case Kind::TooManyGlyphs:
            return {"外字が多すぎます（上限 " + number + " 字）",
                    "there are too many characters (at most " + number + ")"};
        case Kind::TooComplicated:
            return of_code({"字形の点が多すぎます", "the shapes have too many points"},
                           fault.place);
        case Kind::BrokenSvg:
            return at_byte({"SVGを読めません", "the SVG cannot be read"}, fault.place);
        case Kind::UnsupportedSvg:
            return at_byte({"形を変える指定のあるSVGです", "the SVG changes the path's shape"},
                           fault.place);
        case Kind::NotOnePath:
            return {"SVGのパスが1つではありません", "the SVG has not exactly one path"};
        case Kind::BadMeasures:
            return {"図の大きさが正しくありません", "the drawing's measures are wrong"};
        case Kind::BrokenPicture:
            return at_byte({"画像が壊れています", "the picture is broken"}, fault.place);
        case Kind::UnsupportedPicture:
            return at_byte(
                {"この形式のビットマップは読めません", "bitmaps of this kind are not read"},
                fault.place);
        case Kind::TooManyPixels:
            return {"画像が大きすぎます（上限 縦横 " + number + " 画素）",
                    "the picture is too large (at most " + number + " pixels a side)"};
        case Kind::Blank:
            return {"字形が何も描かれていません", "nothing is drawn"};
    }
    return {};
}

BilingualText hint(Kind kind) {
    switch (kind) {
        case Kind::UnsupportedSvg:
        case Kind::NotOnePath:
            return {"変形・線・重ね合わせのない、塗りつぶしの1つのパスにして保存し直してください。",
                    "Save it as one filled path without transforms, strokes or styles."};
        case Kind::BadMeasures:
            return {"viewBox に、左上が字の枠の左上、高さが1文字の高さになる数を書いてください。",
                    "Give a viewBox whose height is the character's em."};
        case Kind::EmbeddingForbidden:
            return {"作成元に、埋め込みを許したフォントを求めてください。",
                    "Ask its maker for a font that may be embedded."};
        case Kind::TooManyPixels:
            return {"1文字だけを切り出した画像にしてください。", "Cut out one character."};
        case Kind::NoPrivateUse:
            return {"Windows の外字は C:\\Windows\\Fonts の EUDC.TTE です。",
                    "Windows keeps gaiji in C:\\Windows\\Fonts\\EUDC.TTE."};
        default:
            return {
                "読めるのは TTE・TTF・OTF・WOFF・WOFF2・SVG・PNG・BMP・PBM です。元のファイルを"
                "確かめてください。",
                "TTE, TTF, OTF, WOFF, WOFF2, SVG, PNG, BMP and PBM are read. Check the file."};
    }
}

bool is_too_large(Kind kind) {
    return kind == Kind::TooManyGlyphs || kind == Kind::TooComplicated ||
           kind == Kind::TooManyPixels;
}

bool is_at_byte(Kind kind) {
    return kind == Kind::CutShort || kind == Kind::BrokenSvg || kind == Kind::UnsupportedSvg ||
           kind == Kind::NotOnePath || kind == Kind::BrokenPicture ||
           kind == Kind::UnsupportedPicture;
}

}  // namespace

Diagnostic explain_fault(UploadFault fault, const std::string& file) {
    Diagnostic finding{.code = is_too_large(fault.kind) ? "gaiji.too-large" : "gaiji.unreadable",
                       .message = describe(fault)};
    finding.origin.source =
        SourcePlace{.file = file, .offset = is_at_byte(fault.kind) ? fault.place : 0};
    finding.hints.push_back(hint(fault.kind));
    return finding;
}

}  // namespace madoguchi::fonts
