// `madoguchi characters show | coverage | catalogue`.

#include <ostream>
#include <utility>

#include "api/characters/catalogue.h"
#include "api/characters/describe.h"
#include "api/characters/facts.h"
#include "api/characters/find.h"
#include "api/characters/set_facts.h"
#include "api/characters/written.h"
#include "api/cli/commands.h"
#include "api/cli/printing.h"
#include "api/cli/progress_bar.h"
#include "api/cli/report.h"
#include "api/files/output_file.h"
#include "api/places.h"
#include "base/utf8.h"
#include "fonts/gaiji/reduction_coverage.h"
#include "fonts/mj/coverage.h"

namespace madoguchi::api::cli {

namespace {

namespace json = templates::json;

/// The list and the fonts that a question about characters is answered from.
struct Characters {
    std::shared_ptr<const fonts::MjTable> table;
    fonts::FontLibrary fonts;
    CharacterSets sets;
};

Result<Characters> open_characters(const std::filesystem::path& tenant,
                                   const std::filesystem::path& character_sets) {
    Characters opened;
    opened.table = TRY(fonts::MjTable::open(find_places().characters));
    opened.fonts = TRY(open_fonts(tenant, character_sets));
    opened.sets = TRY(character_sets_in_use(character_sets));
    return opened;
}

std::string joined(const std::vector<std::string>& words) {
    std::string line;
    for (const std::string& word : words)
        line += (line.empty() ? "" : "、") + word;
    return line;
}

void write_line(std::ostream& out, const char* label, const std::string& value) {
    if (!value.empty()) out << "  " << label << '\t' << value << '\n';
}

std::string codes_line(const CharacterFacts& facts) {
    return facts.collection.empty() ? facts.codes : facts.codes + "（" + facts.collection + "）";
}

std::string jis_line(const CharacterFacts& facts) {
    if (facts.jis_x_0213.empty()) return {};
    return facts.jis_x_0213 + (facts.is_unified_there ? "（別の字形に包摂）" : "（その字形）");
}

std::string picture_line(const CharacterFacts& facts) {
    if (!facts.drawn) return "描けるフォントがありません";
    return facts.drawn->face_name + ' ' + facts.drawn->glyph_name;
}

std::string candidate_line(const CharacterFacts::Candidate& candidate) {
    std::string line = candidate.text + ' ' + candidate.codes + "（" + candidate.ground;
    if (candidate.rank > 0) line += "、順位" + std::to_string(candidate.rank);
    return line + "）";
}

void write_facts(std::ostream& out, const CharacterFacts& facts) {
    out << facts.text;
    if (!facts.mj.empty()) out << '\t' << facts.mj;
    if (!facts.set_name.empty()) out << '\t' << facts.set_name << '\t' << facts.set_code;
    out << '\n';
    write_line(out, "コード", codes_line(facts));
    write_line(out, "対応するUCS", facts.corresponding);
    write_line(out, "JIS X 0213 面区点", jis_line(facts));
    write_line(out, "JIS X 0212 区点", facts.jis_x_0212);
    write_line(out, "戸籍統一文字番号", facts.family_register);
    write_line(out, "登記統一文字番号", facts.estate_register);
    write_line(out, "住基ネット統一文字コード", facts.resident_network);
    write_line(out, "入管正字コード", facts.immigration);
    if (facts.strokes) write_line(out, "総画数", std::to_string(*facts.strokes));
    write_line(out, "部首.画数", joined(facts.radicals));
    write_line(out, "読み", joined(facts.readings));
    for (const CharacterFacts::Candidate& candidate : facts.candidates)
        write_line(out, "縮退の候補", candidate_line(candidate));
    write_line(out, "字形", picture_line(facts));
}

/// One line of the grid of variants.
void write_variant(std::ostream& out, const CharacterFacts& facts) {
    out << "  " << facts.text << '\t' << facts.mj << '\t' << facts.codes;
    if (facts.strokes) out << '\t' << *facts.strokes << "画";
    out << '\t' << joined(facts.readings);
    if (!facts.jis_x_0213.empty()) out << "\tJIS " << jis_line(facts);
    if (!facts.resident_network.empty()) out << '\t' << facts.resident_network;
    if (!facts.family_register.empty()) out << "\t戸籍 " << facts.family_register;
    out << '\n';
}

CharacterFacts facts_in(const Characters& known, std::string_view text) {
    auto of_set = facts_in_sets(text, known.sets, *known.table, *known.fonts.mincho);
    return of_set ? *std::move(of_set) : facts_of(text, *known.table, *known.fonts.mincho);
}

Result<Done> show_written(const ShowCharacters& command, const Characters& known,
                          std::ostream& out) {
    json::Array described;
    Diagnostics findings;
    for (const std::string& written : command.written) {
        Result<std::string> text = text_of_written(written, *known.table);
        if (!text.ok()) {
            append(findings, std::move(text).findings());
            continue;
        }
        for (const Cluster& cluster : grapheme_clusters(*text)) {
            const CharacterFacts facts =
                facts_in(known, text->substr(cluster.offset, cluster.size));
            if (command.format == FindingsFormat::Json) {
                described.push_back(describe(facts));
            } else {
                write_facts(out, facts);
            }
            if (facts.drawn || !facts.mj.empty()) continue;
            append(findings, draw_character(*known.fonts.mincho, facts.text).findings());
        }
    }
    if (!findings.empty()) return findings;
    if (command.format == FindingsFormat::Json)
        out << json::write({std::move(described)}, json::Layout::Indented);
    return Done{};
}

Result<Done> show_variants(const ShowCharacters& command, const Characters& known,
                           std::ostream& out) {
    if (find_invalid_utf8(command.name)) TRY(text_of_written(command.name, *known.table));
    json::Array described;
    for (const CharacterVariants& entry : find_variants(*known.table, command.name)) {
        json::Array variants;
        if (command.format == FindingsFormat::Lines) out << entry.written << '\n';
        for (const fonts::MjCharacter& variant : entry.variants) {
            const CharacterFacts facts = facts_of(variant, *known.fonts.mincho);
            if (command.format == FindingsFormat::Json) {
                variants.push_back(describe(facts));
            } else {
                write_variant(out, facts);
            }
        }
        described.push_back(
            {json::Object{{"written", {entry.written}}, {"variants", {std::move(variants)}}}});
    }
    if (command.format == FindingsFormat::Json)
        out << json::write({std::move(described)}, json::Layout::Indented);
    return Done{};
}

Result<Done> show(const ShowCharacters& command, std::ostream& out) {
    const Characters known = TRY(open_characters(command.tenant, command.character_sets));
    return command.name.empty() ? show_written(command, known, out)
                                : show_variants(command, known, out);
}

void write_set(std::ostream& out, const char* title, const fonts::CoveredSet& set) {
    out << title << '\t' << set.drawn << " / " << set.total << '\n';
    for (const auto& [face, count] : set.by_face)
        out << "  " << face << '\t' << count << '\n';
    if (!set.missing.empty()) out << "  描けない文字\t" << joined(set.missing) << '\n';
}

/// The face whose glyphs bear the numbers of MJ as names.
const fonts::Face* named_face(const fonts::FaceSet& faces) {
    for (const fonts::FaceLink& link : faces.chain()) {
        if (link.face->glyph_by_name("MJ000001")) return link.face.get();
    }
    return nullptr;
}

std::string names_of(const std::vector<fonts::MjNumber>& numbers) {
    std::vector<std::string> names;
    for (const fonts::MjNumber number : numbers)
        names.push_back(fonts::mj_name(number));
    return joined(names);
}

void write_coverage(std::ostream& out, const fonts::MjCoverage& mj, const fonts::CoveredSet& jis) {
    write_set(out, "文字情報基盤（MJ）", mj.characters);
    out << "  その番号の字形で描かれる\t" << mj.characters.drawn - mj.other_glyph.size() << '\n';
    if (!mj.other_glyph.empty())
        out << "  別の番号の字形で描かれる\t" << names_of(mj.other_glyph) << '\n';
    out << "  テキストで書ける\t" << mj.characters.total - mj.by_name_only.size() << '\n'
        << "  番号でだけ書ける\t" << mj.by_name_only.size() << '\t' << names_of(mj.by_name_only)
        << '\n';
    write_set(out, "異体字シーケンス（Moji_Joho）", mj.sequences);
    out << "  基底文字と同じ字形\t" << mj.equal_to_base << '\n';
    write_set(out, "JIS X 0213:2004", jis);
}

void write_reduction(std::ostream& out, const fonts::ReductionCoverage& reduction) {
    out << "JIS X 0213:2004 への縮退\t" << reduction.total << '\n'
        << "  そのまま\t" << reduction.kept + reduction.kept_by_list.size() << '\n'
        << "    一覧の示す位置に別の文字があり、警告するもの\t" << reduction.kept_by_list.size()
        << '\t' << names_of(reduction.kept_by_list) << '\n'
        << "  置き換え\t" << reduction.replaced << '\n'
        << "    包摂（包摂区分2）\t" << reduction.unified << '\n'
        << "  代わりなし\t" << reduction.no_substitute << '\n'
        << "  候補が1つ\t" << reduction.one_candidate << '\n'
        << "  候補が複数\t" << reduction.several_candidates << '\n'
        << "  候補なし\t" << reduction.no_candidate << '\n';
}

Result<Done> show(const ShowCoverage& command, std::ostream& out) {
    const Characters known = TRY(open_characters(command.tenant, command.character_sets));
    const fonts::FaceSet& faces = *known.fonts.mincho;
    const fonts::Face* named = named_face(faces);
    if (named == nullptr)
        return Diagnostic{.code = "characters.no-mj-font",
                          .message = {"文字情報基盤の番号で字形を持つフォント（IPAmj明朝）が"
                                      "ありません。",
                                      "No font names its glyphs by MJ numbers."}};
    const fonts::MjCoverage mj = fonts::cover_mj(faces, *named, *known.table);
    const fonts::CoveredSet jis = fonts::cover_jis_x_0213(faces);
    const fonts::ReductionCoverage reduction =
        cover_reduction(fonts::repertoire(fonts::RepertoireName::JisX0213), *known.table);
    if (command.format == FindingsFormat::Lines) {
        write_coverage(out, mj, jis);
        write_reduction(out, reduction);
        return Done{};
    }
    json::Array by_name;
    for (const fonts::MjNumber number : mj.by_name_only)
        by_name.push_back({fonts::mj_name(number)});
    const json::Value whole{json::Object{{"mj", describe(mj.characters)},
                                         {"byNameOnly", {std::move(by_name)}},
                                         {"sequences", describe(mj.sequences)},
                                         {"jisX0213", describe(jis)},
                                         {"reduction", describe(reduction)}}};
    out << json::write(whole, json::Layout::Indented);
    return Done{};
}

Result<Catalogue> print(const PrintCatalogue& command) {
    const Characters known = TRY(open_characters({}, {}));
    constexpr std::size_t on_a_sheet = 140;
    ProgressBar bar(known.table->size() / on_a_sheet + 1);
    Result<Catalogue> catalogue =
        print_catalogue(*known.table, known.fonts, find_places().catalogue_form,
                        [&](std::size_t sheets) { bar.advance(sheets); });
    bar.finish();
    if (catalogue.ok()) TRY(write_files({{command.output, catalogue->pdf}}));
    return catalogue;
}

template <typename Command>
int show_or_report(const Command& command, Streams streams) {
    const Result<Done> shown = show(command, streams.out);
    if (shown.ok()) return done;
    report(shown.findings(), FindingsFormat::Lines, streams);
    return stopped;
}

}  // namespace

int run(const ShowCharacters& command, Streams streams) {
    return show_or_report(command, streams);
}

int run(const ShowCoverage& command, Streams streams) {
    return show_or_report(command, streams);
}

int run(const PrintCatalogue& command, Streams streams) {
    const Result<Catalogue> catalogue = print(command);
    if (!catalogue.ok()) {
        report(catalogue.findings(), FindingsFormat::Lines, streams);
        return stopped;
    }
    streams.err << catalogue->characters << "字を" << catalogue->sheets << "枚に印字しました / "
                << catalogue->characters << " characters on " << catalogue->sheets << " sheets\n";
    return done;
}

}  // namespace madoguchi::api::cli
