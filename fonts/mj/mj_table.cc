#include "fonts/mj/mj_table.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "fonts/whole_file.h"

namespace madoguchi::fonts {

namespace {

using table_format::DirectoryEntry;

constexpr std::uint32_t adobe_japan1 = 1;
constexpr std::uint32_t hanyo_denshi = 2;
constexpr std::uint8_t last_ground = static_cast<std::uint8_t>(Ground::Analogy);

Diagnostic table_finding(std::string code, const std::string& name, BilingualText what) {
    Diagnostic finding;
    finding.code = "characters." + std::move(code);
    finding.message = std::move(what);
    finding.origin.source = SourcePlace{.file = name};
    finding.hints.push_back(
        {"./dev characters で作り直してください。", "Make it anew with ./dev characters."});
    return finding;
}

Diagnostic malformed(const std::string& name) {
    return table_finding("malformed", name,
                         {"文字の表が壊れています。", "The table of characters is damaged."});
}

constexpr std::string_view mark(table_format::magic.data(), table_format::magic.size());

bool is_whole(ByteView bytes) {
    return bytes.size() >= table_format::header_size && as_text(bytes).starts_with(mark) &&
           has_its_checksum(bytes, table_format::checksum_place);
}

/// Entries of that code point in a sorted section.
std::span<const table_format::Code> equal(std::span<const table_format::Code> section,
                                          char32_t code_point) {
    const auto less = [](const table_format::Code& a, const table_format::Code& b) {
        return a.code_point < b.code_point;
    };
    const auto [first, last] =
        std::equal_range(section.begin(), section.end(), table_format::Code{code_point, 0}, less);
    return {first, last};
}

const table_format::Sequence* find_in(std::span<const table_format::Sequence> section,
                                      VariationSequence wanted) {
    const auto less = [](const table_format::Sequence& entry, const VariationSequence& sequence) {
        return std::pair(entry.base, entry.selector) <
               std::pair(std::uint32_t{sequence.base}, std::uint32_t{sequence.selector});
    };
    const auto entry = std::lower_bound(section.begin(), section.end(), wanted, less);
    const bool found =
        entry != section.end() && entry->base == wanted.base && entry->selector == wanted.selector;
    return found ? &*entry : nullptr;
}

bool within(std::size_t first, std::size_t count, std::size_t size) {
    return first <= size && count <= size - first;
}

}  // namespace

MjTable::MjTable(FontFile file) : file_(std::move(file)) {}

Result<std::shared_ptr<const MjTable>> MjTable::open(const std::filesystem::path& file) {
    Result<FontFile> mapped = FontFile::map(file);
    if (!mapped.ok()) {
        return table_finding(
            "unreadable", file.string(),
            {"文字の表を読み込めません。", "The table of characters cannot be read."});
    }
    return create(std::move(mapped).value());
}

Result<std::shared_ptr<const MjTable>> MjTable::from_bytes(Bytes bytes, std::string name) {
    return create(FontFile(std::move(bytes), std::move(name)));
}

Result<std::shared_ptr<const MjTable>> MjTable::create(FontFile file) {
    if (is_of_another_version(file.bytes(), mark)) {
        return table_finding("other-version", file.name(),
                             {"文字の表が、この版の窓口のものではありません。",
                              "The table of characters is not of this version of Madoguchi."});
    }
    if (!is_whole(file.bytes())) return malformed(file.name());
    const std::shared_ptr<MjTable> table(new MjTable(std::move(file)));
    if (!table->take_sections() || !table->places_are_inside())
        return malformed(table->file_.name());
    return std::shared_ptr<const MjTable>(table);
}

template <typename T>
bool MjTable::take_section(std::string_view tag, std::span<const T>& section) const {
    const ByteView bytes = file_.bytes();
    std::uint32_t count = 0;
    std::memcpy(&count, bytes.data() + table_format::magic.size(), sizeof count);
    if (!within(table_format::header_size, std::size_t{count} * sizeof(DirectoryEntry),
                bytes.size()))
        return false;
    for (std::uint32_t i = 0; i < count; ++i) {
        DirectoryEntry entry{};
        std::memcpy(&entry, bytes.data() + table_format::header_size + i * sizeof entry,
                    sizeof entry);
        if (std::string_view(entry.tag.data(), entry.tag.size()) != tag) continue;
        const bool fits = entry.item_size == sizeof(T) && entry.offset % alignof(T) == 0 &&
                          entry.count <= bytes.size() / sizeof(T) &&
                          within(entry.offset, entry.count * sizeof(T), bytes.size());
        if (fits) {
            section = {reinterpret_cast<const T*>(bytes.data() + entry.offset), entry.count};
        }
        return fits;
    }
    return false;
}

bool MjTable::take_sections() {
    return take_section("mj  ", characters_) && take_section("seq ", sequences_) &&
           take_section("othr", foreign_sequences_) && take_section("code", codes_) &&
           take_section("corr", corresponding_) && take_section("fold", folds_) &&
           take_section("cand", candidates_) && take_section("read", readings_) &&
           take_section("rmem", reading_members_) && take_section("radi", radicals_) &&
           take_section("rdir", reading_directory_) && take_section("text", text_);
}

/// Looked at once, so that no look-up has to.
bool MjTable::places_are_inside() const {
    const auto is_character = [&](std::uint32_t index) { return index < characters_.size(); };
    const auto all = [](const auto& section, const auto& holds) {
        return std::all_of(section.begin(), section.end(), holds);
    };
    if (text_.empty() || text_.back() != '\0') return false;
    const auto is_text = [&](std::uint32_t place) { return place < text_.size(); };
    return all(characters_,
               [&](const table_format::Character& c) {
                   return within(c.first_reading, c.reading_count, readings_.size()) &&
                          within(c.first_radical, c.radical_count, radicals_.size()) &&
                          within(c.first_candidate, c.candidate_count, candidates_.size());
               }) &&
           all(sequences_, [&](const auto& entry) { return is_character(entry.value); }) &&
           all(codes_, [&](const auto& entry) { return is_character(entry.value); }) &&
           all(corresponding_, [&](const auto& entry) { return is_character(entry.value); }) &&
           all(candidates_, [](const auto& entry) { return entry.ground <= last_ground; }) &&
           all(readings_, is_text) && all(reading_members_, is_character) &&
           all(reading_directory_, [&](const table_format::Reading& entry) {
               return is_text(entry.text) &&
                      within(entry.first, entry.count, reading_members_.size());
           });
}

std::string_view MjTable::text_at(std::uint32_t place) const {
    return text_.data() + place;
}

std::optional<MjCharacter> MjTable::by_number(MjNumber number) const {
    const auto found = std::lower_bound(
        characters_.begin(), characters_.end(), number,
        [](const table_format::Character& c, MjNumber wanted) { return c.number < wanted; });
    if (found == characters_.end() || found->number != number) return std::nullopt;
    return MjCharacter(*this, static_cast<std::size_t>(found - characters_.begin()));
}

std::optional<MjCharacter> MjTable::by_code_point(char32_t code_point) const {
    const auto entries = equal(codes_, code_point);
    if (entries.empty()) return std::nullopt;
    return MjCharacter(*this, entries.front().value);
}

std::optional<MjCharacter> MjTable::by_sequence(VariationSequence sequence) const {
    const table_format::Sequence* entry = find_in(sequences_, sequence);
    if (entry == nullptr) return std::nullopt;
    return MjCharacter(*this, entry->value);
}

std::vector<MjCharacter> MjTable::at_all(std::span<const std::uint32_t> indices) const {
    std::vector<MjCharacter> out;
    out.reserve(indices.size());
    for (const std::uint32_t index : indices)
        out.emplace_back(*this, index);
    return out;
}

std::vector<MjCharacter> MjTable::shapes_of(char32_t code_point) const {
    std::vector<MjCharacter> out;
    for (const table_format::Code& entry : equal(corresponding_, code_point))
        out.emplace_back(*this, entry.value);
    return out;
}

std::vector<MjCharacter> MjTable::read_as(std::string_view reading) const {
    const auto entry =
        std::lower_bound(reading_directory_.begin(), reading_directory_.end(), reading,
                         [&](const table_format::Reading& r, std::string_view wanted) {
                             return text_at(r.text) < wanted;
                         });
    if (entry == reading_directory_.end() || text_at(entry->text) != reading) return {};
    return at_all(reading_members_.subspan(entry->first, entry->count));
}

char32_t MjTable::name_fold(char32_t code_point) const {
    const auto entries = equal(folds_, code_point);
    return entries.empty() ? code_point : entries.front().value;
}

std::vector<char32_t> MjTable::folded_to(char32_t fold) const {
    std::vector<char32_t> found{fold};
    for (const table_format::Code& entry : folds_) {
        if (entry.value == fold && entry.code_point != fold) found.push_back(entry.code_point);
    }
    return found;
}

bool MjTable::lists(VariationSequence sequence, std::uint32_t collection) const {
    // A sequence of both collections stands in two entries.
    for (const table_format::Sequence* entry = find_in(foreign_sequences_, sequence);
         entry != nullptr && entry != foreign_sequences_.data() + foreign_sequences_.size() &&
         entry->base == sequence.base && entry->selector == sequence.selector;
         ++entry) {
        if (entry->value == collection) return true;
    }
    return false;
}

bool MjTable::is_adobe_japan1(VariationSequence sequence) const {
    return lists(sequence, adobe_japan1);
}

bool MjTable::is_hanyo_denshi(VariationSequence sequence) const {
    return lists(sequence, hanyo_denshi);
}

}  // namespace madoguchi::fonts
