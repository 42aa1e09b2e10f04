#include "api/tenants/gaiji_file.h"

#include <charconv>
#include <optional>
#include <utility>

#include "api/tenants/settings_file.h"
#include "fonts/gaiji/svg_path.h"

namespace madoguchi::api {

namespace {

namespace json = templates::json;

/// Says which character's drawing is wrong.
Diagnostics of_glyph(const std::string& code, Diagnostics findings) {
    for (Diagnostic& finding : findings) {
        finding.message.ja = code + " の字形: " + finding.message.ja;
        finding.message.en = "drawing of " + code + ": " + finding.message.en;
    }
    return findings;
}

class GaijiFile {
  public:
    explicit GaijiFile(SettingsFile settings) : settings_(std::move(settings)) {}

    Result<fonts::GaijiRegistry> read() {
        const json::Value& root = settings_.root();
        settings_.allow_only(root, {"family", "glyphs", "history"});
        std::string family = settings_.required_text(root, "family");
        std::vector<fonts::GaijiEntry> entries;
        if (const json::Value* glyphs = root.find("glyphs"); glyphs != nullptr && glyphs->array()) {
            for (const json::Value& value : *glyphs->array())
                read_entry(value, entries);
        } else {
            settings_.report(root, {"glyphs の並びがありません。", "The list glyphs is missing."});
        }
        std::vector<fonts::GaijiChange> history = read_history();
        if (!settings_.sound()) return settings_.take_findings();
        auto registry =
            fonts::GaijiRegistry::of(std::move(family), std::move(entries), std::move(history));
        if (registry.ok()) return registry;
        settings_.add(root, std::move(registry).findings());
        return settings_.take_findings();
    }

  private:
    void read_entry(const json::Value& value, std::vector<fonts::GaijiEntry>& entries) {
        settings_.allow_only(value,
                             {"code", "vendorCode", "reading", "meaning", "source", "identified",
                              "substitutes", "validFrom", "validTo", "advance", "path"});
        const std::string code = settings_.required_text(value, "code");
        const std::string path = settings_.required_text(value, "path");
        fonts::GaijiEntry entry{.vendor_code = settings_.optional_text(value, "vendorCode"),
                                .reading = settings_.optional_text(value, "reading"),
                                .meaning = settings_.optional_text(value, "meaning"),
                                .source = settings_.optional_text(value, "source")};
        entry.identity = read_identity(value);
        entry.substitutes = read_substitutes(value);
        entry.valid_from = read_day(value, "validFrom");
        entry.valid_to = read_day(value, "validTo");
        entry.drawing.advance = read_advance(value);
        const std::optional<char32_t> code_point = read_code(value, code);
        if (path.empty() || !code_point) return;
        entry.code_point = *code_point;
        if (read_drawing(*value.find("path"), code, path, entry.drawing))
            entries.push_back(std::move(entry));
    }

    bool read_drawing(const json::Value& at, const std::string& code, const std::string& path,
                      fonts::GaijiDrawing& drawing) {
        Result<fonts::Outline> outline = fonts::read_svg_path(path);
        if (!outline.ok()) {
            settings_.add(at, of_glyph(code, std::move(outline).findings()));
        } else if (outline->size() < 4) {  // a move, two sides, an end: less encloses nothing
            settings_.report(at, {"外字の形が描かれていません。", "The path draws no shape."});
        } else {
            drawing.outline = std::move(outline).value();
            return true;
        }
        return false;
    }

    /// Nothing, with a finding unless there is no text at all.
    std::optional<char32_t> read_code(const json::Value& at, const std::string& text) {
        const std::optional<char32_t> code = fonts::parse_gaiji_code(text);
        if (!code && !text.empty()) {
            settings_.report(at, {"外字の code は U+E000 の形で書いてください。",
                                  "Write a glyph's code as U+E000."});
        }
        return code;
    }

    fonts::GaijiIdentity read_identity(const json::Value& value) {
        const std::string text = settings_.optional_text(value, "identified");
        if (text.empty()) return fonts::NotExamined{};
        if (const auto identity = fonts::parse_gaiji_identity(text)) return *identity;
        settings_.report(
            *value.find("identified"),
            {"identified は MJ003719、GJ000001、U+8FBB+E0102、none の形で書いてください。",
             "Write identified as MJ003719, GJ000001, U+8FBB+E0102 or none."});
        return fonts::NotExamined{};
    }

    std::map<fonts::RepertoireName, std::string> read_substitutes(const json::Value& value) {
        std::map<fonts::RepertoireName, std::string> substitutes;
        const json::Value* member = value.find("substitutes");
        if (member == nullptr) return substitutes;
        if (member->object() == nullptr) {
            settings_.allow_only(*member, {});
            return substitutes;
        }
        for (const json::Member& substitute : *member->object()) {
            const auto repertoire = fonts::parse_repertoire_name(substitute.name);
            const std::string text = settings_.optional_text(*member, substitute.name);
            if (repertoire) {
                substitutes.emplace(*repertoire, text);
            } else {
                settings_.report(substitute.value,
                                 {"「" + substitute.name + "」という文字集合はありません。",
                                  "There is no repertoire \"" + substitute.name + "\"."});
            }
        }
        return substitutes;
    }

