// Draws one glyph straight from a font file: the picture that a PDF's picture of the same glyph has
// to equal. FreeType alone, no HarfBuzz and none of our code, so that both cannot be wrong
// together.
//
//     draw_glyph --font ipamjm.ttf --glyph U+8FBB+U+E0102 --dpi 300 --size-pt 36 --output x.png
//
// --glyph is a glyph number, a PostScript name, or U+XXXX with or without a selector. The picture
// is --canvas WxH pixels, black on white, 8 bits grey, the glyph's origin at --origin X,Y (pixels
// from the top left corner, fractions allowed); by default 1.5 em square with the origin 0.25 em
// from the left and 1.15 em from the top. An --output ending in .svg gets the outline instead: one
// path element in font units, y upwards. Prints the glyph's number and advance in font units.

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include <png.h>

#include <charconv>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Options = std::map<std::string, std::string>;

Options read_options(int count, char** arguments) {
    Options options;
    for (int i = 1; i < count; i += 2) {
        const std::string_view name = arguments[i];
        if (!name.starts_with("--") || i + 1 == count) {
            throw std::runtime_error("wrong use: " + std::string(name));
        }
        options[std::string(name.substr(2))] = arguments[i + 1];
    }
    for (const char* needed : {"font", "glyph", "output"}) {
        if (!options.contains(needed)) throw std::runtime_error(std::string("--") + needed + "?");
    }
    return options;
}

double number(const std::string& text) {
    std::size_t used = 0;
    const double value = std::stod(text, &used);
    if (used != text.size()) throw std::runtime_error("not a number: " + text);
    return value;
}

// The two numbers of "1,2" or "1x2".
std::pair<double, double> pair(const std::string& text, char between) {
    const std::size_t at = text.find(between);
    if (at == std::string::npos) throw std::runtime_error("not a pair: " + text);
    return {number(text.substr(0, at)), number(text.substr(at + 1))};
}

FT_ULong code_point(std::string_view text) {
    FT_ULong value = 0;
    const auto end = std::from_chars(text.data() + 2, text.data() + text.size(), value, 16);
    if (!text.starts_with("U+") || end.ptr != text.data() + text.size()) {
        throw std::runtime_error("not a code point: " + std::string(text));
    }
    return value;
}

FT_UInt find_glyph(FT_Face face, const std::string& wanted) {
    FT_UInt glyph = 0;
    if (wanted.starts_with("U+")) {
        const std::size_t second = wanted.find("+U+");
        const FT_ULong base = code_point(std::string_view(wanted).substr(0, second));
        glyph = second == std::string::npos
                    ? FT_Get_Char_Index(face, base)
                    : FT_Face_GetCharVariantIndex(
                          face, base, code_point(std::string_view(wanted).substr(second + 1)));
    } else if (wanted.find_first_not_of("0123456789") == std::string::npos) {
        glyph = static_cast<FT_UInt>(std::stoul(wanted));
    } else {
        std::string name = wanted;
        glyph = FT_Get_Name_Index(face, name.data());
    }
    if (glyph == 0 || glyph >= static_cast<FT_UInt>(face->num_glyphs)) {
        throw std::runtime_error("the font has no glyph " + wanted);
    }
    return glyph;
}

struct Picture {
    unsigned width = 0, height = 0;
    std::vector<unsigned char> ink;  ///< 0 nothing, 255 covered
};

