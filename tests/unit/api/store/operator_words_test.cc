// The words of the service's operators, from the command line to the store, on both engines.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "api/cli/command_line.h"
#include "tests/support/empty_store.h"
#include "tests/unit/api/cli_fixture.h"

namespace madoguchi::api::cli {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

class OperatorWords : public CommandLine, public testing::WithParamInterface<std::string> {
  protected:
    void SetUp() override {
        CommandLine::SetUp();
        const std::string where =
            store_.is_sqlite() ? R"("directory": ")" + store_.directory().string() + '"'
                               : R"("connection": ")" + store_.service_connection() +
                                     R"(", "ownerConnection": ")" + store_.owner_connection() + '"';
        service_ = write("service.json", "{\"store\": {" + where +
                                             "}, \"masterKey\": \"keys\", \"checkpoints\": "
                                             "\"checkpoints\"}");
        ASSERT_EQ(say({"store", "create"}).exit_code, done);
    }

    Outcome say(std::vector<std::string> words) const {
        words.insert(words.end(), {"--service", service_});
        return madoguchi(words);
    }

    std::vector<std::string> exported(const std::string& tenant = "") const {
        std::vector<std::string> words = {"audit", "export", "--output", place("trail.jsonl")};
        if (!tenant.empty()) words.insert(words.end(), {"--tenant", tenant});
        const Outcome outcome = say(words);
        EXPECT_EQ(outcome.exit_code, done) << outcome.err;
        std::istringstream in(read(place("trail.jsonl")));
        std::vector<std::string> lines;
        for (std::string line; std::getline(in, line);)
            lines.push_back(line);
        return lines;
    }

    tests::EmptyStore store_{GetParam()};
    std::string service_;
};

INSTANTIATE_TEST_SUITE_P(Engines, OperatorWords, testing::Values("sqlite", "postgresql"),
                         [](const auto& info) { return info.param; });

TEST_P(OperatorWords, RegisterTenantsAndTellOfIt) {
    EXPECT_EQ(say({"tenant", "create", "minato", "--name", "見本市", "--module", "tax", "--module",
                   "resident-register"})
                  .exit_code,
              done);
    EXPECT_EQ(say({"tenant", "create", "tokyo", "--name", "架空区"}).exit_code, done);
    EXPECT_EQ(say({"tenant", "list"}).out,
              "minato\t見本市\t利用中\tresident-register,tax\ntokyo\t架空区\t利用中\t\n");
    EXPECT_EQ(
        say({"tenant", "change", "minato", "--suspend", "--module", "care-insurance"}).exit_code,
        done);
    EXPECT_EQ(say({"tenant", "change", "tokyo", "--name", "見本区"}).exit_code, done);
    EXPECT_EQ(say({"tenant", "list"}).out,
              "minato\t見本市\t停止中\tcare-insurance\ntokyo\t見本区\t利用中\t\n");
    EXPECT_EQ(say({"tenant", "change", "minato", "--resume", "--no-module"}).exit_code, done);
    EXPECT_THAT(say({"tenant", "list"}).out, HasSubstr("minato\t見本市\t利用中\t\n"));
    const std::vector<std::string> trail = exported();
    ASSERT_EQ(trail.size(), 6u);
    EXPECT_THAT(trail[0], AllOf(HasSubstr(R"("sequence":1,)"), HasSubstr(R"("actor":"operator")"),
                                HasSubstr(R"("action":"tenant.created")"),
                                HasSubstr(R"("subject":"tenant:minato")"), HasSubstr("見本市")));
    EXPECT_THAT(trail[2], HasSubstr(R"("state":"suspended")"));
    EXPECT_THAT(trail[5], HasSubstr("audit.exported"));
}

