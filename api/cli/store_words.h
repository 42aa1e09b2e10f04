// `store`, `tenant`, `key` and `audit`: the words of the service's operators.
#pragma once

#include "api/cli/words.h"

namespace madoguchi::api::cli {

void add_store_words(CLI::App& app, Words& words);

}  // namespace madoguchi::api::cli
