#include "render/pdf/object.h"

#include <podofo/podofo.h>

#include <new>

#include "render/pdf/syntax.h"

namespace madoguchi::render::pdf {

namespace {

/// PoDoFo logs to the standard error stream unless told not to, once per process.
void silence_podofo() {
    static const bool done = [] {
        PoDoFo::PdfError::EnableDebug(false);
        PoDoFo::PdfError::EnableLogging(false);
        return true;
    }();
    static_cast<void>(done);
}

void set_stream(PoDoFo::PdfObject& object, std::string_view bytes) {
    PoDoFo::PdfStream* stream = object.GetStream();
    // The bytes are filtered already: PoDoFo neither filters them nor takes away the Filter entry.
    constexpr bool clear_existing = true, delete_filters = false;
    stream->BeginAppend(PoDoFo::TVecFilters(), clear_existing, delete_filters);
    stream->Append(bytes.data(), bytes.size());
    stream->EndAppend();
}

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

Diagnostic internal_error(std::string_view reason) {
    return {.code = "pdf.internal",
            .message = {"PDFを書き出す途中で内部エラーが起きました(" + std::string(reason) + ")。",
                        "writing the PDF failed inside (" + std::string(reason) + ")"},
            .hints = {{"もう一度お試しください。続く場合は保守担当者へご連絡ください。",
                       "Try again; if it persists, tell whoever maintains this service."}}};
}

}  // namespace

void append_reference(std::string& out, ObjectId id) {
    append_integer(out, id.number);
    out += " 0 R";
}

ObjectId Dictionary::id() const {
    return {object_->Reference().ObjectNumber()};
}

Dictionary& Dictionary::name(const char* key, std::string_view value) {
    object_->GetDictionary().AddKey(PoDoFo::PdfName(key),
                                    PoDoFo::PdfVariant(PoDoFo::PdfName(std::string(value))));
    return *this;
}

Dictionary& Dictionary::integer(const char* key, std::int64_t value) {
    object_->GetDictionary().AddKey(PoDoFo::PdfName(key),
                                    PoDoFo::PdfVariant(static_cast<PoDoFo::pdf_int64>(value)));
    return *this;
}

Dictionary& Dictionary::reference(const char* key, ObjectId value) {
    object_->GetDictionary().AddKey(PoDoFo::PdfName(key),
                                    PoDoFo::PdfVariant(PoDoFo::PdfReference(value.number, 0)));
    return *this;
}

Dictionary& Dictionary::text(const char* key, std::string_view value) {
    std::string syntax;
    append_text_string(syntax, value);
    return literal(key, syntax);
}

Dictionary& Dictionary::literal(const char* key, std::string_view syntax) {
    object_->GetDictionary().AddKey(
        PoDoFo::PdfName(key), PoDoFo::PdfVariant(PoDoFo::PdfData(syntax.data(), syntax.size())));
    return *this;
}

struct ObjectFile::State {
    PdfOptions::Form form = PdfOptions::Form::Issued;
    PoDoFo::PdfVecObjects objects;
};

ObjectFile::ObjectFile(PdfOptions::Form form) {
    silence_podofo();
    state_ = std::make_unique<State>();
    state_->form = form;
    state_->objects.SetAutoDelete(true);
}

ObjectFile::~ObjectFile() = default;

Dictionary ObjectFile::add() {
    return Dictionary(*state_->objects.CreateObject(PoDoFo::PdfVariant(PoDoFo::PdfDictionary())));
}

Dictionary ObjectFile::add_stream(const StreamData& data) {
    PoDoFo::PdfObject& object =
        *state_->objects.CreateObject(PoDoFo::PdfVariant(PoDoFo::PdfDictionary()));
    Dictionary dictionary(object);
    if (state_->form == PdfOptions::Form::Proof) {
        const bool flate = data.filter == StreamFilter::Flate;
        const std::string raw = flate ? inflate(data) : data.bytes;
        const bool readable = data.filter != StreamFilter::Dct && is_readable(raw);
        if (data.filter == StreamFilter::Dct) {
            dictionary.literal("Filter", "[/ASCIIHexDecode/DCTDecode]");
        } else if (!readable) {
            dictionary.name("Filter", "ASCIIHexDecode");
        }
        set_stream(object, readable ? raw : hex_lines(raw));
        return dictionary;
    }
    if (data.filter == StreamFilter::Flate) dictionary.name("Filter", "FlateDecode");
    if (data.filter == StreamFilter::Dct) dictionary.name("Filter", "DCTDecode");
    set_stream(object, data.bytes);
    return dictionary;
}

Dictionary ObjectFile::add_plain_stream(std::string_view text) {
    PoDoFo::PdfObject& object =
        *state_->objects.CreateObject(PoDoFo::PdfVariant(PoDoFo::PdfDictionary()));
    set_stream(object, text);
    return Dictionary(object);
}

std::string ObjectFile::write(ObjectId catalog, ObjectId info) {
    PoDoFo::PdfObject trailer;
    Dictionary(trailer).reference("Root", catalog).reference("Info", info);
    PoDoFo::PdfWriter writer(&state_->objects, &trailer);
    writer.SetPdfVersion(PoDoFo::ePdfVersion_1_7);
    // The compact form writes "1 0 obj<<", which ISO 19005-2, 6.1.9 forbids.
    writer.SetWriteMode(PoDoFo::ePdfWriteMode_Clean);
    PoDoFo::PdfRefCountedBuffer buffer;
    PoDoFo::PdfOutputDevice device(&buffer);
    writer.Write(&device);
    return std::string(buffer.GetBuffer(), device.GetLength());
}

Result<std::string> guarded(const std::function<std::string()>& build) {
    try {
        return build();
    } catch (const PoDoFo::PdfError& error) {
        const char* name = PoDoFo::PdfError::ErrorName(error.GetError());
        return internal_error(name ? name : "PoDoFo");
    } catch (const std::bad_alloc&) {
        return internal_error("memory");
    }
}

}  // namespace madoguchi::render::pdf
