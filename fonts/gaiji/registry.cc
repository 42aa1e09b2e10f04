#include "fonts/gaiji/registry.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "fonts/gaiji/svg_path.h"

namespace madoguchi::fonts {

namespace {

constexpr std::array<std::string_view, 4> action_names = {"registered", "replaced", "described",
                                                          "removed"};

bool by_code(const GaijiEntry& a, const GaijiEntry& b) {
    return a.code_point < b.code_point;
}

Diagnostic duplicate(char32_t code_point) {
    return gaiji_finding(code_point, "gaiji.duplicate",
                         {"1つのコードに2つの字形があります。", "one code has two glyphs."},
                         {"どちらの字形が正しいかを確かめ、一方を取り除いてください。",
                          "Find out which is right and take the other away."});
}

/// Hexadecimal digits are one code in either case: "f040" is "F040".
std::string folded(std::string code) {
    for (char& c : code)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return code;
}

/// A file of that system would come back with one of the two, and nobody knows which.
Diagnostic vendor_code_taken(const GaijiEntry& first, const GaijiEntry& second) {
    const std::string other = write_gaiji_code(first.code_point);
    return gaiji_finding(
        second.code_point, "gaiji.duplicate-vendor-code",
        {"元のシステムのコード " + second.vendor_code + " は、外字 " + other + " のものです。",
         "the vendor code " + second.vendor_code + " belongs to " + other + "."},
        {"どちらの外字のコードかを元のシステムで確かめ、もう一方のコードを直すか空にしてください。",
         "Find out in that system whose code it is; correct or empty the other's."});
}

/// Each further character with the code of an earlier one; nothing is said of empty codes.
void check_vendor_codes(const std::vector<GaijiEntry>& entries, Diagnostics& findings) {
    std::map<std::string, const GaijiEntry*> owners;
    for (const GaijiEntry& entry : entries) {
        if (entry.vendor_code.empty()) continue;
        const auto [owner, added] = owners.emplace(folded(entry.vendor_code), &entry);
        // One character twice is said of the character.
        if (added || owner->second->code_point == entry.code_point) continue;
        findings.push_back(vendor_code_taken(*owner->second, entry));
    }
}

Diagnostic shape_without_end(char32_t code_point) {
    return gaiji_finding(code_point, "gaiji.bad-history",
                         {"履歴の前の形は、差し替えと削除にだけ書けます。",
                          "only a replacement and a removal keep a former shape."},
                         {"履歴のその行の path と advance を消してください。",
                          "Take path and advance out of that line of the history."});
}

void check_former(const GaijiChange& change, Diagnostics& findings) {
    if (!change.former) return;
    if (!ends_shape(change.action)) findings.push_back(shape_without_end(change.code_point));
    append(findings, check(GaijiEntry{.code_point = change.code_point, .drawing = *change.former}));
}

Diagnostic other_shape(char32_t code_point) {
    return gaiji_finding(
        code_point, "gaiji.other-shape",
        {"このコードには別の字形が登録されています。",
         "the code is registered with another shape."},
        {"字形を差し替えるときは --replace "
         "を付けてください。同じコードの過去の記録の字も変わります。",
         "Say --replace to replace the shape; older records with this code will change too."});
}

Diagnostic unknown_code(char32_t code_point) {
    return gaiji_finding(
        code_point, "gaiji.unknown-code",
        {"このコードの外字は登録されていません。", "no character is registered under the code."},
        {"madoguchi gaiji list で登録されたコードを確かめてください。",
         "See what is registered with madoguchi gaiji list."});
}

Diagnostic too_many() {
    Diagnostic finding{.code = "gaiji.too-many"};
    const std::string most = std::to_string(GaijiRegistry::most_entries);
    finding.message = {"外字が多すぎます。", "There are too many characters."};
    finding.hints.push_back({"1つの自治体に登録できるのは " + most + " 字までです。",
                             "A tenant may register at most " + most + "."});
    return finding;
}

bool is_family(std::string_view text) {
    const auto printable = [](char c) { return c >= ' ' && c < 0x7f; };
    return !text.empty() && text.size() <= 63 && std::all_of(text.begin(), text.end(), printable);
}

Diagnostic bad_family() {
    Diagnostic finding{.code = "gaiji.bad-family"};
    finding.message = {"外字フォントの書体名が正しくありません。",
                       "The family name of the gaiji font is wrong."};
    finding.hints.push_back({"半角英数字63字以内にしてください。", "Use up to 63 ASCII letters."});
    return finding;
}

/// What a new file says beside the same shape: it adds, and erases nothing.
void add_texts(GaijiEntry& known, const GaijiEntry& entry) {
    const auto take = [](std::string& text, const std::string& said) {
        if (!said.empty()) text = said;
    };
    take(known.vendor_code, entry.vendor_code);
    take(known.reading, entry.reading);
    take(known.meaning, entry.meaning);
    take(known.source, entry.source);
}

bool have_same_texts(const GaijiEntry& a, const GaijiEntry& b) {
    return a.vendor_code == b.vendor_code && a.reading == b.reading && a.meaning == b.meaning &&
           a.source == b.source;
}

}  // namespace

std::string_view to_string(GaijiChange::Action action) {
    return action_names[static_cast<std::size_t>(action)];
}

bool ends_shape(GaijiChange::Action action) {
    return action == GaijiChange::Action::Replaced || action == GaijiChange::Action::Removed;
}

std::optional<GaijiChange::Action> parse_gaiji_action(std::string_view text) {
    const auto found = std::find(action_names.begin(), action_names.end(), text);
    if (found == action_names.end()) return std::nullopt;
    return static_cast<GaijiChange::Action>(found - action_names.begin());
}

Result<GaijiRegistry> GaijiRegistry::of(std::string family, std::vector<GaijiEntry> entries,
                                        std::vector<GaijiChange> history) {
    std::stable_sort(entries.begin(), entries.end(), by_code);
    Diagnostics findings;
    if (!is_family(family)) findings.push_back(bad_family());
    if (entries.size() > most_entries) findings.push_back(too_many());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        append(findings, check(entries[i]));
        const bool first = i == 0 || entries[i - 1].code_point != entries[i].code_point;
        const bool last =
            i + 1 == entries.size() || entries[i + 1].code_point != entries[i].code_point;
        if (!last && first) findings.push_back(duplicate(entries[i].code_point));
    }
    check_vendor_codes(entries, findings);
    for (const GaijiChange& change : history)
        check_former(change, findings);
    if (!findings.empty()) return findings;
    GaijiRegistry registry(std::move(family));
    registry.entries_ = std::move(entries);
    registry.history_ = std::move(history);
    return registry;
}

