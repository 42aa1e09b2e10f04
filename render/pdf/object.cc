#include "render/pdf/object.h"

#include <array>
#include <charconv>

#include "render/pdf/syntax.h"

namespace madoguchi::render::pdf {

namespace {

/// The comment's bytes above 127 tell that the file is binary (ISO 19005-2, 6.1.2).
constexpr std::string_view header = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";

constexpr std::uint64_t largest_offset = 9'999'999'999;
/// ISO 19005-2, 6.1.13.
constexpr std::size_t most_objects = 8'388'607;

/// ASCIIHexDecode (ISO 32000-1, 7.4.2) in lines of 32 bytes.
std::string hex_lines(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    out.reserve(bytes.size() * 2 + bytes.size() / 32 + 2);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        out += digits[static_cast<unsigned char>(bytes[i]) >> 4];
        out += digits[static_cast<unsigned char>(bytes[i]) & 15];
        if (i % 32 == 31) out += '\n';
    }
    out += '>';
    return out;
}

bool is_readable(std::string_view bytes) {
    for (const char c : bytes) {
        if ((c < ' ' && c != '\n') || c > '~') return false;
    }
    return true;
}

/// A stream of a proof: as text where it is text, else as hex digits.
std::string proof_bytes(Dictionary& dictionary, const StreamData& data) {
    std::string raw = data.filter == StreamFilter::Flate ? inflate(data) : data.bytes;
    if (data.filter == StreamFilter::Dct) {
        dictionary.literal("Filter", "[/ASCIIHexDecode/DCTDecode]");
        return hex_lines(raw);
    }
    if (is_readable(raw)) return raw;
    dictionary.name("Filter", "ASCIIHexDecode");
    return hex_lines(raw);
}

/// One entry of the table: exactly 20 bytes (ISO 32000-1, 7.5.4).
void append_entry(std::string& out, std::uint64_t offset, std::string_view rest) {
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), offset);
    const auto count = static_cast<std::size_t>(end.ptr - digits.data());
    out.append(10 - count, '0').append(digits.data(), count).append(rest);
}

Diagnostic too_large() {
    return {
        .code = "pdf.file-too-large",
        .message = {"PDFが大きすぎて、1つのファイルにできません（10 GB、838万オブジェクトまで）。",
                    "the file would be larger than 10 GB or hold more than 8,388,607 objects"},
        .hints = {{"人数を分けて印刷してください。", "Print fewer people into one file."}}};
}

}  // namespace

void append_reference(std::string& out, ObjectId id) {
    append_integer(out, id.number);
    out += " 0 R";
}

void Dictionary::key(std::string_view key) {
    entries_ += '/';
    entries_ += key;
}

Dictionary& Dictionary::name(std::string_view key, std::string_view value) {
    this->key(key);
    append_name(entries_, value);
    return *this;
}

Dictionary& Dictionary::integer(std::string_view key, std::int64_t value) {
    this->key(key);
    entries_ += ' ';
    append_integer(entries_, value);
    return *this;
}

Dictionary& Dictionary::reference(std::string_view key, ObjectId value) {
    this->key(key);
    entries_ += ' ';
    append_reference(entries_, value);
    return *this;
}

Dictionary& Dictionary::text(std::string_view key, std::string_view value) {
    this->key(key);
    append_text_string(entries_, value);
    return *this;
}

Dictionary& Dictionary::literal(std::string_view key, std::string_view syntax) {
    this->key(key);
    entries_ += ' ';
    entries_ += syntax;
    return *this;
}

ObjectFile::ObjectFile(PdfOptions::Form form) : form_(form), out_(header), offsets_(1) {}

ObjectFile::ObjectFile(PdfOptions::Form form, const PdfCheckpoint& from)
    : form_(form), taken_(from.bytes), offsets_(1) {
    offsets_.insert(offsets_.end(), from.offsets.begin(), from.offsets.end());
    told_ = static_cast<std::uint32_t>(offsets_.size());
}

