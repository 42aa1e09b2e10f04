#include "render/background/objects.h"

#include <algorithm>

#include "render/background/refusal.h"

namespace madoguchi::render::background {

namespace {

constexpr int longest_chain = 32;
constexpr int deepest_tree = 64;
constexpr std::size_t most_pages = 10'000;

/// Takes so many bytes and no more.
class LimitedStream : public PoDoFo::PdfOutputStream {
  public:
    PoDoFo::pdf_long Write(const char* data, PoDoFo::pdf_long size) override {
        if (size < 0 || bytes_.size() + static_cast<std::size_t>(size) > most_stream_bytes)
            throw Refusal{too_large()};
        bytes_.append(data, static_cast<std::size_t>(size));
        return size;
    }
    void Close() override {}
    std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

Diagnostic not_a_pdf() {
    return {.code = "background.not-pdf",
            .message = {"PDFではありません。", "This is no PDF."},
            .hints = {{"様式のPDFファイルを選んでください。", "Choose the PDF of the form."}}};
}

Diagnostic encrypted() {
    return {.code = "background.encrypted",
            .message = {"PDFにパスワードなどの保護がかかっています。", "The PDF is encrypted."},
            .hints = {{"保護を外して保存したPDFを使ってください。",
                       "Use a copy that was saved without protection."}}};
}

}  // namespace

Object::Object(const PoDoFo::PdfObject* object, const PoDoFo::PdfVecObjects* all) : all_(all) {
    for (int i = 0; object != nullptr && object->IsReference(); ++i) {
        object = i < longest_chain ? all->GetObject(object->GetReference()) : nullptr;
    }
    if (object != nullptr && !object->IsNull()) object_ = object;
}

Object Object::operator[](std::string_view key) const {
    if (!is_dictionary()) return {};
    return {object_->GetDictionary().GetKey(PoDoFo::PdfName(std::string(key))), all_};
}

std::vector<Object> Object::items() const {
    std::vector<Object> items;
    if (object_ == nullptr || !object_->IsArray()) return items;
    for (const PoDoFo::PdfObject& item : object_->GetArray())
        items.emplace_back(&item, all_);
    return items;
}

std::optional<double> Object::number() const {
    if (object_ == nullptr) return std::nullopt;
    if (object_->IsNumber()) return static_cast<double>(object_->GetNumber());
    if (object_->IsReal()) return object_->GetReal();
    return std::nullopt;
}

std::optional<bool> Object::flag() const {
    if (object_ == nullptr || !object_->IsBool()) return std::nullopt;
    return object_->GetBool();
}

std::string Object::name() const {
    return object_ != nullptr && object_->IsName() ? object_->GetName().GetName() : std::string();
}

std::string Object::string() const {
    if (object_ == nullptr || (!object_->IsString() && !object_->IsHexString())) return {};
    const PoDoFo::PdfString& text = object_->GetString();
    return {text.GetString(), static_cast<std::size_t>(text.GetLength())};
}

std::vector<double> Object::numbers() const {
    std::vector<double> numbers;
    for (const Object& item : items()) {
        if (const auto number = item.number()) numbers.push_back(*number);
    }
    return numbers;
}

bool Object::is_dictionary() const {
    return object_ != nullptr && object_->IsDictionary();
}

bool Object::is_stream() const {
    return object_ != nullptr && object_->HasStream();
}

std::string Object::bytes() const {
    if (!is_stream()) return {};
    LimitedStream stream;
    try {
        object_->GetStream()->GetFilteredCopy(&stream);
    } catch (const PoDoFo::PdfError&) {
        throw Refusal{broken()};
    }
    return stream.take();
}

std::string Object::raw_bytes() const {
    if (!is_stream()) return {};
    LimitedStream stream;
    object_->GetStream()->GetCopy(&stream);
    return stream.take();
}

ObjectsFile::ObjectsFile(std::string_view pdf)
    : objects_(std::make_unique<PoDoFo::PdfVecObjects>()) {
    if (pdf.substr(0, 1024).find("%PDF-") == std::string_view::npos) throw Refusal{not_a_pdf()};
    PoDoFo::PdfError::EnableDebug(false);
    PoDoFo::PdfError::EnableLogging(false);
    PoDoFo::PdfParser::SetMaxObjectCount(1'000'000);
    objects_->SetAutoDelete(true);
    parser_ = std::make_unique<PoDoFo::PdfParser>(objects_.get());
    try {
        parser_->ParseFile(pdf.data(), static_cast<long>(pdf.size()), true);
    } catch (const PoDoFo::PdfError& error) {
        if (error.GetError() == PoDoFo::ePdfError_InvalidPassword) throw Refusal{encrypted()};
        throw Refusal{broken()};
    }
    if (parser_->GetEncrypted()) throw Refusal{encrypted()};
    collect_pages(catalog()["Pages"], 0);
    if (pages_.empty()) throw Refusal{broken()};
}

ObjectsFile::~ObjectsFile() = default;

Object ObjectsFile::catalog() const {
    return Object(parser_->GetTrailer(), objects_.get())["Root"];
}

void ObjectsFile::collect_pages(const Object& node, int depth) {
    if (depth > deepest_tree || pages_.size() >= most_pages) return;
    const bool is_branch = static_cast<bool>(node["Kids"]);
    if (!is_branch && node.is_dictionary()) pages_.push_back(node);
    for (const Object& kid : node["Kids"].items())
        collect_pages(kid, depth + 1);
}

Object inherited(const Object& page, std::string_view key) {
    Object node = page;
    for (int depth = 0; node && depth < deepest_tree; ++depth, node = node["Parent"]) {
        if (const Object value = node[key]) return value;
    }
    return {};
}

}  // namespace madoguchi::render::background