TEST_P(OperatorWords, RefuseWhatCannotBe) {
    ASSERT_EQ(say({"tenant", "create", "minato", "--name", "見本市"}).exit_code, done);
    const Outcome twice = say({"tenant", "create", "minato", "--name", "別の市"});
    EXPECT_EQ(twice.exit_code, stopped);
    EXPECT_THAT(twice.err, AllOf(HasSubstr("store.exists"), Not(HasSubstr("別の市"))));
    EXPECT_EQ(say({"tenant", "create", "Minato", "--name", "市"}).exit_code, wrong_use);
    EXPECT_EQ(say({"tenant", "create", "-", "--name", "市"}).exit_code, wrong_use);
    EXPECT_EQ(say({"tenant", "create", "tokyo", "--name", "市", "--module", "magic"}).exit_code,
              wrong_use);
    EXPECT_THAT(say({"tenant", "create", "tokyo", "--name", ""}).err, HasSubstr("tenant.wrong"));
    EXPECT_THAT(say({"tenant", "create", "tokyo", "--name", "二行\nの市"}).err,
                HasSubstr("tenant.wrong"));
    EXPECT_THAT(say({"tenant", "change", "nobody", "--suspend"}).err, HasSubstr("store.no-tenant"));
    EXPECT_THAT(say({"key", "rotate", "--tenant", "nobody"}).err, HasSubstr("store.no-tenant"));
    EXPECT_THAT(say({"audit", "verify", "--tenant", "nobody"}).err, HasSubstr("store.no-tenant"));
    EXPECT_EQ(say({"tenant", "list"}).out, "minato\t見本市\t利用中\t\n");
}

TEST_P(OperatorWords, CreatingTheStoreAgainChangesNothing) {
    ASSERT_EQ(say({"tenant", "create", "minato", "--name", "見本市"}).exit_code, done);
    const std::string key = read(place("keys"));
    EXPECT_EQ(say({"store", "create"}).exit_code, done);
    EXPECT_EQ(read(place("keys")), key);
    EXPECT_EQ(say({"tenant", "list"}).out, "minato\t見本市\t利用中\t\n");
    EXPECT_EQ(exported().size(), 2u);
}

TEST_P(OperatorWords, RotateKeysAndStillReadTheTrail) {
    ASSERT_EQ(say({"tenant", "create", "minato", "--name", "見本市"}).exit_code, done);
    EXPECT_EQ(exported("minato").size(), 1u);
    EXPECT_EQ(say({"key", "rotate", "--tenant", "minato"}).exit_code, done);
    EXPECT_EQ(exported("minato").size(), 2u);
    const std::string first = read(place("keys"));
    EXPECT_EQ(say({"key", "add-master", "second"}).exit_code, done);
    EXPECT_THAT(say({"key", "add-master", "second"}).err, HasSubstr("key.exists"));
    EXPECT_THAT(say({"key", "add-master", "Second"}).err, HasSubstr("key.malformed"));
    const std::string both = read(place("keys"));
    EXPECT_EQ(both.find(first), both.find('\n') + 1);
    EXPECT_THAT(say({"key", "rotate"}).out, HasSubstr("7個"));
    std::ofstream(place("keys")) << both.substr(0, both.find(first));
    EXPECT_EQ(exported("minato").size(), 3u);
    EXPECT_EQ(say({"audit", "verify"}).exit_code, done);
    std::ofstream(place("keys")) << first;
    EXPECT_THAT(say({"audit", "verify"}).err,
                AllOf(HasSubstr("key.no-master"), HasSubstr("second")));
}

TEST_P(OperatorWords, DoNotReplaceALostMasterKey) {
    const std::string key = read(place("keys"));
    fs::remove(place("keys"));
    const Outcome outcome = say({"store", "create"});
    EXPECT_EQ(outcome.exit_code, stopped);
    EXPECT_THAT(outcome.err, HasSubstr("key.damaged"));
    EXPECT_FALSE(fs::exists(place("keys")));
    write("keys", key);
    fs::permissions(place("keys"), fs::perms::owner_read);
    EXPECT_EQ(say({"audit", "verify"}).exit_code, done);
}