void ObjectFile::tell(PdfCheckpoint& checkpoint) {
    checkpoint.bytes = size();
    checkpoint.first_object = told_;
    checkpoint.offsets.assign(offsets_.begin() + told_, offsets_.end());
    checkpoint.late = std::move(late_);
    told_ = static_cast<std::uint32_t>(offsets_.size());
    late_.clear();
}

ObjectId ObjectFile::reserve() {
    offsets_.push_back(0);
    return {static_cast<std::uint32_t>(offsets_.size() - 1)};
}

void ObjectFile::begin(ObjectId id) {
    offsets_[id.number] = size();
    if (id.number < told_) late_.emplace_back(id.number, size());
    append_integer(out_, id.number);
    out_ += " 0 obj\n";
}

void ObjectFile::write(ObjectId id, const Dictionary& dictionary) {
    begin(id);
    out_.append("<<").append(dictionary.entries()).append(">>\nendobj\n");
}

ObjectId ObjectFile::write(const Dictionary& dictionary) {
    const ObjectId id = reserve();
    write(id, dictionary);
    return id;
}

ObjectId ObjectFile::write_array(std::string_view syntax) {
    const ObjectId id = reserve();
    begin(id);
    out_.append(syntax).append("\nendobj\n");
    return id;
}

void ObjectFile::append_stream(const Dictionary& dictionary, std::string_view bytes) {
    out_.append("<<").append(dictionary.entries()).append("/Length ");
    append_integer(out_, static_cast<std::int64_t>(bytes.size()));
    out_.append(">>\nstream\n").append(bytes).append("\nendstream\nendobj\n");
}

void ObjectFile::write_stream(ObjectId id, Dictionary dictionary, const StreamData& data) {
    begin(id);
    if (form_ == PdfOptions::Form::Proof) {
        const std::string bytes = proof_bytes(dictionary, data);
        append_stream(dictionary, bytes);
        return;
    }
    if (data.filter == StreamFilter::Flate) dictionary.name("Filter", "FlateDecode");
    if (data.filter == StreamFilter::Dct) dictionary.name("Filter", "DCTDecode");
    append_stream(dictionary, data.bytes);
}

ObjectId ObjectFile::write_stream(Dictionary dictionary, const StreamData& data) {
    const ObjectId id = reserve();
    write_stream(id, std::move(dictionary), data);
    return id;
}

ObjectId ObjectFile::write_plain_stream(Dictionary dictionary, std::string_view text) {
    const ObjectId id = reserve();
    begin(id);
    append_stream(dictionary, text);
    return id;
}

std::string ObjectFile::take_bytes() {
    taken_ += out_.size();
    std::string bytes = std::move(out_);
    out_.clear();
    return bytes;
}

Result<Done> ObjectFile::finish(ObjectId catalog, ObjectId info, std::string_view file_id) {
    const std::uint64_t table = size();
    if (table > largest_offset || offsets_.size() - 1 > most_objects) return too_large();
    out_ += "xref\n0 ";
    append_integer(out_, static_cast<std::int64_t>(offsets_.size()));
    out_ += '\n';
    append_entry(out_, 0, " 65535 f \n");
    for (std::size_t i = 1; i < offsets_.size(); ++i)
        append_entry(out_, offsets_[i], " 00000 n \n");
    Dictionary trailer;
    std::string ids = "[<";
    ids.append(file_id).append("><").append(file_id).append(">]");
    trailer.integer("Size", static_cast<std::int64_t>(offsets_.size()))
        .reference("Root", catalog)
        .reference("Info", info)
        .literal("ID", ids);
    out_.append("trailer\n<<").append(trailer.entries()).append(">>\nstartxref\n");
    append_integer(out_, static_cast<std::int64_t>(table));
    out_ += "\n%%EOF\n";
    return Done{};
}

}  // namespace madoguchi::render::pdf