const GaijiEntry* GaijiRegistry::find(char32_t code_point) const {
    const auto found = std::lower_bound(entries_.begin(), entries_.end(),
                                        GaijiEntry{.code_point = code_point}, by_code);
    return found != entries_.end() && found->code_point == code_point ? &*found : nullptr;
}

Result<GaijiRegistry> GaijiRegistry::with(std::vector<GaijiEntry> entries, OtherShape other,
                                          const GaijiReason& reason) const {
    // Alone first: with each other, and each with what a glyph must be.
    entries = TRY(of(family_, std::move(entries), {})).entries_;
    Diagnostics findings;
    std::vector<GaijiEntry> all = entries_;
    std::vector<GaijiChange> history = history_;
    for (GaijiEntry& entry : entries) {
        const auto note = [&](GaijiChange::Action action) {
            history.push_back({reason.day, entry.code_point, action, reason.note});
        };
        const GaijiEntry* known = find(entry.code_point);
        if (known == nullptr) {
            note(GaijiChange::Action::Registered);
            all.push_back(std::move(entry));
            continue;
        }
        GaijiEntry& kept = all[static_cast<std::size_t>(known - entries_.data())];
        if (are_same_shape(known->drawing, entry.drawing)) {
            add_texts(kept, entry);
            if (!have_same_texts(kept, *known)) note(GaijiChange::Action::Described);
        } else if (other == OtherShape::Refused) {
            findings.push_back(other_shape(entry.code_point));
        } else {
            note(GaijiChange::Action::Replaced);
            history.back().former = std::move(kept.drawing);
            kept = std::move(entry);
        }
    }
    Result<GaijiRegistry> made = of(family_, std::move(all), std::move(history));
    if (!made.ok()) append(findings, std::move(made).findings());
    if (!findings.empty()) return findings;
    return made;
}

Result<GaijiRegistry> GaijiRegistry::described(GaijiEntry entry, const GaijiReason& reason) const {
    const GaijiEntry* known = find(entry.code_point);
    if (known == nullptr) return unknown_code(entry.code_point);
    entry.drawing = known->drawing;
    std::vector<GaijiEntry> all = entries_;
    std::vector<GaijiChange> history = history_;
    history.push_back({reason.day, entry.code_point, GaijiChange::Action::Described, reason.note});
    all[static_cast<std::size_t>(known - entries_.data())] = std::move(entry);
    return of(family_, std::move(all), std::move(history));
}

Result<GaijiRegistry> GaijiRegistry::without(char32_t code_point, const GaijiReason& reason) const {
    const GaijiEntry* known = find(code_point);
    if (known == nullptr) return unknown_code(code_point);
    std::vector<GaijiEntry> all = entries_;
    std::vector<GaijiChange> history = history_;
    history.push_back(
        {reason.day, code_point, GaijiChange::Action::Removed, reason.note, known->drawing});
    all.erase(all.begin() + (known - entries_.data()));
    return of(family_, std::move(all), std::move(history));
}

DrawnFont GaijiRegistry::font() const {
    DrawnFont font{.family = family_,
                   .units_per_em = gaiji_em,
                   .ascent = gaiji_baseline,
                   .descent = gaiji_baseline - gaiji_em};
    for (const GaijiEntry& entry : entries_) {
        font.glyphs.push_back(
            {.code_point = entry.code_point,
             .name = "gaiji." + write_gaiji_code(entry.code_point).substr(2),
             .advance = entry.drawing.advance,
             .outline = to_font_units(entry.drawing.outline, {}, gaiji_em, gaiji_baseline)});
    }
    return font;
}

}  // namespace madoguchi::fonts
