#include "render/pdf/icc.h"

#include <array>
#include <cmath>
#include <string_view>

namespace madoguchi::render::pdf {

namespace {

using Vector = std::array<double, 3>;
using Matrix3 = std::array<Vector, 3>;  // rows

Vector multiply(const Matrix3& m, const Vector& v) {
    Vector out{};
    for (std::size_t row = 0; row < 3; ++row) {
        out[row] = m[row][0] * v[0] + m[row][1] * v[1] + m[row][2] * v[2];
    }
    return out;
}

Matrix3 inverse(const Matrix3& m) {
    const auto minor = [&m](std::size_t row, std::size_t column) {
        const std::size_t r1 = (row + 1) % 3, r2 = (row + 2) % 3;
        const std::size_t c1 = (column + 1) % 3, c2 = (column + 2) % 3;
        return m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
    };
    const double determinant =
        m[0][0] * minor(0, 0) + m[0][1] * minor(0, 1) + m[0][2] * minor(0, 2);
    Matrix3 out;
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
            out[row][column] = minor(column, row) / determinant;
        }
    }
    return out;
}

Vector from_chromaticity(double x, double y) {
    return {x / y, 1, (1 - x - y) / y};
}

/// The profile connection space's white (ICC.1:2001-04, 6.1.7.1).
constexpr Vector d50 = {0.9642, 1, 0.8249};

/// Bradford's adaptation from D65 to D50, as ICC.1:2001-04 annex E uses it.
Vector adapt_to_d50(const Vector& colour, const Vector& white) {
    constexpr Matrix3 bradford = {
        {{0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}}};
    Vector cones = multiply(bradford, colour);
    const Vector from = multiply(bradford, white), to = multiply(bradford, d50);
    for (std::size_t i = 0; i < 3; ++i)
        cones[i] *= to[i] / from[i];
    return multiply(inverse(bradford), cones);
}

/// The red, green and blue primaries (IEC 61966-2-1, table 1), adapted to D50.
std::array<Vector, 3> colorants() {
    const Vector white = from_chromaticity(0.3127, 0.3290);
    const std::array<Vector, 3> primaries = {from_chromaticity(0.64, 0.33),
                                             from_chromaticity(0.30, 0.60),
                                             from_chromaticity(0.15, 0.06)};
    Matrix3 columns;
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t i = 0; i < 3; ++i)
            columns[row][i] = primaries[i][row];
    }
    // So much of each primary makes white.
    const Vector share = multiply(inverse(columns), white);
    std::array<Vector, 3> out;
    for (std::size_t i = 0; i < 3; ++i) {
        Vector scaled = primaries[i];
        for (double& part : scaled)
            part *= share[i];
        out[i] = adapt_to_d50(scaled, white);
    }
    return out;
}

void append_fixed(Bytes& out, double value) {
    append_u32(out, static_cast<std::uint32_t>(std::lround(value * 65536)));
}

void append_text(Bytes& out, std::string_view text) {
    for (const char c : text)
        out.push_back(static_cast<std::uint8_t>(c));
}

Bytes xyz_tag(const Vector& colour) {
    Bytes out;
    append_text(out, std::string_view("XYZ \0\0\0\0", 8));
    for (const double part : colour)
        append_fixed(out, part);
    return out;
}

/// IEC 61966-2-1, 5.2, at 256 points; linear interpolation between them errs by less than 1e-5.
Bytes curve_tag() {
    constexpr std::uint32_t points = 256;
    Bytes out;
    append_text(out, std::string_view("curv\0\0\0\0", 8));
    append_u32(out, points);
    for (std::uint32_t i = 0; i < points; ++i) {
        const double value = i / 255.0;
        const double linear =
            value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        append_u16(out, static_cast<std::uint32_t>(std::lround(linear * 65535)));
    }
    return out;
}

Bytes text_tag(std::string_view text) {
    Bytes out;
    append_text(out, std::string_view("text\0\0\0\0", 8));
    append_text(out, text);
    out.push_back(0);
    return out;
}

/// ICC.1:2001-04, 6.5.17: the ASCII name, then empty Unicode and Macintosh names.
Bytes description_tag(std::string_view text) {
    Bytes out;
    append_text(out, std::string_view("desc\0\0\0\0", 8));
    append_u32(out, static_cast<std::uint32_t>(text.size() + 1));
    append_text(out, text);
    out.resize(out.size() + 1 + 4 + 4 + 2 + 1 + 67, 0);
    return out;
}

constexpr std::size_t header_size = 128;

/// ICC.1:2001-04, 6.1.
Bytes header(std::size_t profile_size) {
    Bytes out;
    append_u32(out, static_cast<std::uint32_t>(profile_size));
    append_u32(out, 0);           // no preferred colour management module
    append_u32(out, 0x02400000);  // version 2.4
    append_text(out, "mntrRGB XYZ ");
    for (const std::uint32_t part : {2026u, 1u, 1u, 0u, 0u, 0u})
        append_u16(out, part);
    append_text(out, "acsp");
    out.resize(out.size() + 28, 0);  // platform, flags, device, attributes, intent: perceptual
    for (const double part : d50)
        append_fixed(out, part);
    out.resize(header_size, 0);
    return out;
}

struct Tag {
    std::string_view signature;
    Bytes data;
};

}  // namespace

Bytes srgb_profile() {
    const std::array<Vector, 3> primaries = colorants();
    const std::array<Tag, 7> tags = {{{"desc", description_tag("sRGB")},
                                      {"cprt", text_tag("No copyright, use freely")},
                                      {"wtpt", xyz_tag(d50)},
                                      {"rXYZ", xyz_tag(primaries[0])},
                                      {"gXYZ", xyz_tag(primaries[1])},
                                      {"bXYZ", xyz_tag(primaries[2])},
                                      {"rTRC", curve_tag()}}};
    // The three curves are one.
    constexpr std::size_t entries = tags.size() + 2;
    Bytes table, data;
    append_u32(table, entries);
    const std::size_t data_offset = header_size + 4 + entries * 12;
    const auto add_entry = [&table](std::string_view signature, std::size_t offset,
                                    std::size_t size) {
        append_text(table, signature);
        append_u32(table, static_cast<std::uint32_t>(offset));
        append_u32(table, static_cast<std::uint32_t>(size));
    };
    for (const Tag& tag : tags) {
        const std::size_t offset = data_offset + data.size();
        add_entry(tag.signature, offset, tag.data.size());
        if (tag.signature == "rTRC") {
            add_entry("gTRC", offset, tag.data.size());
            add_entry("bTRC", offset, tag.data.size());
        }
        append_text(data, as_text(tag.data));
        data.resize((data.size() + 3) / 4 * 4, 0);
    }
    Bytes out = header(data_offset + data.size());
    append_text(out, as_text(table));
    append_text(out, as_text(data));
    return out;
}

}  // namespace madoguchi::render::pdf
