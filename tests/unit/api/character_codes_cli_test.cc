// `characters convert` and `characters check` as people use them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/api/cli_fixture.h"

namespace madoguchi::api::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class CharacterCodes : public CommandLine {
  protected:
    Outcome convert(std::vector<std::string> options, const std::string& content) const {
        write("in", content);
        options.insert(options.begin(), {"characters", "convert"});
        options.insert(options.end(), {place("in"), place("out")});
        return madoguchi(options);
    }
};

TEST_F(CharacterCodes, ConvertsThereAndBack) {
    const std::string text = "渡邉,髙橋～\n①﨑\n";
    EXPECT_EQ(convert({"--to", "cp932"}, text).exit_code, 0);
    const Outcome back = convert({"--from", "cp932"}, read(place("out")));
    EXPECT_EQ(back.exit_code, 0);
    EXPECT_EQ(read(place("out")), text);
    EXPECT_THAT(back.err, HasSubstr("2件、10文字を変換しました"));
}

TEST_F(CharacterCodes, WritesNothingWhenACharacterCannotPass) {
    write("out", "older");
    const Outcome outcome = convert({"--to", "cp932"}, "山𠮷");
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_EQ(read(place("out")), "older");
    EXPECT_THAT(files(), ElementsAre("in", "out"));
    EXPECT_THAT(outcome.err, HasSubstr("charset.not-in-code"));
    EXPECT_THAT(outcome.err, HasSubstr("変換していません（1か所）"));
}

TEST_F(CharacterCodes, ExplainsInJson) {
    const Outcome outcome = convert({"--to", "cp932", "--explain"}, "山,𠮷");
    EXPECT_THAT(outcome.out, HasSubstr(R"("code":"charset.not-in-code")"));
    EXPECT_THAT(outcome.out, HasSubstr(R"("offset":4)"));
    EXPECT_THAT(outcome.out, HasSubstr("/records/0/fields/0"));
    EXPECT_EQ(convert({"--explain"}, "山").out, "[]\n");
}

TEST_F(CharacterCodes, FollowsALink) {
    const std::string link = write("link.json", R"({"name": "税", "charset": "cp932",
        "gaiji": [{"codes": "F040", "codePoints": "U+E100"}]})");
    EXPECT_EQ(convert({"--to", "link", "--link", link}, "田\ue100").exit_code, 0);
    EXPECT_EQ(read(place("out")), "\x93\x63\xf0\x40");
    EXPECT_EQ(convert({"--from", "cp932", "--link", link}, "\xf0\x40").exit_code, 0);
    EXPECT_EQ(read(place("out")), "\ue100");
    const Outcome blocked = convert({"--to", "cp932", "--link", link}, "\ue000");
    EXPECT_EQ(blocked.exit_code, 1);
    EXPECT_THAT(blocked.err, HasSubstr("gaiji.no-mapping"));
    const Outcome open = convert({"--to", "euc-jp", "--link", link}, "田");
    EXPECT_EQ(open.exit_code, 1);
    EXPECT_THAT(open.err, HasSubstr("link.side"));
}

TEST_F(CharacterCodes, ReadsAHostCode) {
    write("host.tsv", read(source_dir / "tests/cases/host-codes/jef-like.tsv"));
    const std::string link =
        write("link.json", R"({"name": "税", "charset": {"hostCode": "host.tsv"}})");
    EXPECT_EQ(convert({"--from", "link", "--link", link}, "\xc1\x28\xc5\xcf\x29").exit_code, 0);
    EXPECT_EQ(read(place("out")), "A渡");
}

TEST_F(CharacterCodes, WritesTheFieldsOfARecordWhereTheyWere) {
    write("host.tsv", read(source_dir / "tests/cases/host-codes/jef-like.tsv"));
    const std::string link = write("link.json", R"({"name": "税",
        "charset": {"hostCode": "host.tsv"},
        "records": {"form": "fixed", "bytes": 12, "fields": [6, 6]}})");
    const std::string record = "\x28\xb0\xa1\xb0\xa1\x29\x28\xb0\xa1\x29\x40\x40";
    EXPECT_EQ(convert({"--from", "link", "--link", link}, record).exit_code, 0);
    const std::string text = read(place("out"));
    EXPECT_EQ(text, "亜亜\t亜  \n");
    EXPECT_EQ(convert({"--to", "link", "--link", link}, text).exit_code, 0);
    EXPECT_EQ(read(place("out")), record);
    const Outcome fewer = convert({"--to", "link", "--link", link}, "亜亜\n");
    EXPECT_EQ(fewer.exit_code, 1);
    EXPECT_THAT(fewer.err, HasSubstr("record.fields"));
}

