#include "fonts/shape.h"

#include <unicode/uchar.h>

#include <utility>

#include "base/utf8.h"

namespace madoguchi::fonts {

namespace {

/// How the finding speaks of the character: itself and its code points, or the latter alone when it
/// cannot be seen.
struct Naming {
    std::string ja, en, code_points;
};

bool is_visible(char32_t c) {
    constexpr auto invisible = U_GC_C_MASK | U_GC_Z_MASK;
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) & invisible) == 0;
}

Naming naming_of(std::string_view character) {
    Naming naming;
    naming.code_points = describe_code_points(character);
    if (is_visible(decode_utf8(character, 0).code_point)) {
        const std::string shown(character);
        naming.ja = "「" + shown + "」（" + naming.code_points + "）";
        naming.en = "\"" + shown + "\" (" + naming.code_points + ")";
    } else {
        naming.ja = naming.en = naming.code_points;
    }
    return naming;
}

void say_no_glyph(Diagnostic& finding, const Naming& character) {
    finding.code = "character.no-glyph";
    finding.message = {"文字" + character.ja + "の字形を持つフォントがありません。",
                       "No font has a glyph for the character " + character.en + "."};
    finding.hints = {
        {"この文字を持つフォントを追加するか、縮退の定めに従って別の文字で登録してくだ"
         "さい。",
         "Add a font that has the character, or record another character under your "
         "rules for reduction."}};
}

void say_no_sequence(Diagnostic& finding, const Naming& character) {
    finding.code = "character.no-sequence";
    finding.message = {
        "異体字シーケンス" + character.ja +
            "を持つフォントがありません。字形が異なるため、基底文字では代用しません。",
        "No font has the variation sequence " + character.en +
            ". The base character is not put in its place, since its shape is another."};
    finding.hints = {
        {"異体字セレクタの登録誤りがないか確認してください。正しい場合は、対応する字形"
         "への読み替えを登録してください。",
         "Check whether the variation selector was recorded wrongly. If it is right, "
         "record which sequence has the same shape."}};
}

void say_no_named_glyph(Diagnostic& finding, std::string_view reference) {
    const std::string name(reference);
    finding.code = "character.no-named-glyph";
    finding.message = {"文字番号「" + name + "」の字形を持つフォントがありません。",
                       "No font has a glyph for the character number \"" + name + "\"."};
    if (reference.starts_with("&GJ")) {
        finding.hints = {
            {"番号の誤りがないか、その文字を含む文字集合パッケージを導入しているか確認し"
             "てください（madoguchi character-sets list）。",
             "Check the number, and whether a package of the character set that has it "
             "is installed (madoguchi character-sets list)."}};
        return;
    }
    finding.hints = {
        {"番号の誤りがないか、IPAmj明朝フォントがその文字を収録しているか確認してくだ"
         "さい。",
         "Check the number, and whether IPAmj Mincho holds the character."}};
}

void say_foreign_private_use(Diagnostic& finding, const Naming& character) {
    finding.code = "character.foreign-private-use";
    finding.message = {
        "外字 " + character.code_points + " は、この団体の外字フォントに登録されていません。",
        "The private-use character " + character.code_points +
            " is not in this tenant's gaiji font."};
    finding.hints = {
        {"外字の字形を登録するか、文字情報基盤の文字に同定してください。外字コードの意味"
         "は団体ごとに異なるため、他の団体の字形は使いません。",
         "Register the glyph, or identify the character with one of the MJ "
         "repertoire. A private-use code means another character elsewhere, so no "
         "other font is asked."}};
}

}  // namespace

Diagnostic explain_missing(const ShapedText& text, const MissingCharacter& missing,
                           Severity severity) {
    const ShapedCharacter& place = text.characters[missing.character];
    const std::string character = text.text.substr(place.offset, place.size);
    Diagnostic finding;
    finding.severity = severity;
    finding.origin.character =
        CharacterPlace{character, describe_code_points(character), missing.character};
    switch (missing.reason) {
        case MissingReason::NoGlyph:
            say_no_glyph(finding, naming_of(character));
            break;
        case MissingReason::NoSequence:
            say_no_sequence(finding, naming_of(character));
            break;
        case MissingReason::NoNamedGlyph:
            say_no_named_glyph(finding, character);
            break;
        case MissingReason::ForeignPrivateUse:
            say_foreign_private_use(finding, naming_of(character));
            break;
    }
    if (severity == Severity::Warning) {
        finding.message.ja += "この文字の場所には〓を印字します。";
        finding.message.en += " 〓 is printed in its place.";
    }
    return finding;
}

}  // namespace madoguchi::fonts
