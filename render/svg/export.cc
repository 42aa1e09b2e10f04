#include "render/svg/export.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "render/svg/content.h"
#include "render/svg/shapes.h"
#include "render/svg/xml.h"

namespace madoguchi::render {
namespace {

// Stands for the id prefix while a static layer waits for its sheet: XML text never holds it.
constexpr char prefix_mark = '\x01';

// Markup between whose pieces the id prefix of a sheet goes.
class Fragment {
  public:
    explicit Fragment(std::string_view markup) {
        for (;;) {
            const std::size_t end = markup.find(prefix_mark);
            pieces_.emplace_back(markup.substr(0, end));
            if (end == std::string_view::npos) return;
            markup.remove_prefix(end + 1);
        }
    }

    void append_to(std::string& out, std::string_view prefix) const {
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (i > 0) out += prefix;
            out += pieces_[i];
        }
    }

  private:
    std::vector<std::string> pieces_;
};

struct StaticLayer {
    std::shared_ptr<const Frame> frame;
    Fragment definitions, body;
    svg::FaceNumbers faces;
    std::set<svg::GlyphKey> defined;
};

void append_millimetres(std::string& out, std::string_view name, Length length) {
    out += ' ';
    out += name;
    out += "=\"";
    append_decimal(out, length.to_mm(), 4);
    out += "mm\"";
}

void append_root(std::string& out, const Document& document, const Size& size,
                 std::string_view prefix) {
    out += "<svg xmlns=\"http://www.w3.org/2000/svg\"";
    out += " xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\"";
    append_millimetres(out, "width", size.width);
    append_millimetres(out, "height", size.height);
    out += " viewBox=\"0 0 ";
    svg::append_length(out, size.width);
    out += ' ';
    svg::append_length(out, size.height);
    out += '"';
    if (!document.language.empty()) {
        svg::append_attribute(out, "lang", document.language);
        svg::append_attribute(out, "xml:lang", document.language);
    }
    // The mitre limit is PDF's, and what is drawn is black unless it says otherwise.
    out += " fill=\"#000000\" stroke-miterlimit=\"10\" role=\"document\" aria-labelledby=\"";
    out += prefix;
    out += "title\">\n<title id=\"";
    out += prefix;
    out += "title\">";
    svg::append_escaped(out, document.title);
    out += "</title>\n";
}

void append_paper(std::string& out, const Size& size) {
    out += "<path d=\"M0 0H";
    svg::append_length(out, size.width);
    out += 'V';
    svg::append_length(out, size.height);
    out += "H0Z\" fill=\"#ffffff\"/>\n";
}

Diagnostic no_such_sheet() {
    return {Severity::Error,
            "svg.no-such-sheet",
            {"この文書にない用紙の番号が指定されました。", "The document has no such sheet."},
            {},
            {}};
}

Diagnostic foreign_layer() {
    return {Severity::Error,
            "svg.foreign-static-layer",
            {"この用紙の固定部分は、準備済みの様式のものではありません。",
             "The sheet's static layer does not belong to the prepared form."},
            {},
            {}};
}

}  // namespace

struct PreparedSvg {
    std::vector<StaticLayer> layers;
    /// Its own lock makes it safe to share; what it remembers never changes what is written.
    mutable svg::GlyphPaths paths;

    const StaticLayer* find(const Frame* frame) const {
        const auto found = std::find_if(layers.begin(), layers.end(), [&](const StaticLayer& it) {
            return it.frame.get() == frame;
        });
        return found == layers.end() ? nullptr : &*found;
    }
};

std::shared_ptr<const PreparedSvg> prepare_svg(
    std::span<const std::shared_ptr<const Frame>> static_layers, const Elements& elements) {
    auto prepared = std::make_shared<PreparedSvg>();
    for (const auto& frame : static_layers) {
        svg::ContentState state{elements, &prepared->paths, {&prefix_mark, 1}, "s", {}, {}};
        const svg::Content content = svg::write_content(frame->items, state);
        prepared->layers.push_back({frame, Fragment(content.definitions), Fragment(content.body),
                                    std::move(state.faces), std::move(state.defined)});
    }
    return prepared;
}

Result<std::string> write_svg(const PreparedSvg& prepared, const Document& document,
                              std::size_t sheet, std::string_view id_prefix) {
    if (sheet >= document.sheets.size()) return no_such_sheet();
    const Sheet& page = document.sheets[sheet];
    const StaticLayer* layer = prepared.find(page.static_layer.get());
    if (layer == nullptr && page.static_layer != nullptr) return foreign_layer();

    std::string prefix(id_prefix);
    prefix += '-';
    append_decimal(prefix, static_cast<double>(sheet + 1), 0);
    prefix += '-';
    svg::ContentState state{document.elements, &prepared.paths, prefix, "d", {}, {}};
    if (layer != nullptr) {
        state.faces = layer->faces;
        state.defined = layer->defined;
    }
    const svg::Content data = svg::write_content(page.data_layer.items, state);

    std::string out;
    append_root(out, document, page.size, prefix);
    out += "<defs>\n";
    if (layer != nullptr) layer->definitions.append_to(out, prefix);
    out += data.definitions;
    out += "</defs>\n";
    append_paper(out, page.size);
    if (layer != nullptr) {
        out += "<g data-layer=\"static\">\n";
        layer->body.append_to(out, prefix);
        out += "</g>\n";
    }
    out += "<g data-layer=\"data\">\n";
    out += data.body;
    out += "</g>\n</svg>\n";
    return out;
}

}  // namespace madoguchi::render
