#include "api/characters/link_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <numeric>
#include <utility>

#include "api/files/input_file.h"
#include "api/places.h"
#include "base/utf8.h"
#include "fonts/charset/host_code_words.h"
#include "fonts/mj/mj_table.h"

namespace madoguchi::api {

namespace {

namespace json = templates::json;

struct VariantPair {
    std::string_view name;
    char32_t first, second;
};
constexpr std::array<VariantPair, 7> variant_pairs = {{
    {"wave", 0xff5e, 0x301c},
    {"minus", 0xff0d, 0x2212},
    {"parallel", 0x2225, 0x2016},
    {"dash", 0x2015, 0x2014},
    {"cent", 0xffe0, 0xa2},
    {"pound", 0xffe1, 0xa3},
    {"not", 0xffe2, 0xac},
}};

constexpr std::size_t longest_record = 1'000'000;
constexpr std::size_t largest_link = std::size_t{16} << 20;

}  // namespace

Result<Link> read_link(const std::filesystem::path& file) {
    std::string source = TRY(read_file(file, largest_link));
    return parse_link(std::move(source), file.string(), file.parent_path());
}

Result<Link> parse_link(std::string source, std::string name,
                        const std::filesystem::path& directory) {
    SettingsFile settings =
        TRY(SettingsFile::parse(std::move(source), std::move(name), "link.malformed"));
    Link link = LinkReader(settings, directory).read();
    if (!settings.sound()) return settings.take_findings();
    return link;
}

Link LinkReader::read() {
    const Value& root = settings_.root();
    settings_.allow_only(root, {"$schema", "name", "charset", "duplicates", "variants", "gaiji",
                                "target", "noSubstitute", "choices", "characterSets", "records"});
    link_.name = settings_.required_text(root, "name");
    if (const Value* charset = root.find("charset")) {
        read_code(*charset);
    } else {
        settings_.report(root, {"charset が必要です。", "charset is required."});
    }
    const Value* order = root.find("duplicates");
    const Value* variants = root.find("variants");
    const Value* gaiji = root.find("gaiji");
    if (order != nullptr && knows_code_) read_duplicates(*order);
    if (variants != nullptr && knows_code_) read_variants(*variants);
    if (gaiji != nullptr && knows_code_) read_link_gaiji(settings_, *gaiji, link_);
    read_target();
    if (const Value* policy = root.find("noSubstitute")) read_policy(*policy);
    if (const Value* choices = root.find("choices")) read_choices(*choices);
    if (const Value* sets = root.find("characterSets")) read_character_sets(*sets);
    if (const Value* records = root.find("records")) read_records(*records);
    return std::move(link_);
}

void LinkReader::read_code(const Value& value) {
    if (value.object() != nullptr) return read_host_code(value);
    const std::string* name = value.string();
    const auto charset = name == nullptr ? std::nullopt : fonts::parse_charset_name(*name);
    if (!charset)
        return settings_.report(
            value, {"charset は文字コードの名前（cp932 など）か、{\"hostCode\": 対応表} にしてくだ"
                    "さい。",
                    "charset must be a code's name (as cp932) or {\"hostCode\": file}."});
    link_.code = fonts::FileCode(*charset);
    knows_code_ = true;
}

void LinkReader::read_host_code(const Value& value) {
    settings_.allow_only(value, {"hostCode"});
    const std::string name = settings_.required_text(value, "hostCode");
    if (name.empty()) return;
    // A link is copied with its table; a path would lead elsewhere on another machine.
    if (name.find('/') != std::string::npos || name == "..")
        return settings_.report(value, {"対応表は連携先のファイルと同じフォルダーに置き、名前だけ"
                                        "を書いてください。",
                                        "The mapping file must stand beside the link's file and "
                                        "be named without a folder."});
    const std::filesystem::path file = directory_ / name;
    auto source = read_file(file, fonts::HostCode::source_limit);
    if (!source.ok()) return settings_.add(value, std::move(source).findings());
    auto list = fonts::MjTable::open(find_places().characters);
    if (!list.ok()) return settings_.add_of_another_file(std::move(list).findings());
    auto code = fonts::HostCode::read(*source, file.string(), list->get());
    if (!code.ok()) return settings_.add_of_another_file(std::move(code).findings());
    link_.code = fonts::FileCode(std::make_shared<const fonts::HostCode>(std::move(code).value()));
    knows_code_ = true;
}

void LinkReader::read_duplicates(const Value& value) {
    fonts::Cp932Order order{};
    const json::Array* names = value.array();
    bool right = names != nullptr && names->size() == order.size() &&
                 link_.code.charset() == fonts::CharsetName::Cp932;
    for (std::size_t i = 0; right && i < order.size(); ++i) {
        const std::string* name = (*names)[i].string();
        const auto area = name == nullptr ? std::nullopt : fonts::parse_cp932_area(*name);
        right = area && std::find(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(i),
                                  *area) == order.begin() + static_cast<std::ptrdiff_t>(i);
        if (right) order[i] = *area;
    }
    if (right) {
        link_.code = fonts::FileCode(order);
        return;
    }
    settings_.report(value, {"duplicates は cp932 のときだけ、\"jis\"、\"nec-row-13\"、\"ibm\"、"
                             "\"nec-selected\" の四つを書く順に並べてください。",
                             "duplicates is for cp932 alone and orders \"jis\", \"nec-row-13\", "
                             "\"ibm\" and \"nec-selected\"."});
}

void LinkReader::read_variants(const Value& value) {
    settings_.allow_only(value, {"wave", "minus", "parallel", "dash", "cent", "pound", "not"});
    for (const VariantPair& pair : variant_pairs) {
        const Value* choice = value.find(pair.name);
        if (choice == nullptr) continue;
        read_variant(pair.name, {.first = pair.first, .second = pair.second}, *choice);
    }
}

void LinkReader::read_variant(std::string_view name, VariantChoice choice, const Value& value) {
    settings_.allow_only(value, {"read", "write"});
    if (const Value* read = value.find("read")) choice.read = read_member_of(choice, *read);
    if (const Value* write = value.find("write")) choice.write = read_member_of(choice, *write);
    const bool can_write =
        !choice.write || link_.code.encode(to_utf8(std::u32string(1, *choice.write))).whole();
    const std::string shown(name);
    if (!can_write)
        settings_.report(value, {shown + " の write はこの文字コードにありません。",
                                 "The code lacks what write of " + shown + " names."});
    link_.variants.push_back(choice);
}

std::optional<char32_t> LinkReader::read_member_of(const VariantChoice& choice,
                                                   const Value& value) {
    const std::string* text = value.string();
    const auto point = text == nullptr ? std::nullopt : fonts::code_point(*text);
    if (point == choice.first || point == choice.second) return point;
    const std::string pair = describe_code_points(to_utf8(std::u32string{choice.first})) + ", " +
                             describe_code_points(to_utf8(std::u32string{choice.second}));
    settings_.report(value, {"次のどちらかを書いてください: " + pair, "Must be one of " + pair});
    return std::nullopt;
}

void LinkReader::read_target() {
    const Value& root = settings_.root();
    const std::string name = settings_.optional_text(root, "target");
    if (name.empty()) return;
    link_.target = fonts::parse_repertoire_name(name);
    if (!link_.target)
        settings_.report(*root.find("target"),
                         {"target は jisx0208、jisx0213、jpki、cp932、ascii-kana のどれかにしてく"
                          "ださい。",
                          "target must be jisx0208, jisx0213, jpki, cp932 or ascii-kana."});
}

void LinkReader::read_policy(const Value& value) {
    const std::string* word = value.string();
    const bool is_mark = word != nullptr && *word == "mark";
    const bool is_known = is_mark || (word != nullptr && *word == "stop");
    if (is_known && link_.target) {
        link_.no_substitute =
            is_mark ? fonts::NoSubstitutePolicy::Mark : fonts::NoSubstitutePolicy::Stop;
        return;
    }
    settings_.report(value, {"noSubstitute は target があるときだけ、stop か mark にしてください。",
                             "noSubstitute must be stop or mark, and needs a target."});
}

void LinkReader::read_choices(const Value& value) {
    if (value.object() == nullptr || !link_.target)
        return settings_.report(value, {"choices は target があるときだけ、{ } で囲んで書いてくだ"
                                        "さい。",
                                        "choices must be an object, and needs a target."});
    const fonts::Repertoire& target = fonts::repertoire(*link_.target);
    for (const json::Member& member : *value.object()) {
        const std::string* text = member.value.string();
        bool right = text != nullptr && !text->empty() && count_graphemes(member.name) == 1;
        for (const Cluster& cluster : right ? grapheme_clusters(*text) : std::vector<Cluster>())
            right = right && target.contains(to_utf32(text->substr(cluster.offset, cluster.size)));
        if (right) {
            link_.choices.emplace(member.name, *text);
        } else {
            settings_.report(member.value,
                             {"choices は、1文字の名前と、target にある文字の文字列にしてくださ"
                              "い。",
                              "choices must map one character to text that the target holds."});
        }
    }
}

void LinkReader::read_character_sets(const Value& value) {
    bool right = value.array() != nullptr && link_.code.is_unicode();
    for (const Value& name : right ? *value.array() : json::Array()) {
        right = right && name.string() != nullptr && !name.string()->empty();
        if (right) link_.character_sets.push_back(*name.string());
    }
    if (right) return;
    settings_.report(value,
                     {"characterSets は、連携先の文字コードが Unicode のときだけ、導入した文字"
                      "集合の名前を [ ] に並べて書いてください。",
                      "characterSets must list names of installed sets, and needs a code of "
                      "Unicode."});
}

void LinkReader::read_records(const Value& value) {
    const std::string form = settings_.required_text(value, "form");
    if (form == "fixed") return read_fixed(value);
    if (form != "lines" && !form.empty())
        settings_.report(
            value, {"form は lines か fixed にしてください。", "form must be lines or fixed."});
    settings_.allow_only(value, {"form", "delimiter"});
    if (const Value* delimiter = value.find("delimiter")) read_delimiter(*delimiter, ",;|\t");
}

void LinkReader::read_delimiter(const Value& value, std::string_view usable) {
    const std::string* text = value.string();
    const bool is_usable =
        text != nullptr && text->size() == 1 && usable.find(*text) != std::string_view::npos;
    if (is_usable) {
        link_.records.delimiter = text->front();
        return;
    }
    settings_.report(value,
                     {"delimiter はコンマ、縦線、タブ、（form が lines なら）セミコロンのどれ"
                      "かにしてください。",
                      "delimiter must be a comma, vertical bar, tab or (in lines) a "
                      "semicolon."});
}

void LinkReader::read_fixed(const Value& value) {
    settings_.allow_only(value, {"form", "bytes", "fields", "delimiter"});
    link_.records.kind = RecordForm::Kind::Fixed;
    const Value* bytes = value.find("bytes");
    if (bytes == nullptr)
        return settings_.report(value, {"bytes が必要です。", "bytes is required."});
    link_.records.bytes = read_count(*bytes).value_or(1);
    const Value* fields = value.find("fields");
    const Value* delimiter = value.find("delimiter");
    if (fields != nullptr) return read_fields(*fields, delimiter);
    if (delimiter != nullptr)
        settings_.report(*delimiter, {"delimiter は fields があるときだけ書けます。",
                                      "delimiter needs fields."});
}

void LinkReader::read_fields(const Value& value, const Value* delimiter) {
    if (value.array() == nullptr)
        return settings_.report(
            value, {"fields は [ ] で囲んだ並びにしてください。", "fields must be an array."});
    for (const Value& field : *value.array())
        link_.records.fields.push_back(read_count(field).value_or(1));
    const std::vector<std::size_t>& widths = link_.records.fields;
    if (std::accumulate(widths.begin(), widths.end(), std::size_t{0}) != link_.records.bytes)
        settings_.report(
            value, {"fields の合計が bytes と違います。", "The fields do not add up to bytes."});
    link_.records.delimiter = '\t';
    // Not a semicolon: a character's name (&MJ025760;) ends with one.
    if (delimiter != nullptr) read_delimiter(*delimiter, ",|\t");
    if (widths.size() < 2) link_.records.delimiter.reset();
}

std::optional<std::size_t> LinkReader::read_count(const Value& value) {
    const json::Number* number = value.number();
    std::size_t count = 0;
    if (number != nullptr && number->text.size() <= 7) {
        const char* end = number->text.data() + number->text.size();
        const auto parsed = std::from_chars(number->text.data(), end, count);
        if (parsed.ec == std::errc() && parsed.ptr == end && count > 0 && count <= longest_record)
            return count;
    }
    settings_.report(value, {"1から1000000までの整数にしてください。",
                             "Must be a whole number from 1 to 1000000."});
    return std::nullopt;
}

}  // namespace madoguchi::api
