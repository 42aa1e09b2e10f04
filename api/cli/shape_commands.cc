#include <charconv>
#include <ostream>
#include <utility>

#include "api/characters/alike.h"
#include "api/cli/commands.h"
#include "api/cli/report.h"
#include "api/files/input_file.h"
#include "api/files/output_file.h"
#include "api/files/output_place.h"
#include "api/places.h"
#include "api/tenants/tenant.h"
#include "base/units.h"
#include "base/utf8.h"
#include "fonts/installed_fonts.h"
#include "render/glyph_sheet.h"
#include "render/ink_picture.h"
#include "templates/limits.h"

namespace madoguchi::api::cli {

namespace {

/// What is to be identified: its shape, and how it stands on the sheet.
struct Subject {
    fonts::NormalShape shape;
    render::SheetCell cell;
};

Diagnostic no_shape(const std::string& what) {
    return {.code = "identify.nothing-drawn",
            .message = {"「" + what + "」には文字が描かれていません。",
                        "Nothing is drawn in \"" + what + "\"."},
            .hints = {{"白地に黒で1字だけ描いたものを指定してください。",
                       "Give one character, dark on light paper."}}};
}

Diagnostic no_gaiji(const std::string& code) {
    return {.code = "identify.no-gaiji",
            .message = {"外字「" + code + "」は、この自治体の外字フォントにありません。",
                        "The tenant's gaiji font has no \"" + code + "\"."},
            .hints = {{"U+E000 のように書き、--tenant の自治体の外字を指定してください。",
                       "Write a code of the tenant's gaiji like U+E000."}}};
}

Result<Subject> subject_of_picture(const std::filesystem::path& file) {
    const std::string bytes = TRY(read_file(file, templates::limits::image_bytes));
    const fonts::InkPicture picture = TRY(render::read_ink_picture(as_bytes(bytes)));
    const auto shape = fonts::normal_shape(picture);
    if (!shape) return no_shape(file.filename().string());
    const ByteView view = as_bytes(bytes);
    return Subject{*shape, {render::SheetPicture{Bytes(view.begin(), view.end())}, {"?"}}};
}

std::optional<char32_t> read_code(std::string_view text) {
    std::uint32_t code = 0;
    if (!text.starts_with("U+")) return std::nullopt;
    const char* const end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data() + 2, end, code, 16);
    const bool whole = parsed.ec == std::errc() && parsed.ptr == end;
    return whole ? std::optional<char32_t>(code) : std::nullopt;
}

render::SheetGlyph sheet_glyph(const fonts::Face& face, fonts::GlyphId glyph) {
    const fonts::FaceMetrics& metrics = face.metrics();
    return {fonts::outline(face, glyph), metrics.units_per_em, metrics.ascent};
}

Result<Subject> subject_of_gaiji(const std::string& code, const std::filesystem::path& directory) {
    const Tenant tenant = TRY(read_tenant(directory));
    const auto code_point = read_code(code);
    if (!code_point || !is_private_use(*code_point) || !tenant.gaiji) return no_gaiji(code);
    const auto glyph = tenant.gaiji->glyph(*code_point);
    if (!glyph) return no_gaiji(code);
    const auto shape = fonts::normal_shape(fonts::outline(*tenant.gaiji, *glyph));
    if (!shape) return no_shape(code);
    return Subject{*shape, {sheet_glyph(*tenant.gaiji, *glyph), {code}}};
}

std::string name_of(const fonts::NamedCharacter& character) {
    const std::string reference = fonts::write_character(character);
    return reference.substr(1, reference.size() - 2);
}

/// "U+8A70", or nothing for what is written by name.
std::string codes_of(const std::string& text) {
    return text.starts_with('&') ? std::string() : describe_code_points(text);
}

std::string distance_of(const fonts::AlikeCharacter& alike) {
    std::string text;
    append_decimal(text, alike.distance, 2);
    return text;
}

Result<Done> write_sheet(const IdentifyCommand& command, const Subject& subject,
                         const std::vector<fonts::AlikeCharacter>& found,
                         const ShapeLibrary& library) {
    TRY(refuse_inputs(command.sheet, {command.picture}));
    std::vector<render::SheetCell> cells{subject.cell};
    for (const fonts::AlikeCharacter& alike : found) {
        cells.push_back({sheet_glyph(*alike.face, alike.glyph),
                         {name_of(alike.character), codes_of(library.text_of(alike.character)),
                          distance_of(alike)}});
    }
    return write_files({{command.sheet, render::write_glyph_sheet(cells)}});
}

void print(const std::vector<fonts::AlikeCharacter>& found, const ShapeLibrary& library,
           std::ostream& out) {
    for (const fonts::AlikeCharacter& alike : found) {
        const std::string text = library.text_of(alike.character);
        out << name_of(alike.character) << '\t' << text << '\t' << codes_of(text) << '\t'
            << distance_of(alike) << '\n';
    }
}

Result<Done> identify(const IdentifyCommand& command, std::ostream& out) {
    const Subject subject =
        TRY(command.gaiji.empty() ? subject_of_picture(command.picture)
                                  : subject_of_gaiji(command.gaiji, command.tenant));
    const CharacterSets sets = TRY(character_sets_in_use(command.character_sets));
    const ShapeLibrary library = TRY(ShapeLibrary::open(sets));
    const auto found = library.identify(subject.shape, command.count);
    if (!command.sheet.empty()) TRY(write_sheet(command, subject, found, library));
    print(found, library, out);
    return Done{};
}

Result<std::size_t> index(const std::filesystem::path& output) {
    const auto table = TRY(fonts::MjTable::open(find_places().characters));
    const fonts::FontLibrary installed = TRY(fonts::open_installed_fonts());
    const auto face = TRY(mj_face(installed));
    const Bytes bytes = make_shape_index(*face, *table);
    TRY(write_files({{output, as_text(bytes)}}));
    return bytes.size();
}

}  // namespace

int run(const IdentifyCommand& command, Streams streams) {
    const Result<Done> outcome = identify(command, streams.out);
    if (outcome.ok()) return done;
    report(outcome.findings(), FindingsFormat::Lines, streams);
    return stopped;
}

int run(const IndexShapesCommand& command, Streams streams) {
    const auto written = index(command.output.empty() ? find_places().shapes : command.output);
    if (!written.ok()) {
        report(written.findings(), FindingsFormat::Lines, streams);
        return stopped;
    }
    streams.out << *written << " バイト / bytes\n";
    return done;
}

}  // namespace madoguchi::api::cli
