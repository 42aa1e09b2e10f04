// Jobs as the JSON that is sealed and kept.
#pragma once

#include <string>
#include <string_view>

#include "api/jobs/job.h"

namespace madoguchi::api::jobs {

std::string_view word_of(Job::State state);
std::string_view word_of(Job::Window window);

/// All but id and version.
std::string write_payload(const Job& job);
/// False when the text is none that was written here.
bool read_payload(std::string_view text, Job& job);

}  // namespace madoguchi::api::jobs
