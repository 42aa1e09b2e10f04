#include "render/svg/content.h"

#include <algorithm>
#include <map>

#include "render/svg/shapes.h"
#include "render/svg/xml.h"

namespace madoguchi::render::svg {
namespace {

class ContentWriter {
  public:
    explicit ContentWriter(ContentState& state) : state_(state) {}

    void write_items(std::span<const Item> items, ElementIndex inside);
    Content take() { return std::move(content_); }

  private:
    void write_item(const Item& item);
    void write(const GlyphRun& run);
    void write(const Path& path) { append_path(content_.body, path); }
    void write(const Picture& picture) { append_picture(content_.body, picture); }
    void write_group(const Group& group, ElementIndex inside);
    void open_clip(const ClipPath& clip);
    void open_element(ElementIndex index, std::span<const Item> items);
    bool append_use(const GlyphRun& run, std::size_t face, const PlacedGlyph& glyph);
    bool define(std::size_t face, fonts::GlyphId glyph);
    std::size_t face_number(const fonts::Face* face);
    void append_glyph_id(std::string& out, GlyphKey glyph);

    ContentState& state_;
    Content content_;
    int clips_ = 0;
    std::map<std::string, int> parts_;  ///< of each id, so that no two are equal
};

// Neighbours of one element share one <g>.
void ContentWriter::write_items(std::span<const Item> items, ElementIndex inside) {
    while (!items.empty()) {
        const ElementIndex element = items.front().element;
        const auto end = std::find_if(items.begin(), items.end(),
                                      [&](const Item& item) { return item.element != element; });
        const auto part = items.first(static_cast<std::size_t>(end - items.begin()));
        const bool opens = element != inside && element < state_.elements.size();
        if (opens) open_element(element, part);
        for (const Item& item : part)
            write_item(item);
        if (opens) content_.body += "</g>\n";
        items = items.subspan(part.size());
    }
}

void ContentWriter::write_item(const Item& item) {
    if (const auto* group = std::get_if<Group>(&item.content)) {
        write_group(*group, item.element);
    } else if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
        write(*run);
    } else if (const auto* path = std::get_if<Path>(&item.content)) {
        write(*path);
    } else {
        write(std::get<Picture>(item.content));
    }
}

void ContentWriter::open_element(ElementIndex index, std::span<const Item> items) {
    const ElementInfo& element = state_.elements[index];
    const std::string id = element.id();
    std::string& out = content_.body;
    out += "<g id=\"";
    out += state_.id_prefix;
    out += state_.id_layer;
    out += '-';
    append_name(out, id);
    // Parts of an element between which another one is painted: "_n" cannot come from an id.
    if (const int part = ++parts_[id]; part > 1) out += "_n" + std::to_string(part);
    out += '"';
    append_attribute(out, "data-element", id);
    std::string name(element.label);
    if (const std::string text = spoken_text(items); !text.empty() && text != name) {
        if (!name.empty()) name += ' ';
        name += text;
    }
    if (name.empty()) {
        append_attribute(out, "aria-hidden", "true");
    } else {
        append_attribute(out, "role", "img");
        append_attribute(out, "aria-label", name);
    }
    out += '>';
}

void ContentWriter::write_group(const Group& group, ElementIndex inside) {
    content_.body += "<g";
    append_transform(content_.body, group);
    content_.body += '>';
    for (const ClipPath& clip : group.clips)
        open_clip(clip);
    write_items(group.items, inside);
    for (std::size_t i = 0; i <= group.clips.size(); ++i)
        content_.body += "</g>";
}

void ContentWriter::open_clip(const ClipPath& clip) {
    std::string id(state_.id_prefix);
    id += state_.id_layer;
    id += "_c";
    append_decimal(id, ++clips_, 0);
    std::string& out = content_.body;
    // The prefix may still be a mark that is replaced: it is not escaped.
    out += "<clipPath id=\"" + id + "\"><path d=\"";
    append_steps(out, clip.steps);
    out += '"';
    if (clip.rule == FillRule::EvenOdd) append_attribute(out, "clip-rule", "evenodd");
    out += "/></clipPath><g clip-path=\"url(#" + id + ")\">";
}

// One coordinate system per run, in font units: 長体 is its x scale, and a glyph costs no more than
// its number and its place.
void ContentWriter::write(const GlyphRun& run) {
    if (run.glyphs.empty() || run.size <= Length() || run.condense <= 0) return;
    const std::size_t body_before = content_.body.size();
    append_run_start(content_.body, run);
    const std::size_t face = face_number(run.face);
    bool visible = false;
    for (const PlacedGlyph& glyph : run.glyphs)
        visible |= append_use(run, face, glyph);
    content_.body += "</g>";
    if (!visible) content_.body.resize(body_before);
}

bool ContentWriter::append_use(const GlyphRun& run, std::size_t face, const PlacedGlyph& glyph) {
    if (!define(face, glyph.glyph)) return false;
    std::string& out = content_.body;
    out += "<use xlink:href=\"#";
    append_glyph_id(out, {face, glyph.glyph});
    out += '"';
    append_place_in_run(out, run, glyph);
    out += "/>";
    return true;
}

// Whether the glyph has contours; its definition is written at its first use.
bool ContentWriter::define(std::size_t face, fonts::GlyphId glyph) {
    const GlyphKey key{face, glyph};
    if (state_.defined.contains(key)) return true;
    const auto path = state_.paths->find(*state_.faces[face], glyph);
    if (path->empty()) return false;
    state_.defined.insert(key);
    std::string& out = content_.definitions;
    out += "<path id=\"";
    append_glyph_id(out, key);
    out += "\" d=\"";
    out += *path;
    out += "\"/>\n";
    return true;
}

std::size_t ContentWriter::face_number(const fonts::Face* face) {
    const auto found = std::find(state_.faces.begin(), state_.faces.end(), face);
    if (found == state_.faces.end()) {
        state_.faces.push_back(face);
        return state_.faces.size() - 1;
    }
    return static_cast<std::size_t>(found - state_.faces.begin());
}

void ContentWriter::append_glyph_id(std::string& out, GlyphKey glyph) {
    out += state_.id_prefix;
    out += 'g';
    append_decimal(out, static_cast<double>(glyph.first), 0);
    out += '-';
    append_decimal(out, glyph.second, 0);
}

}  // namespace

Content write_content(std::span<const Item> items, ContentState& state) {
    ContentWriter writer(state);
    writer.write_items(items, no_element);
    return writer.take();
}

std::string spoken_text(std::span<const Item> items) {
    std::string text;
    for (const Item& item : items) {
        if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
            text += run->text;
        } else if (const auto* picture = std::get_if<Picture>(&item.content)) {
            text += picture->alternative_text;
        } else if (const auto* group = std::get_if<Group>(&item.content)) {
            text += group->actual_text.empty() ? spoken_text(group->items) : group->actual_text;
        }
    }
    return text;
}

}  // namespace madoguchi::render::svg
