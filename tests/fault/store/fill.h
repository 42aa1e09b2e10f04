// Entries into a store until it takes no more.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "tests/support/store_on_disk.h"

namespace madoguchi::tests {

inline Result<Done> add_entry(api::store::Store& store, int number) {
    return store.write(StoreOnDisk::minato(), [&](api::store::Transaction& transaction) {
        return transaction.note({"account:1", "person.read", "person:" + std::to_string(number),
                                 "{\"padding\":\"" + std::string(300, 'x') + "\"}"});
    });
}

/// Adds entries until one is refused; how many were kept and why the last one was not.
inline std::pair<int, std::string> fill(api::store::Store& store) {
    for (int kept = 0; kept < 20000; ++kept) {
        const auto outcome = add_entry(store, kept);
        if (!outcome.ok()) return {kept, outcome.findings().front().code};
    }
    return {20000, ""};
}

inline void expect_whole(api::store::Store& store, int entries) {
    const auto trail = store.verify_trail(StoreOnDisk::minato());
    ASSERT_TRUE(trail.ok());
    EXPECT_TRUE(trail->is_whole());
    EXPECT_EQ(trail->entries, entries);
}

}  // namespace madoguchi::tests
