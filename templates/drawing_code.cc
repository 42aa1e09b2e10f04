#include "templates/drawing_code.h"

#include <libdeflate.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>

#include "templates/base64.h"
#include "templates/limits.h"

namespace madoguchi::templates {

namespace {

/// Units of Length on one step of the grid: 1/3,000 mm.
constexpr std::int64_t grid = 12;
/// Steps of the grid: a page of 10 m, and as much beyond each edge.
constexpr std::int64_t furthest = 30'000'000;
constexpr std::size_t size_bytes = 4;

std::int64_t on_grid(Length length) {
    const std::int64_t units = length.units();
    return (units >= 0 ? units + grid / 2 : units - grid / 2) / grid;
}

// Writing -----------------------------------------------------------------------------------------

class DrawingWriter {
  public:
    std::string write(const Drawing& drawing) {
        word("drawing");
        number(1);
        number(on_grid(drawing.size.width));
        number(on_grid(drawing.size.height));
        end_line();
        for (const DrawnClip& clip : drawing.clips) {
            word("clip");
            number(clip.outside);
            number(static_cast<int>(clip.path.rule));
            path(clip.path.steps);
        }
        for (const DrawnMark& mark : drawing.marks)
            std::visit([&](const auto& content) { write(mark.clip, content); }, mark.content);
        return std::move(out_);
    }

  private:
    void write(int clip, const Path& shape) {
        if (shape.fill) {
            begin("fill", clip, *shape.fill);
            number(static_cast<int>(shape.rule));
            path(shape.steps);
        }
        if (shape.stroke) {
            begin("line", clip, shape.stroke->colour);
            stroke(*shape.stroke);
            path(shape.steps);
        }
    }

    void write(int clip, const DrawnPicture& picture) {
        word("picture");
        number(clip);
        word(picture.format == DrawnPicture::Format::Png ? "png" : "jpeg");
        for (const Point point : {picture.origin, picture.across, picture.down}) {
            number(on_grid(point.x));
            number(on_grid(point.y));
        }
        word(encode_base64(*picture.bytes));
        end_line();
    }

    void begin(std::string_view kind, int clip, Colour colour) {
        word(kind);
        number(clip);
        number(colour.red << 16 | colour.green << 8 | colour.blue);
    }

    void stroke(const StrokeStyle& style) {
        number(on_grid(style.width));
        number(static_cast<int>(style.cap));
        number(static_cast<int>(style.join));
        number(std::llround(style.miter_limit * 100));
        number(on_grid(style.dash_phase));
        number(static_cast<std::int64_t>(style.dashes.size()));
        for (const Length dash : style.dashes)
            number(on_grid(dash));
    }

    void path(const std::vector<PathStep>& steps) {
        x_ = y_ = 0;
        for (const PathStep& step : steps)
            std::visit([this](const auto& one) { put(one); }, step);
        end_line();
    }
    void put(const PathMove& step) { put("M", {step.to}); }
    void put(const PathLine& step) { put("L", {step.to}); }
    void put(const PathCurve& step) { put("C", {step.first, step.second, step.to}); }
    void put(const PathClose&) { word("Z"); }
    void put(std::string_view letter, std::initializer_list<Point> points) {
        word(letter);
        for (const Point point : points) {
            const std::int64_t x = on_grid(point.x), y = on_grid(point.y);
            number(x - x_);
            number(y - y_);
            x_ = x;
            y_ = y;
        }
    }

    void word(std::string_view text) {
        if (!out_.empty() && out_.back() != '\n') out_ += ' ';
        out_ += text;
    }
    void number(std::int64_t value) { word(std::to_string(value)); }
    void end_line() { out_ += '\n'; }

    std::string out_;
    std::int64_t x_ = 0, y_ = 0;
};

// Reading -----------------------------------------------------------------------------------------

/// Reads words of one line; what is not there or out of its range makes it bad for good.
class Words {
  public:
    explicit Words(std::string_view line) : rest_(line) {}

    bool good() const { return good_; }
    bool done() const { return rest_.empty(); }

    std::string_view word() {
        const std::size_t end = std::min(rest_.find(' '), rest_.size());
        const std::string_view word = rest_.substr(0, end);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        if (word.empty()) good_ = false;
        return word;
    }

    std::int64_t number(std::int64_t least, std::int64_t most) {
        const std::string_view digits = word();
        std::int64_t value = 0;
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || value < least ||
            value > most) {
            good_ = false;
            return least;
        }
        return value;
    }

    Length length(std::int64_t least = -furthest) {
        return Length::units(number(least, furthest) * grid);
    }
    Point point() {
        const Length x = length();
        return {x, length()};
    }

  private:
    std::string_view rest_;
    bool good_ = true;
};

class DrawingReader {
  public:
    std::optional<Drawing> read(std::string_view text) {
        bool is_first = true;
        while (!text.empty()) {
            const std::size_t end = text.find('\n');
            if (end == std::string_view::npos) return std::nullopt;
            Words words(text.substr(0, end));
            if (!(is_first ? head(words) : line(words))) return std::nullopt;
            is_first = false;
            text.remove_prefix(end + 1);
        }
        if (is_first) return std::nullopt;
        return std::move(drawing_);
    }

  private:
    bool head(Words& words) {
        if (words.word() != "drawing" || words.number(1, 1) != 1) return false;
        drawing_.size.width = words.length(1);
        drawing_.size.height = words.length(1);
        return words.good() && words.done();
    }

