#include "api/printing/test_sheet.h"

#include <algorithm>
#include <utility>

#include "render/render.h"
#include "templates/data.h"

namespace madoguchi::api {

namespace {

using templates::Element;

constexpr double margin = 20;      ///< mm from the edges to the crosses
constexpr double scale_end = 30;   ///< mm that each edge scale counts
constexpr double cross_arm = 6;    ///< mm
constexpr double number_side = 4;  ///< mm

/// Elements of the sheet, all in mm.
class SheetBuilder {
  public:
    explicit SheetBuilder(templates::Page& page)
        : page_(page), width_(page.size.width.to_mm()), height_(page.size.height.to_mm()) {}

    void cross(double x, double y) {
        line(x - cross_arm, y, cross_arm * 2, 0, 0.1);
        line(x, y - cross_arm, 0, cross_arm * 2, 0.1);
    }

    /// Ticks from an edge inwards: long ones with a number at every 10 mm.
    void edge_scales() {
        for (int mm = 0; mm <= static_cast<int>(scale_end); ++mm) {
            const double tick = mm % 10 == 0 ? 6 : mm % 5 == 0 ? 4 : 2.5;
            line(mm, height_ / 2, 0, tick, 0.1);
            line(width_ - mm, height_ / 2, 0, tick, 0.1);
            line(width_ / 2, mm, tick, 0, 0.1);
            line(width_ / 2, height_ - mm, tick, 0, 0.1);
            if (mm % 10 == 0 && mm > 0) edge_numbers(mm);
        }
    }

    /// A rule of whole tens of millimetres across the sheet, and one down it.
    void long_rules() {
        const double across = tens(width_ - 2 * margin), down = tens(height_ - 2 * margin);
        line(margin, margin + 14, across, 0, 0.15);
        line(margin, margin + 11, 0, 6, 0.1);
        line(margin + across, margin + 11, 0, 6, 0.1);
        words(margin + 30, margin + 15, 30, 5, "横 " + whole(across) + " mm", 9);
        line(margin + 14, margin, 0, down, 0.15);
        line(margin + 11, margin, 6, 0, 0.1);
        line(margin + 11, margin + down, 6, 0, 0.1);
        words(margin + 16, margin + down - 6, 30, 5, "縦 " + whole(down) + " mm", 9);
    }

    void words(double x, double y, double width, double height, const std::string& text,
               double size) {
        templates::Style style;
        style.font = templates::FontFamily::Gothic;
        style.size = Length::pt(size);
        style.line_height = 1.5;
        style.block_align = templates::BlockAlign::Start;
        style.fit.steps = {templates::FitStep::Wrap, templates::FitStep::Shrink};
        add({Length::mm(x), Length::mm(y), Length::mm(width), Length::mm(height)},
            templates::Text{.content = text, .style = style});
    }

    double width() const { return width_; }

  private:
    static double tens(double length) { return static_cast<int>(length / 10) * 10.0; }
    static std::string whole(double length) { return std::to_string(static_cast<int>(length)); }

    void edge_numbers(int mm) {
        const std::string number = std::to_string(mm);
        const double half = number_side / 2;
        words(mm - half, height_ / 2 + 6, number_side + 2, number_side, number, 7);
        words(width_ - mm - half, height_ / 2 + 6, number_side + 2, number_side, number, 7);
        words(width_ / 2 + 7, mm - half, number_side + 2, number_side, number, 7);
        words(width_ / 2 + 7, height_ - mm - half, number_side + 2, number_side, number, 7);
    }

    void line(double x, double y, double width, double height, double thickness) {
        templates::Line line;
        line.stroke.width = Length::mm(thickness);
        add({Length::mm(x), Length::mm(y), Length::mm(width), Length::mm(height)}, line);
    }

    void add(Rect frame, templates::ElementKind kind) {
        Element element;
        element.id = "e" + std::to_string(page_.elements.size());
        element.frame = frame;
        element.kind = std::move(kind);
        page_.elements.push_back(std::move(element));
    }

    templates::Page& page_;
    double width_, height_;
};

constexpr const char* instructions =
    "1　この用紙を「実際のサイズ」（拡大・縮小なし）で印刷します。\n"
    "2　左上の十字の中心が、用紙の左端と上端からそれぞれ20.0 mmにあるか、物差しで0.1 mmまで測りま"
    "す。\n"
    "　　x ＝ 20.0 − 左端からの長さ　　y ＝ 20.0 − 上端からの長さ\n"
    "3　横と縦の長い線を測ります。\n"
    "　　scaleX ＝ 書いてある長さ ÷ 測った長さ　　scaleY も同じ\n"
    "4　求めた x・y・scaleX・scaleY をプリンターの設定ファイルに書き、もう一度印刷して確かめます。";

}  // namespace

templates::Template test_sheet(Size paper, const std::string& printer) {
    templates::Template form;
    form.id = "printer-test-sheet";
    form.version = "1.0";
    form.title = "印刷位置の確認用紙";
    templates::Page& page = form.pages.emplace_back();
    page.id = "sheet";
    page.size = paper;
    SheetBuilder sheet(page);
    const double right = sheet.width() - margin, bottom = paper.height.to_mm() - margin;
    sheet.cross(margin, margin);
    sheet.cross(right, margin);
    sheet.cross(margin, bottom);
    sheet.cross(right, bottom);
    sheet.edge_scales();
    sheet.long_rules();
    const double left = margin + 20, room = right - left - 4;
    sheet.words(left, margin + 24, room, 7, form.title + "　" + printer, 11);
    sheet.words(left, margin + 33, room, std::min(60.0, bottom / 2 - 20), instructions, 9);
    return form;
}

Result<std::string> print_test_sheet(Size paper, const std::string& printer,
                                     const render::PrintAdjustment& adjustment,
                                     const fonts::FontLibrary& fonts) {
    auto compiled = TRY(templates::CompiledForm::compile(test_sheet(paper, printer)));
    const auto prepared = TRY(render::prepare(compiled, fonts));
    const templates::Data nothing = TRY(templates::read_data(compiled->form(), "{}", ""));
    const render::LaidOut laid_out = TRY(render::layout(*prepared, nothing));
    return render::write_pdf(*prepared, {&laid_out.document, 1}, {.adjustment = adjustment});
}

}  // namespace madoguchi::api
