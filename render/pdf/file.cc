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

class ChapterWriter {
  public:
    ChapterWriter(ObjectFile& file, const ChapterParts& parts, PreparedObjects& prepared)
        : parts_(parts), file_(file), prepared_(prepared) {}

    void finish(ObjectId resources) {
        write_fonts();
        write_images();
        write_layers();
        write_shapes();
        write_page_resources(resources);
    }

  private:
    void write_fonts() {
        for (std::size_t i = 0; i < prepared_.fonts.size(); ++i) {
            const FontDirections used = parts_.used.font(i);
            FontObjects& known = prepared_.fonts[i];
            const bool is_missing = ((used & horizontal_use) && known.horizontal.number == 0) ||
                                    ((used & vertical_use) && known.vertical.number == 0);
            if (is_missing) known = write_font(file_, parts_.prepared.fonts[i].embedded, used);
            font_objects_.push_back(known);
        }
        for (std::size_t i = 0; i < parts_.own_fonts.size(); ++i) {
            const FontDirections used = parts_.used.font(prepared_.fonts.size() + i);
            font_objects_.push_back(write_font(file_, parts_.own_fonts[i], used));
        }
    }

    void write_images() {
        image_objects_ = prepared_.images;
        image_objects_.resize(parts_.images.size());
        for (std::size_t i = 0; i < parts_.images.size(); ++i) {
            if (!parts_.used.image(i) || image_objects_[i].number != 0) continue;
            image_objects_[i] = write_image(file_, parts_.images.data(i));
            if (i < prepared_.images.size()) prepared_.images[i] = image_objects_[i];
        }
    }

    void write_layers() {
        for (std::size_t i = 0; i < prepared_.layers.size(); ++i) {
            if (!parts_.layer_used[i] || prepared_.layers[i].number != 0) continue;
            const PreparedPdf::Layer& layer = parts_.prepared.layers[i];
            const Size size = layer.frame->size;
            const std::string box = box_of({Length(), Length(), size.width, size.height});
            prepared_.layers[i] =
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
            if (layers[i]) names.add(numbered('L', i), prepared_.layers[i]);
        }
        for (std::size_t i = 0; i < image_objects_.size(); ++i) {
            if (used.image(i)) names.add(numbered('I', i), image_objects_[i]);
        }
        return names;
    }

    const ChapterParts& parts_;
    ObjectFile& file_;
    PreparedObjects& prepared_;
    std::vector<FontObjects> font_objects_;
    std::vector<ObjectId> image_objects_, shape_objects_;
};

/// ISO 19005-2, 6.2.3.
std::string output_intents(ObjectFile& file, const StreamData& colour_profile) {
    Dictionary profile;
    profile.integer("N", 3);
    std::string out =
        "[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
        "/Info(sRGB IEC61966-2.1)/DestOutputProfile ";
    append_reference(out, file.write_stream(profile, colour_profile));
    return out + ">>]";
}

/// ISO 19005-3, 6.8: the file, what it is to the document, and its place in the catalogue.
void append_attachment(Dictionary& catalog, ObjectFile& file, const PdfAttachment& attachment,
                       const std::string& issued_at) {
    std::string about = "<</Size ";
    append_integer(about, static_cast<std::int64_t>(attachment.bytes.size()));
    if (!issued_at.empty()) about += "/ModDate(" + pdf_date(issued_at) + ")";
    Dictionary stream;
    stream.name("Type", "EmbeddedFile")
        .name("Subtype", attachment.media_type)
        .literal("Params", about + ">>");
    std::string embedded;
    append_reference(embedded,
                     file.write_stream(stream, deflate(attachment.bytes, Effort::Record)));
    Dictionary specification;
    specification.name("Type", "Filespec")
        .text("F", attachment.name)
        .text("UF", attachment.name)
        .name("AFRelationship", "Data")
        .text("Desc", attachment.name)
        .literal("EF", "<</F " + embedded + "/UF " + embedded + ">>");
    std::string reference, name;
    append_reference(reference, file.write(specification));
    append_text_string(name, attachment.name);
    catalog.literal("AF", "[" + reference + "]")
        .literal("Names", "<</EmbeddedFiles<</Names[" + name + reference + "]>>>>");
}

