#include <algorithm>
#include <numeric>

#include "templates/picture_check.h"
#include "templates/validating/rules.h"

namespace madoguchi::templates::validating {

namespace {

/// What one kind alone can be wrong about.
class KindRules {
  public:
    KindRules(Findings& findings, const PlacedElement& placed)
        : findings_(findings), pointer_(placed.pointer), frame_(placed.element.frame) {}

    void operator()(const Text& text) const { check_spacing(text.style); }
    void operator()(const Line&) const {}
    void operator()(const DateStamp&) const {}
    void operator()(const Choice&) const {}

    void operator()(const Box& box) const {
        check_visible(box.stroke, box.fill);
        if (box.radius * 2 <= shorter_side()) return;
        findings_.add(38, pointer_ + "/radius",
                      {"角の丸みは短い辺の半分までです。",
                       "The radius is at most half of the shorter side."});
    }

    void operator()(const Ellipse& ellipse) const { check_visible(ellipse.stroke, ellipse.fill); }

    void operator()(const Image& image) const {
        const auto fault = find_picture_fault(image.bytes, image.media_type);
        if (!fault) return;
        if (*fault == PictureFault::Broken) {
            findings_.add(40, pointer_ + "/data",
                          {"mediaType どおりの、欠けのない PNG・JPEG の画像ではありません。",
                           "This is no whole picture of the kind that mediaType names."});
            return;
        }
        findings_.add(
            40, pointer_ + "/data",
            {"画像が大きすぎます（一辺1万画素、全体で1,600万画素まで）。",
             "The picture is too large: at most 10,000 pixels a side, 16 million in all."});
        findings_.hint({"印刷する大きさで300dpi程度に縮小してください。",
                        "Scale it down to about 300 dpi at its printed size."});
    }

    void operator()(const Comb& comb) const {
        const int sum = std::accumulate(comb.groups.begin(), comb.groups.end(), 0);
        if (!comb.groups.empty() && sum != comb.cells)
            findings_.add(41, pointer_ + "/groups",
                          {"組の合計は" + std::to_string(sum) + "マスで、cells の" +
                               std::to_string(comb.cells) + "マスと合いません。",
                           "The groups have " + std::to_string(sum) +
                               " cells together; cells says " + std::to_string(comb.cells) + "."});
        const std::size_t gaps = comb.groups.empty() ? 0 : comb.groups.size() - 1;
        const bool is_needless = gaps == 0 && comb.group_gap > Length();
        const bool is_vertical = comb.style.direction == Direction::Vertical;
        const Length measure = is_vertical ? frame_.height : frame_.width;
        if (!is_needless && comb.group_gap * static_cast<std::int64_t>(gaps) < measure) return;
        findings_.add(42, pointer_ + "/groupGap",
                      {"組の間隔は、組が2つ以上あり、マスの幅が残るときに書けます。",
                       "A gap stands between two or more groups and leaves room for the cells."});
    }

    void operator()(const Table& table) const {
        if (table.row_height * table.rows <= frame_.height) return;
        findings_.add(
            47, pointer_ + "/rows",
            {"行の高さの合計が枠を超えています。", "The rows together are higher than the frame."});
    }

    void operator()(const Seal& seal) const {
        const bool has_both = seal.min_side > Length() && seal.max_side > Length();
        if (has_both && seal.min_side > seal.max_side) {
            findings_.add(51, pointer_ + "/minSide",
                          {"印影の最小が最大を超えています。",
                           "The smallest side is larger than the largest."});
        } else if (std::max(seal.min_side, seal.max_side) > shorter_side()) {
            findings_.add(51, pointer_ + (seal.max_side > Length() ? "/maxSide" : "/minSide"),
                          {"印影の大きさが枠に収まりません。",
                           "A seal of this side does not fit the frame."});
        }
    }

    /// Drawn smaller or larger, its fields would not meet its cells.
    void operator()(const Background& background) const {
        if (background.drawing == nullptr) return;  // T58
        for (const DrawnMark& mark : background.drawing->marks) {
            const auto* picture = std::get_if<DrawnPicture>(&mark.content);
            if (picture == nullptr) continue;
            const bool is_png = picture->format == DrawnPicture::Format::Png;
            if (!find_picture_fault(*picture->bytes, is_png ? "image/png" : "image/jpeg")) continue;
            findings_.add(58, pointer_ + "/data",
                          {"下敷きの中の画像が壊れているか、大きすぎます。",
                           "A picture in the background is damaged or too large."});
            break;
        }
        const Size drawn = background.drawing->size;
        const auto is_far = [](Length a, Length b) {
            return std::max(a, b) - std::min(a, b) > Length::mm(0.05);
        };
        if (!is_far(drawn.width, frame_.width) && !is_far(drawn.height, frame_.height)) return;
        findings_.add(59, pointer_ + "/frame",
                      {"下敷きの枠は、もとの大きさのままにしてください。",
                       "The frame of a background has the size of what was imported."});
    }

    void operator()(const Barcode& barcode) const {
        using Symbology = Barcode::Symbology;
        const bool is_qr = barcode.symbology == Symbology::Qr;
        if (!is_qr && barcode.correction != Barcode::Correction::M)
            findings_.add(54, pointer_ + "/correction",
                          {"誤り訂正レベルは qr のときだけ書きます。",
                           "Only qr has a level of error correction."});
        const bool is_open = barcode.symbology == Symbology::Code39 ||
                             barcode.symbology == Symbology::Nw7 ||
                             barcode.symbology == Symbology::Itf;
        if (barcode.check_digit && !is_open)
            findings_.add(55, pointer_ + "/checkDigit",
                          {"チェックディジットは code39・nw7・itf のときだけ選べます。",
                           "A check digit can be chosen for code39, nw7 and itf."});
    }

  private:
    /// The style is resolved: its size may come from a base.
    void check_spacing(const Style& style) const {
        if (style.letter_spacing * 10 >= -style.size) return;
        findings_.add(53, pointer_ + "/style",
                      {"文字の間を詰めるのは、文字の大きさの10分の1までです。",
                       "Letters may stand closer by a tenth of their size at most."});
    }

    void check_visible(const std::optional<Stroke>& stroke,
                       const std::optional<Colour>& fill) const {
        if (stroke || fill) return;
        findings_.add(37, pointer_,
                      {"線（stroke）か塗り（fill）が必要です。", "A stroke or a fill is needed."});
    }

    Length shorter_side() const { return std::min(frame_.width, frame_.height); }

    Findings& findings_;
    const std::string& pointer_;
    const Rect& frame_;
};

}  // namespace

void check_kind(Findings& findings, const PlacedElement& placed) {
    std::visit(KindRules(findings, placed), placed.element.kind);
}

}  // namespace madoguchi::templates::validating
