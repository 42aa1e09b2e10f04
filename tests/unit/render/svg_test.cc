#include <expat.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <thread>

#include "fonts/outline_path.h"
#include "render/svg/export.h"
#include "render/svg/glyph_paths.h"
#include "render/svg/xml.h"

namespace madoguchi::render {
namespace {

// What an XML parser makes of a text: every start tag with its attributes, and all character data.
struct ParsedXml {
    struct Tag {
        std::string name;
        std::map<std::string, std::string> attributes;
    };
    std::vector<Tag> tags;
    std::string text;
    std::string error;

    std::vector<std::string> all(const std::string& attribute) const {
        std::vector<std::string> values;
        for (const Tag& tag : tags) {
            if (tag.attributes.contains(attribute)) values.push_back(tag.attributes.at(attribute));
        }
        return values;
    }
    const Tag& with(const std::string& attribute, const std::string& value) const {
        for (const Tag& tag : tags) {
            const auto found = tag.attributes.find(attribute);
            if (found != tag.attributes.end() && found->second == value) return tag;
        }
        static const Tag none;
        return none;
    }
};

ParsedXml parse(const std::string& xml) {
    ParsedXml parsed;
    XML_Parser parser = XML_ParserCreateNS(nullptr, '|');
    XML_SetUserData(parser, &parsed);
    XML_SetElementHandler(
        parser,
        [](void* data, const char* name, const char** attributes) {
            ParsedXml::Tag tag{name, {}};
            for (; *attributes != nullptr; attributes += 2) {
                tag.attributes.emplace(attributes[0], attributes[1]);
            }
            static_cast<ParsedXml*>(data)->tags.push_back(std::move(tag));
        },
        [](void*, const char*) {});
    XML_SetCharacterDataHandler(parser, [](void* data, const char* text, int size) {
        static_cast<ParsedXml*>(data)->text.append(text, static_cast<std::size_t>(size));
    });
    if (XML_Parse(parser, xml.data(), static_cast<int>(xml.size()), 1) != XML_STATUS_OK) {
        parsed.error = XML_ErrorString(XML_GetErrorCode(parser));
    }
    XML_ParserFree(parser);
    return parsed;
}

Point at(double x, double y) {
    return {Length::mm(x), Length::mm(y)};
}

Item line(ElementIndex element, double y) {
    Path path;
    path.steps = {PathMove{at(10, y)}, PathLine{at(60.5, y)}};
    path.stroke = StrokeStyle{Length::mm(0.2), {}, {}};
    return {element, path};
}

std::shared_ptr<const fonts::Face> mincho() {
    static const auto face = fonts::Face::open("/usr/share/fonts/truetype/ipamj/ipamjm.ttf");
    return face.value();
}

GlyphRun run(std::string text, std::u32string_view code_points) {
    GlyphRun run;
    run.face = mincho().get();
    run.size = Length::mm(4);
    run.text = std::move(text);
    Point pen = at(20, 30);
    for (const char32_t c : code_points) {
        run.glyphs.push_back({run.face->glyph(c).value(), pen, 0, 0});
        pen.x += run.size;
    }
    return run;
}

Document document(std::vector<Item> data, std::vector<ElementInfo> elements = {}) {
    Document document;
    document.title = "住民異動届";
    document.language = "ja";
    document.elements = Elements(std::move(elements));
    document.sheets.push_back({{Length::mm(210), Length::mm(297)}, nullptr, {{}, std::move(data)}});
    return document;
}

std::string written(const Document& document, std::string_view prefix = "m") {
    return write_svg(*prepare_svg({}, {}), document, 0, prefix).value();
}

TEST(Svg, IsASheetInHundredthsOfAMillimetre) {
    EXPECT_EQ(
        written(document({})),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
        "version=\"1.1\" width=\"210mm\" height=\"297mm\" viewBox=\"0 0 21000 29700\" lang=\"ja\" "
        "xml:lang=\"ja\" fill=\"#000000\" stroke-miterlimit=\"10\" role=\"document\" "
        "aria-labelledby=\"m-1-title\">\n"
        "<title id=\"m-1-title\">住民異動届</title>\n"
        "<defs>\n</defs>\n"
        "<path d=\"M0 0H21000V29700H0Z\" fill=\"#ffffff\"/>\n"
        "<g data-layer=\"data\">\n</g>\n</svg>\n");
}

// The data layer's markup alone.
std::string body(const Document& document) {
    const std::string svg = written(document);
    const std::string_view start = "<g data-layer=\"data\">\n", end = "</g>\n</svg>\n";
    const std::size_t from = svg.find(start) + start.size();
    return svg.substr(from, svg.size() - end.size() - from);
}

TEST(Svg, ClipsGroupsAndSaysHowLinesEnd) {
    Group group;
    group.clips = {
        {{PathMove{at(1, 1)}, PathLine{at(9, 1)}, PathLine{at(9, 9)}}, FillRule::EvenOdd}};
    Item inside = line(no_element, 5);
    StrokeStyle& stroke = *std::get<Path>(inside.content).stroke;
    stroke.cap = LineCap::Round;
    stroke.join = LineJoin::Bevel;
    stroke.miter_limit = 4;
    stroke.dash_phase = Length::mm(0.5);
    group.items.push_back(inside);
    EXPECT_EQ(body(document({{no_element, group}})),
              "<g><clipPath id=\"m-1-d_c1\"><path d=\"M100 100L900 100L900 900\" "
              "clip-rule=\"evenodd\"/></clipPath><g clip-path=\"url(#m-1-d_c1)\">"
              "<path d=\"M1000 500L6050 500\" fill=\"none\" stroke=\"#000000\" "
              "stroke-width=\"20\" stroke-linecap=\"round\" stroke-linejoin=\"bevel\" "
              "stroke-miterlimit=\"4\" stroke-dashoffset=\"50\"/></g></g>");
}

TEST(Svg, DrawsStrokesDashesFillsAndCurves) {
    Path box;
    box.steps = {PathMove{at(1, 2)}, PathLine{at(3, 2)},
                 PathCurve{at(3, 3), at(2.5, 3.25), at(2, 4)}, PathClose{}};
    box.fill = Colour{255, 128, 0};
    box.stroke = StrokeStyle{Length::pt(0.5), {0, 0, 16}, {Length::mm(1), Length::mm(0.5)}};
    EXPECT_EQ(body(document({{no_element, box}})),
              "<path d=\"M100 200L300 200C300 300 250 325 200 400Z\" fill=\"#ff8000\" "
              "stroke=\"#000010\" stroke-width=\"17.64\" stroke-dasharray=\"100 50\"/>");
    EXPECT_EQ(body(document({line(no_element, 5)})),
              "<path d=\"M1000 500L6050 500\" fill=\"none\" stroke=\"#000000\" "
              "stroke-width=\"20\"/>");
    box.fill.reset();
    box.stroke.reset();
    EXPECT_EQ(body(document({{no_element, box}})), "");
}

TEST(Svg, MovesAndTurnsGroups) {
    Group moved{at(5, 6), 1, 0, 0, 1, "", {}};
    EXPECT_EQ(body(document({{no_element, moved}})), "<g transform=\"translate(500 600)\"></g>");
    Group turned{at(5, 6), 0, 1, -1, 0, "", {}};
    EXPECT_EQ(body(document({{no_element, turned}})),
              "<g transform=\"matrix(0 1 -1 0 500 600)\"></g>");
    EXPECT_EQ(body(document({{no_element, Group{}}})), "<g></g>");
}

TEST(Svg, CarriesPicturesInside) {
    Picture picture;
    picture.bytes = std::make_shared<const std::vector<std::uint8_t>>(
        std::vector<std::uint8_t>{'M', 'a', 'n', 0xff});
    picture.frame = {Length::mm(1), Length::mm(2), Length::mm(3), Length::mm(4)};
    picture.alternative_text = "市章";
    EXPECT_EQ(body(document({{no_element, picture}})),
              "<image x=\"100\" y=\"200\" width=\"300\" height=\"400\" "
              "preserveAspectRatio=\"none\" aria-label=\"市章\" "
              "xlink:href=\"data:image/png;base64,TWFu/w==\"/>");
}

TEST(Svg, PathDataIsRelativeAndPointsDown) {
    const fonts::Outline outline = {fonts::MoveTo{{100, 200}},
                                    fonts::LineTo{{150, 200}},
                                    fonts::LineTo{{150, 180}},
                                    fonts::LineTo{{140.5, 170}},
                                    fonts::QuadTo{{130, 160}, {120, 170.5}},
                                    fonts::CubicTo{{1, 2}, {3, 4}, {5, 6}},
                                    fonts::ClosePath{},
                                    fonts::MoveTo{{0, 0}}};
    EXPECT_EQ(fonts::path_data(outline),
              "m100-200h50v20l-9.5 10q-10.5 10-20.5-0.5c-119 168.5-117 166.5-115 164.5z"
              "m-100 200");
    EXPECT_EQ(fonts::path_data({}), "");
}

TEST(Svg, EveryGlyphIsDefinedOnceAndUsedInFontUnits) {
    const std::string svg = written(document({{no_element, run("一二一", U"一二一")}}));
    const ParsedXml parsed = parse(svg);
    ASSERT_EQ(parsed.error, "");
    const auto one = std::to_string(mincho()->glyph(U'一').value());
    const auto two = std::to_string(mincho()->glyph(U'二').value());
    EXPECT_EQ(parsed.all("id"),
              (std::vector<std::string>{"m-1-title", "m-1-g0-" + one, "m-1-g0-" + two}));
    // 4 mm / 2048 units to the em.
    EXPECT_EQ(mincho()->metrics().units_per_em, 2048);
    EXPECT_NE(svg.find("<g transform=\"translate(2000 3000)scale(0.195313)\">"
                       "<use xlink:href=\"#m-1-g0-" +
                       one + "\"/><use xlink:href=\"#m-1-g0-" + two +
                       "\" x=\"2048\"/><use xlink:href=\"#m-1-g0-" + one + "\" x=\"4096\"/></g>"),
              std::string::npos)
        << svg;
}

TEST(Svg, CondensedRunsScaleTheirLettersAndKeepTheirPlaces) {
    GlyphRun condensed = run("一二", U"一二");
    condensed.condense = 0.5;
    condensed.colour = {255, 0, 0};
    condensed.glyphs[1].at = at(22, 30.5);
    const std::string svg = body(document({{no_element, condensed}}));
    EXPECT_NE(svg.find("<g fill=\"#ff0000\" transform=\"translate(2000 3000)scale(0.097656 "
                       "0.195313)\">"),
              std::string::npos)
        << svg;
    EXPECT_NE(svg.find("x=\"2048\" y=\"256\""), std::string::npos) << svg;
}

TEST(Svg, SpacesAndEmptyRunsLeaveNoMark) {
    EXPECT_EQ(body(document({{no_element, run("　", U"　")}})), "");
    GlyphRun zero = run("一", U"一");
    zero.size = Length();
    EXPECT_EQ(body(document({{no_element, zero}})), "");
}

TEST(Svg, ElementsSayWhatTheyAre) {
    Group comb;
    comb.actual_text = "〒100-0001";
    comb.items = {{1, run("100", U"一二")}};
    const Document form = document(
        {{0, run("山田", U"山田")}, line(0, 3), {1, comb}, line(2, 9)},
        {{"name", "氏名", "/0", "/氏名"}, {"postal/0", "", "/1", ""}, {"rule", "", "/2", ""}});
    const ParsedXml parsed = parse(written(form));
    ASSERT_EQ(parsed.error, "");
    const auto& name = parsed.with("data-element", "name").attributes;
    EXPECT_EQ(name.at("id"), "m-1-d-name");
    EXPECT_EQ(name.at("role"), "img");
    EXPECT_EQ(name.at("aria-label"), "氏名 山田");
    const auto& postal = parsed.with("data-element", "postal/0").attributes;
    EXPECT_EQ(postal.at("id"), "m-1-d-postal.0");
    EXPECT_EQ(postal.at("aria-label"), "〒100-0001");
    const auto& rule = parsed.with("data-element", "rule").attributes;
    EXPECT_EQ(rule.at("aria-hidden"), "true");
    EXPECT_FALSE(rule.contains("role"));
    EXPECT_EQ(parsed.all("data-element").size(), 3U);
    EXPECT_EQ(parsed.with("lang", "ja").name, "http://www.w3.org/2000/svg|svg");
}

TEST(Svg, IdsStayUniqueWhateverTheTemplateCallsItsElements) {
    const std::vector<ElementInfo> elements = {
        {"a/0", "", "", ""}, {"a.0", "", "", ""},  {"a_2e_0", "", "", ""}, {"a 0", "", "", ""},
        {"a/0", "", "", ""}, {"氏名", "", "", ""}, {"a_n2", "", "", ""},   {"\"<&>'", "", "", ""}};
    std::vector<Item> items;
    for (ElementIndex i = 0; i < elements.size(); ++i)
        items.push_back(line(i, i));
    items.push_back(line(0, 20));
    const ParsedXml parsed = parse(written(document(items, elements)));
    ASSERT_EQ(parsed.error, "");
    const auto ids = parsed.all("id");
    EXPECT_EQ(ids.size(), items.size() + 1);
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
    for (const char* id : {"m-1-d-a.0", "m-1-d-a_2e_0", "m-1-d-a__2e__0", "m-1-d-a_20_0",
                           "m-1-d-a.0_n2", "m-1-d-氏名", "m-1-d-a__n2", "m-1-d-a.0_n3"}) {
        EXPECT_EQ(parsed.with("id", id).attributes.count("id"), 1U) << id;
    }
}

TEST(Svg, TextComesBackFromAParserAsItWas) {
    const std::string wild = "a<b>&\"c'\t\n\r]]> 辻\U000E0102 𠮷 か゚ \u00A0 &amp;";
    Document form = document({line(0, 1)}, {{wild, wild, "", ""}});
    form.title = wild;
    form.language = "ja\"><script>";
    const ParsedXml parsed = parse(written(form));
    ASSERT_EQ(parsed.error, "");
    EXPECT_EQ(parsed.with("data-element", wild).attributes.at("aria-label"), wild);
    EXPECT_NE(parsed.text.find(wild), std::string::npos);
    EXPECT_EQ(parsed.tags.front().attributes.at("lang"), form.language);
}

TEST(Svg, WhatXmlCannotHoldIsReplaced) {
    std::string wild("a\0b", 3);
    wild += "\x01\x1f\xff\xed\xa0\x80\xc3\uFFFF\uFFFE\u0085z";
    const ParsedXml parsed = parse(written(document({line(0, 1)}, {{wild, wild, "", ""}})));
    ASSERT_EQ(parsed.error, "");
    EXPECT_EQ(parsed.all("aria-label"), std::vector<std::string>{"a�b���������\u0085z"});
}

// Two sheets of one static layer.
Document two_sheets(const std::shared_ptr<const Frame>& frame) {
    Document form = document({{1, run("山", U"山")}, line(0, 8)},
                             {{"title", "届", "", ""}, {"name", "氏名", "", "/氏名"}});
    form.sheets[0].static_layer = frame;
    form.sheets.push_back(form.sheets[0]);
    return form;
}

TEST(Svg, SheetsOfADocumentCanShareOneHtmlPage) {
    const auto frame = std::make_shared<const Frame>(
        Frame{{}, {{0, run("山川", U"山川")}, {no_element, run("二", U"二")}}});
    const Document form = two_sheets(frame);
    const auto prepared = prepare_svg({{frame}}, Elements({{"title", "届", "", ""}}));
    std::set<std::string> ids;
    std::size_t count = 0;
    for (const std::size_t sheet : {0U, 1U}) {
        for (const std::string_view prefix : {"m", "other"}) {
            const std::string svg = write_svg(*prepared, form, sheet, prefix).value();
            EXPECT_EQ(svg.find('\x01'), std::string::npos);
            const ParsedXml parsed = parse(svg);
            ASSERT_EQ(parsed.error, "");
            std::set<std::string> own;
            for (const std::string& id : parsed.all("id"))
                own.insert(id), ++count;
            for (const auto& target : parsed.all("http://www.w3.org/1999/xlink|href")) {
                EXPECT_TRUE(own.contains(target.substr(1))) << target;
            }
            ids.insert(own.begin(), own.end());
        }
    }
    // title; 山 (once, though both layers use it), 川, 二; s-title, d-name, d-title.
    EXPECT_EQ(count, 4U * 7U);
    EXPECT_EQ(ids.size(), count);
}

TEST(Svg, EqualDocumentsGiveEqualBytesInAnyThread) {
    const auto frame = std::make_shared<const Frame>(Frame{{}, {{0, run("山川", U"山川")}}});
    const Document form = two_sheets(frame);
    const auto prepared = prepare_svg({{frame}}, form.elements);
    const std::string first = write_svg(*prepared, form, 1).value();
    std::vector<std::string> others(4);
    {
        std::vector<std::jthread> threads;
        for (std::string& other : others) {
            threads.emplace_back([&] { other = write_svg(*prepared, form, 1).value(); });
        }
    }
    for (const std::string& other : others)
        EXPECT_EQ(other, first);
    EXPECT_EQ(write_svg(*prepare_svg({{frame}}, form.elements), form, 1).value(), first);
}

TEST(Svg, AForeignLayerOrAMissingSheetIsAFinding) {
    const auto frame = std::make_shared<const Frame>();
    const Document form = two_sheets(frame);
    const auto foreign = write_svg(*prepare_svg({}, {}), form, 0);
    ASSERT_FALSE(foreign.ok());
    EXPECT_EQ(foreign.findings().front().code, "svg.foreign-static-layer");
    const auto missing = write_svg(*prepare_svg({{frame}}, {}), form, 2);
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.findings().front().code, "svg.no-such-sheet");
}

TEST(Svg, GlyphPathsRememberUpToTheirLimit) {
    svg::GlyphPaths paths(1);
    const auto mountain = mincho()->glyph(U'山').value(), river = mincho()->glyph(U'川').value();
    const auto first = paths.find(*mincho(), mountain);
    EXPECT_EQ(paths.find(*mincho(), mountain), first);
    const std::string other = *paths.find(*mincho(), river);
    EXPECT_NE(other, *first);
    EXPECT_EQ(*paths.find(*mincho(), river), other);
    EXPECT_EQ(paths.size(), 1U);
}

}  // namespace
}  // namespace madoguchi::render
