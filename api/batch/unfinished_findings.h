// What can be wrong with an unfinished batch that another process has left.
#pragma once

#include <filesystem>

#include "base/diagnostic.h"

namespace madoguchi::api {

/// "batch.already-running"
Diagnostic already_running(const std::filesystem::path& target);

/// How one begins anew: by a word, or only in another folder.
enum class Restart { ByWord, ElsewhereOnly };
/// "batch.unfinished-differs"
Diagnostic unfinished_differs(const std::filesystem::path& target, Restart restart);

/// "batch.journal", with the system's reason.
Diagnostic journal_failure(const std::filesystem::path& journal);

}  // namespace madoguchi::api
