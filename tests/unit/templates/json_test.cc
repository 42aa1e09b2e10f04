#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "templates/json/value.h"

namespace madoguchi::templates::json {
namespace {

std::string code_at(std::string_view source, const ReadLimits& limits = {}) {
    const Result<Value> result = read(source, "a.json", limits);
    if (result.ok()) return "ok";
    const Diagnostic& finding = result.findings().front();
    EXPECT_EQ(result.findings().size(), 1u);
    EXPECT_EQ(finding.origin.source->file, "a.json");
    EXPECT_FALSE(finding.message.ja.empty() || finding.message.en.empty());
    return finding.code + ' ' + std::to_string(finding.origin.source->line) + ':' +
           std::to_string(finding.origin.source->column);
}

Value value_of(std::string_view source) {
    Result<Value> result = read(source, "a.json");
    EXPECT_TRUE(result.ok()) << source;
    return result.ok() ? std::move(result).value() : Value();
}

TEST(Json, KeepsNumbersAsTheyAreWritten) {
    const Value root = value_of(R"([0, -0.50, 12345678901234567890123456789012345, 1e5, 1E-05])");
    std::vector<std::string> texts;
    for (const Value& item : *root.array())
        texts.push_back(item.number()->text);
    EXPECT_THAT(texts, testing::ElementsAre("0", "-0.50", "12345678901234567890123456789012345",
                                            "1e5", "1E-05"));
}

TEST(Json, ReadsEveryKindOfValue) {
    const Value root = value_of(R"({"a": null, "b": true, "c": "x", "d": [], "e": {"f": false}})");
    EXPECT_TRUE(root.find("a")->is_null());
    EXPECT_TRUE(*root.find("b")->boolean());
    EXPECT_EQ(*root.find("c")->string(), "x");
    EXPECT_TRUE(root.find("d")->array()->empty());
    EXPECT_FALSE(*root.find("e")->find("f")->boolean());
    EXPECT_EQ(root.find("g"), nullptr);
    EXPECT_EQ(root.find("c")->find("g"), nullptr);
}

TEST(Json, ReadsEscapes) {
    EXPECT_EQ(*value_of(R"("\"\\\/\b\f\n\r\t\u8FBB\uDB40\uDD02\u0000")").string(),
              std::string("\"\\/\b\f\n\r\t辻\U000E0102\0", 16));
}

TEST(Json, KnowsWhereEveryValueStood) {
    const std::string_view source =
        "\xef\xbb\xbf {\"氏名\" : \"辻\",\n \"並び\":[ 1 ,{} , \"a\\n\"] }";
    const Value root = value_of(source);
    const Value& list = *root.find("並び");
    EXPECT_EQ(source.substr(root.offset, 1), "{");
    EXPECT_EQ(source.substr(root.find("氏名")->offset, 5), "\"辻\"");
    EXPECT_EQ(source.substr(list.offset, 2), "[ ");
    EXPECT_EQ(source.substr((*list.array())[0].offset, 1), "1");
    EXPECT_EQ(source.substr((*list.array())[1].offset, 2), "{}");
    EXPECT_EQ(source.substr((*list.array())[2].offset, 5), "\"a\\n\"");
    const SourcePlace place = place_of(source, list.offset, "a.json");
    EXPECT_EQ(place.line, 2u);
    EXPECT_EQ(place.column, 7u);
}

struct Broken {
    std::string_view source;
    std::string_view found;
};

class BrokenJson : public testing::TestWithParam<Broken> {};

TEST_P(BrokenJson, IsRefusedWithItsPlace) {
    EXPECT_EQ(code_at(GetParam().source), GetParam().found) << GetParam().source;
}

INSTANTIATE_TEST_SUITE_P(
    Json, BrokenJson,
    testing::Values(Broken{"", "json.empty 1:1"}, Broken{" \n ", "json.empty 2:2"},
                    Broken{"{", "json.syntax 1:2"}, Broken{"[1 2]", "json.syntax 1:4"},
                    Broken{"[1,]", "json.syntax 1:4"}, Broken{"{\"a\":1,}", "json.syntax 1:8"},
                    Broken{"{\"a\" 1}", "json.syntax 1:6"}, Broken{"{a:1}", "json.syntax 1:2"},
                    Broken{"{\"a\":\n  x}", "json.syntax 2:3"},
                    Broken{"01", "json.trailing-text 1:2"}, Broken{"1.", "json.syntax 1:3"},
                    Broken{"1e", "json.syntax 1:3"}, Broken{"NaN", "json.syntax 1:1"},
                    Broken{"// c\n1", "json.syntax 1:1"}, Broken{"\"a", "json.syntax 1:3"},
                    Broken{"\"\\x\"", "json.syntax 1:2"}, Broken{"\"\\u12G4\"", "json.syntax 1:2"},
                    Broken{"{} {}", "json.trailing-text 1:4"},
                    Broken{"\"辻\x01\"", "json.control-character 1:3"},
                    Broken{"\"a\nb\"", "json.control-character 1:3"},
                    Broken{std::string_view("[1]\0 ", 5), "json.control-character 1:4"},
                    Broken{std::string_view("\"\0\"", 3), "json.control-character 1:2"},
                    Broken{"\"\xe8\xbe\"", "json.invalid-utf8 1:2"},
                    Broken{"\"\xc0\x80\"", "json.invalid-utf8 1:2"},
                    Broken{"\"\xed\xa0\x80\"", "json.invalid-utf8 1:2"},
                    Broken{R"("\uD800")", "json.lone-surrogate 1:2"},
                    Broken{R"("\uD800A")", "json.lone-surrogate 1:2"},
                    Broken{R"("\uD800\uD800")", "json.lone-surrogate 1:2"},
                    Broken{R"("\\uDC00\uD83D\uDE00 \uDC00")", "json.lone-surrogate 1:22"},
                    Broken{R"({"\uDFFF": 1})", "json.lone-surrogate 1:3"},
                    Broken{"{\"氏名\": 1, \"\\u6c0f\\u540d\": 2}", "json.duplicate-name 1:11"},
                    Broken{"1e999", "json.number-too-big 1:1"}));

TEST(Json, RefusesARepeatedNameAmongMany) {
    std::string source = "{";
    for (int i = 0; i < 500; ++i)
        source += "\"n" + std::to_string(i) + "\":" + std::to_string(i) + ",\n";
    EXPECT_EQ(code_at(source + "\"other\":1}"), "ok");
    EXPECT_EQ(code_at(source + "\"n20\":1}"), "json.duplicate-name 501:1");
    EXPECT_EQ(code_at(source + "\"n499\":1}"), "json.duplicate-name 501:1");
}

TEST(Json, HoldsItsLimits) {
    EXPECT_EQ(code_at("[[[]]]", {.depth = 3}), "ok");
    EXPECT_EQ(code_at("[[[]]]", {.depth = 2}), "json.too-deep 1:3");
    EXPECT_EQ(code_at("[1,2]", {.bytes = 5}), "ok");
    EXPECT_EQ(code_at("[1,2]", {.bytes = 4}), "json.too-large 1:1");
    EXPECT_EQ(code_at("[1,2]", {.values = 3}), "ok");
    EXPECT_EQ(code_at("[1,2]", {.values = 2}), "json.too-many-values 1:4");
}

TEST(Json, SurvivesAMillionBrackets) {
    EXPECT_EQ(code_at(std::string(1'000'000, '[')), "json.too-deep 1:65");
    std::string objects;
    for (int i = 0; i < 100'000; ++i)
        objects += "{\"a\":";
    EXPECT_EQ(code_at(objects), "json.too-deep 1:321");
}

TEST(Json, WritesWhatItReads) {
    const Value root =
        value_of(R"({"a":[1.50,"辻\u0000\n\u001f\"\\",{}],"b":{"c":[],"d":null,"e":true}})");
    const std::string compact = write(root, Layout::Compact);
    EXPECT_EQ(compact, R"({"a":[1.50,"辻\u0000\n\u001f\"\\",{}],"b":{"c":[],"d":null,"e":true}})");
    const std::string indented = write(root, Layout::Indented);
    EXPECT_EQ(value_of(compact), root);
    EXPECT_EQ(value_of(indented), root);
    EXPECT_EQ(write(value_of(indented), Layout::Indented), indented);
}

