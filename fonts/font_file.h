// The bytes of a font file, mapped into memory so that opening one costs nothing but the pages that
// are read, or owned when they come from elsewhere.
#pragma once

#include <filesystem>
#include <string>

#include "base/bytes.h"
#include "base/result.h"

namespace madoguchi::fonts {

class FontFile {
  public:
    static Result<FontFile> map(const std::filesystem::path& file);
    FontFile(Bytes bytes, std::string name);
    ~FontFile();
    FontFile(FontFile&& other) noexcept;
    FontFile& operator=(FontFile&&) = delete;

    ByteView bytes() const { return view_; }
    const std::string& name() const { return name_; }

  private:
    FontFile(ByteView mapping, std::string name);

    std::string name_;
    Bytes owned_;
    ByteView view_;
    ByteView mapping_;  ///< to be unmapped; empty when the bytes are owned
};

/// A finding about a font: `message` says what, the origin names the file.
Diagnostic font_finding(std::string code, const std::string& name, BilingualText message,
                        BilingualText hint);

/// The finding of a font whose tables contradict each other.
Diagnostic contradictory_font(const std::string& name);

}  // namespace madoguchi::fonts
