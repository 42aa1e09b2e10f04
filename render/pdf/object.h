// The objects of one PDF file: small typed helpers over PoDoFo's values, its object list and its
// writer. The only part of the program that knows PoDoFo.
//
// PoDoFo throws; whoever builds a file does so inside guarded(). Nothing here reads the clock or
// the locale: real numbers enter as finished text (literal), dates as strings.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "render/pdf/deflate.h"
#include "render/pdf/options.h"

namespace PoDoFo {
class PdfObject;
}

namespace madoguchi::render::pdf {

/// The number of an indirect object; 0 is none.
struct ObjectId {
    std::uint32_t number = 0;
};

/// "12 0 R"
void append_reference(std::string& out, ObjectId id);

/// An indirect object whose value is a dictionary (perhaps a stream's), while it is being filled.
/// Lives as long as its file.
class Dictionary {
  public:
    explicit Dictionary(PoDoFo::PdfObject& object) : object_(&object) {}

    ObjectId id() const;
    Dictionary& name(const char* key, std::string_view value);
    Dictionary& integer(const char* key, std::int64_t value);
    Dictionary& reference(const char* key, ObjectId value);
    /// A text string from valid UTF-8.
    Dictionary& text(const char* key, std::string_view value);
    /// PDF syntax that is written as it stands.
    Dictionary& literal(const char* key, std::string_view syntax);

  private:
    PoDoFo::PdfObject* object_;
};

class ObjectFile {
  public:
    explicit ObjectFile(PdfOptions::Form form);
    ~ObjectFile();
    ObjectFile(const ObjectFile&) = delete;
    ObjectFile& operator=(const ObjectFile&) = delete;

    Dictionary add();
    Dictionary add_stream(const StreamData& data);
    /// Text that must stay readable without a filter, as PDF/A asks of metadata.
    Dictionary add_plain_stream(std::string_view text);

    /// The whole file. ID is the hash of `info`.
    std::string write(ObjectId catalog, ObjectId info);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Runs `build`; what PoDoFo or memory throws becomes the finding "pdf.internal".
Result<std::string> guarded(const std::function<std::string()>& build);

}  // namespace madoguchi::render::pdf