    bool line(Words& words) {
        const std::string_view kind = words.word();
        if (kind == "clip") return clip(words);
        if (kind == "fill") return fill(words);
        if (kind == "line") return stroke(words);
        return kind == "picture" && picture(words);
    }

    bool clip(Words& words) {
        DrawnClip clip;
        clip.outside = clip_index(words);
        clip.path.rule = static_cast<FillRule>(words.number(0, 1));
        if (!drawing_.marks.empty() || !path(words, clip.path.steps)) return false;
        drawing_.clips.push_back(std::move(clip));
        return true;
    }

    bool fill(Words& words) {
        Path shape;
        const int clip = clip_index(words);
        shape.fill = colour(words);
        shape.rule = static_cast<FillRule>(words.number(0, 1));
        return add(words, clip, std::move(shape));
    }

    bool stroke(Words& words) {
        Path shape;
        const int clip = clip_index(words);
        StrokeStyle& style = shape.stroke.emplace();
        style.colour = colour(words);
        style.width = words.length(0);
        style.cap = static_cast<LineCap>(words.number(0, 2));
        style.join = static_cast<LineJoin>(words.number(0, 2));
        style.miter_limit = static_cast<double>(words.number(100, 100'000)) / 100;
        style.dash_phase = words.length(0);
        for (std::int64_t dashes = words.number(0, 100); words.good() && dashes > 0; --dashes)
            style.dashes.push_back(words.length(0));
        return add(words, clip, std::move(shape));
    }

    bool picture(Words& words) {
        DrawnPicture picture;
        const int clip = clip_index(words);
        const std::string_view format = words.word();
        if (format != "png" && format != "jpeg") return false;
        if (format == "jpeg") picture.format = DrawnPicture::Format::Jpeg;
        picture.origin = words.point();
        picture.across = words.point();
        picture.down = words.point();
        std::optional<Bytes> bytes = decode_base64(words.word());
        if (!bytes || !words.good() || !words.done()) return false;
        picture.bytes = std::make_shared<const Bytes>(*std::move(bytes));
        drawing_.marks.push_back({clip, std::move(picture)});
        return true;
    }

    bool add(Words& words, int clip, Path shape) {
        if (!path(words, shape.steps)) return false;
        drawing_.marks.push_back({clip, std::move(shape)});
        return true;
    }

    int clip_index(Words& words) {
        return static_cast<int>(
            words.number(-1, static_cast<std::int64_t>(drawing_.clips.size()) - 1));
    }

    static Colour colour(Words& words) {
        const auto rgb = static_cast<std::uint32_t>(words.number(0, 0xFFFFFF));
        return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8 & 255),
                static_cast<std::uint8_t>(rgb & 255)};
    }

    /// A path begins with a move and has no number outside the field.
    static bool path(Words& words, std::vector<PathStep>& steps) {
        Point at;
        const auto next = [&] {
            at = at + words.point();
            const std::int64_t most = furthest * grid;
            const auto is_far = [&](Length length) {
                return length.units() > most || length.units() < -most;
            };
            return !is_far(at.x) && !is_far(at.y);
        };
        while (words.good() && !words.done()) {
            const std::string_view letter = words.word();
            if (steps.empty() && letter != "M") return false;
            if (letter == "Z") {
                steps.emplace_back(PathClose{});
            } else if (letter == "M" || letter == "L") {
                if (!next()) return false;
                if (letter == "M") {
                    steps.emplace_back(PathMove{at});
                } else {
                    steps.emplace_back(PathLine{at});
                }
            } else if (letter == "C") {
                PathCurve curve;
                for (Point* point : {&curve.first, &curve.second, &curve.to}) {
                    if (!next()) return false;
                    *point = at;
                }
                steps.emplace_back(curve);
            } else {
                return false;
            }
        }
        return words.good();
    }

    Drawing drawing_;
};

std::optional<std::string> unpack(ByteView bytes) {
    if (bytes.size() < size_bytes) return std::nullopt;
    const std::size_t size = read_u32(bytes, 0);
    if (size > limits::drawing_text) return std::nullopt;
    std::string text(size, '\0');
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)>
        decompressor(libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
    const ByteView packed = bytes.subspan(size_bytes);
    if (!decompressor ||
        libdeflate_zlib_decompress(decompressor.get(), packed.data(), packed.size(), text.data(),
                                   text.size(), nullptr) != LIBDEFLATE_SUCCESS)
        return std::nullopt;
    return text;
}

}  // namespace

Bytes encode_drawing(const Drawing& drawing) {
    const std::string text = DrawingWriter().write(drawing);
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
        libdeflate_alloc_compressor(12), libdeflate_free_compressor);
    Bytes bytes;
    append_u32(bytes, static_cast<std::uint32_t>(text.size()));
    bytes.resize(size_bytes + libdeflate_zlib_compress_bound(compressor.get(), text.size()));
    bytes.resize(size_bytes + libdeflate_zlib_compress(compressor.get(), text.data(), text.size(),
                                                       bytes.data() + size_bytes,
                                                       bytes.size() - size_bytes));
    return bytes;
}

std::optional<Drawing> decode_drawing(ByteView bytes) {
    const std::optional<std::string> text = unpack(bytes);
    return text ? DrawingReader().read(*text) : std::nullopt;
}

}  // namespace madoguchi::templates
