// One connection inside one transaction: what the tables of this room work with.
#pragma once

#include <soci/soci.h>

#include "base/result.h"

namespace madoguchi::api::store {

enum class Dialect { Sqlite, Postgresql };

/// Lives while its transaction does. What the library throws is turned into findings by the engine
/// that opened the transaction; whatever is wrong for another reason is returned.
struct Session {
    soci::session& sql;
    Dialect dialect;
};

}  // namespace madoguchi::api::store
