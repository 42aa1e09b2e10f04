#include "api/characters/conversion_findings.h"

#include <utility>

#include "api/characters/reduction_words.h"
#include "base/utf8.h"

namespace madoguchi::api {

namespace {

/// The place in words: which record and field, and which byte.
BilingualText placed(BilingualText what, const InputPlace& place) {
    const std::string record = std::to_string(place.record.record);
    const std::string field = std::to_string(place.record.field);
    const std::string offset = std::to_string(place.offset);
    return {what.ja + "（" + record + "件目、" + field + "番目の項目、先頭から" + offset +
                "バイトのところ）",
            what.en + " (record " + record + ", field " + field + ", byte offset " + offset + ")"};
}

Diagnostic finding_at(std::string code, BilingualText what, const InputPlace& place) {
    Diagnostic finding{.code = std::move(code), .message = placed(std::move(what), place)};
    finding.origin.source = SourcePlace{.file = place.file,
                                        .line = place.record.record,
                                        .column = place.record.column,
                                        .offset = place.offset};
    finding.origin.data_pointer = "/records/" + std::to_string(place.record.record - 1) +
                                  "/fields/" + std::to_string(place.record.field - 1);
    return finding;
}

std::string hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += digits[byte >> 4];
        text += digits[byte & 0xf];
    }
    return text;
}

/// "邉（U+9089 U+E010F）"; a name (&MJ025760;) is shown as it is.
std::string shown(std::string_view character) {
    if (!character_reference(character, 0).empty()) return std::string(character);
    return std::string(character) + "（" + describe_code_points(character) + "）";
}

std::string candidates(const fonts::ReducedCharacter& reduced) {
    std::string text;
    for (const fonts::ReductionCandidate& other : reduced.alternatives)
        text += (text.empty() ? "" : " ") + to_utf8(std::u32string(1, other.code_point));
    return text;
}

struct Words {
    std::string code;
    BilingualText what, hint;
};

/// Of what comes from a link, which no choice and no reduction concerns.
Words words_on_reading(std::string_view character, FateKind kind) {
    if (kind == FateKind::GaijiBlocked)
        return {
            "gaiji.no-mapping",
            {"連携先から来た外字 " + shown(character) + " は、自治体のどの外字か決まっていません",
             "it is open which of the tenant's characters the link's private-use character " +
                 shown(character) + " is"},
            {"連携先のファイルの gaiji に、連携先の符号と自治体の外字の符号位置を書いてくださ"
             "い。",
             "Map the link's code to the tenant's code point in gaiji of the link's file."}};
    return {"charset.not-in-code",
            {"変換先の文字コードに " + shown(character) + " がありません",
             "the code to be written lacks " + shown(character)},
            {"--to にこの文字を持つ文字コード（utf-8 など）を選んでください。",
             "Choose a code that has it (as utf-8) with --to."}};
}

Words stopping_words(std::string_view character, FateKind kind) {
    if (kind == FateKind::GaijiBlocked)
        return {
            "gaiji.no-mapping",
            {"外字 " + shown(character) + " は、この連携先に対応する符号がありません",
             "the link has no code for the private-use character " + shown(character)},
            {"連携先のファイルの gaiji に対応を書くか、choices で代わりの文字を決めてください。"
             "何も書き出していません。",
             "Map it in gaiji of the link's file, or decide on a substitute in choices. Nothing "
             "was written."}};
    if (kind == FateKind::NoSubstitute)
        return {"reduction.no-substitute",
                {shown(character) + " を持てる文字がなく、代わりの文字もありません",
                 "the target lacks " + shown(character) + " and has no substitute"},
                {"連携先のファイルの choices で代わりの文字を決めるか、noSubstitute を mark にして"
                 "ください。",
                 "Decide on a substitute in choices of the link's file, or set noSubstitute to "
                 "mark."}};
    return {
        "charset.not-in-code",
        {"書き出す文字コードに " + shown(character) + " がありません",
         "the code to be written lacks " + shown(character)},
        {"この文字を持つ文字コード（utf-8 など）を選ぶか、連携先のファイルで target を決めて縮退"
         "してください。",
         "Choose a code that has it (as utf-8), or reduce to a target in a link's file."}};
}

