#include "render/pdf/file.h"

#include <initializer_list>
#include <utility>

#include "render/pdf/content_hash.h"
#include "render/pdf/path.h"
#include "render/pdf/syntax.h"

namespace madoguchi::render::pdf {

namespace {

/// Resource dictionaries by name, for layers and pages.
class ResourceNames {
  public:
    void add(std::string name, ObjectId object) { entries_.push_back({std::move(name), object}); }
    bool empty() const { return entries_.empty(); }
    std::string dictionary() const {
        std::string out = "<<";
        for (const auto& [name, object] : entries_) {
            append_name(out, name);
            out += ' ';
            append_reference(out, object);
        }
        return out + ">>";
    }

  private:
    std::vector<std::pair<std::string, ObjectId>> entries_;
};

std::string numbered(char letter, std::size_t number) {
    std::string name(1, letter);
    append_integer(name, static_cast<std::int64_t>(number));
    return name;
}

std::string box_of(std::initializer_list<Length> edges) {
    std::string box = "[";
    for (const Length edge : edges) {
        if (box.size() > 1) box += ' ';
        append_millipoints(box, to_millipoints(edge));
    }
    return box + ']';
}

Dictionary form_object(const std::string& box, std::string_view resources) {
    Dictionary form;
    form.name("Type", "XObject")
        .name("Subtype", "Form")
        .literal("BBox", box)
        .literal("Resources", resources);
    return form;
}

class FileWriter {
  public:
    FileWriter(ObjectFile& file, const FileParts& parts) : parts_(parts), file_(file) {}

    Result<Done> finish(const FileRoots& roots) {
        write_fonts();
        write_images();
        write_layers();
        write_shapes();
        write_page_resources(roots.resources);
        const Dictionary info = info_of(parts_.metadata);
        ContentHash hash;
        hash.update(info.entries());
        const ObjectId info_object = file_.write(info);
        write_catalog(roots);
        constexpr std::size_t id_digits = 32;
        return file_.finish(roots.catalog, info_object, hash.finish().substr(0, id_digits));
    }

  private:
    void write_catalog(const FileRoots& roots) {
        Dictionary catalog;
        catalog.name("Type", "Catalog")
            .reference("Pages", roots.pages)
            .reference("Metadata", write_xmp(file_, parts_.metadata))
            .literal("OutputIntents", output_intents());
        if (!parts_.metadata.language.empty()) catalog.text("Lang", parts_.metadata.language);
        if (!parts_.metadata.title.empty())
            catalog.literal("ViewerPreferences", "<</DisplayDocTitle true>>");
        file_.write(roots.catalog, catalog);
    }

    /// ISO 19005-2, 6.2.3.
    std::string output_intents() {
        Dictionary profile;
        profile.integer("N", 3);
        std::string out =
            "[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
            "/Info(sRGB IEC61966-2.1)/DestOutputProfile ";
        append_reference(out, file_.write_stream(profile, parts_.prepared.colour_profile));
        return out + ">>]";
    }

    void write_fonts() {
        const std::size_t prepared = parts_.prepared.fonts.size();
        const std::size_t count = prepared + parts_.own_fonts.size();
        for (std::size_t i = 0; i < count; ++i) {
            const EmbeddedFont& font =
                i < prepared ? parts_.prepared.fonts[i].embedded : parts_.own_fonts[i - prepared];
            font_objects_.push_back(write_font(file_, font, parts_.used.font(i)));
        }
    }

    void write_images() {
        image_objects_.resize(parts_.images.size());
        for (std::size_t i = 0; i < parts_.images.size(); ++i) {
            if (parts_.used.image(i)) image_objects_[i] = write_image(file_, parts_.images.data(i));
        }
    }

    void write_layers() {
        layer_objects_.resize(parts_.prepared.layers.size());
        for (std::size_t i = 0; i < layer_objects_.size(); ++i) {
            if (!parts_.layer_used[i]) continue;
            const PreparedPdf::Layer& layer = parts_.prepared.layers[i];
            const Size size = layer.frame->size;
            const std::string box = box_of({Length(), Length(), size.width, size.height});
            layer_objects_[i] =
                file_.write_stream(form_object(box, resources(layer.used, {})), layer.content);
        }
    }

    void write_shapes() {
        for (const PooledShape& shape : parts_.shapes.shapes()) {
            const Rect painted = painted_box(shape.path);
            const std::string box =
                box_of({painted.x - shape.zero.x, shape.zero.y - painted.bottom(),
                        painted.right() - shape.zero.x, shape.zero.y - painted.y});
            const std::string& operators = shape.operators;
            shape_objects_.push_back(file_.write_stream(
                form_object(box, "<<>>"), {operators, operators.size(), StreamFilter::None}));
        }
    }

    void write_page_resources(ObjectId id) {
        Dictionary out;
        const ResourceNames fonts = font_names(parts_.used);
        ResourceNames objects = object_names(parts_.used, parts_.layer_used);
        for (std::size_t i = 0; i < shape_objects_.size(); ++i)
            objects.add(numbered('M', i), shape_objects_[i]);
        if (!fonts.empty()) out.literal("Font", fonts.dictionary());
        if (!objects.empty()) out.literal("XObject", objects.dictionary());
        file_.write(id, out);
    }

    std::string resources(const UsedResources& used, const std::vector<bool>& layers) const {
        const ResourceNames fonts = font_names(used), objects = object_names(used, layers);
        std::string out = "<<";
        if (!fonts.empty()) out.append("/Font").append(fonts.dictionary());
        if (!objects.empty()) out.append("/XObject").append(objects.dictionary());
        return out + ">>";
    }

    ResourceNames font_names(const UsedResources& used) const {
        ResourceNames names;
        for (std::uint32_t i = 0; i < font_objects_.size(); ++i) {
            const FontDirections directions = used.font(i);
            if (directions & horizontal_use) {
                names.add(parts_.fonts.resource_name(i, horizontal_use),
                          font_objects_[i].horizontal);
            }
            if (directions & vertical_use) {
                names.add(parts_.fonts.resource_name(i, vertical_use), font_objects_[i].vertical);
            }
        }
        return names;
    }

    ResourceNames object_names(const UsedResources& used, const std::vector<bool>& layers) const {
        ResourceNames names;
        for (std::size_t i = 0; i < layers.size(); ++i) {
            if (layers[i]) names.add(numbered('L', i), layer_objects_[i]);
        }
        for (std::size_t i = 0; i < image_objects_.size(); ++i) {
            if (used.image(i)) names.add(numbered('I', i), image_objects_[i]);
        }
        return names;
    }

    const FileParts& parts_;
    ObjectFile& file_;
    std::vector<FontObjects> font_objects_;
    std::vector<ObjectId> image_objects_, layer_objects_, shape_objects_;
};

}  // namespace

Result<Done> finish_file(ObjectFile& file, const FileParts& parts, const FileRoots& roots) {
    return FileWriter(file, parts).finish(roots);
}

}  // namespace madoguchi::render::pdf
