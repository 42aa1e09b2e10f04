#include "render/background/import.h"

#include <algorithm>
#include <new>

#include "render/background/content.h"

namespace madoguchi::render {

using namespace background;

namespace {

struct Box {
    double left = 0, bottom = 0, right = 0, top = 0;
    double width() const { return right - left; }
    double height() const { return top - bottom; }
};

std::optional<Box> box_of(const Object& object) {
    const std::vector<double> n = object.numbers();
    if (n.size() != 4) return std::nullopt;
    return Box{std::min(n[0], n[2]), std::min(n[1], n[3]), std::max(n[0], n[2]),
               std::max(n[1], n[3])};
}

/// What a reader shows of the page: the crop box inside the media box (14.11.2).
Box shown_box(const Object& page) {
    const Box media = box_of(inherited(page, "MediaBox")).value_or(Box{0, 0, 595.276, 841.89});
    const Box crop = box_of(inherited(page, "CropBox")).value_or(media);
    const Box both{std::max(media.left, crop.left), std::max(media.bottom, crop.bottom),
                   std::min(media.right, crop.right), std::min(media.top, crop.top)};
    return both.width() > 0 && both.height() > 0 ? both : media;
}

/// From the page's user space to the paper as it is read, in points from its top left corner.
Matrix paper_matrix(const Box& box, int quarters, double unit) {
    Matrix matrix;
    if (quarters == 0) matrix = {1, 0, 0, -1, -box.left, box.top};
    if (quarters == 1) matrix = {0, 1, 1, 0, -box.bottom, -box.left};
    if (quarters == 2) matrix = {-1, 0, 0, 1, box.right, -box.bottom};
    if (quarters == 3) matrix = {0, -1, -1, 0, box.top, box.right};
    return matrix.then({unit, 0, 0, unit, 0, 0});
}

int quarters_of(const Object& page) {
    const double turned = inherited(page, "Rotate").number().value_or(0);
    const int quarters = static_cast<int>(std::clamp(turned, -1e6, 1e6)) / 90 % 4;
    return quarters < 0 ? quarters + 4 : quarters;
}

/// The streams of a page are one, with a blank between them (7.7.3.3).
std::string contents(const Object& page) {
    const Object content = page["Contents"];
    if (content.is_stream()) return content.bytes();
    std::string all;
    for (const Object& part : content.items()) {
        all += part.bytes();
        all += '\n';
        if (all.size() > most_stream_bytes) throw Refusal{too_large()};
    }
    return all;
}

/// 12.5.5: the annotation's box is where its form's turned box goes.
void draw_annotation(Import& import, const Object& annotation) {
    constexpr int hidden = 2, no_view = 32;
    const auto flags = static_cast<int>(annotation["F"].number().value_or(0));
    if ((flags & (hidden | no_view)) != 0 || annotation["Subtype"].name() == "Popup") return;
    if (import.layers.is_hidden(annotation["OC"])) return;
    Object form = annotation["AP"]["N"];
    if (!form.is_stream()) form = form[annotation["AS"].name()];
    const auto place = box_of(annotation["Rect"]), box = box_of(form["BBox"]);
    if (!form.is_stream() || !place || !box) return;
    const std::vector<double> m = form["Matrix"].numbers();
    const Matrix own = m.size() == 6 ? Matrix{m[0], m[1], m[2], m[3], m[4], m[5]} : Matrix();
    Box turned{1e9, 1e9, -1e9, -1e9};
    for (const Spot corner : {Spot{box->left, box->bottom}, Spot{box->right, box->bottom},
                              Spot{box->left, box->top}, Spot{box->right, box->top}}) {
        const Spot at = own(corner);
        turned = {std::min(turned.left, at.x), std::min(turned.bottom, at.y),
                  std::max(turned.right, at.x), std::max(turned.top, at.y)};
    }
    if (turned.width() <= 0 || turned.height() <= 0) return;
    const double x = place->width() / turned.width(), y = place->height() / turned.height();
    GraphicsState state;
    state.matrix = {x, 0, 0, y, place->left - turned.left * x, place->bottom - turned.bottom * y};
    Content(import, {}, std::move(state)).draw_form(form);
}

Diagnostic no_such_page(std::size_t pages) {
    const std::string count = std::to_string(pages);
    return {.code = "background.no-such-page",
            .message = {"そのページはありません（全" + count + "ページ）。",
                        "There is no such page (the file has " + count + ")."}};
}

Diagnostic empty_page() {
    return {.severity = Severity::Warning,
            .code = "background.empty",
            .message = {"このページには何も描かれていません。", "The page draws nothing."}};
}

Diagnostic bad_size() {
    return {.code = "background.page-size",
            .message = {"用紙の大きさが1 cm～2 mの範囲にありません。",
                        "The page is smaller than 1 cm or larger than 2 m."}};
}

ImportedPage import(std::string_view pdf, std::size_t number) {
    const ObjectsFile file(pdf);
    if (number < 1 || number > file.pages()) throw Refusal{no_such_page(file.pages())};
    const Object page = file.page(number - 1);
    const Box box = shown_box(page);
    const double unit = std::clamp(page["UserUnit"].number().value_or(1), 0.01, 1000.0);
    const int quarters = quarters_of(page);
    Size size{Length::pt(box.width() * unit), Length::pt(box.height() * unit)};
    if (quarters % 2 == 1) std::swap(size.width, size.height);
    const auto fits = [](Length side) {
        return side >= Length::mm(10) && side <= Length::mm(2000);
    };
    if (!fits(size.width) || !fits(size.height)) throw Refusal{bad_size()};

    Canvas canvas(size, paper_matrix(box, quarters, unit));
    const Layers layers(file.catalog());
    Notes notes;
    Import import{canvas, layers, notes, file.all()};
    Content(import, inherited(page, "Resources"), GraphicsState()).run(contents(page));
    for (const Object& annotation : page["Annots"].items())
        draw_annotation(import, annotation);
    ImportedPage imported{canvas.take(), file.pages(), notes.take()};
    if (imported.drawing.marks.empty()) imported.warnings.push_back(empty_page());
    return imported;
}

}  // namespace

Result<ImportedPage> import_page(std::string_view pdf, std::size_t page) {
    try {
        return import(pdf, page);
    } catch (const Refusal& refusal) {
        return refusal.finding;
    } catch (const PoDoFo::PdfError&) {
        return broken();
    } catch (const std::bad_alloc&) {
        return too_large();
    }
}

}  // namespace madoguchi::render