TEST_P(OperatorWords, VerifyTheTrailAgainstItsCheckpoints) {
    ASSERT_EQ(say({"tenant", "create", "minato", "--name", "見本市"}).exit_code, done);
    const Outcome whole = say({"audit", "verify", "--checkpoint"});
    EXPECT_EQ(whole.exit_code, done);
    EXPECT_THAT(whole.out,
                AllOf(HasSubstr("（運用者）\t1件\t正しい"), HasSubstr("minato\t0件\t正しい")));
    const fs::path file = directory / "checkpoints" / "_service.jsonl";
    const std::string checkpoint = read(file);
    EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    std::ofstream(file) << checkpoint.substr(0, 40) << 'X' << checkpoint.substr(41);
    const Outcome forged = say({"audit", "verify"});
    EXPECT_EQ(forged.exit_code, stopped);
    EXPECT_THAT(forged.err, HasSubstr("audit.checkpoint"));
}

TEST_P(OperatorWords, BackUpAndRestoreOneTenant) {
    ASSERT_EQ(say({"tenant", "create", "minato", "--name", "見本市"}).exit_code, done);
    ASSERT_EQ(say({"tenant", "create", "tokyo", "--name", "架空区"}).exit_code, done);
    const Outcome all = say({"backup", "--output", place("all.backup")});
    EXPECT_EQ(all.exit_code, done) << all.err;
    EXPECT_THAT(all.out, HasSubstr("2"));
    EXPECT_EQ(fs::status(place("all.backup")).permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_THAT(say({"backup", "--output", place("all.backup")}).err, HasSubstr("output.exists"));
    EXPECT_THAT(say({"restore", "--input", place("all.backup")}).err,
                HasSubstr("backup.not-empty"));
    EXPECT_THAT(say({"restore", "--input", place("all.backup"), "--tenant", "minato"}).err,
                HasSubstr("store.exists"));
    EXPECT_EQ(say({"backup", "--tenant", "tokyo", "--output", place("tokyo.backup")}).exit_code,
              done);
    tests::EmptyStore other("sqlite");
    service_ = write("other.json", R"({"store": {"directory": ")" + other.directory().string() +
                                       R"("}, "masterKey": "keys", "checkpoints": "others"})");
    ASSERT_EQ(say({"store", "create"}).exit_code, done);
    EXPECT_EQ(say({"restore", "--input", place("tokyo.backup"), "--tenant", "tokyo"}).exit_code,
              done);
    EXPECT_EQ(say({"tenant", "list"}).out, "tokyo\t架空区\t利用中\t\n");
    EXPECT_THAT(exported()[0], HasSubstr("backup.restored"));
}

TEST_P(OperatorWords, InviteTheFirstOfAStaff) {
    ASSERT_EQ(say({"tenant", "create", "minato", "--name", "見本市"}).exit_code, done);
    const std::vector<std::string> tenant = {"--tenant", "minato"};
    const auto staff = [&](std::vector<std::string> words) {
        words.insert(words.begin(), "staff");
        words.insert(words.end(), tenant.begin(), tenant.end());
        return say(words);
    };
    const Outcome invited = staff({"invite", "a100", "--name", "見本　花子", "--department",
                                   "総務課", "--role", "clerk", "--role", "administrator"});
    EXPECT_EQ(invited.exit_code, done) << invited.err;
    EXPECT_THAT(invited.out, ContainsRegex("([2-9a-z]{5}-){4}[2-9a-z]{5}"));
    EXPECT_THAT(staff({"list"}).out, "a100\t見本　花子\t総務課\t招待中\tadministrator,clerk\n");
    EXPECT_THAT(staff({"invite", "a100", "--name", "別人"}).err, HasSubstr("store.exists"));
    EXPECT_EQ(staff({"invite", "a101", "--name", "別人", "--role", "king"}).exit_code, wrong_use);
    EXPECT_THAT(staff({"reset", "nobody"}).err, HasSubstr("access.no-account"));
    const Outcome anew = staff({"reset", "a100"});
    EXPECT_THAT(anew.out, ContainsRegex("([2-9a-z]{5}-){4}[2-9a-z]{5}"));
    EXPECT_NE(anew.out, invited.out);
    EXPECT_EQ(staff({"leave", "a100"}).exit_code, done);
    EXPECT_THAT(staff({"list"}).out, HasSubstr("退職"));
    const std::vector<std::string> trail = exported("minato");
    ASSERT_EQ(trail.size(), 4u);
    EXPECT_THAT(trail[0], AllOf(HasSubstr("account.invited"), Not(HasSubstr("花子"))));
    EXPECT_THAT(trail[1], HasSubstr("account.reset"));
    EXPECT_THAT(trail[2], HasSubstr("account.left"));
}