TEST(Json, IndentsForPeople) {
    const Value root = value_of(
        R"({"frame":{"x":1,"y":2},"words":["甲","乙"],"none":[],"deep":[{"a":1},{"b":[{"c":2}]}]})");
    EXPECT_EQ(write(root, Layout::Indented),
              "{\n"
              "  \"frame\": {\"x\": 1, \"y\": 2},\n"
              "  \"words\": [\"甲\", \"乙\"],\n"
              "  \"none\": [],\n"
              "  \"deep\": [\n"
              "    {\"a\": 1},\n"
              "    {\n"
              "      \"b\": [\n"
              "        {\"c\": 2}\n"
              "      ]\n"
              "    }\n"
              "  ]\n"
              "}\n");
}

TEST(Json, EqualityIgnoresPlacesOnly) {
    EXPECT_EQ(value_of("[1, 2]"), value_of("[1,2]"));
    EXPECT_FALSE(value_of("[1, 2]") == value_of("[1, 2.0]"));
    EXPECT_FALSE(value_of(R"({"a":1})") == value_of(R"({"b":1})"));
}

TEST(Json, FollowsPointers) {
    const Value root = value_of(R"({"a/b": [10, {"m~n": 20}], "": 30})");
    EXPECT_EQ(nearest(root, "/a~1b/1/m~0n").number()->text, "20");
    EXPECT_EQ(nearest(root, "/").number()->text, "30");
    EXPECT_EQ(&nearest(root, ""), &root);
    EXPECT_EQ(&nearest(root, "/a~1b/7/x"), root.find("a/b"));
    EXPECT_EQ(pointer_step("m~n/o"), "/m~0n~1o");
}

}  // namespace
}  // namespace madoguchi::templates::json
