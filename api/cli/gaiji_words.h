// The words about a tenant's own characters: `madoguchi gaiji import|list|set|remove|history`.
#pragma once

#include "api/cli/words.h"

namespace madoguchi::api::cli {

void add_gaiji(CLI::App& app, Words& words);

}  // namespace madoguchi::api::cli