// Unscaled, unhinted outline, scaled here, so that no grid fitting of any kind takes part.
Picture draw(FT_Library library, FT_Face face, const Options& options) {
    const auto get = [&](const char* name, double otherwise) {
        const auto found = options.find(name);
        return found == options.end() ? otherwise : number(found->second);
    };
    const double em = get("size-pt", 36) * get("dpi", 300) / 72;
    std::pair<double, double> origin{em * 0.25, em * 1.15}, canvas{em * 1.5, em * 1.5};
    if (options.contains("origin")) origin = pair(options.at("origin"), ',');
    if (options.contains("canvas")) canvas = pair(options.at("canvas"), 'x');
    if (!(canvas.first >= 1 && canvas.second >= 1 && canvas.first * canvas.second <= 1e8)) {
        throw std::runtime_error("a canvas of no sensible size");
    }
    Picture picture{static_cast<unsigned>(std::ceil(canvas.first)),
                    static_cast<unsigned>(std::ceil(canvas.second)),
                    {}};
    picture.ink.resize(static_cast<std::size_t>(picture.width) * picture.height);

    FT_Outline& outline = face->glyph->outline;
    const double scale = em * 64 / face->units_per_EM;
    for (int i = 0; i < outline.n_points; ++i) {
        FT_Vector& point = outline.points[i];
        point.x = std::lround(static_cast<double>(point.x) * scale + origin.first * 64);
        point.y = std::lround(static_cast<double>(point.y) * scale +
                              (picture.height - origin.second) * 64);
    }
    FT_Bitmap bitmap{};
    bitmap.width = picture.width;
    bitmap.rows = picture.height;
    bitmap.pitch = static_cast<int>(picture.width);
    bitmap.buffer = picture.ink.data();
    bitmap.num_grays = 256;
    bitmap.pixel_mode = FT_PIXEL_MODE_GRAY;
    if (FT_Outline_Get_Bitmap(library, &outline, &bitmap) != 0) {
        throw std::runtime_error("FreeType cannot draw the glyph");
    }
    return picture;
}

void write_png(const Picture& picture, const std::string& file) {
    std::vector<unsigned char> grey(picture.ink.size());
    for (std::size_t i = 0; i < grey.size(); ++i) {
        grey[i] = static_cast<unsigned char>(255 - picture.ink[i]);
    }
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = picture.width;
    image.height = picture.height;
    image.format = PNG_FORMAT_GRAY;
    if (png_image_write_to_file(&image, file.c_str(), 0, grey.data(), 0, nullptr) == 0) {
        throw std::runtime_error("cannot write " + file + ": " + image.message);
    }
}

int add_step(void* out, char letter, std::initializer_list<const FT_Vector*> points) {
    auto& path = *static_cast<std::string*>(out);
    path += letter;
    for (const FT_Vector* point : points) {
        path += std::to_string(point->x) + ' ' + std::to_string(point->y) + ' ';
    }
    return 0;
}

std::string path_of(FT_Outline& outline) {
    FT_Outline_Funcs functions{};
    functions.move_to = [](const FT_Vector* to, void* out) { return add_step(out, 'M', {to}); };
    functions.line_to = [](const FT_Vector* to, void* out) { return add_step(out, 'L', {to}); };
    functions.conic_to = [](const FT_Vector* control, const FT_Vector* to, void* out) {
        return add_step(out, 'Q', {control, to});
    };
    functions.cubic_to = [](const FT_Vector* first, const FT_Vector* second, const FT_Vector* to,
                            void* out) {
        return add_step(out, 'C', {first, second, to});
    };
    // Doubled: implied points of TrueType lie on halves.
    functions.shift = 1;
    std::string path;
    if (FT_Outline_Decompose(&outline, &functions, &path) != 0) {
        throw std::runtime_error("FreeType cannot walk the outline");
    }
    return path;
}

void run(const Options& options) {
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    const long index = options.contains("index") ? std::stol(options.at("index")) : 0;
    if (FT_Init_FreeType(&library) != 0 ||
        FT_New_Face(library, options.at("font").c_str(), index, &face) != 0) {
        throw std::runtime_error("no font: " + options.at("font"));
    }
    const FT_UInt glyph = find_glyph(face, options.at("glyph"));
    if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE) != 0 ||
        face->glyph->format != FT_GLYPH_FORMAT_OUTLINE) {
        throw std::runtime_error("the glyph has no outline");
    }
    std::printf("glyph %u advance %ld units-per-em %u\n", glyph, face->glyph->metrics.horiAdvance,
                face->units_per_EM);
    const std::string& output = options.at("output");
    if (output.ends_with(".svg")) {
        std::ofstream file(output);
        file << "<path transform=\"scale(0.5)\" d=\"" << path_of(face->glyph->outline) << "\"/>\n";
        if (!file.flush()) throw std::runtime_error("cannot write " + output);
    } else {
        write_png(draw(library, face, options), output);
    }
    FT_Done_Face(face);
    FT_Done_FreeType(library);
}

}  // namespace

int main(int count, char** arguments) {
    try {
        run(read_options(count, arguments));
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "draw_glyph: %s\n", failure.what());
        return 1;
    }
    return 0;
}
