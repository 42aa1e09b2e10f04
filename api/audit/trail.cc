#include "api/audit/trail.h"

#include <optional>
#include <utility>

#include "api/audit/chain.h"
#include "api/keys/sealing.h"

namespace madoguchi::api::audit {

namespace {

constexpr std::string_view table_name = "audit_entry";

/// Where the details of an entry belong.
SealedPlace place_of(const TenantId& tenant, const std::string& record) {
    return {tenant.text(), table_name, record};
}

Diagnostic finding(std::string code, std::int64_t sequence, std::string ja, std::string en) {
    const std::string number = std::to_string(sequence);
    return {.code = std::move(code),
            .message = {"監査記録 " + number + " 番: " + ja, "audit entry " + number + ": " + en}};
}

/// Follows the trail entry by entry, holding it against the checkpoints on the way.
class Follower {
  public:
    Follower(const TenantKeys& keys, std::span<const Checkpoint> checkpoints)
        : keys_(keys), checkpoints_(checkpoints) {}

    Result<Done> visit(const KeptEntry& entry) {
        const std::int64_t expected = verdict_.entries + 1;
        if (!is_broken_ && (entry.sequence != expected ||
                            entry.chain != chain_of(entry, verdict_.last_chain, keys_.audit()))) {
            is_broken_ = true;
            verdict_.findings.push_back(finding("audit.broken", expected,
                                                "書かれたときのものではありません。",
                                                "it is not what was written."));
        }
        if (entry.occurred_at < last_time_) {
            Diagnostic back =
                finding("audit.clock", entry.sequence, "前の記録より時刻が戻っています。",
                        "the clock had gone back before it.");
            back.severity = Severity::Warning;
            verdict_.findings.push_back(std::move(back));
        }
        last_time_ = entry.occurred_at;
        verdict_.entries = entry.sequence;
        verdict_.last_chain = entry.chain;
        compare();
        return Done{};
    }

    Verdict finish() {
        if (next_ < checkpoints_.size())
            verdict_.findings.push_back(
                finding("audit.cut", checkpoints_.back().sequence,
                        "控え（チェックポイント）にある記録がありません。末尾が失われています。",
                        "a checkpoint has seen it, and it is not there: the end is lost."));
        return std::move(verdict_);
    }

  private:
    void compare() {
        while (next_ < checkpoints_.size() && checkpoints_[next_].sequence <= verdict_.entries) {
            const Checkpoint& checkpoint = checkpoints_[next_++];
            if (checkpoint.sequence == verdict_.entries && checkpoint.chain == verdict_.last_chain)
                continue;
            verdict_.findings.push_back(finding("audit.replaced", checkpoint.sequence,
                                                "控え（チェックポイント）と一致しません。",
                                                "it is another one than a checkpoint has seen."));
        }
    }

    const TenantKeys& keys_;
    std::span<const Checkpoint> checkpoints_;
    std::size_t next_ = 0;
    Verdict verdict_;
    bool is_broken_ = false;  ///< said once: nothing behind it can be told
    std::string last_time_;
};

}  // namespace

Result<KeptEntry> append(Table& table, const TenantId& tenant, const TenantKeys& keys,
                         const Clock& clock, const Entry& entry) {
    const std::optional<KeptEntry> last = TRY(table.last_to_follow());
    KeptEntry kept{.sequence = last ? last->sequence + 1 : 1,
                   .occurred_at = to_text(clock()),
                   .actor = entry.actor,
                   .action = entry.action,
                   .subject = entry.subject};
    const std::string record = std::to_string(kept.sequence);
    kept.details = seal(entry.details, keys.newest_data(), keys.newest_data_number(),
                        place_of(tenant, record));
    kept.chain = chain_of(kept, last ? last->chain : "", keys.audit());
    TRY(table.add(kept));
    return kept;
}

Result<std::string> details_of(const KeptEntry& entry, const TenantId& tenant,
                               const TenantKeys& keys) {
    const std::optional<int> number = sealed_with(entry.details);
    const SecretKey* const key = number ? keys.data(*number) : nullptr;
    const std::string record = std::to_string(entry.sequence);
    std::optional<std::string> details;
    if (key != nullptr) details = open_sealed(entry.details, *key, place_of(tenant, record));
    if (!details)
        return finding("audit.damaged", entry.sequence, "内容を開けません。",
                       "its details do not open.");
    return *std::move(details);
}

Result<Verdict> verify(Table& table, const TenantKeys& keys,
                       std::span<const Checkpoint> checkpoints) {
    Follower follower(keys, checkpoints);
    TRY(table.each(1, [&](const KeptEntry& entry) { return follower.visit(entry); }));
    return follower.finish();
}

}  // namespace madoguchi::api::audit
