#include "api/audit/trail.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <random>

#include "tests/unit/api/audit/memory_table.h"

namespace madoguchi::api::audit {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

class TrailTest : public testing::Test {
  protected:
    TrailTest() : keys_(make_keys()) {}

    TenantKeys make_keys() const {
        const fs::path file =
            fs::temp_directory_path() / ("madoguchi-trail-" + std::to_string(::getpid()));
        fs::remove(file);
        EXPECT_TRUE(make_master_key_file(file, "test").ok());
        const MasterKeys masters = MasterKeys::read(file).value();
        fs::remove(file);
        return TenantKeys::unwrap(minato_, make_tenant_keys(minato_, masters), masters).value();
    }

    void add(const std::string& actor, const std::string& details = "{}") {
        const Clock clock = [this] { return now_ += std::chrono::seconds(1); };
        ASSERT_TRUE(
            append(table_, minato_, keys_, clock, {actor, "person.read", "person:17", details})
                .ok());
    }
    void add_many(int count) {
        for (int i = 0; i < count; ++i)
            add("account:" + std::to_string(i % 7), R"({"from": "192.0.2.1"})");
    }

    Verdict verdict(const std::vector<Checkpoint>& checkpoints = {}) {
        return verify(table_, keys_, checkpoints).value();
    }
    std::vector<std::string> codes(const std::vector<Checkpoint>& checkpoints = {}) {
        std::vector<std::string> found;
        for (const Diagnostic& finding : verdict(checkpoints).findings)
            found.push_back(finding.code);
        return found;
    }
    Checkpoint checkpoint() {
        return {"minato", table_.entries.back().sequence, table_.entries.back().chain,
                to_text(now_)};
    }

    const TenantId minato_ = *TenantId::parse("minato");
    const TenantKeys keys_;
    Instant now_{std::chrono::sys_days{std::chrono::year{2026} / 4 / 1}};
    MemoryTable table_;
};

/// All ways to change one text of an entry.
const std::vector<std::string KeptEntry::*> texts = {&KeptEntry::occurred_at, &KeptEntry::actor,
                                                     &KeptEntry::action,      &KeptEntry::subject,
                                                     &KeptEntry::details,     &KeptEntry::chain};

TEST_F(TrailTest, SaysWhoDidWhatWhen) {
    add("account:17", R"({"from": "192.0.2.1", "count": 3})");
    const KeptEntry& entry = table_.entries.at(0);
    EXPECT_EQ(entry.sequence, 1);
    EXPECT_EQ(entry.occurred_at, "2026-04-01T00:00:01.000Z");
    EXPECT_EQ(entry.actor, "account:17");
    EXPECT_EQ(entry.details.find("192.0.2.1"), std::string::npos);
    EXPECT_EQ(details_of(entry, minato_, keys_).value(), R"({"from": "192.0.2.1", "count": 3})");
}

TEST_F(TrailTest, IsWholeAsItWasWritten) {
    EXPECT_TRUE(verdict().is_whole());
    add_many(300);
    EXPECT_THAT(codes({checkpoint()}), IsEmpty());
    EXPECT_EQ(verdict().entries, 300);
    EXPECT_EQ(verdict().last_chain, table_.entries.back().chain);
}

TEST_F(TrailTest, NoticesEveryChangeOfEveryEntry) {
    add_many(60);
    const auto whole = table_.entries;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        for (const auto text : texts) {
            table_.entries = whole;
            std::string& changed = table_.entries[i].*text;
            changed.back() = changed.back() == 'A' ? 'B' : 'A';
            EXPECT_THAT(codes(), testing::Contains("audit.broken")) << i;
            table_.entries = whole;
            (table_.entries[i].*text).clear();
            EXPECT_THAT(codes(), testing::Contains("audit.broken")) << i;
        }
    }
}

TEST_F(TrailTest, NoticesEveryRemovedSwappedDoubledAndInventedEntry) {
    add_many(60);
    const auto whole = table_.entries;
    const std::vector<Checkpoint> checkpoints = {checkpoint()};
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const auto at = static_cast<std::ptrdiff_t>(i);
        table_.entries = whole;
        table_.entries.erase(table_.entries.begin() + at);
        EXPECT_FALSE(verdict(checkpoints).is_whole()) << "removed " << i;
        table_.entries = whole;
        table_.entries.erase(table_.entries.begin() + at, table_.entries.end());
        EXPECT_THAT(codes(checkpoints), ElementsAre("audit.cut")) << "cut at " << i;
        table_.entries = whole;
        table_.entries.insert(table_.entries.begin() + at, whole[i]);
        EXPECT_FALSE(verdict(checkpoints).is_whole()) << "doubled " << i;
        if (i == 0) continue;
        table_.entries = whole;
        std::swap(table_.entries[i], table_.entries[i - 1]);
        EXPECT_FALSE(verdict(checkpoints).is_whole()) << "swapped " << i;
        std::swap(table_.entries[i].sequence, table_.entries[i - 1].sequence);
        EXPECT_FALSE(verdict(checkpoints).is_whole()) << "swapped and renumbered " << i;
    }
}

