#include <expat.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <memory>
#include <string>
#include <utility>

#include "fonts/gaiji/upload/readers.h"

namespace madoguchi::fonts {

namespace {

using Kind = UploadFault::Kind;
using Attribute = std::pair<std::string_view, std::string_view>;

std::string_view local_name(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Programs' own notes ("inkscape:label", "xmlns:xlink") and names draw nothing.
bool draws_nothing(std::string_view attribute) {
    static constexpr std::array<std::string_view, 6> plain = {"id",          "xmlns", "version",
                                                              "baseProfile", "role",  "lang"};
    return attribute.find(':') != std::string_view::npos ||
           std::find(plain.begin(), plain.end(), attribute) != plain.end();
}

/// A fill that covers, by the rule by which glyphs are filled, and no line round it.
bool keeps_the_shape(const Attribute& attribute) {
    const auto& [name, value] = attribute;
    if (draws_nothing(name)) return true;
    if (name == "fill")
        return value != "none" && value != "transparent" && !value.starts_with("url");
    if (name == "fill-rule" || name == "clip-rule") return value == "nonzero";
    if (name == "stroke") return value == "none";
    if (name == "stroke-width") return true;  // of no stroke
    return false;
}

bool is_silent_element(std::string_view name) {
    return name == "title" || name == "desc" || name == "metadata" || name == "namedview";
}

std::optional<double> read_number(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n,"), text.size()));
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || !std::isfinite(value)) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    return value;
}

/// "64", "64px": only the proportions matter.
std::optional<double> read_length(std::string_view text) {
    const std::optional<double> value = read_number(text);
    if (!value || (!text.empty() && text != "px")) return std::nullopt;
    return value;
}

struct ViewBox {
    double left = 0, top = 0, width = 0, height = 0;
};

std::optional<ViewBox> read_view_box(std::string_view text) {
    const auto left = read_number(text), top = read_number(text);
    const auto width = read_number(text), height = read_number(text);
    if (!left || !top || !width || !height) return std::nullopt;
    return ViewBox{*left, *top, *width, *height};
}

class SvgReader {
  public:
    UploadAnswer read(ByteView file) {
        const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> owner(
            XML_ParserCreate(nullptr), XML_ParserFree);
        parser_ = owner.get();
        if (parser_ == nullptr) return UploadFault{Kind::BrokenSvg, 0};
        // A fixed salt: the process is gone after this file, and may ask the system for nothing.
        XML_SetHashSalt(parser_, 20260401);
        XML_SetUserData(parser_, this);
        XML_SetElementHandler(parser_, on_start, on_end);
        XML_SetStartDoctypeDeclHandler(parser_, on_doctype);
        const auto status = XML_Parse(parser_, reinterpret_cast<const char*>(file.data()),
                                      static_cast<int>(file.size()), 1);
        if (fault_) return *fault_;
        if (status != XML_STATUS_OK) return UploadFault{Kind::BrokenSvg, place()};
        if (!path_) return UploadFault{Kind::NotOnePath, 0};
        return drawing_upload(*path_, {box_.left, box_.top, box_.height}, box_.width);
    }

  private:
    std::size_t place() const {
        return static_cast<std::size_t>(std::max<XML_Index>(0, XML_GetCurrentByteIndex(parser_)));
    }
    void stop(Kind kind) {
        if (!fault_) fault_ = UploadFault{kind, place()};
        XML_StopParser(parser_, XML_FALSE);
    }

    static void on_start(void* user, const XML_Char* name, const XML_Char** attributes) {
        SvgReader& reader = *static_cast<SvgReader*>(user);
        if (reader.silent_ > 0 || is_silent_element(local_name(name))) {
            ++reader.silent_;
            return;
        }
        std::vector<Attribute> list;
        for (; *attributes != nullptr; attributes += 2)
            list.emplace_back(attributes[0], attributes[1]);
        reader.start(local_name(name), list);
        ++reader.depth_;
    }
    static void on_end(void* user, const XML_Char* name) {
        SvgReader& reader = *static_cast<SvgReader*>(user);
        if (local_name(name) == "defs") reader.in_definitions_ = false;
        if (reader.silent_ > 0) {
            --reader.silent_;
        } else {
            --reader.depth_;
        }
    }
    /// Entities of its own could be anything, at any length.
    static void on_doctype(void* user, const XML_Char*, const XML_Char*, const XML_Char*,
                           int has_internal_subset) {
        if (has_internal_subset != 0) static_cast<SvgReader*>(user)->stop(Kind::UnsupportedSvg);
    }

    void start(std::string_view name, const std::vector<Attribute>& attributes) {
        if (in_definitions_) return stop(Kind::UnsupportedSvg);
        if (depth_ == 0) return name == "svg" ? start_svg(attributes) : stop(Kind::UnsupportedSvg);
        if (name == "path") return start_path(attributes);
        // Empty, as programs leave them behind: what stands in definitions is not drawn by itself.
        if (name == "defs") in_definitions_ = true;
        const bool plain = name == "g" || name == "defs";
        if (!plain || !std::all_of(attributes.begin(), attributes.end(), keeps_the_shape))
            stop(Kind::UnsupportedSvg);
    }

    void start_svg(const std::vector<Attribute>& attributes) {
        std::optional<ViewBox> view_box;
        std::optional<double> width, height;
        for (const Attribute& attribute : attributes) {
            const auto& [name, value] = attribute;
            if (name == "viewBox") {
                view_box = read_view_box(value);
                if (!view_box) return stop(Kind::BadMeasures);
            } else if (name == "width") {
                width = read_length(value);
            } else if (name == "height") {
                height = read_length(value);
            } else if (!keeps_the_shape(attribute)) {
                return stop(Kind::UnsupportedSvg);
            }
        }
        if (!view_box && width && height) view_box = ViewBox{0, 0, *width, *height};
        if (!view_box || !(view_box->width > 0) || !(view_box->height > 0))
            return stop(Kind::BadMeasures);
        box_ = *view_box;
    }

    void start_path(const std::vector<Attribute>& attributes) {
        if (path_) return stop(Kind::NotOnePath);
        std::string_view data;
        for (const Attribute& attribute : attributes) {
            if (attribute.first == "d") {
                data = attribute.second;
            } else if (!keeps_the_shape(attribute)) {
                return stop(Kind::UnsupportedSvg);
            }
        }
        Result<Outline> outline = read_svg_path(data);
        if (!outline.ok()) return stop(Kind::BrokenSvg);
        path_ = std::move(outline).value();
    }

    XML_Parser parser_ = nullptr;
    std::size_t depth_ = 0, silent_ = 0;
    bool in_definitions_ = false;
    ViewBox box_;
    std::optional<Outline> path_;
    std::optional<UploadFault> fault_;
};

}  // namespace

UploadAnswer read_svg_upload(ByteView file) {
    return SvgReader().read(file);
}

}  // namespace madoguchi::fonts