TEST_P(OperatorWords, ChangeManyAtOnceNowAndOnADayToCome) {
    ASSERT_EQ(say({"tenant", "create", "minato", "--name", "見本市"}).exit_code, done);
    const auto staff = [&](std::vector<std::string> words) {
        words.insert(words.begin(), "staff");
        words.insert(words.end(), {"--tenant", "minato"});
        return say(words);
    };
    const std::string file = write("staff.csv",
                                   "職員番号,区分,氏名,所属,役割,発効日\n"
                                   "a100,採用,見本　花子,市民課,clerk,2020-04-01\n"
                                   "b200,採用,架空　次郎,福祉課,clerk,2999-04-01\n");
    const Outcome seen = staff({"change", file});
    EXPECT_EQ(seen.exit_code, done) << seen.err;
    EXPECT_THAT(seen.out, AllOf(HasSubstr("a100\t採用: 市民課"), HasSubstr("2999-04-01")));
    EXPECT_EQ(staff({"list"}).out, "");
    const Outcome applied = staff({"change", file, "--apply"});
    EXPECT_EQ(applied.exit_code, done) << applied.err;
    EXPECT_THAT(applied.out, ContainsRegex("a100\t([2-9a-z]{5}-){4}[2-9a-z]{5}"));
    EXPECT_THAT(staff({"list"}).out, AllOf(HasSubstr("a100"), Not(HasSubstr("b200"))));
    EXPECT_THAT(say({"jobs", "list", "--tenant", "minato"}).out,
                AllOf(HasSubstr("staff-changes"), HasSubstr("2999-03-31T15:00:00.000Z")));
    EXPECT_THAT(say({"jobs", "run"}).out, HasSubstr("0"));
    const std::string mark = "取り消しの番号 / undo: ";
    const std::size_t at = applied.out.find(mark) + mark.size();
    const std::string run = applied.out.substr(at, applied.out.find('\n', at) - at);
    EXPECT_EQ(staff({"undo", run}).exit_code, done);
    EXPECT_THAT(staff({"list"}).out, HasSubstr("退職"));
    EXPECT_THAT(staff({"undo", run}).err, HasSubstr("staff.undone"));
    const std::string wrong =
        write("wrong.csv", "職員番号,区分,氏名,所属,役割,発効日\nz900,退職,,,,2020-04-01\n");
    EXPECT_THAT(staff({"change", wrong}).err, HasSubstr("staff.unknown"));
}

TEST_P(OperatorWords, LeaveAWrongFileOfTheServiceAlone) {
    for (const char* wrong :
         {"", "{", "[]", "{}", R"({"store": {}, "masterKey": "k", "checkpoints": "c"})",
          R"({"store": {"directory": "d", "connection": "c"}, "masterKey": "k"})",
          R"({"store": {"directory": "d"}, "masterKey": "", "checkpoints": "c"})",
          R"({"store": {"directory": "d"}, "masterKey": "k", "checkpoints": "c", "more": 1})"}) {
        write("service.json", wrong);
        for (const auto& words : std::vector<std::vector<std::string>>{
                 {"store", "create"}, {"tenant", "list"}, {"audit", "verify"}}) {
            const Outcome outcome = say(words);
            EXPECT_EQ(outcome.exit_code, stopped) << wrong;
            EXPECT_THAT(outcome.err, HasSubstr("service.json")) << wrong;
        }
    }
    EXPECT_THAT(files(), testing::UnorderedElementsAre("keys", "service.json"));
}

}  // namespace
}  // namespace madoguchi::api::cli