TEST_F(CharacterCodes, SaysTheChosenSubstituteOnce) {
    const std::string link = write("link.json", R"({"name": "税", "charset": "cp932",
        "target": "jisx0208", "choices": {"髙": "高"}})");
    const Outcome outcome = convert({"--to", "link", "--link", link}, "髙");
    EXPECT_THAT(outcome.err, HasSubstr("自治体の決定"));
    EXPECT_THAT(outcome.err, HasSubstr("ほかの候補はありません"));
}

TEST_F(CharacterCodes, WarnsOfPrivateCodesWithoutALink) {
    const Outcome outcome = convert({"--to", "cp932"}, "\ue000");
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_THAT(outcome.err, HasSubstr("warning gaiji.own-code"));
}

TEST_F(CharacterCodes, RefusesToWriteOverWhatItReads) {
    const std::string link = write("link.json", R"({"name": "税", "charset": "cp932"})");
    const std::string input = write("in", "山");
    for (const std::string& target : {input, link}) {
        const Outcome outcome =
            madoguchi({"characters", "convert", "--to", "link", "--link", link, input, target});
        EXPECT_EQ(outcome.exit_code, 1);
        EXPECT_THAT(outcome.err, HasSubstr("output.is-input"));
    }
    EXPECT_EQ(read(input), "山");
}

TEST_F(CharacterCodes, SaysHowItIsUsed) {
    EXPECT_EQ(convert({"--to", "sjis"}, "").exit_code, 2);
    EXPECT_EQ(convert({"--to", "link"}, "").exit_code, 2);
    EXPECT_EQ(madoguchi({"characters"}).exit_code, 2);
    EXPECT_EQ(madoguchi({"characters", "check", place("none")}).exit_code, 2);
    const Outcome missing = madoguchi({"characters", "convert", place("none"), place("out")});
    EXPECT_EQ(missing.exit_code, 1);
    EXPECT_THAT(missing.err, HasSubstr("input.unreadable"));
    EXPECT_THAT(files(), ElementsAre("in"));
}

TEST_F(CharacterCodes, ChecksAFileAgainstATarget) {
    const std::string input = write("in", "山髙髙\n가\ue000\n");
    const Outcome outcome = madoguchi({"characters", "check", input, "--target", "jisx0213"});
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_THAT(outcome.out, HasSubstr("髙 U+9AD9\t置き換え\t高 U+9AD8\tJIS包摂規準"));
    EXPECT_THAT(outcome.out, HasSubstr("가 U+AC00\t代わりなし\t\t\t1\t2件目 1文字目"));
    EXPECT_THAT(outcome.out, HasSubstr("そのまま1、置き換え1、代わりなし2"));
    EXPECT_THAT(outcome.out, Not(HasSubstr("山 U+5C71")));
    EXPECT_THAT(madoguchi({"characters", "check", input, "--target", "jisx0213", "--all"}).out,
                HasSubstr("山 U+5C71\tそのまま"));
    const Outcome explained =
        madoguchi({"characters", "check", input, "--target", "jisx0213", "--explain"});
    EXPECT_THAT(explained.out, HasSubstr(R"("code":"reduction.no-substitute")"));
    EXPECT_THAT(explained.err, IsEmpty());
}

TEST_F(CharacterCodes, ChecksAFileThatIsAllKept) {
    const std::string input = write("in", "\x8e\x52\x93\x63\n");
    const Outcome outcome =
        madoguchi({"characters", "check", input, "--target", "jisx0208", "--from", "cp932"});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_THAT(outcome.out, HasSubstr("置き換え0、代わりなし0"));
    EXPECT_EQ(madoguchi({"characters", "check", input, "--target", "jisx0208"}).exit_code, 1);
}

}  // namespace
}  // namespace madoguchi::api::cli
