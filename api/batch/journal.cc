#include "api/batch/journal.h"

#include <libdeflate.h>

#include <array>
#include <charconv>
#include <optional>

#include "api/http/findings.h"
#include "templates/json/value.h"

namespace madoguchi::api {

namespace {

using templates::json::append_string;
using templates::json::Array;
using templates::json::Value;

constexpr std::string_view format = "madoguchi batch 1";

std::uint32_t crc_of(std::string_view text) {
    return libdeflate_crc32(0, text.data(), text.size());
}

/// A line of the journal: JSON, a tabulator, the checksum, a line feed.
std::string sealed(const std::string& json) {
    return json + '\t' + std::to_string(crc_of(json)) + '\n';
}

template <typename Number>
bool read_number(std::string_view text, Number& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

/// What a sealed line holds; nothing when its seal is broken.
std::optional<std::string_view> opened(std::string_view line) {
    const std::size_t tab = line.rfind('\t');
    if (tab == std::string_view::npos) return std::nullopt;
    std::uint32_t checksum = 0;
    const std::string_view json = line.substr(0, tab);
    if (!read_number(line.substr(tab + 1), checksum) || checksum != crc_of(json))
        return std::nullopt;
    return json;
}

class Writer {
  public:
    void name(std::string_view name) {
        if (out_.back() != '{') out_ += ',';
        append_string(out_, name);
        out_ += ':';
    }
    template <typename Number>
    void number(std::string_view name, Number value) {
        this->name(name);
        out_ += std::to_string(value);
    }
    void text(std::string_view name, std::string_view value) {
        this->name(name);
        append_string(out_, value);
    }
    template <typename Values, typename Append>
    void list(std::string_view name, const Values& values, Append append) {
        this->name(name);
        array(values, append);
    }
    template <typename Values, typename Append>
    void array(const Values& values, Append append) {
        out_ += '[';
        bool first = true;
        for (const auto& value : values) {
            if (!first) out_ += ',';
            first = false;
            append(value);
        }
        out_ += ']';
    }
    std::string& out() { return out_; }

  private:
    std::string out_ = "{";
};

void append_file(Writer& writer, const render::PdfCheckpoint& pdf) {
    std::string& out = writer.out();
    const auto number = [&out](const auto& value) { out += std::to_string(value); };
    writer.number("bytes", pdf.bytes);
    writer.number("firstObject", pdf.first_object);
    writer.list("offsets", pdf.offsets, number);
    writer.list("late", pdf.late, [&](const auto& late) {
        out += '[' + std::to_string(late.first) + ',' + std::to_string(late.second) + ']';
    });
    writer.list("openNodes", pdf.open_nodes, [&](const render::PdfCheckpoint::Node& node) {
        out += '[' + std::to_string(node.id) + ',' + std::to_string(node.pages) + ',';
        writer.array(node.kids, number);
        out += ']';
    });
    writer.number("pages", pdf.pages);
    writer.number("chapters", pdf.chapters);
    writer.list("prepared", pdf.prepared, number);
    writer.text("contentHash", pdf.content_hash);
    writer.list("metadata", pdf.metadata,
                [&](const std::string& text) { append_string(out, text); });
}

/// Takes values out of a line; what is not as it was written makes it fail.
class Reader {
  public:
    explicit Reader(const Value& root) : root_(root) {}

    template <typename Number>
    void number(std::string_view name, Number& value) {
        take(root_.find(name), value);
    }
    void text(std::string_view name, std::string& value) { take(root_.find(name), value); }
    const Array& array(std::string_view name) { return array(root_.find(name)); }
    const Array& array(const Value* value) {
        if (value != nullptr && value->array() != nullptr) return *value->array();
        failed_ = true;
        return nothing_;
    }
    template <typename Number>
    void numbers(const Array& values, std::vector<Number>& into) {
        for (const Value& value : values)
            take(&value, into.emplace_back());
    }
    template <typename Number>
    void take(const Value* value, Number& into) {
        const bool is_number = value != nullptr && value->number() != nullptr;
        failed_ = failed_ || !is_number || !read_number(value->number()->text, into);
    }
    void take(const Value* value, std::string& into) {
        const bool is_text = value != nullptr && value->string() != nullptr;
        failed_ = failed_ || !is_text;
        if (is_text) into = *value->string();
    }
    void fail_unless(bool condition) { failed_ = failed_ || !condition; }
    bool failed() const { return failed_; }

  private:
    const Value& root_;
    const Array nothing_;
    bool failed_ = false;
};

void read_file(Reader& reader, render::PdfCheckpoint& pdf) {
    reader.number("bytes", pdf.bytes);
    reader.number("firstObject", pdf.first_object);
    reader.numbers(reader.array("offsets"), pdf.offsets);
    for (const Value& value : reader.array("late")) {
        const Array& pair = reader.array(&value);
        auto& [number, offset] = pdf.late.emplace_back();
        reader.take(pair.empty() ? nullptr : &pair[0], number);
        reader.take(pair.size() < 2 ? nullptr : &pair[1], offset);
    }
    for (const Value& value : reader.array("openNodes")) {
        const Array& parts = reader.array(&value);
        render::PdfCheckpoint::Node& node = pdf.open_nodes.emplace_back();
        reader.take(parts.empty() ? nullptr : &parts[0], node.id);
        reader.take(parts.size() < 2 ? nullptr : &parts[1], node.pages);
        reader.numbers(reader.array(parts.size() < 3 ? nullptr : &parts[2]), node.kids);
    }
    reader.number("pages", pdf.pages);
    reader.number("chapters", pdf.chapters);
    reader.numbers(reader.array("prepared"), pdf.prepared);
    reader.text("contentHash", pdf.content_hash);
    const Array& metadata = reader.array("metadata");
    reader.fail_unless(metadata.size() == pdf.metadata.size());
    for (std::size_t i = 0; i < pdf.metadata.size() && i < metadata.size(); ++i)
        reader.take(&metadata[i], pdf.metadata[i]);
}

std::optional<JournalEntry> read_entry(std::string_view json) {
    const auto root = templates::json::read(json, "journal");
    if (!root.ok()) return std::nullopt;
    Reader reader(*root);
    JournalEntry entry;
    reader.number("printed", entry.here.printed);
    reader.number("refused", entry.here.refused);
    reader.number("checksum", entry.checksum);
    read_file(reader, entry.here.pdf);
    auto findings = http::read_findings(reader.array("findings"));
    reader.fail_unless(findings.has_value());
    if (reader.failed()) return std::nullopt;
    entry.here.findings = *std::move(findings);
    return entry;
}

std::string read_identity(std::string_view json) {
    const auto root = templates::json::read(json, "journal");
    if (!root.ok()) return {};
    Reader reader(*root);
    std::string said, identity;
    reader.text("format", said);
    reader.text("identity", identity);
    return reader.failed() || said != format ? std::string() : identity;
}

}  // namespace

std::string journal_head(std::string_view identity) {
    Writer writer;
    writer.text("format", format);
    writer.text("identity", identity);
    return sealed(writer.out() + '}');
}

std::string journal_line(const JournalEntry& entry) {
    Writer writer;
    writer.number("printed", entry.here.printed);
    writer.number("refused", entry.here.refused);
    writer.number("checksum", entry.checksum);
    append_file(writer, entry.here.pdf);
    writer.name("findings");
    http::append_findings(writer.out(), entry.here.findings);
    return sealed(writer.out() + '}');
}

Journal read_journal(std::string_view text) {
    Journal journal;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = text.find('\n', start);
        if (end == std::string_view::npos) return journal;  // torn
        const auto json = opened(text.substr(start, end - start));
        if (!json) return journal;
        if (journal.identity.empty()) {
            journal.identity = read_identity(*json);
            if (journal.identity.empty()) return journal;
        } else {
            std::optional<JournalEntry> entry = read_entry(*json);
            if (!entry) return journal;
            journal.entries.push_back(*std::move(entry));
            journal.ends.push_back(end + 1);
        }
        start = end + 1;
    }
    return journal;
}

}  // namespace madoguchi::api
