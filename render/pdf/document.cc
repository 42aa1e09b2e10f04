#include "render/pdf/document.h"

#include "render/pdf/content_hash.h"
#include "render/pdf/file.h"
#include "render/pdf/operators.h"
#include "render/pdf/page_tree.h"
#include "render/pdf/prepared.h"

namespace madoguchi::render {

using namespace pdf;

struct PdfBatch::State {
    State(const PreparedPdf& form, PdfOptions wanted)
        : prepared(form),
          options(std::move(wanted)),
          file(options.form),
          catalog(file.reserve()),
          resources(file.reserve()),
          pages(file, resources),
          fonts(form.fonts),
          images(form.images, effort_of(options.compression)),
          layer_used(form.layers.size()) {
        hash.update(form.content_hash);
    }

    const PreparedPdf& prepared;
    PdfOptions options;
    ObjectFile file;
    ObjectId catalog, resources;
    PageTree pages;
    FontPool fonts;
    ImagePool images;
    ShapePool shapes;
    std::vector<bool> layer_used;
    UsedResources used;  ///< by layers and data alike
    Metadata metadata;
    ContentHash hash;
};

namespace {

struct SheetContent {
    std::string operators;
    std::vector<std::size_t> layers;
};

/// The layer's number among the prepared ones.
std::optional<std::size_t> find_layer(const PreparedPdf& prepared, const Frame* frame) {
    for (std::size_t i = 0; i < prepared.layers.size(); ++i) {
        if (prepared.layers[i].frame.get() == frame) return i;
    }
    return std::nullopt;
}

/// A layer's form stands on its own bottom edge; a sheet of another height hangs it from the top.
void paint_layer(Operators& operators, std::size_t layer, Length lift) {
    const bool moved = lift != Length();
    if (moved) {
        operators.save();
        operators.transform({1, 0, 0, 1, 0, to_millipoints(lift)});
    }
    operators.paint("L", layer);
    if (moved) operators.restore();
}

SheetContent write_sheet(const Sheet& sheet, const PreparedPdf& prepared, ContentContext& context) {
    SheetContent out;
    const Length top = sheet.size.height;
    if (const Frame* frame = sheet.static_layer.get()) {
        if (const std::optional<std::size_t> layer = find_layer(prepared, frame)) {
            Operators operators;
            paint_layer(operators, *layer, top - frame->size.height);
            out.operators = std::move(operators).take();
            out.layers.push_back(*layer);
        } else {
            // The state it leaves behind must not meet the data layer, which expects a fresh one.
            out.operators = "q\n" + write_content(*frame, top, context) + "Q\n";
        }
    }
    out.operators += write_content(sheet.data_layer, top, context);
    return out;
}

/// ISO 19005-2, 6.1.13: 3 to 14,400 units.
bool is_page_size(Size size) {
    const auto fits = [](Length edge) {
        return edge >= Length::pt(3) && edge <= Length::pt(14400);
    };
    return fits(size.width) && fits(size.height);
}

Diagnostic bad_page_size() {
    return {.code = "pdf.page-size",
            .message = {"用紙の大きさがPDF/Aの範囲(約1mm～5m)にありません。",
                        "the sheet is smaller or larger than PDF/A allows (about 1 mm to 5 m)"}};
}

StringForm strings_of(const PdfOptions& options) {
    return options.form == PdfOptions::Form::Proof ? StringForm::Hex : StringForm::Literal;
}

StreamData page_stream(const std::string& content, const PdfOptions& options,
                       const DeflateCode& code) {
    if (options.form == PdfOptions::Form::Proof)
        return {content, content.size(), StreamFilter::None};
    const Effort effort = effort_of(options.compression);
    return effort == Effort::Record ? code.deflate(content) : deflate(content, effort);
}

}  // namespace

PdfBatch::PdfBatch(const PreparedPdf& prepared, PdfOptions options)
    : state_(std::make_unique<State>(prepared, std::move(options))) {}
PdfBatch::~PdfBatch() = default;
PdfBatch::PdfBatch(PdfBatch&&) noexcept = default;
PdfBatch& PdfBatch::operator=(PdfBatch&&) noexcept = default;

Result<Done> PdfBatch::add(const Document& document) {
    State& state = *state_;
    ContentContext context{state.fonts, state.images,  document.elements,        {},
                           {},          &state.shapes, strings_of(state.options)};
    const FontPool::Mark fonts_before = state.fonts.mark();
    const std::size_t images_before = state.images.size();
    const std::size_t shapes_before = state.shapes.shapes().size();
    std::vector<StreamData> pages;
    std::vector<std::size_t> layers;
    std::vector<std::string> contents;
    for (const Sheet& sheet : document.sheets) {
        if (!is_page_size(sheet.size)) {
            context.findings.push_back(bad_page_size());
            continue;
        }
        SheetContent content = write_sheet(sheet, state.prepared, context);
        layers.insert(layers.end(), content.layers.begin(), content.layers.end());
        pages.push_back(page_stream(content.operators, state.options, state.prepared.page_code));
        contents.push_back(std::move(content.operators));
    }
    if (!context.findings.empty()) {
        state.fonts.rollback(fonts_before);
        state.images.rollback(images_before);
        state.shapes.rollback(shapes_before);
        return std::move(context.findings);
    }

    if (state.pages.size() == 0) {
        state.metadata = {
            document.title,         document.language, document.form_id, document.form_version, {},
            state.options.issued_at};
    }
    for (const std::string& content : contents)
        state.hash.update(content);
    for (const std::size_t layer : layers) {
        if (state.layer_used[layer]) continue;
        state.layer_used[layer] = true;
        state.used.merge(state.prepared.layers[layer].used);
    }
    state.used.merge(context.used);
    for (std::size_t i = 0; i < pages.size(); ++i)
        state.pages.add(document.sheets[i].size, pages[i]);
    return Done{};
}

std::string PdfBatch::take_bytes() {
    return state_->file.take_bytes();
}

std::size_t PdfBatch::waiting_bytes() const {
    return state_->file.waiting_bytes();
}

Result<std::string> PdfBatch::finish() && {
    State& state = *state_;
    if (state.pages.size() == 0) {
        return Diagnostic{
            .code = "pdf.no-pages",
            .message = {"印刷する用紙が一枚もありません。", "there is no sheet to print"}};
    }
    FileParts parts{state.prepared, state.fonts,      state.images, state.shapes,
                    state.used,     state.layer_used, {},           std::move(state.metadata)};
    const Effort effort = effort_of(state.options.compression);
    for (std::size_t i = 0; i < state.fonts.own().size(); ++i) {
        const FontUse& font = state.fonts.own()[i];
        const std::size_t number = state.prepared.fonts.size() + i;
        const FontDirections directions = state.used.font(number);
        EmbeddedFont embedded = TRY(embed(font, static_cast<unsigned>(number), directions, effort,
                                          &state.prepared.font_codes));
        state.hash.update(embedded.base_font);
        parts.own_fonts.push_back(std::move(embedded));
    }
    const std::string& id = state.options.document_id;
    parts.metadata.document_id = id.empty() ? state.hash.finish() : id;
    TRY(check(parts.metadata));
    TRY(finish_file(state.file, parts, {state.catalog, state.resources, state.pages.finish()}));
    return state.file.take_bytes();
}

}  // namespace madoguchi::render