Words passing_words(std::string_view character, const Fate& fate, const std::string& times) {
    const BilingualText counted = {times + "か所。最初は", times + " times, first at"};
    if (fate.kind == FateKind::OwnCode)
        return {"gaiji.own-code",
                {"外字 " + shown(character) + " は私用領域の符号のままです。" + counted.ja,
                 shown(character) + " stays a private-use code; " + counted.en},
                {"同じ外字フォントのない相手には渡せません。渡すときは --link を使ってください。",
                 "It means nothing without this tenant's font. Use --link towards others."}};
    if (fate.kind == FateKind::Marked)
        return {"reduction.marked",
                {shown(character) + " に代わりの文字がなく、〓になります。" + counted.ja,
                 shown(character) + " has no substitute and becomes 〓; " + counted.en},
                {"どの文字だったかは、この所見にしか残りません。",
                 "Only this finding says which character it was."}};
    const std::string others = candidates(*fate.reduced);
    return {"reduction.replaced",
            {shown(character) + " は " + shown(fate.text) + " に置き換わります。根拠: " +
                 ground_in_japanese(*fate.reduced) + "。" + counted.ja,
             shown(character) + " becomes " + shown(fate.text) + "; " + counted.en},
            {others.empty() ? std::string("ほかの候補はありません。") : "ほかの候補: " + others,
             others.empty() ? std::string("There is no other candidate.")
                            : "Other candidates: " + others}};
}

}  // namespace

Diagnostic code_finding(const fonts::CodeFaultPlace& fault, const InputPlace& place) {
    using fonts::CodeFault;
    const std::string bytes = hex(fault.piece);
    if (fault.fault == CodeFault::OpenShift)
        return finding_at("charset.open-shift",
                          {"2バイトの状態のまま終わっています", "the text ends in a shifted state"},
                          place);
    Diagnostic finding = fault.fault == CodeFault::Truncated
                             ? finding_at("charset.truncated",
                                          {"符号か記録が途中で終わっています " + bytes,
                                           "a code or a record is cut short " + bytes},
                                          place)
                             : finding_at("charset.unmapped",
                                          {"読む文字コードに符号 " + bytes + " はありません",
                                           "the code that is read has no character " + bytes},
                                          place);
    finding.hints.push_back({"文字コードの指定（--from、連携先の charset）を確かめてください。",
                             "Check the code that was named (--from, charset of the link)."});
    return finding;
}

Diagnostic fate_finding(std::string_view character, const Fate& fate, std::size_t count,
                        const InputPlace& place, Direction direction) {
    Words words = !stops(fate.kind) ? passing_words(character, fate, std::to_string(count))
                  : direction == Direction::FromLink ? words_on_reading(character, fate.kind)
                                                     : stopping_words(character, fate.kind);
    Diagnostic finding = finding_at(std::move(words.code), std::move(words.what), place);
    finding.severity = stops(fate.kind) ? Severity::Error : Severity::Warning;
    finding.origin.character = CharacterPlace{
        std::string(character), describe_code_points(character), place.record.column - 1};
    finding.hints.push_back(std::move(words.hint));
    return finding;
}

Diagnostic long_field_finding(const RecordForm& written, const InputPlace& place) {
    const std::vector<std::size_t> widths = written.widths();
    const std::string most = std::to_string(widths.at(place.record.field - 1));
    const bool is_record = widths.size() == 1;
    Diagnostic finding = finding_at("record.too-long",
                                    {std::string("書き出す") + (is_record ? "記録" : "項目") +
                                         "が" + most + "バイトに収まりません",
                                     std::string("the ") + (is_record ? "record" : "field") +
                                         " to be written does not fit " + most + " bytes"},
                                    place);
    finding.hints.push_back({"短くした記録は書き出しません。元のデータを直してください。",
                             "No shortened record is written. Mend the data."});
    return finding;
}

Diagnostic field_count_finding(const RecordForm& written, const InputPlace& place) {
    const std::string wanted = std::to_string(written.widths().size());
    const std::string there = std::to_string(place.record.field);
    Diagnostic finding = finding_at(
        "record.fields",
        {"この行には項目が" + there + "つありますが、連携先の記録の項目は" + wanted + "つです",
         "the line has " + there + " fields, and the link's record " + wanted},
        place);
    finding.hints.push_back(
        {"連携先のファイルの records の fields と "
         "delimiter（書かなければタブ）を確かめてください。",
         "Check fields and delimiter (a tab unless said) in records of the link's file."});
    return finding;
}

Diagnostic delimiter_finding(std::string_view character, const InputPlace& place) {
    const std::string code_points = describe_code_points(character);
    Diagnostic finding = finding_at(
        "record.delimiter",
        {"項目の中に、項目の区切りか改行になる文字（" + code_points + "）があります",
         "a field holds a character that would end a field or a line (" + code_points + ")"},
        place);
    finding.origin.character =
        CharacterPlace{std::string(character), code_points, place.record.column - 1};
    finding.hints.push_back(
        {"区切りのときは、連携先のファイルの delimiter に、データにない文字を選んでください。改行の"
         "ときは、bytes（記録の長さ）を確かめてください。",
         "Choose a delimiter that the data has not; for a line's end, check the length of the "
         "records (bytes)."});
    return finding;
}

}  // namespace madoguchi::api