    std::optional<std::chrono::year_month_day> read_day(const json::Value& value,
                                                        std::string_view name) {
        const std::string text = settings_.optional_text(value, name);
        const auto day = fonts::parse_day(text);
        if (!day && !text.empty()) {
            const std::string shown(name);
            settings_.report(*value.find(name),
                             {shown + " は 2026-04-01 の形の、暦にある日にしてください。",
                              shown + " must be a day of the calendar, as 2026-04-01."});
        }
        return day;
    }

    int read_advance(const json::Value& value) {
        const json::Value* member = value.find("advance");
        if (member == nullptr) return fonts::gaiji_em;
        int advance = 0;
        if (const json::Number* number = member->number()) {
            const char* end = number->text.data() + number->text.size();
            const auto read = std::from_chars(number->text.data(), end, advance);
            if (read.ec == std::errc() && read.ptr == end) return advance;
        }
        settings_.report(*member, {"advance は整数にしてください。", "advance is a whole number."});
        return fonts::gaiji_em;
    }

    /// Nothing in the files of before shapes were kept.
    std::optional<fonts::GaijiDrawing> read_former(const json::Value& value) {
        const std::string path = settings_.optional_text(value, "path");
        fonts::GaijiDrawing drawing{.advance = read_advance(value), .outline = {}};
        if (path.empty()) return std::nullopt;
        const std::string code = settings_.optional_text(value, "code");
        if (!read_drawing(*value.find("path"), code, path, drawing)) return std::nullopt;
        return drawing;
    }

    std::vector<fonts::GaijiChange> read_history() {
        std::vector<fonts::GaijiChange> history;
        const json::Value* member = settings_.root().find("history");
        if (member == nullptr) return history;
        if (member->array() == nullptr) {
            settings_.report(*member, {"history は並びにしてください。", "history is a list."});
            return history;
        }
        for (const json::Value& value : *member->array()) {
            settings_.allow_only(value, {"date", "code", "action", "note", "advance", "path"});
            settings_.required_text(value, "date");
            const auto day = read_day(value, "date");
            const auto code = read_code(value, settings_.required_text(value, "code"));
            const std::string action_name = settings_.required_text(value, "action");
            const auto action = fonts::parse_gaiji_action(action_name);
            if (!action && !action_name.empty()) {
                settings_.report(*value.find("action"),
                                 {"action の値が正しくありません。", "There is no such action."});
            }
            std::string note = settings_.optional_text(value, "note");
            std::optional<fonts::GaijiDrawing> former = read_former(value);
            if (day && code && action)
                history.push_back({*day, *code, *action, std::move(note), std::move(former)});
        }
        return history;
    }

    SettingsFile settings_;
};

void add_text(json::Object& object, const char* name, std::string text) {
    if (!text.empty()) object.push_back({name, {std::move(text)}});
}

void add_drawing(json::Object& object, const fonts::GaijiDrawing& drawing) {
    object.push_back({"advance", {json::Number{std::to_string(drawing.advance)}}});
    add_text(object, "path", fonts::write_svg_path(drawing.outline));
}

json::Value written(const fonts::GaijiEntry& entry) {
    json::Object object{{"code", {fonts::write_gaiji_code(entry.code_point)}}};
    add_text(object, "vendorCode", entry.vendor_code);
    add_text(object, "reading", entry.reading);
    add_text(object, "meaning", entry.meaning);
    add_text(object, "source", entry.source);
    add_text(object, "identified", fonts::write_gaiji_identity(entry.identity));
    if (!entry.substitutes.empty()) {
        json::Object substitutes;
        for (const auto& [repertoire, text] : entry.substitutes)
            substitutes.push_back({std::string(to_string(repertoire)), {text}});
        object.push_back({"substitutes", {std::move(substitutes)}});
    }
    if (entry.valid_from) add_text(object, "validFrom", fonts::write_day(*entry.valid_from));
    if (entry.valid_to) add_text(object, "validTo", fonts::write_day(*entry.valid_to));
    add_drawing(object, entry.drawing);
    return {std::move(object)};
}

json::Value written(const fonts::GaijiChange& change) {
    json::Object object{{"date", {fonts::write_day(change.day)}},
                        {"code", {fonts::write_gaiji_code(change.code_point)}},
                        {"action", {std::string(to_string(change.action))}}};
    add_text(object, "note", change.note);
    if (change.former) add_drawing(object, *change.former);
    return {std::move(object)};
}

template <typename T>
json::Value list(const std::vector<T>& values) {
    json::Array array;
    for (const T& value : values)
        array.push_back(written(value));
    return {std::move(array)};
}

}  // namespace

Result<fonts::GaijiRegistry> read_gaiji_file(std::string source, std::string name) {
    SettingsFile settings =
        TRY(SettingsFile::parse(std::move(source), std::move(name), "tenant.malformed"));
    return GaijiFile(std::move(settings)).read();
}

std::string write_gaiji_file(const fonts::GaijiRegistry& registry) {
    json::Object root{{"family", {registry.family()}}, {"glyphs", list(registry.entries())}};
    if (!registry.history().empty()) root.push_back({"history", list(registry.history())});
    return json::write({std::move(root)}, json::Layout::Indented);
}

}  // namespace madoguchi::api