TEST_F(TrailTest, NoticesARemovedEntryAlsoWhenTheOthersAreRenumbered) {
    add_many(20);
    const std::vector<Checkpoint> checkpoints = {checkpoint()};
    table_.entries.erase(table_.entries.begin() + 7);
    for (std::size_t i = 7; i < table_.entries.size(); ++i)
        --table_.entries[i].sequence;
    EXPECT_THAT(codes(checkpoints), testing::Contains("audit.broken"));
}

TEST_F(TrailTest, WrittenAnewWithoutItsKeyIsNotice) {
    add_many(5);
    const std::vector<Checkpoint> checkpoints = {checkpoint()};
    const TenantKeys other = make_keys();
    MemoryTable forged;
    const Clock clock = [this] { return now_; };
    for (int i = 0; i < 5; ++i)
        ASSERT_TRUE(append(forged, minato_, other, clock, {"x", "y", "z", "{}"}).ok());
    table_.entries = forged.entries;
    EXPECT_THAT(codes(checkpoints), ElementsAre("audit.broken", "audit.replaced"));
}

TEST_F(TrailTest, OneOfHundredThousandIsFound) {
    add_many(100000);
    const std::vector<Checkpoint> checkpoints = {checkpoint()};
    ASSERT_THAT(codes(checkpoints), IsEmpty());
    std::mt19937 random(6);
    for (int i = 0; i < 20; ++i) {
        const std::size_t at = random() % table_.entries.size();
        const KeptEntry kept = table_.entries[at];
        (table_.entries[at].*texts[static_cast<std::size_t>(i) % texts.size()])[0] ^= 1;
        EXPECT_FALSE(verdict(checkpoints).is_whole()) << at;
        table_.entries[at] = kept;
    }
    EXPECT_TRUE(verdict(checkpoints).is_whole());
}

TEST_F(TrailTest, SaysWhereTheClockWentBackAndGoesOn) {
    add_many(3);
    now_ -= std::chrono::hours(2);
    add_many(2);
    const Verdict found = verdict();
    ASSERT_EQ(found.findings.size(), 1u);
    EXPECT_EQ(found.findings[0].code, "audit.clock");
    EXPECT_TRUE(found.is_whole());
}

TEST_F(TrailTest, DetailsOpenAtTheirOwnEntryOnly) {
    add("a", R"({"a": 1})");
    add("b", R"({"b": 2})");
    std::swap(table_.entries[0].details, table_.entries[1].details);
    EXPECT_EQ(details_of(table_.entries[0], minato_, keys_).findings().front().code,
              "audit.damaged");
}

TEST_F(TrailTest, CheckpointsAreReadAsTheyWereWritten) {
    std::string lines;
    std::vector<Checkpoint> written;
    for (int i = 0; i < 3; ++i) {
        add_many(2);
        written.push_back(checkpoint());
        lines += write_checkpoint(written.back(), keys_.audit()) + '\n';
    }
    EXPECT_EQ(read_checkpoints(lines, "minato", keys_.audit()).value(), written);
    EXPECT_EQ(read_checkpoints(lines + lines.substr(0, 50), "minato", keys_.audit()).value(),
              written);
    EXPECT_THAT(codes(written), IsEmpty());
}

TEST_F(TrailTest, ForgedCheckpointsAreRefused) {
    add_many(2);
    const std::string line = write_checkpoint(checkpoint(), keys_.audit()) + '\n';
    for (std::size_t at = 0; at + 1 < line.size(); ++at) {
        std::string other = line;
        other[at] ^= 1;
        EXPECT_FALSE(read_checkpoints(other, "minato", keys_.audit()).ok()) << at;
    }
    EXPECT_FALSE(read_checkpoints(line, "tokyo", keys_.audit()).ok());
    EXPECT_FALSE(read_checkpoints(line, "minato", make_keys().audit()).ok());
    add_many(1);
    const std::string later = write_checkpoint(checkpoint(), keys_.audit()) + '\n';
    EXPECT_TRUE(read_checkpoints(line + later, "minato", keys_.audit()).ok());
    EXPECT_FALSE(read_checkpoints(later + line, "minato", keys_.audit()).ok());
    EXPECT_EQ(checkpoint_public_key(keys_.audit()).size(), 43u);
}

}  // namespace
}  // namespace madoguchi::api::audit
