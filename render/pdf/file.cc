#include "render/pdf/file.h"

#include <utility>

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

class FileWriter {
  public:
    explicit FileWriter(const FileParts& parts) : parts_(parts), file_(parts.form) {}

    std::string write() {
        Dictionary catalog = file_.add();
        const ObjectId info = write_info(file_, parts_.metadata);
        const ObjectId xmp = write_xmp(file_, parts_.metadata);
        const std::string intents = output_intents();
        write_fonts();
        write_images();
        write_layers();
        const ObjectId resources = page_resources();
        const ObjectId pages = write_pages(file_, parts_.pages, resources);
        catalog.name("Type", "Catalog")
            .reference("Pages", pages)
            .reference("Metadata", xmp)
            .literal("OutputIntents", intents);
        if (!parts_.metadata.language.empty()) catalog.text("Lang", parts_.metadata.language);
        if (!parts_.metadata.title.empty()) {
            catalog.literal("ViewerPreferences", "<</DisplayDocTitle true>>");
        }
        return file_.write(catalog.id(), info);
    }

  private:
    /// ISO 19005-2, 6.2.3.
    std::string output_intents() {
        const ObjectId profile =
            file_.add_stream(parts_.prepared.colour_profile).integer("N", 3).id();
        std::string out =
            "[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
            "/Info(sRGB IEC61966-2.1)/DestOutputProfile ";
        append_reference(out, profile);
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
            std::string box = "[0 0 ";
            append_millipoints(box, to_millipoints(layer.frame->size.width));
            box += ' ';
            append_millipoints(box, to_millipoints(layer.frame->size.height));
            box += ']';
            layer_objects_[i] = file_.add_stream(layer.content)
                                    .name("Type", "XObject")
                                    .name("Subtype", "Form")
                                    .literal("BBox", box)
                                    .literal("Resources", resources(layer.used, {}))
                                    .id();
        }
    }

    ObjectId page_resources() {
        Dictionary out = file_.add();
        const ResourceNames fonts = font_names(parts_.used);
        const ResourceNames objects = object_names(parts_.used, parts_.layer_used);
        if (!fonts.empty()) out.literal("Font", fonts.dictionary());
        if (!objects.empty()) out.literal("XObject", objects.dictionary());
        return out.id();
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
    ObjectFile file_;
    std::vector<FontObjects> font_objects_;
    std::vector<ObjectId> image_objects_, layer_objects_;
};

}  // namespace

std::string write_file(const FileParts& parts) {
    return FileWriter(parts).write();
}

}  // namespace madoguchi::render::pdf
