// Computed fields: sums, counts and ages, as they come with the data.
#include "templates/computation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "templates/computing/age.h"
#include "templates/computing/sum.h"
#include "templates/data.h"

namespace madoguchi::templates {
namespace {

using testing::ElementsAre;

using Function = Computation::Function;

Field computed(std::string name, Function function, std::string of, std::string at = {}) {
    return {.name = std::move(name),
            .type = FieldType::Number,
            .computed = Computation{function, std::move(of), std::move(at)}};
}

Template household_form() {
    Template form;
    form.fields = {
        {.name = "届出日", .type = FieldType::Date},
        {.name = "世帯員",
         .type = FieldType::List,
         .fields = {{.name = "生年月日", .type = FieldType::Date},
                    {.name = "所得", .type = FieldType::Number},
                    {.name = "明細",
                     .type = FieldType::List,
                     .fields = {{.name = "金額", .type = FieldType::Number}}},
                    computed("明細計", Function::Sum, "明細.金額"),
                    computed("年齢", Function::Age, "生年月日", "届出日")}},
        computed("人数", Function::Count, "世帯員"),
        computed("所得計", Function::Sum, "世帯員.所得"),
        computed("総計", Function::Sum, "世帯員.明細計"),
    };
    return form;
}

std::string number_at(const Data& data, std::string_view name) {
    const json::Value* value = data.root.find(name);
    return value == nullptr || value->number() == nullptr ? "-" : value->number()->text;
}

Data read(std::string_view source) {
    Result<Data> data = read_data(household_form(), source, "data.json");
    EXPECT_TRUE(data.ok());
    return data.ok() ? *std::move(data) : Data();
}

std::vector<std::string> refused(std::string_view source) {
    const Result<Data> data = read_data(household_form(), source, "data.json");
    std::vector<std::string> lines;
    if (data.ok()) return lines;
    for (const Diagnostic& finding : data.findings())
        lines.push_back(finding.code + ' ' + finding.origin.data_pointer);
    return lines;
}

TEST(Computed, SumsAndCountsAreExact) {
    const Data data =
        read(R"({"世帯員": [{"所得": 0.1}, {"所得": -3}, {"所得": 2000000.25}, {}]})");
    EXPECT_EQ(number_at(data, "人数"), "4");
    EXPECT_EQ(number_at(data, "所得計"), "1999997.35");
}

TEST(Computed, IsAbsentWhereThereIsNothingToComputeWith) {
    const Data nobody = read("{}");
    EXPECT_EQ(number_at(nobody, "人数"), "-");
    EXPECT_EQ(number_at(nobody, "所得計"), "-");
    EXPECT_EQ(number_at(read(R"({"世帯員": [{}]})"), "所得計"), "-");
    EXPECT_EQ(number_at(read(R"({"世帯員": [], "人数": null})"), "人数"), "-");
    EXPECT_EQ(number_at(read(R"({"世帯員": [{}], "人数": null})"), "人数"), "1");
}

TEST(Computed, SumsOfSumsComeFromInside) {
    const Data data =
        read(R"({"世帯員": [{"明細": [{"金額": 1}, {"金額": 2}]}, {"明細": [{"金額": 40}]}, {}]})");
    EXPECT_EQ(number_at(data, "総計"), "43");
}

TEST(Computed, SumsInAGroupSeeWhatListsBehindItHold) {
    Template form;
    form.fields = {{.name = "集計",
                    .type = FieldType::Group,
                    .fields = {computed("計", Function::Sum, "人.計"), {.name = "注"}}},
                   {.name = "人",
                    .type = FieldType::List,
                    .fields = {{.name = "額",
                                .type = FieldType::List,
                                .fields = {{.name = "円", .type = FieldType::Number}}},
                               computed("計", Function::Sum, "額.円")}}};
    const Result<Data> data = read_data(
        form,
        R"({"集計": {"注": "甲"}, "人": [{"額": [{"円": 1}, {"円": 2}]}, {"額": [{"円": 4}]}]})",
        "data.json");
    ASSERT_TRUE(data.ok());
    EXPECT_EQ(data->root.find("集計")->find("計")->number()->text, "7");
}

TEST(Computed, AgesLookForTheirDayOutside) {
    const Data data = read(R"({"届出日": "2026-04-01", "世帯員": [
        {"生年月日": "1990-04-01"}, {"生年月日": "1990-04-02"},
        {"生年月日": {"不詳表記": "年月日不詳"}}]})");
    const json::Array& people = *data.root.find("世帯員")->array();
    EXPECT_EQ(people[0].find("年齢")->number()->text, "36");
    EXPECT_EQ(people[1].find("年齢")->number()->text, "35");
    EXPECT_EQ(people[2].find("年齢"), nullptr);
}

TEST(Computed, RefusesWhatCannotBe) {
    EXPECT_THAT(refused(R"({"人数": 3})"), ElementsAre("data.computed /人数"));
    EXPECT_THAT(refused(R"({"世帯員": [{"年齢": 3}]})"),
                ElementsAre("data.computed /世帯員/0/年齢"));
    EXPECT_THAT(refused(R"({"届出日": "2026-04-01", "世帯員": [{"生年月日": "2026-04-02"}]})"),
                ElementsAre("data.age-before-birth /届出日"));
    EXPECT_THAT(refused(R"({"世帯員": [{"所得": 1234567890123456789}]})"),
                ElementsAre("data.sum-too-long /世帯員"));
}

TEST(Sum, KeepsEveryDigitOrSaysThatItCannot) {
    const auto sum_of = [](const std::vector<std::string>& numbers) {
        computing::Sum sum;
        for (const std::string& number : numbers) {
            if (!sum.add(*format::read_decimal(number))) return std::string("too long");
        }
        return sum.text();
    };
    EXPECT_EQ(sum_of({"0.05", "-0.10"}), "-0.05");
    EXPECT_EQ(sum_of({"1.50", "2.5"}), "4.00");
    EXPECT_EQ(sum_of({"999999999999999999", "-1"}), "999999999999999998");
    EXPECT_EQ(sum_of({"999999999999999999", "1"}), "too long");
    EXPECT_EQ(sum_of({"-999999999999999999", "-1"}), "too long");
    EXPECT_EQ(sum_of({"100000000000000000", "0.01"}), "too long");
    EXPECT_EQ(sum_of({"0.01", "100000000000000000"}), "too long");
}

TEST(Age, IsFullOnTheBirthday) {
    using computing::age_between;
    EXPECT_EQ(age_between({2000, 2, 29}, {2025, 2, 28}), 24);
    EXPECT_EQ(age_between({2000, 2, 29}, {2025, 3, 1}), 25);
    EXPECT_EQ(age_between({2026, 4, 2}, {2026, 4, 1}), -1);
    EXPECT_EQ(age_between({1990, 4, 0}, {2026, 5, 1}), 36);
    EXPECT_EQ(age_between({1990, 4, 0}, {2026, 4, 15}), std::nullopt);
    EXPECT_EQ(age_between({1990, 0, 0}, {2026, 12, 31}), 36);
    EXPECT_EQ(age_between({1990, 0, 0}, {2026, 12, 30}), std::nullopt);
    EXPECT_EQ(age_between({1990, 4, 1}, {2026, 4, 0}), std::nullopt);
}

}  // namespace
}  // namespace madoguchi::templates
