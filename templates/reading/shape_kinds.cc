#include "templates/base64.h"
#include "templates/drawing_code.h"
#include "templates/reading/element.h"
#include "templates/reading/style.h"

namespace madoguchi::templates::reading {

namespace {

/// T39; whether the bytes are a picture is asked when the template is validated.
std::optional<Bytes> read_picture(Findings& findings, const Node& node) {
    const std::optional<std::string> text = read_string(findings, node);
    if (!text) return std::nullopt;
    std::optional<Bytes> bytes = decode_base64(*text);
    if (bytes && bytes->size() <= limits::image_bytes) return bytes;
    if (bytes) {
        findings.add(39, node, {"画像は2 MB以下です。", "A picture has at most 2 MB."});
    } else {
        findings.add(39, node,
                     {"base64 として正しくありません。",
                      "This is not base64 with padding and without line breaks."});
    }
    return std::nullopt;
}

/// T58.
std::optional<std::shared_ptr<const Drawing>> read_drawing(Findings& findings, const Node& node) {
    const std::optional<std::string> text = read_string(findings, node);
    if (!text) return std::nullopt;
    const std::optional<Bytes> bytes = decode_base64(*text);
    if (bytes && bytes->size() <= limits::drawing_bytes) {
        if (std::optional<Drawing> drawing = decode_drawing(*bytes))
            return std::make_shared<const Drawing>(*std::move(drawing));
    }
    findings.add(58, node,
                 {"下敷きのデータが壊れているか、4 MBを超えています。",
                  "The background's data are damaged or larger than 4 MB."});
    findings.hint({"もとのPDFから取り込み直してください。", "Import it from its PDF again."});
    return std::nullopt;
}

}  // namespace

Line read_line(Members& members) {
    Line line;
    members.optional("stroke", line.stroke, read_stroke);
    members.optional("rising", line.rising, read_flag);
    return line;
}

Box read_box(Members& members) {
    Box box;
    members.optional("stroke", box.stroke, read_stroke);
    members.optional("fill", box.fill, read_colour);
    members.optional("radius", box.radius, Millimetres{limits::radius});
    return box;
}

Ellipse read_ellipse(Members& members) {
    Ellipse ellipse;
    members.optional("stroke", ellipse.stroke, read_stroke);
    members.optional("fill", ellipse.fill, read_colour);
    return ellipse;
}

Image read_image(Members& members) {
    Image image;
    members.required("mediaType", image.media_type, OneOf{media_type_words});
    members.required("data", image.bytes, read_picture);
    members.required("alternativeText", image.alternative_text, PrintableText{limits::label});
    members.optional("covers", image.covers, read_id);
    return image;
}

Background read_background(Members& members) {
    Background background;
    members.required("data", background.drawing, read_drawing);
    members.optional("source", background.source, PrintableText{limits::label});
    members.optional("alternativeText", background.alternative_text, PrintableText{limits::label});
    return background;
}

}  // namespace madoguchi::templates::reading
