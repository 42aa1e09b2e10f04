#include "fonts/gaiji/shape_index.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "fonts/outline.h"
#include "fonts/whole_file.h"

namespace madoguchi::fonts {

namespace {

constexpr std::string_view magic = "MADOSHP2";
constexpr std::size_t checksum_place = 28;
constexpr std::size_t header_size = 32;
constexpr std::size_t entry_size = 8;
constexpr std::size_t feature_size = ShapeIndex::grid.size();

static_assert(std::endian::native == std::endian::little);

template <typename T>
T read_at(ByteView bytes, std::size_t offset) {
    T value;
    std::memcpy(&value, bytes.data() + offset, sizeof(T));
    return value;
}

template <typename T>
void append_value(Bytes& out, T value) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(&value);
    out.insert(out.end(), bytes, bytes + sizeof(T));
}

Diagnostic finding(std::string code, const std::string& name, BilingualText what) {
    Diagnostic finding;
    finding.code = "shapes." + std::move(code);
    finding.message = std::move(what);
    finding.origin.source = SourcePlace{.file = name};
    finding.hints.push_back({"madoguchi characters index で作り直してください。",
                             "Make it anew with madoguchi characters index."});
    return finding;
}

Diagnostic malformed(const std::string& name) {
    return finding("malformed", name,
                   {"字形の索引が壊れています。", "The index of shapes is damaged."});
}

Diagnostic of_another_version(const std::string& name) {
    return finding("other-version", name,
                   {"字形の索引が、この版の窓口のものではありません。",
                    "The index of shapes is not of this version of Madoguchi."});
}

Diagnostic of_another_font(const std::string& name) {
    return finding("other-font", name,
                   {"字形の索引が、いま使うフォントのものではありません。",
                    "The index of shapes is not of the font that is in use."});
}

bool has_right_size(ByteView bytes) {
    if (bytes.size() < header_size || !as_text(bytes).starts_with(magic)) return false;
    const std::size_t count = read_at<std::uint32_t>(bytes, 24);
    return read_at<std::uint32_t>(bytes, 8) == ShapeIndex::grid.cells &&
           read_at<std::uint32_t>(bytes, 12) == ShapeIndex::grid.directions &&
           bytes.size() == header_size + count * (entry_size + feature_size);
}

/// Four at once: each waits for its own product.
void mix(std::uint64_t (&lanes)[4], ByteView bytes) {
    constexpr std::uint64_t prime = 1099511628211U;
    std::size_t at = 0;
    for (; at + 32 <= bytes.size(); at += 32) {
        for (std::size_t lane = 0; lane < 4; ++lane)
            lanes[lane] = (lanes[lane] ^ read_at<std::uint64_t>(bytes, at + lane * 8)) * prime;
    }
    for (; at < bytes.size(); ++at)
        lanes[0] = (lanes[0] ^ bytes[at]) * prime;
    lanes[0] = (lanes[0] ^ bytes.size()) * prime;
}

}  // namespace

std::uint64_t digest_of_font(const Face& face) {
    std::uint64_t lanes[4] = {14695981039346656037U, 14695981039346656037U + 2,
                              14695981039346656037U + 4, 14695981039346656037U + 6};
    for (const std::string_view table : {"head", "maxp", "loca", "glyf", "CFF ", "post"})
        mix(lanes, face.table(table));
    std::uint64_t digest = 0;
    for (const std::uint64_t lane : lanes)
        digest = std::rotl(digest, 16) ^ lane;
    return digest;
}

Bytes ShapeIndex::make(const Face& face, std::span<const IndexedGlyph> glyphs) {
    Bytes entries, features;
    std::uint32_t count = 0;
    for (const IndexedGlyph& indexed : glyphs) {
        const std::optional<NormalShape> shape = normal_shape(outline(face, indexed.glyph));
        if (!shape) continue;
        const std::vector<std::uint8_t> feature = shape_feature(*shape, grid);
        append_value(entries, indexed.number);
        append_value(entries, indexed.glyph);
        features.insert(features.end(), feature.begin(), feature.end());
        ++count;
    }
    Bytes out(magic.begin(), magic.end());
    append_value(out, static_cast<std::uint32_t>(grid.cells));
    append_value(out, static_cast<std::uint32_t>(grid.directions));
    append_value(out, digest_of_font(face));
    append_value(out, count);
    append_value(out, std::uint32_t{0});
    out.insert(out.end(), entries.begin(), entries.end());
    out.insert(out.end(), features.begin(), features.end());
    write_checksum(out, checksum_place);
    return out;
}

ShapeIndex::ShapeIndex(FontFile file, std::shared_ptr<const Face> face, NamedCharacter::Set set)
    : file_(std::move(file)), face_(std::move(face)), set_(set) {
    count_ = read_at<std::uint32_t>(file_.bytes(), 24);
}

Result<std::shared_ptr<const ShapeIndex>> ShapeIndex::create(FontFile file,
                                                             std::shared_ptr<const Face> face,
                                                             NamedCharacter::Set set) {
    const std::string name = file.name();
    if (is_of_another_version(file.bytes(), magic)) return of_another_version(name);
    if (!has_right_size(file.bytes()) || !has_its_checksum(file.bytes(), checksum_place))
        return malformed(name);
    if (read_at<std::uint64_t>(file.bytes(), 16) != digest_of_font(*face)) {
        return of_another_font(name);
    }
    const std::shared_ptr<const ShapeIndex> index(
        new ShapeIndex(std::move(file), std::move(face), set));
    for (std::size_t i = 0; i < index->size(); ++i) {
        if ((*index)[i].glyph >= index->face_->glyph_count()) return malformed(name);
    }
    return index;
}

Result<std::shared_ptr<const ShapeIndex>> ShapeIndex::open(const std::filesystem::path& file,
                                                           std::shared_ptr<const Face> face,
                                                           NamedCharacter::Set set) {
    Result<FontFile> mapped = FontFile::map(file);
    if (!mapped.ok()) {
        return finding("unreadable", file.string(),
                       {"字形の索引を読み込めません。", "The index of shapes cannot be read."});
    }
    return create(std::move(mapped).value(), std::move(face), set);
}

Result<std::shared_ptr<const ShapeIndex>> ShapeIndex::from_bytes(Bytes bytes, std::string name,
                                                                 std::shared_ptr<const Face> face,
                                                                 NamedCharacter::Set set) {
    return create(FontFile(std::move(bytes), std::move(name)), std::move(face), set);
}

IndexedGlyph ShapeIndex::operator[](std::size_t entry) const {
    const std::size_t at = header_size + entry * entry_size;
    return {read_at<std::uint32_t>(file_.bytes(), at),
            read_at<std::uint32_t>(file_.bytes(), at + 4)};
}

std::span<const std::uint8_t> ShapeIndex::feature(std::size_t entry) const {
    return file_.bytes().subspan(header_size + count_ * entry_size + entry * feature_size,
                                 feature_size);
}

}  // namespace madoguchi::fonts
