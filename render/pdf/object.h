// The objects of one PDF file (ISO 32000-1, 7.3 and 7.5): dictionaries and streams as text, each
// written as soon as it is known, and the table of where they stand. Nothing is kept of an object
// but its place, so a file may hold any number of them.
//
// Nothing here reads the clock or the locale: real numbers enter as finished text (literal), dates
// as strings.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "render/pdf/checkpoint.h"
#include "render/pdf/deflate.h"
#include "render/pdf/options.h"

namespace madoguchi::render::pdf {

/// The number of an indirect object; 0 is none.
struct ObjectId {
    std::uint32_t number = 0;
};

/// "12 0 R"
void append_reference(std::string& out, ObjectId id);

/// A dictionary while it is being filled. Names of keys are PDF names without their slash.
class Dictionary {
  public:
    Dictionary& name(std::string_view key, std::string_view value);
    Dictionary& integer(std::string_view key, std::int64_t value);
    Dictionary& reference(std::string_view key, ObjectId value);
    /// A text string from valid UTF-8.
    Dictionary& text(std::string_view key, std::string_view value);
    /// PDF syntax that is written as it stands.
    Dictionary& literal(std::string_view key, std::string_view syntax);

    /// What stands between "<<" and ">>".
    const std::string& entries() const { return entries_; }

  private:
    void key(std::string_view key);

    std::string entries_;
};

class ObjectFile {
  public:
    explicit ObjectFile(PdfOptions::Form form);
    /// Goes on with a file behind a checkpoint that tells all objects.
    ObjectFile(PdfOptions::Form form, const PdfCheckpoint& from);

    /// A number for an object that others refer to before it is written.
    ObjectId reserve();

    void write(ObjectId id, const Dictionary& dictionary);
    ObjectId write(const Dictionary& dictionary);
    /// An array, as PDF syntax.
    ObjectId write_array(std::string_view syntax);
    void write_stream(ObjectId id, Dictionary dictionary, const StreamData& data);
    ObjectId write_stream(Dictionary dictionary, const StreamData& data);
    /// Text that must stay readable without a filter, as PDF/A asks of metadata.
    ObjectId write_plain_stream(Dictionary dictionary, std::string_view text);

    /// The bytes since the file began, or since they were taken last; whoever takes them writes
    /// them behind those before.
    std::string take_bytes();
    std::size_t waiting_bytes() const { return out_.size(); }
    std::uint64_t size() const { return taken_ + out_.size(); }

    /// Puts the bytes so far, and what changed of objects since this was asked last.
    void tell(PdfCheckpoint& checkpoint);

    /// The table and the trailer; every reserved object has been written. `file_id` are 16 bytes as
    /// hex digits. Fails when the file is larger than a table can say (ISO 32000-1, 7.5.4: ten
    /// digits) or holds more objects than PDF/A allows (ISO 19005-2, 6.1.13).
    Result<Done> finish(ObjectId catalog, ObjectId info, std::string_view file_id);

  private:
    void begin(ObjectId id);
    void append_stream(const Dictionary& dictionary, std::string_view bytes);

    PdfOptions::Form form_;
    std::string out_;
    std::uint64_t taken_ = 0;             ///< bytes before those of out_
    std::vector<std::uint64_t> offsets_;  ///< by number; of 0 none
    std::uint32_t told_ = 1;              ///< the first number that tell() has not told
    std::vector<std::pair<std::uint32_t, std::uint64_t>> late_;
};

}  // namespace madoguchi::render::pdf
