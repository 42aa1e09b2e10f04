#include "api/characters/character_set_package.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "api/files/input_file.h"
#include "api/places.h"
#include "api/tenants/settings_file.h"
#include "base/utf8.h"
#include "fonts/mj/mj_table.h"
#include "fonts/sets/set_list.h"
#include "fonts/woff.h"

namespace madoguchi::api {

namespace {

namespace json = templates::json;

constexpr std::size_t most_description_bytes = std::size_t{1} << 20;
constexpr std::size_t most_list_bytes = std::size_t{64} << 20;
constexpr std::size_t most_font_bytes = std::size_t{256} << 20;

struct Description {
    fonts::SetDescription set;
    std::string font, list;  ///< names of files in the folder
};

bool is_name(std::string_view text) {
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto allowed = [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-'; };
    return !text.empty() && text.size() <= 32 && letter(text.front()) &&
           std::all_of(text.begin(), text.end(), allowed);
}

/// A file of the folder itself, and not one that the swap of folders hides.
bool is_file_name(std::string_view text) {
    return !text.empty() && text.size() <= 128 && text.front() != '.' &&
           text.find('/') == std::string_view::npos && text != "package.json";
}

std::optional<std::uint32_t> whole_number(std::string_view text, int base) {
    std::uint32_t number = 0;
    const char* const end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, number, base);
    return parsed.ec == std::errc() && parsed.ptr == end ? std::optional(number) : std::nullopt;
}

char32_t read_code(SettingsFile& settings, const json::Value& codes, std::string_view name) {
    const std::string text = settings.required_text(codes, name);
    if (text.empty()) return 0;
    const auto code =
        text.starts_with("U+") ? whole_number(std::string_view(text).substr(2), 16) : std::nullopt;
    if (code && *code >= 0x100000 && *code <= 0x10fffd) return *code;
    settings.report(*codes.find(name), {"U+100000 から U+10FFFD までの符号位置を書いてください。",
                                        "Write a code from U+100000 to U+10FFFD."});
    return 0;
}

void read_codes(SettingsFile& settings, fonts::SetDescription& set) {
    const json::Value* codes = settings.root().find("codes");
    if (codes == nullptr) {
        return settings.report(settings.root(), {"codes が必要です。", "codes is required."});
    }
    settings.allow_only(*codes, {"first", "last"});
    set.first_code = read_code(settings, *codes, "first");
    set.last_code = read_code(settings, *codes, "last");
    if (set.first_code > set.last_code && set.last_code != 0) {
        settings.report(*codes, {"first が last より後ろです。", "first is behind last."});
    }
}

/// A JSON number that is written as a whole one; 0 and a finding for anything else.
std::uint32_t read_number(SettingsFile& settings, std::string_view name) {
    const json::Value* value = settings.root().find(name);
    const json::Number* number = value == nullptr ? nullptr : value->number();
    const auto whole = number == nullptr ? std::nullopt : whole_number(number->text, 10);
    if (whole && *whole > 0) return *whole;
    const std::string shown(name);
    settings.report(
        value == nullptr ? settings.root() : *value,
        {shown + " に 1 以上の整数が必要です。", shown + " must be a whole number of at least 1."});
    return 0;
}

std::string read_file_name(SettingsFile& settings, std::string_view name) {
    std::string text = settings.required_text(settings.root(), name);
    if (!text.empty() && !is_file_name(text)) {
        settings.report(*settings.root().find(name),
                        {"同じフォルダーのファイルの名前を書いてください。",
                         "Write the name of a file in the same folder."});
    }
    return text;
}

void check_words(SettingsFile& settings, const Description& description) {
    const json::Value& root = settings.root();
    const fonts::SetDescription& set = description.set;
    if (!set.name.empty() && !is_name(set.name)) {
        settings.report(*root.find("name"),
                        {"name は半角の英小文字で始まる、英小文字・数字・ハイフンの32字以内です。",
                         "name is up to 32 lower-case letters, digits and hyphens, a letter "
                         "first."});
    }
    if (!set.prefix.empty() && set.prefix != "GJ") {
        settings.report(*root.find("prefix"),
                        {"prefix は GJ だけです（文中で名前を書けるのは &MJ…; と &GJ…;）。",
                         "prefix can be GJ alone: texts name characters as &MJ…; and &GJ…;."});
    }
    if (!description.font.empty() && description.font == description.list) {
        settings.report(*root.find("list"),
                        {"font と list が同じファイルです。", "font and list are the same file."});
    }
}

Result<Description> read_description(const std::string& name, const std::string& source) {
    SettingsFile settings = TRY(SettingsFile::parse(source, name, "character-set.package"));
    const json::Value& root = settings.root();
    settings.allow_only(root, {"formatVersion", "name", "title", "version", "licence", "source",
                               "font", "list", "prefix", "count", "codes"});
    if (const auto version = read_number(settings, "formatVersion"); version > 1) {
        settings.report(*root.find("formatVersion"),
                        {"この版の形式は読めません。formatVersion は 1 だけです。",
                         "This version of the format is not known: 1 alone is."});
    }
    Description description;
    fonts::SetDescription& set = description.set;
    set.name = settings.required_text(root, "name");
    set.title = settings.required_text(root, "title");
    set.version = settings.required_text(root, "version");
    set.licence = settings.required_text(root, "licence");
    set.source = settings.optional_text(root, "source");
    set.prefix = settings.required_text(root, "prefix");
    set.count = read_number(settings, "count");
    description.font = read_file_name(settings, "font");
    description.list = read_file_name(settings, "list");
    read_codes(settings, set);
    check_words(settings, description);
    if (!settings.sound()) return settings.take_findings();
    return description;
}

/// The list and the font each say all that is wrong with them before the set is made of both.
Result<std::shared_ptr<const fonts::CharacterSet>> make_set(const Description& description,
                                                            const std::string& list,
                                                            const std::string& font) {
    const auto table = TRY(fonts::MjTable::open(find_places().characters));
    const ByteView view = as_bytes(font);
    Result<std::vector<fonts::SetCharacter>> characters =
        fonts::read_set_list(list, description.list, description.set, table.get());
    Result<Bytes> unpacked = fonts::unpack_woff(Bytes(view.begin(), view.end()), description.font);
    Result<std::shared_ptr<const fonts::Face>> face =
        unpacked.ok() ? fonts::Face::from_bytes(std::move(unpacked).value(), description.font)
                      : Result<std::shared_ptr<const fonts::Face>>(std::move(unpacked).findings());
    Diagnostics findings;
    if (!characters.ok()) append(findings, std::move(characters).findings());
    if (!face.ok()) append(findings, std::move(face).findings());
    if (!findings.empty()) return findings;
    return fonts::CharacterSet::make(description.set, std::move(characters).value(),
                                     std::move(face).value(), description.font);
}

}  // namespace

Result<CharacterSetPackage> read_character_set_package(const std::filesystem::path& directory) {
    const std::filesystem::path place = directory / "package.json";
    std::string source = TRY(read_file(place, most_description_bytes));
    const Description description = TRY(read_description(place.string(), source));
    std::string list = TRY(read_file(directory / description.list, most_list_bytes));
    std::string font = TRY(read_file(directory / description.font, most_font_bytes));
    CharacterSetPackage package;
    package.set = TRY(make_set(description, list, font));
    package.files.push_back({"package.json", std::move(source)});
    package.files.push_back({description.font, std::move(font)});
    package.files.push_back({description.list, std::move(list)});
    return package;
}

}  // namespace madoguchi::api