/// A form is as large on paper as it says: dialogues that would shrink it are told not to.
std::string viewer_preferences(const Metadata& metadata, const PrintHints& hints) {
    std::string out = "<<";
    if (!metadata.title.empty()) out += "/DisplayDocTitle true";
    out += "/PrintScaling/None";
    switch (hints.duplex) {
        case PrintHints::Duplex::Unsaid:
            break;
        case PrintHints::Duplex::OneSided:
            out += "/Duplex/Simplex";
            break;
        case PrintHints::Duplex::LongEdge:
            out += "/Duplex/DuplexFlipLongEdge";
            break;
        case PrintHints::Duplex::ShortEdge:
            out += "/Duplex/DuplexFlipShortEdge";
            break;
    }
    if (hints.copies > 0) {
        out += "/NumCopies ";
        append_integer(out, hints.copies);
    }
    return out + ">>";
}

}  // namespace

PreparedObjects::PreparedObjects(const PreparedPdf& prepared)
    : fonts(prepared.fonts.size()),
      images(prepared.images.size()),
      layers(prepared.layers.size()) {}

std::vector<std::uint32_t> PreparedObjects::numbers() const {
    std::vector<std::uint32_t> numbers;
    for (const FontObjects& font : fonts)
        numbers.insert(numbers.end(), {font.horizontal.number, font.vertical.number});
    for (const std::vector<ObjectId>* objects : {&images, &layers}) {
        for (const ObjectId object : *objects)
            numbers.push_back(object.number);
    }
    return numbers;
}

void PreparedObjects::read(const std::vector<std::uint32_t>& numbers) {
    std::size_t at = 0;
    const auto next = [&] { return ObjectId{at < numbers.size() ? numbers[at++] : 0}; };
    for (FontObjects& font : fonts) {
        font.horizontal = next();
        font.vertical = next();
    }
    for (std::vector<ObjectId>* objects : {&images, &layers}) {
        for (ObjectId& object : *objects)
            object = next();
    }
}

void finish_chapter(ObjectFile& file, const ChapterParts& parts, PreparedObjects& prepared,
                    ObjectId resources) {
    ChapterWriter(file, parts, prepared).finish(resources);
}

Result<Done> finish_file(ObjectFile& file, const PreparedPdf& prepared, const Metadata& metadata,
                         const FileParts& parts) {
    const Dictionary info = info_of(metadata);
    ContentHash hash;
    hash.update(info.entries());
    const ObjectId info_object = file.write(info);
    Dictionary dictionary;
    dictionary.name("Type", "Catalog")
        .reference("Pages", parts.pages)
        .reference("Metadata", write_xmp(file, metadata))
        .literal("OutputIntents", output_intents(file, prepared.colour_profile));
    if (!metadata.language.empty()) dictionary.text("Lang", metadata.language);
    dictionary.literal("ViewerPreferences", viewer_preferences(metadata, parts.hints));
    if (parts.structure.number != 0) {
        dictionary.literal("MarkInfo", "<</Marked true>>")
            .reference("StructTreeRoot", parts.structure);
    }
    if (parts.signature.number != 0) {
        // Signatures exist, and only an update may follow them (ISO 32000-1, table 219).
        std::string fields = "<</SigFlags 3/Fields[";
        append_reference(fields, parts.signature);
        dictionary.literal("AcroForm", fields + "]>>");
    }
    if (parts.attachment != nullptr)
        append_attachment(dictionary, file, *parts.attachment, metadata.issued_at);
    file.write(parts.catalog, dictionary);
    constexpr std::size_t id_digits = 32;
    return file.finish(parts.catalog, info_object, hash.hex().substr(0, id_digits));
}

}  // namespace madoguchi::render::pdf
