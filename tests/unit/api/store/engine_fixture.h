// An engine over an empty store, and the register of tenants as something to write to.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "api/store/engine.h"
#include "api/store/tenant_table.h"
#include "tests/support/empty_store.h"

namespace madoguchi::api::store {

/// The parameter is the engine's name.
class EngineFixture : public testing::TestWithParam<std::string> {
  protected:
    void SetUp() override { open(); }

    void open() {
        engine_.reset();
        auto opened = store_.open();
        ASSERT_TRUE(opened.ok()) << to_line(opened.findings().front());
        engine_ = std::move(opened).value();
    }

    void close() { engine_.reset(); }
    void open_expecting(const char* code) {
        engine_.reset();
        const auto opened = store_.open();
        ASSERT_FALSE(opened.ok());
        EXPECT_EQ(opened.findings().front().code, code);
    }

    Engine& engine() { return *engine_; }
    const tests::EmptyStore& store() const { return store_; }

    static inline const Scope control = TenantId::control();
    static TenantId id(std::string_view text) { return *TenantId::parse(text); }
    static const SecretKey& proof() {
        static const SecretKey key = SecretKey::random();
        return key;
    }
    static TenantRecord tenant(std::string_view text) {
        return {id(text), "見本市", {}, {"jumin", "kokuho"}, 1};
    }

    /// The code of what went wrong, "" when nothing did.
    static std::string code(const Result<Done>& outcome) {
        return outcome.ok() ? "" : outcome.findings().front().code;
    }
    std::string write(const Scope& scope, const Work& work) {
        return code(engine_->write(scope, work));
    }
    std::string add(const TenantRecord& record) {
        return write(control,
                     [&](Session& session) { return add_tenant(session, record, proof()); });
    }
    std::optional<TenantRecord> find(const TenantId& wanted) {
        std::optional<TenantRecord> found;
        const std::string wrong =
            code(engine_->read(control, [&](Session& session) -> Result<Done> {
                found = TRY(find_tenant(session, wanted, proof()));
                return Done{};
            }));
        EXPECT_EQ(wrong, "");
        return found;
    }

  private:
    tests::EmptyStore store_{GetParam()};
    std::unique_ptr<Engine> engine_;
};

inline const auto engines = testing::Values("sqlite", "postgresql");
inline std::string engine_name(const testing::TestParamInfo<std::string>& info) {
    return info.param;
}

}  // namespace madoguchi::api::store
