// Help with 同定: the right character stands first, or near it, however it was drawn.
#include "fonts/gaiji/identify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <random>

#include "distorted.h"
#include "fixtures.h"
#include "fonts/whole_file.h"
#include "fonts/gaiji/svg_path.h"
#include "fonts/mj/mj_table.h"

namespace madoguchi::fonts {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

std::shared_ptr<const Face> ipamj_face() {
    return library().mincho->chain()[1].face;
}

using SharedIndex = std::shared_ptr<const ShapeIndex>;

/// Of every `step`th character of the table.
SharedIndex index_of_every(std::size_t step) {
    std::vector<IndexedGlyph> glyphs;
    for (std::size_t i = 0; i < table().size(); i += step) {
        const MjNumber number = table()[i].number();
        if (const auto glyph = ipamj().glyph_by_name(mj_name(number)))
            glyphs.push_back({number, *glyph});
    }
    return ShapeIndex::from_bytes(ShapeIndex::make(ipamj(), glyphs), "shapes", ipamj_face(),
                                  NamedCharacter::Set::Mj)
        .value();
}

/// Of 500 characters.
const SharedIndex& small_index() {
    static const SharedIndex index = index_of_every(118);
    return index;
}

/// Where the character stands, from 0; `most_candidates` when it is not among them. Another number
/// with the same drawing is as right.
std::size_t rank_of(MjNumber wanted, const NormalShape& shape, const SharedIndex& index) {
    const auto drawn = normal_shape(outline(ipamj(), *ipamj().glyph_by_name(mj_name(wanted))));
    const auto alike = identify(shape, {&index, 1}, most_candidates);
    for (std::size_t rank = 0; rank < alike.size(); ++rank) {
        if (alike[rank].character.number == wanted ||
            normal_shape(outline(ipamj(), alike[rank].glyph)) == drawn) {
            return rank;
        }
    }
    return most_candidates;
}

/// How one is drawn that is looked for; nothing when it cannot be.
using Distortion =
    std::function<std::optional<InkPicture>(const MjCharacter& character, std::mt19937& random)>;

struct Kind {
    const char* name;
    Distortion draw;
    /// Floors of what was measured: of a hundred, so many first, among ten, among forty.
    int first, ten, forty;
};

Drawing some_drawing(double least, double most, std::mt19937& random) {
    const auto part = [&] { return static_cast<double>(random() % 1000) / 1000; };
    const double pixels = least + (most - least) * part();
    const double x = part(), y = part();
    return {pixels, x, y};
}

InkPicture of_ipamj(const MjCharacter& character, const Drawing& drawing) {
    return draw_glyph(ipamj(), *ipamj().glyph_by_name(mj_name(character.number())), drawing);
}

std::vector<Kind> kinds() {
    return {
        {"small",
         [](const MjCharacter& c, std::mt19937& r) { return of_ipamj(c, some_drawing(20, 32, r)); },
         99, 100, 100},
        {"thicker",
         [](const MjCharacter& c, std::mt19937& r) {
             return with_other_weight(of_ipamj(c, some_drawing(48, 88, r)), 0.8);
         },
         99, 100, 100},
        {"thinner",
         [](const MjCharacter& c, std::mt19937& r) {
             return with_other_weight(of_ipamj(c, some_drawing(64, 124, r)), -0.8);
         },
         98, 99, 99},
        {"dots",
         [](const MjCharacter& c, std::mt19937& r) {
             return in_dots(of_ipamj(c, some_drawing(44, 56, r)));
         },
         99, 100, 100},
        {"IPAex",
         [](const MjCharacter& c, std::mt19937& r) -> std::optional<InkPicture> {
             const auto code = c.code_point();
             const auto glyph = code ? ipaex_mincho().glyph(*code) : std::nullopt;
             if (!glyph) return std::nullopt;
             return draw_glyph(ipaex_mincho(), *glyph, some_drawing(40, 100, r));
         },
         98, 100, 100},
    };
}

/// One case, so that the index of all characters is made once.
TEST(Identify, TheRightCharacterStandsFirstAmongAll) {
    const SharedIndex index = index_of_every(1);
    ASSERT_EQ(index->size(), 59'161U);
    // 詰 is MJ024461; MJ024527, a shape of 誥, is its nearest neighbour and the other way round.
    const auto nearest = [&](const Face& face, GlyphId glyph) {
        const auto shape = normal_shape(draw_glyph(face, glyph, {40, 0.3, 0.6}));
        return mj_name(identify(*shape, {&index, 1}, 1)[0].character.number);
    };
    EXPECT_EQ(nearest(ipamj(), *ipamj().glyph(U'詰')), "MJ024461");
    EXPECT_EQ(nearest(ipaex_mincho(), *ipaex_mincho().glyph(U'詰')), "MJ024461");
    EXPECT_EQ(nearest(ipamj(), *ipamj().glyph_by_name("MJ024527")), "MJ024527");
    for (const Kind& kind : kinds()) {
        std::mt19937 random(20261126);
        int first = 0, ten = 0, forty = 0;
        for (int asked = 0; asked < 100;) {
            const MjCharacter character = table()[random() % 58'862];
            const auto picture = kind.draw(character, random);
            if (!picture) continue;
            ++asked;
            const auto rank = rank_of(character.number(), *normal_shape(*picture), index);
            first += rank < 1, ten += rank < 10, forty += rank < 40;
        }
        SCOPED_TRACE(kind.name);
        RecordProperty(kind.name, std::to_string(first) + "/" + std::to_string(ten) + "/" +
                                      std::to_string(forty));
        EXPECT_GE(first, kind.first);
        EXPECT_GE(ten, kind.ten);
        EXPECT_GE(forty, kind.forty);
    }
}

TEST(Identify, AnswersInOrderAndNoMoreThanAsked) {
    const auto shape = normal_shape(outline(ipamj(), (*small_index())[7].glyph));
    const auto alike = identify(*shape, {&small_index(), 1}, 5);
    ASSERT_THAT(alike, SizeIs(5));
    EXPECT_EQ(alike[0].character.number, (*small_index())[7].number);
    EXPECT_EQ(alike[0].distance, 0);
    for (std::size_t i = 1; i < alike.size(); ++i)
        EXPECT_GT(alike[i].distance, alike[i - 1].distance);
    EXPECT_THAT(identify(*shape, {&small_index(), 1}, 0), IsEmpty());
    EXPECT_THAT(identify(*shape, {&small_index(), 1}, 1000), SizeIs(most_candidates));
    EXPECT_THAT(identify(*shape, {}, 5), IsEmpty());
}

TEST(Identify, CharactersOfASetStandAmongTheOthers) {
    const std::vector<IndexedGlyph> glyphs = {{12, *gaiji_face()->glyph(0xe000)}};
    const std::vector<SharedIndex> indexes = {
        small_index(), ShapeIndex::from_bytes(ShapeIndex::make(*gaiji_face(), glyphs), "set",
                                              gaiji_face(), NamedCharacter::Set::Gj)
                           .value()};
    const auto shape = normal_shape(draw_glyph(*gaiji_face(), glyphs[0].glyph, {50, 0.5, 0.5}));
    const auto alike = identify(*shape, indexes, 2);
    EXPECT_EQ(alike[0].character, (NamedCharacter{NamedCharacter::Set::Gj, 12}));
    EXPECT_EQ(alike[0].face, gaiji_face().get());
    EXPECT_EQ(alike[1].character.set, NamedCharacter::Set::Mj);
}

std::string code(const Result<SharedIndex>& index) {
    return index.ok() ? "" : index.findings().front().code;
}

Result<SharedIndex> open(Bytes bytes, std::shared_ptr<const Face> face = ipamj_face()) {
    return ShapeIndex::from_bytes(std::move(bytes), "shapes", std::move(face),
                                  NamedCharacter::Set::Mj);
}

constexpr std::size_t checksum_place = 28;

TEST(ShapeIndex, AFlippedBitAnywhereIsAFinding) {
    const std::vector<IndexedGlyph> glyphs = {{1, 100}, {2, 101}};
    const Bytes good = ShapeIndex::make(ipamj(), glyphs);
    for (std::size_t place = 0; place < good.size(); ++place) {
        if (place == 7) continue;  // the version has its own finding
        Bytes bad = good;
        bad[place] = static_cast<std::uint8_t>(bad[place] ^ 1U << place % 8);
        ASSERT_EQ(code(open(std::move(bad))), "shapes.malformed") << place;
    }
}

TEST(ShapeIndex, OfAnotherVersionIsAFindingThatSaysToMakeItAnew) {
    Bytes old = ShapeIndex::make(ipamj(), std::vector<IndexedGlyph>{{1, 100}});
    old[7] = '1';
    const auto opened = open(std::move(old));
    ASSERT_EQ(code(opened), "shapes.other-version");
    EXPECT_THAT(opened.findings().front().hints.at(0).ja,
                testing::HasSubstr("madoguchi characters index"));
}

TEST(ShapeIndex, IsRefusedForAnotherFontOrWhenDamaged) {
    const std::vector<IndexedGlyph> glyphs = {{1, 100}, {2, 101}};
    const Bytes good = ShapeIndex::make(ipamj(), glyphs);
    EXPECT_EQ(code(open(good)), "");
    EXPECT_EQ(code(open(good, library().mincho->chain()[2].face)), "shapes.other-font");
    EXPECT_EQ(code(open({})), "shapes.malformed");
    EXPECT_EQ(code(open(Bytes(good.begin(), good.end() - 1))), "shapes.malformed");
    for (const std::size_t place : {8U, 12U, 24U, 27U}) {
        Bytes bad = good;
        ++bad[place];
        write_checksum(bad, checksum_place);
        EXPECT_EQ(code(open(bad)), "shapes.malformed") << place;
    }
    Bytes beyond = good;
    beyond[32 + 4 + 3] = 1;  // the first entry's glyph
    write_checksum(beyond, checksum_place);
    EXPECT_EQ(code(open(beyond)), "shapes.malformed");
    EXPECT_EQ(code(ShapeIndex::open("/nonexistent", ipamj_face(), NamedCharacter::Set::Mj)),
              "shapes.unreadable");
}

TEST(ShapeIndex, LeavesOutWhatDrawsNothing) {
    const std::vector<IndexedGlyph> glyphs = {{1, *ipamj().glyph(U'　')}, {2, 101}};
    const auto index = open(ShapeIndex::make(ipamj(), glyphs)).value();
    ASSERT_EQ(index->size(), 1U);
    EXPECT_EQ((*index)[0].number, 2U);
}

TEST(ShapeIndex, TheSameFontGivesTheSameBytes) {
    const std::vector<IndexedGlyph> glyphs = {{1, 100}, {2, 101}};
    EXPECT_EQ(ShapeIndex::make(ipamj(), glyphs), ShapeIndex::make(ipamj(), glyphs));
}

/// The mean difference of two shapes' pixels.
double difference(const NormalShape& a, const NormalShape& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.ink.size(); ++i)
        sum += std::abs(a.ink[i] - b.ink[i]);
    return sum / static_cast<double>(a.ink.size());
}

TEST(NormalShape, IsTheSameOfAnOutlineAndOfItsPicture) {
    const auto glyph = *ipamj().glyph(U'詰');
    const auto exact = *normal_shape(outline(ipamj(), glyph));
    EXPECT_LT(difference(exact, *normal_shape(draw_glyph(ipamj(), glyph, {200, 0.4, 0.7}))), 3);
    EXPECT_LT(difference(exact, *normal_shape(draw_glyph(ipamj(), glyph, {64, 0.4, 0.7}))), 12);
    EXPECT_GT(difference(exact, *normal_shape(outline(ipamj(), *ipamj().glyph(U'語')))), 30);
}

TEST(NormalShape, PaleInkCountsAsInk) {
    InkPicture pale = draw_glyph(ipamj(), *ipamj().glyph(U'詰'), {100});
    const auto exact = *normal_shape(pale);
    for (std::uint8_t& pixel : pale.ink)
        pixel = pixel / 3;
    EXPECT_LT(difference(exact, *normal_shape(pale)), 2);
}

TEST(NormalShape, WhatShowsNoInkHasNone) {
    EXPECT_FALSE(normal_shape(InkPicture{}));
    EXPECT_FALSE(normal_shape(InkPicture{3, 3, Bytes(9)}));
    EXPECT_FALSE(normal_shape(InkPicture{3, 3, Bytes(9, 31)}));
    EXPECT_FALSE(normal_shape(InkPicture{3, 3, Bytes(8, 255)}));
    EXPECT_FALSE(normal_shape(Outline{}));
    EXPECT_FALSE(normal_shape(read_svg_path("M0 0L100 0Z").value()));
    EXPECT_FALSE(normal_shape(read_svg_path("M0 0L99999 0V9Z").value()));
}

TEST(NormalShape, SmallAndNarrowPicturesAreDrawnWhole) {
    const auto dot = normal_shape(InkPicture{1, 1, {200}});
    ASSERT_TRUE(dot);
    EXPECT_THAT(dot->ink, testing::Each(255));
    const auto line = normal_shape(InkPicture{1, 48, Bytes(48, 255)});
    ASSERT_TRUE(line);
    EXPECT_EQ(line->at(24, 0), 128);  // one pixel across the middle of an even number
    EXPECT_EQ(line->at(23, 47), 128);
    EXPECT_EQ(line->at(20, 20), 0);
}

}  // namespace
}  // namespace madoguchi::fonts
