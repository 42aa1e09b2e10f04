#include "fonts/face_set.h"

#include <gtest/gtest.h>

#include "fixtures.h"

namespace madoguchi::fonts {

namespace {

std::shared_ptr<const Face> shared(const Face& face) {
    return {std::shared_ptr<const void>(), &face};
}

std::string face_for(const FaceSet& faces, std::string_view cluster) {
    const auto answer = faces.find(cluster);
    const auto* found = std::get_if<FoundCharacter>(&answer);
    return found == nullptr ? "" : found->face->postscript_name();
}

std::optional<MissingReason> reason_for(const FaceSet& faces, std::string_view cluster) {
    const auto answer = faces.find(cluster);
    const auto* reason = std::get_if<MissingReason>(&answer);
    return reason == nullptr ? std::nullopt : std::optional(*reason);
}

TEST(FaceSet, AsksInOrder) {
    const FaceSet& mincho = *library().mincho;
    const FaceSet& gothic = *library().gothic;
    EXPECT_EQ(face_for(mincho, "国"), "IPAmjMincho");
    EXPECT_EQ(face_for(gothic, "国"), "IPAexGothic");
    EXPECT_EQ(face_for(mincho, "\U00020BB7"), "IPAmjMincho");  // 𠮷
    EXPECT_EQ(face_for(gothic, "\U00020BB7"), "NotoSansCJKjp-Regular");
    EXPECT_EQ(face_for(mincho, "한"), "NotoSerifCJKjp-Regular");
}

TEST(FaceSet, TheSameAnswerFromItsCache) {
    const FaceSet faces({{shared(ipamj())}});
    for (int i = 0; i < 2; ++i) {
        EXPECT_EQ(std::get<FoundCharacter>(faces.find("国")).glyph, ipamj().glyph(U'国'));
        EXPECT_EQ(reason_for(faces, "\U0010FFFF"), MissingReason::NoGlyph);
        EXPECT_EQ(reason_for(faces, "\ue000"), MissingReason::ForeignPrivateUse);
    }
}

TEST(FaceSet, CodePointsThatShareACacheEntryKeepApart) {
    const FaceSet faces({{shared(ipamj())}});
    for (int round = 0; round < 2; ++round) {
        for (char32_t c = 0x20000; c < 0x2a000; c += 7) {
            std::string text;
            text += static_cast<char>(0xf0 | c >> 18);
            text += static_cast<char>(0x80 | (c >> 12 & 0x3f));
            text += static_cast<char>(0x80 | (c >> 6 & 0x3f));
            text += static_cast<char>(0x80 | (c & 0x3f));
            const auto answer = faces.find(text);
            const auto* found = std::get_if<FoundCharacter>(&answer);
            ASSERT_EQ(found == nullptr ? std::nullopt : found->glyph, ipamj().glyph(c));
        }
    }
}

TEST(FaceSet, ASequenceComesFromAFaceOfItsCollection) {
    const FaceSet& mincho = *library().mincho;
    EXPECT_EQ(face_for(mincho, "辻\U000E0102"), "IPAmjMincho");
    EXPECT_EQ(face_for(mincho, "辻\U000E0100"), "IPAexMincho");
    EXPECT_EQ(face_for(mincho, "邉\U000E0102"), "NotoSerifCJKjp-Regular");
    EXPECT_EQ(face_for(*library().gothic, "邉\U000E010F"), "IPAmjMincho");
}

TEST(FaceSet, AFaceDoesNotAnswerForACollectionThatItsLinkDoesNotName) {
    const FaceSet standardised({{shared(ipamj()), FaceRole::Text, {Collection::Standardised}}});
    const FaceSet moji_joho({{shared(ipamj()), FaceRole::Text, {Collection::MojiJoho}}});
    const std::string standard = "\u61f2\ufe00";  // 懲, U+2F900 as a standardised sequence
    EXPECT_EQ(reason_for(standardised, "辻\U000E0102"), MissingReason::NoSequence);
    EXPECT_EQ(face_for(moji_joho, "辻\U000E0102"), "IPAmjMincho");
    EXPECT_EQ(reason_for(moji_joho, standard), MissingReason::NoSequence);
    EXPECT_EQ(face_for(standardised, standard), "IPAmjMincho");
}

TEST(FaceSet, AnUnknownSequenceIsNotItsBase) {
    const FaceSet& mincho = *library().mincho;
    EXPECT_EQ(reason_for(mincho, "邉\U000E01EF"), MissingReason::NoSequence);
    EXPECT_EQ(reason_for(mincho, "A\ufe0f"), MissingReason::NoSequence);
    EXPECT_EQ(reason_for(mincho, "\u3000\U000E0100"), MissingReason::NoSequence);
    EXPECT_EQ(reason_for(mincho, "\u200d\U000E0100"), MissingReason::NoGlyph);
    EXPECT_EQ(reason_for(mincho, "辻\U000E0102\U000E0103"), MissingReason::NoSequence);
    EXPECT_EQ(reason_for(mincho, "か\u309a\U000E0100"), MissingReason::NoSequence);
    EXPECT_EQ(reason_for(mincho, "\U000E0100"), MissingReason::NoGlyph);
}

TEST(FaceSet, ARecordedMappingIsTriedLast) {
    const SequenceMapping mapping{U'辻', 0xe01ef, 0xe0102, "test"};
    const SequenceMapping ignored{U'辻', 0xe0103, 0xe0102, "test"};
    const FaceSet faces({{shared(ipamj()), FaceRole::Text, {Collection::MojiJoho}}},
                        {mapping, ignored});
    const auto mapped = std::get<FoundCharacter>(faces.find("辻\U000E01EF"));
    EXPECT_EQ(mapped.glyph, ipamj().glyph(U'辻', 0xe0102));
    EXPECT_EQ(mapped.selector, char32_t{0xe0102});
    const auto direct = std::get<FoundCharacter>(faces.find("辻\U000E0103"));
    EXPECT_EQ(direct.glyph, ipamj().glyph(U'辻', 0xe0103));
}

TEST(FaceSet, PrivateUseIsTheTenantsAlone) {
    const FaceSet& mincho = *library().mincho;
    EXPECT_EQ(face_for(mincho, "\ue000"), "TestGaiji-Regular");
    EXPECT_EQ(face_for(mincho, "\U000F0001"), "TestGaiji-Regular");
    EXPECT_EQ(reason_for(mincho, "\ue001"), MissingReason::ForeignPrivateUse);
    // The IPA fonts have glyphs of their own under some of these.
    const FaceSet text_only({{shared(ipamj())}, {shared(ipaex_mincho())}});
    for (std::uint32_t c = 0xe000; c < 0xf900; ++c) {
        const char bytes[] = {static_cast<char>(0xe0 | c >> 12),
                              static_cast<char>(0x80 | (c >> 6 & 0x3f)),
                              static_cast<char>(0x80 | (c & 0x3f))};
        ASSERT_EQ(reason_for(text_only, {bytes, 3}), MissingReason::ForeignPrivateUse);
    }
}

TEST(FaceSet, AGaijiFontServesNothingElse) {
    const FaceSet faces({{shared(ipamj()), FaceRole::Gaiji, {}}});
    EXPECT_EQ(reason_for(faces, "国"), MissingReason::NoGlyph);
    EXPECT_EQ(reason_for(faces, "&MJ003719;"), MissingReason::NoNamedGlyph);
}

TEST(FaceSet, AReferenceNamesAGlyph) {
    const FaceSet& mincho = *library().mincho;
    const auto found = std::get<FoundCharacter>(mincho.find("&MJ003719;"));
    EXPECT_EQ(found.face, &ipamj());
    EXPECT_EQ(found.glyph, ipamj().glyph_by_name("mj003719"));
    EXPECT_EQ(face_for(*library().gothic, "&MJ003719;"), "IPAmjMincho");
    EXPECT_EQ(reason_for(mincho, "&MJ999999;"), MissingReason::NoNamedGlyph);
    EXPECT_EQ(reason_for(mincho, "&MJ003719;\u0301"), MissingReason::NoNamedGlyph);
    EXPECT_EQ(face_for(mincho, "&"), "IPAmjMincho");
}

TEST(FaceSet, AClusterWantsAFaceThatShowsAllOfIt) {
    const FaceSet& mincho = *library().mincho;
    const auto found = std::get<FoundCharacter>(mincho.find("か\u309a"));
    EXPECT_EQ(found.face, &ipamj());
    EXPECT_FALSE(found.glyph);
    EXPECT_EQ(face_for(mincho, "e\u0301"), "IPAmjMincho");
    EXPECT_EQ(reason_for(mincho, "国\u0e31"), MissingReason::NoGlyph);
    EXPECT_EQ(reason_for(mincho, "\U0001F468\u200d\U0001F469"), MissingReason::NoGlyph);
}

TEST(FaceSet, AMarkBesideItsLetterIsNoGlyphOfTheCharacter) {
    // IPAmj would set あ and a mark behind it, Noto has one glyph for both.
    const FaceSet both({{shared(ipamj())}, {shared(noto_serif())}});
    const FaceSet one({{shared(ipamj())}});
    EXPECT_EQ(face_for(both, "あ\u3099"), "NotoSerifCJKjp-Regular");
    EXPECT_EQ(reason_for(one, "あ\u3099"), MissingReason::NoGlyph);
    EXPECT_EQ(face_for(both, "か\u309a"), "IPAmjMincho");
    EXPECT_EQ(face_for(both, "e\u0302\u0303"), "NotoSerifCJKjp-Regular");  // ễ
    for (const char* character : {"x\u0301", "佐\u3099", "か\u3099\u3099", "ｶ\u3099", "A\u20dd"})
        EXPECT_EQ(reason_for(both, character), MissingReason::NoGlyph) << character;
    EXPECT_EQ(face_for(both, "ｶ\uff9e"), "IPAmjMincho");  // a half-width mark has a cell of its own
}

TEST(FaceSet, AGaijiWithoutADrawingIsNone) {
    DrawnFont font = invented_gaiji();
    font.glyphs.push_back({0xe005, "gaiji.E005", 1000, {}});
    const auto face = Face::from_bytes(build_font(font).value(), "gaiji").value();
    ASSERT_TRUE(face->glyph(0xe005));
    const FaceSet faces({{face, FaceRole::Gaiji}});
    EXPECT_EQ(reason_for(faces, "\ue005"), MissingReason::ForeignPrivateUse);
    EXPECT_EQ(face_for(faces, "\ue000"), face->postscript_name());
}

TEST(FaceSet, AnEmptyChainHasNothing) {
    const FaceSet faces({});
    EXPECT_EQ(reason_for(faces, "国"), MissingReason::NoGlyph);
    EXPECT_EQ(reason_for(faces, "か\u309a"), MissingReason::NoGlyph);
    EXPECT_EQ(reason_for(faces, "&MJ003719;"), MissingReason::NoNamedGlyph);
    EXPECT_EQ(reason_for(faces, ""), MissingReason::NoGlyph);
}

}  // namespace

}  // namespace madoguchi::fonts
